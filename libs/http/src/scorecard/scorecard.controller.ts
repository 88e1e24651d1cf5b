import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Id, QuarterName } from '#kernel';
import { OpenLedger, reviewOf } from '#platform';
import type { EarlierQuarter, Scorecard } from '#scoring';
import { IdInPath } from '../asked.js';
import { IsQuarter } from '../checks.js';
import { type Answer, aboutOf, ReadAsked, Reading } from '../reading.js';

class ScorecardAsked extends ReadAsked {
  /** The fiscal quarter, as FY2025-Q3. It ends at most 100 years after what is known. */
  @IsQuarter() quarter!: QuarterName;
}

@Controller('partnerships/:id/scorecard')
export class ScorecardController {
  constructor(
    private readonly ledger: OpenLedger,
    private readonly reading: Reading,
  ) {}

  /** The scorecard of a fiscal quarter, with the four quarters before it as known then and as known now. */
  @Get()
  async getScorecard(
    @Param('id', IdInPath) id: Id,
    @Query() asked: ScorecardAsked,
  ): Promise<Answer<Scorecard> & Readonly<{ earlier: readonly EarlierQuarter[] }>> {
    await this.reading.reached(asked.atLeast);
    const { scorecard, earlier, moment, position } = await reviewOf(this.ledger, id, asked);
    return { ...aboutOf(moment, position), data: scorecard, earlier };
  }
}
