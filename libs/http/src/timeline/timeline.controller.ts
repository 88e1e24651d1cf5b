import { Controller, Get, Param, Query } from '@nestjs/common';
import type { CivilDate, Id } from '#kernel';
import { IdInPath } from '../asked.js';
import { IsDay, IsOneOf, Optional } from '../checks.js';
import { ListAsked, Reading } from '../reading.js';
import { type Axis, dayOn, keyOn, requireInOrder, told } from './facts.js';

class TimelineAsked extends ListAsked {
  @IsOneOf(['known', 'occurred']) axis: Axis = 'occurred';
  @Optional() @IsDay() from?: CivilDate;
  @Optional() @IsDay() to?: CivilDate;
}

class HistoryAsked extends ListAsked {
  @IsOneOf(['known', 'occurred']) axis: Axis = 'known';
}

/** What happened, fact by fact, as it was true or as it became known. */
@Controller()
export class TimelineController {
  constructor(private readonly reading: Reading) {}

  /** What happened in the partnership, fact by fact, as it was true or as it became known. */
  @Get('partnerships/:id/timeline')
  async getTimeline(@Param('id', IdInPath) id: Id, @Query() asked: TimelineAsked) {
    const { axis, from, to } = asked;
    requireInOrder(from, to);
    const at = await this.reading.partnershipAt(id, asked);
    const facts = told(at.events, at).filter((fact) => {
      const day = dayOn(axis, fact, at);
      return (from === undefined || from <= day) && (to === undefined || day <= to);
    });
    return this.reading.showPage(at, `timeline ${axis}`, facts, asked, keyOn(axis));
  }

  /** What happened in one commitment, fact by fact. */
  @Get('commitments/:id/history')
  async getCommitmentHistory(@Param('id', IdInPath) id: Id, @Query() asked: HistoryAsked) {
    const at = await this.reading.partnershipOf('commitment', id, asked);
    const own = at.events.filter(({ stream }) => stream === `commitment-${id}`);
    return this.reading.showPage(at, `history ${asked.axis} ${id}`, told(own, at), asked, keyOn(asked.axis));
  }
}
