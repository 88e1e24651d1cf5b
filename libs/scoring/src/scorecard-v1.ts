import { fiscalYearStartOn } from '#domain';
import { addDays, type CivilDate, canonicalJson, earlier, endOfDay, type Quarter, quarterOf } from '#kernel';
import { accountAt } from './account.js';
import { evidenceFigures } from './evidence.js';
import { commitmentFigures, found } from './follow-through.js';
import { byGoal, byParty } from './groups.js';
import { indicatorFigures } from './indicators.js';
import type { Asking } from './items.js';
import { quarterIn } from './ledger.js';
import { meetingFigures } from './meetings.js';
import { activityFigures, milestoneFigures } from './milestones.js';
import type { ChildFigures, EarlierQuarter, Scorecard, ScorecardInput, ScorecardRequest } from './scorecard.js';
import { silenceFigures } from './silence.js';
import { predecessorsIn, slippageAndLateness } from './slippage.js';

/**
 * The scorecard of a quarter, scoring version 1: a pure function of the events known at `asOf` on a basis.
 * This version is never edited: a change of what it says is a version of its own beside it.
 * @param input all events of the partnership's streams in log order
 */
export function scorecardV1(input: ScorecardInput, request: ScorecardRequest): Scorecard {
  const { known, dayOf, stories, evidence, anomalies } = accountAt(input.events, request);
  const { partnership, timeZone } = known;
  const quarter = quarterIn(partnership, request.quarter);
  const e = earlier(quarter.last, dayOf(request.asOf));
  const asking: Asking = { quarter, e, partnership, dayOf };
  const items = found(stories, asking);
  return {
    scoringVersion: 1,
    partnershipId: known.partnershipId,
    history: partnership.history,
    quarter: { name: quarter.name, first: quarter.first, last: quarter.last },
    calendar: { fiscalYearStart: fiscalYearStartOn(partnership, quarter.first), timeZone },
    asOf: request.asOf,
    basis: request.basis,
    judgedThrough: e,
    through: known.through,
    commitments: commitmentFigures(stories, items, asking),
    ...slippageAndLateness(items, predecessorsIn(stories), e),
    evidence: evidenceFigures(stories, items, evidence, asking),
    silent: silenceFigures(stories, asking),
    milestones: milestoneFigures(stories, asking),
    activity: activityFigures(stories, asking),
    meetings: meetingFigures(known.meetings, asking),
    indicators: indicatorFigures(known.indicators, asking),
    byParty: byParty(stories, asking),
    byGoal: byGoal(items),
    children: childrenOf(input, request),
    anomalies: anomalies.flatMap(({ anomaly, day }) => (day <= e ? [anomaly] : [])),
    agreements: 'not recorded yet',
    reviews: 'not recorded yet',
  };
}

/** Line 15: children stand in a table of their own, each by its own calendar, and are never summed in. */
function childrenOf(input: ScorecardInput, request: ScorecardRequest): ChildFigures[] {
  return [...(input.children ?? [])]
    .sort((a, b) => (a.partnershipId < b.partnershipId ? -1 : 1))
    .map(({ partnershipId, events }) => {
      const { quarter, commitments } = scorecardV1({ events }, request);
      return { partnershipId, quarter: { first: quarter.first, last: quarter.last }, followThrough: commitments.followThrough };
    });
}

/** The scorecard's bytes as text: RFC 8785 canonical JSON. What a digest is taken of. */
export function canonicalScorecard(scorecard: Scorecard): string {
  return canonicalJson(scorecard);
}

/** How long after its end a quarter that was not published counts as known then (line 16). */
const KNOWN_THEN_DAYS = 30;

/**
 * Line 16: earlier quarters beside one, newest first: each as it was published, as it was known 30 days after its end
 * (or now, where that day is still to come), and as it is known now.
 * @param of the quarter before which they lie, the instant known at and the basis
 * @param count how many; quarters that ended before the partnership was formed are left out
 */
export function earlierQuarters(input: ScorecardInput, of: ScorecardRequest, count: number): EarlierQuarter[] {
  const { partnership, timeZone } = accountAt(input.events, of).known;
  const found: EarlierQuarter[] = [];
  let quarter: Quarter = quarterIn(partnership, of.quarter);
  while (found.length < count && partnership.formedOn !== undefined) {
    const last: CivilDate = addDays(quarter.first, -1);
    if (last < partnership.formedOn) break;
    quarter = quarterOf(last, fiscalYearStartOn(partnership, last));
    const { name } = quarter;
    const then = endOfDay(addDays(quarter.last, KNOWN_THEN_DAYS), timeZone);
    const known = (asOf: typeof then) => {
      const scorecard = scorecardV1({ events: input.events }, { quarter: name, asOf, basis: of.basis });
      return { asOf, basis: of.basis, followThrough: scorecard.commitments.followThrough, scorecard };
    };
    found.push({
      quarter: { name, first: quarter.first, last: quarter.last },
      asPublished: 'not recorded yet',
      knownThen: known(then < of.asOf ? then : of.asOf),
      knownNow: known(of.asOf),
    });
  }
  return found;
}
