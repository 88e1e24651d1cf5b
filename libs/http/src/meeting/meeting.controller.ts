import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import type { Id, Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { MayReasonDto } from '../partnership/partnership.dto.js';
import { AnswerReceipt, Recording } from '../recording.js';
import { HoldMeetingDto, ScheduleMeetingDto } from './meeting.dto.js';

@Controller()
@UseInterceptors(AnswerReceipt)
export class MeetingController {
  constructor(private readonly recording: Recording) {}

  /** A meeting, visit, summit or institute is set for a day. */
  @Post('partnerships/:id/meetings')
  scheduleMeeting(
    @Param('id', IdInPath) partnershipId: Id,
    @Ask() asked: Asked,
    @Body() body: ScheduleMeetingDto,
  ): Promise<Receipt> {
    return this.recording.begin('meeting', partnershipId, asked, body, (said) => ({
      type: 'ScheduleMeeting',
      partnershipId,
      ...said,
    }));
  }

  /** The meeting was held: who was there, and what those who were there make of it. */
  @Post('meetings/:id/held')
  holdMeeting(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: HoldMeetingDto): Promise<Receipt> {
    return this.recording.on('meeting', id, asked, body, (said) => ({ type: 'HoldMeeting', ...said }));
  }

  /** The meeting does not take place. */
  @Post('meetings/:id/cancellation')
  cancelMeeting(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: MayReasonDto): Promise<Receipt> {
    return this.recording.on('meeting', id, asked, body, (said) => ({ type: 'CancelMeeting', ...said }));
  }
}
