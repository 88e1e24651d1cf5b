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

  @Post('milestones')
  plan(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: PlanMilestoneDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'PlanMilestone', ...said }));
  }

  @Post('milestones/:milestoneId/reached')
  reach(
    @Param('id', IdInPath) id: Id,
    @Param('milestoneId', IdInPath) milestoneId: Id,
    @Ask() asked: Asked,
    @Body() body: Dated,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, () => ({ type: 'ReachMilestone', milestoneId }));
  }

  @Post('milestones/:milestoneId/reopened')
  reopen(
    @Param('id', IdInPath) id: Id,
    @Param('milestoneId', IdInPath) milestoneId: Id,
    @Ask() asked: Asked,
    @Body() body: ReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'ReopenMilestone', milestoneId, ...said }));
  }

  @Post('milestones/:milestoneId/rescheduled')
  reschedule(
    @Param('id', IdInPath) id: Id,
    @Param('milestoneId', IdInPath) milestoneId: Id,
    @Ask() asked: Asked,
    @Body() body: RescheduleMilestoneDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'RescheduleMilestone', milestoneId, ...said }));
  }

  @Post('milestones/:milestoneId/dropped')
  drop(
    @Param('id', IdInPath) id: Id,
    @Param('milestoneId', IdInPath) milestoneId: Id,
    @Ask() asked: Asked,
    @Body() body: ReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'DropMilestone', milestoneId, ...said }));
  }

  @Post('progress')
  report(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ProgressDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, ({ of = WHOLE, ...said }) => ({
      type: 'ReportProgress',
      of,
      ...said,
    }));
  }

  @Post('follow-ups')
  followUp(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: FollowUpDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'FollowUp', ...said }));
  }

  @Post('evidence')
  link(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: LinkEvidenceDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, ({ to = WHOLE, ...said }) => ({ type: 'LinkEvidence', to, ...said }));
  }

  @Post('evidence/:linkId/removal')
  unlink(
    @Param('id', IdInPath) id: Id,
    @Param('linkId', IdInPath) linkId: Id,
    @Ask() asked: Asked,
    @Body() body: ReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'UnlinkEvidence', linkId, ...said }));
  }
}
