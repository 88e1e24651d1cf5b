import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { appraisalOf, counts, type EvidenceState, evidenceShape } from '#domain';
import type { CivilDate, Id } from '#kernel';
import { IdInPath } from '../asked.js';
import { ListAsked, ReadAsked, Reading } from '../reading.js';
import { EvidenceContents } from './contents.js';
import { WhichRevision } from './evidence.dto.js';

/** Evidence with what the parties made of each revision, at the moment asked for. */
@Controller()
export class EvidenceReads {
  constructor(
    private readonly reading: Reading,
    private readonly contents: EvidenceContents,
  ) {}

  /** The evidence of the partnership, with what the parties made of each revision. */
  @Get('partnerships/:id/evidence')
  async listEvidence(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const items = [...at.all(evidenceShape)].map(([evidenceId, state]) => shownEvidence(evidenceId, state, at.moment.on));
    return this.reading.showPage(at, 'evidence', items, asked, ({ evidenceId, revisions }) => [
      revisions[0]?.day ?? '',
      evidenceId,
    ]);
  }

  /** One item of evidence with all its revisions. */
  @Get('evidence/:id')
  async getEvidence(@Param('id', IdInPath) id: Id, @Query() asked: ReadAsked) {
    const at = await this.reading.partnershipOf('evidence', id, asked);
    return this.reading.show(at, shownEvidence(id, at.one(evidenceShape, id), at.moment.on));
  }

  /** The content of a revision, the latest where none is named, as an attachment. */
  @Get('evidence/:id/content')
  downloadEvidence(@Param('id', IdInPath) id: Id, @Query() { revision }: WhichRevision): Promise<StreamableFile> {
    return this.contents.download(id, revision);
  }
}

/** An item with what became of each of its revisions by a day. */
export function shownEvidence(evidenceId: Id, state: EvidenceState, on: CivilDate) {
  return {
    evidenceId,
    ...state,
    revisions: state.revisions.map((its) => ({
      ...its,
      appraised: appraisalOf(state, its.revision, on),
      counts: counts(state, its.revision, on),
    })),
  };
}
