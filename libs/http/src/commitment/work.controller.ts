import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import type { Id, Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { Dated } from '../dated.js';
import { ReasonDto } from '../partnership/partnership.dto.js';
import { AnswerReceipt, Recording } from '../recording.js';
import { FollowUpDto, LinkEvidenceDto, PlanMilestoneDto, ProgressDto, RescheduleMilestoneDto } from './work.dto.js';

const WHOLE = { kind: 'whole' } as const;

/** What happens on the way: milestones, progress, follow-ups, evidence. */
@Controller('commitments/:id')
@UseInterceptors(AnswerReceipt)
export class CommitmentWorkController {
  constructor(private readonly recording: Recording) {}

  /** A step on the way, with a day where there is one. */
  @Post('milestones')
  planMilestone(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: PlanMilestoneDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'PlanMilestone', ...said }));
  }

  /** The milestone is reached. */
  @Post('milestones/:milestoneId/reached')
  reachMilestone(
    @Param('id', IdInPath) id: Id,
    @Param('milestoneId', IdInPath) milestoneId: Id,
    @Ask() asked: Asked,
    @Body() body: Dated,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, () => ({ type: 'ReachMilestone', milestoneId }));
  }

  /** The milestone turned out not to be reached. */
  @Post('milestones/:milestoneId/reopened')
  reopenMilestone(
    @Param('id', IdInPath) id: Id,
    @Param('milestoneId', IdInPath) milestoneId: Id,
    @Ask() asked: Asked,
    @Body() body: ReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'ReopenMilestone', milestoneId, ...said }));
  }

  /** Another day for the milestone; the owner may move it alone before its day. */
  @Post('milestones/:milestoneId/rescheduled')
  rescheduleMilestone(
    @Param('id', IdInPath) id: Id,
    @Param('milestoneId', IdInPath) milestoneId: Id,
    @Ask() asked: Asked,
    @Body() body: RescheduleMilestoneDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'RescheduleMilestone', milestoneId, ...said }));
  }

  /** The milestone is no longer part of the way. */
  @Post('milestones/:milestoneId/dropped')
  dropMilestone(
    @Param('id', IdInPath) id: Id,
    @Param('milestoneId', IdInPath) milestoneId: Id,
    @Ask() asked: Asked,
    @Body() body: ReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'DropMilestone', milestoneId, ...said }));
  }

  /** How it goes: a light, a percentage, words. */
  @Post('progress')
  reportProgress(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ProgressDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, ({ of = WHOLE, ...said }) => ({
      type: 'ReportProgress',
      of,
      ...said,
    }));
  }

  /** Somebody other than the owner asked after the promise. */
  @Post('follow-ups')
  recordFollowUp(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: FollowUpDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'FollowUp', ...said }));
  }

  /** An item of evidence supports or contradicts the whole, a milestone or a criterion. */
  @Post('evidence')
  linkEvidence(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: LinkEvidenceDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, ({ to = WHOLE, ...said }) => ({ type: 'LinkEvidence', to, ...said }));
  }

  /** A link of evidence is taken away again. */
  @Post('evidence/:linkId/removal')
  unlinkEvidence(
    @Param('id', IdInPath) id: Id,
    @Param('linkId', IdInPath) linkId: Id,
    @Ask() asked: Asked,
    @Body() body: ReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'UnlinkEvidence', linkId, ...said }));
  }
}
