import { Body, Controller, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Id, Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { TakesFile } from '../body.guard.js';
import { ReasonDto } from '../partnership/partnership.dto.js';
import { AnswerReceipt, Recording } from '../recording.js';
import { EvidenceContents } from './contents.js';
import { AppraiseEvidenceDto, EraseContentDto, ReviseEvidenceDto, SubmitEvidenceDto } from './evidence.dto.js';
import type { Upload } from './upload.js';

@Controller()
export class EvidenceController {
  constructor(
    private readonly recording: Recording,
    private readonly contents: EvidenceContents,
  ) {}

  /** A party submits evidence: a file (multipart, field `file`), a link, or a text. */
  @Post('partnerships/:id/evidence')
  @TakesFile()
  @UseInterceptors(AnswerReceipt, FileInterceptor('file'))
  submitEvidence(
    @Param('id', IdInPath) partnershipId: Id,
    @Ask() asked: Asked,
    @Body() body: SubmitEvidenceDto,
    @UploadedFile() upload?: Upload,
  ): Promise<Receipt> {
    return this.contents.taken(body, upload, (whole) =>
      this.recording.begin('evidence', partnershipId, asked, whole, (said) => ({
        type: 'SubmitEvidence',
        partnershipId,
        ...said,
      })),
    );
  }

  /** New content for an item of evidence; the old revision stays. */
  @Post('evidence/:id/revisions')
  @TakesFile()
  @UseInterceptors(AnswerReceipt, FileInterceptor('file'))
  reviseEvidence(
    @Param('id', IdInPath) id: Id,
    @Ask() asked: Asked,
    @Body() body: ReviseEvidenceDto,
    @UploadedFile() upload?: Upload,
  ): Promise<Receipt> {
    return this.contents.taken(body, upload, (whole) =>
      this.recording.on('evidence', id, asked, whole, (said) => ({ type: 'ReviseEvidence', ...said })),
    );
  }

  /** Another party accepts or rejects a revision, and says how strong it is. Nobody appraises its own (R5). */
  @Post('evidence/:id/appraisals')
  @UseInterceptors(AnswerReceipt)
  appraiseEvidence(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: AppraiseEvidenceDto): Promise<Receipt> {
    return this.recording.on('evidence', id, asked, body, (said) => ({ type: 'AppraiseEvidence', ...said }));
  }

  /** The item no longer counts; what rested on it is flagged (R7). */
  @Post('evidence/:id/retraction')
  @UseInterceptors(AnswerReceipt)
  retractEvidence(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ReasonDto): Promise<Receipt> {
    return this.recording.on('evidence', id, asked, body, (said) => ({ type: 'RetractEvidence', ...said }));
  }

  /** The bytes of a revision go, on a legal ground. Their hash and the facts about them stay. */
  @Post('evidence/:id/erasure')
  @UseInterceptors(AnswerReceipt)
  eraseEvidenceContent(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: EraseContentDto): Promise<Receipt> {
    return this.contents.erased(id, body.revision, () =>
      this.recording.on('evidence', id, asked, body, (said) => ({ type: 'EraseEvidenceContent', ...said })),
    );
  }
}
