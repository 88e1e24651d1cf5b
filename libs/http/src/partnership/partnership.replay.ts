import { Controller, Get, Param, Query } from '@nestjs/common';
import { evidenceShape, indicatorShape, meetingShape, partnershipShape } from '#domain';
import { type CivilDate, dayOf, endOfDay, type Id, invalid, type QuarterName } from '#kernel';
import { requireWithinReach } from '#platform';
import {
  breaches,
  commitmentViews,
  difference,
  type EarlierQuarter,
  type Item,
  OUTCOMES,
  type Outcome,
  quartersBetween,
} from '#scoring';
import { IdInPath } from '../asked.js';
import { IsDay, IsOneOf, IsQuarter, Optional } from '../checks.js';
import { shownEvidence } from '../evidence/evidence.reads.js';
import { type PartnershipAt, ReadAsked, Reading } from '../reading.js';
import { type Axis, requireInOrder } from '../timeline/facts.js';

class DifferenceAsked extends ReadAsked {
  @IsDay() from!: CivilDate;
  @IsDay() to!: CivilDate;
  @IsOneOf(['known', 'occurred']) axis: Axis = 'known';
}

class FollowThroughAsked extends ReadAsked {
  /** The first quarter, as FY2024-Q1. Eight are given, where it is left out. */
  @Optional() @IsQuarter() from?: QuarterName;
  /** The last quarter, as FY2025-Q4. The one that runs at `asOf`, where it is left out. */
  @Optional() @IsQuarter() to?: QuarterName;
}

/** So many quarters are given at once, each scored twice; without a first one, so many of the last. */
const MOST_QUARTERS = 40;
const LAST_QUARTERS = 8;

/** A partnership as a whole, at a moment and over time. */
@Controller('partnerships/:id')
export class PartnershipReplay {
  constructor(private readonly reading: Reading) {}

  /** Everything in the partnership as it was on a day, as known at an instant. */
  @Get('state')
  async getPartnershipState(@Param('id', IdInPath) id: Id, @Query() asked: ReadAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    return this.reading.show(at, {
      partnership: { partnershipId: id, ...at.one(partnershipShape, id) },
      commitments: [...commitmentViews(at.events, at.moment).values()],
      evidence: [...at.all(evidenceShape)].map(([evidenceId, state]) => shownEvidence(evidenceId, state, at.moment.on)),
      indicators: [...at.all(indicatorShape)].map(([indicatorId, state]) => ({ indicatorId, ...state })),
      meetings: [...at.all(meetingShape)].map(([meetingId, state]) => ({ meetingId, ...state })),
      breaches: breaches(at.events, at.moment),
    });
  }

  /**
   * What is different in the commitments between two days. On the axis `known`: what was learned between the ends of the two
   * days about one day (`on`, else the later one). On the axis `occurred`: what changed between the two days, as known at `asOf`;
   * the later one lies at most 100 years after it.
   */
  @Get('difference')
  async getDifference(@Param('id', IdInPath) id: Id, @Query() { from, to, axis, ...asked }: DifferenceAsked) {
    requireInOrder(from, to);
    if (axis === 'known' && asked.asOf !== undefined) throw meaningless('asOf', 'the days are those of knowing: leave it out');
    if (axis === 'occurred' && asked.on !== undefined) throw meaningless('on', 'the days are those of the facts: leave it out');
    const at = await this.reading.partnershipAt(id, asked);
    const [before, after] = axis === 'known' ? this.known(at, from, to, asked.on) : this.occurred(at, from, to);
    const view = (moment: typeof before) => commitmentViews(at.events, { ...moment, basis: at.moment.basis });
    const changes = difference(view(before), view(after));
    return this.reading.show({ about: { ...at.about, ...after } }, { axis, from: before, to: after, changes });
  }

  /** Follow-through quarter by quarter, oldest first: as it was known 30 days after each quarter's end, and as it is known now. */
  @Get('follow-through')
  async getFollowThrough(@Param('id', IdInPath) id: Id, @Query() asked: FollowThroughAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    // Asked for only so that a partnership that was not there then is not found.
    at.one(partnershipShape, id);
    const { asOf, basis } = at.moment;
    const which = { from: asked.from, to: asked.to, usual: LAST_QUARTERS, most: MOST_QUARTERS };
    const quarters = quartersBetween({ events: at.events }, { asOf, basis }, which);
    return this.reading.show(at, { quarters: quarters.map(rowOf) });
  }

  private known({ moment }: PartnershipAt, from: CivilDate, to: CivilDate, about: string | undefined) {
    const today = dayOf(moment.asOf, moment.timeZone);
    if (to > today)
      throw invalid([{ field: 'to', rule: 'R15', message: `lies in the future: known is what is known by ${today}` }]);
    // `on` was checked with the moment; without it the later day is asked about.
    const on = about === undefined ? to : moment.on;
    const knownBy = (day: CivilDate) => ({ asOf: day === today ? moment.asOf : endOfDay(day, moment.timeZone), on });
    return [knownBy(from), knownBy(to)] as const;
  }

  private occurred({ moment }: PartnershipAt, from: CivilDate, to: CivilDate) {
    requireWithinReach('to', to, moment);
    const { asOf } = moment;
    return [
      { asOf, on: from },
      { asOf, on: to },
    ] as const;
  }
}

function meaningless(field: string, message: string) {
  return invalid([{ field, rule: 'R15', message }]);
}

/** A quarter with its rate, and what it counted by outcome. */
function rowOf({ quarter, asPublished, knownThen, knownNow }: EarlierQuarter) {
  const figures = ({ asOf, basis, followThrough, scorecard }: EarlierQuarter['knownNow']) => {
    const { outcomes } = scorecard.commitments;
    const items = (outcome: Outcome): readonly Item[] =>
      outcomes[outcome].map(({ commitmentId, period }) => ({ commitmentId, ...(period === undefined ? {} : { period }) }));
    const counted = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, items(outcome)]));
    return { asOf, basis, followThrough, outcomes: counted as Record<Outcome, readonly Item[]> };
  };
  return { ...quarter, asPublished, knownThen: figures(knownThen), knownNow: figures(knownNow) };
}
