import { Controller, Get, Param, Query } from '@nestjs/common';
import { meetingShape } from '#domain';
import type { Id } from '#kernel';
import { IdInPath } from '../asked.js';
import { ListAsked, ReadAsked, Reading } from '../reading.js';

@Controller()
export class MeetingReads {
  constructor(private readonly reading: Reading) {}

  /** The meetings of the partnership. */
  @Get('partnerships/:id/meetings')
  async listMeetings(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const items = [...at.all(meetingShape)].map(([meetingId, state]) => ({ meetingId, ...state }));
    return this.reading.showPage(at, 'meetings', items, asked, ({ meetingId }) => [meetingId]);
  }

  /** One meeting. */
  @Get('meetings/:id')
  async getMeeting(@Param('id', IdInPath) id: Id, @Query() asked: ReadAsked) {
    const at = await this.reading.partnershipOf('meeting', id, asked);
    return this.reading.show(at, { meetingId: id, ...at.one(meetingShape, id) });
  }
}
