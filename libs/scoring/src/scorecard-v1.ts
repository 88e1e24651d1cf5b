import { fiscalYearStartOn, quarterAt, quarterIn, requireQuarter } from '#domain';
import { canonicalJson, earlier, type Quarter } from '#kernel';
import { type Account, accountAt } from './account.js';
import { evidenceFigures } from './evidence.js';
import { commitmentFigures, found } from './follow-through.js';
import { byGoal, byParty } from './groups.js';
import { indicatorFigures } from './indicators.js';
import type { Asking } from './items.js';
import { meetingFigures } from './meetings.js';
import { activityFigures, milestoneFigures } from './milestones.js';
import type { ChildFigures, KnownAt, Scorecard, ScorecardInput, ScorecardRequest } from './scorecard.js';
import { silenceFigures } from './silence.js';
import { predecessorsIn, slippageAndLateness } from './slippage.js';

/**
 * The scorecard of a quarter, scoring version 1: a pure function of the events known at `asOf` on a basis.
 * This version is never edited: a change of what it says is a version of its own beside it.
 * @param input all events of the partnership's streams in log order
 * @throws LedgerError `invalid` where the partnership has no quarter of that name
 */
export function scorecardV1(input: ScorecardInput, request: ScorecardRequest): Scorecard {
  const account = accountAt(input.events, request);
  return scorecardOf(requireQuarter(account.known.partnership, request.quarter), account, input, request);
}

/** The scorecard of the days of a quarter, whatever they were called when this was known. */
export function scorecardOf(quarter: Quarter, account: Account, input: ScorecardInput, at: KnownAt): Scorecard {
  const { known, dayOf, stories, evidence, anomalies } = account;
  const { partnership, timeZone } = known;
  const e = earlier(quarter.last, dayOf(at.asOf));
  const asking: Asking = { quarter, e, partnership, dayOf };
  const items = found(stories, asking);
  return {
    scoringVersion: 1,
    partnershipId: known.partnershipId,
    history: partnership.history,
    quarter: { name: quarter.name, first: quarter.first, last: quarter.last },
    calendar: { fiscalYearStart: fiscalYearStartOn(partnership, quarter.first), timeZone },
    asOf: at.asOf,
    basis: at.basis,
    judgedThrough: e,
    through: known.through,
    commitments: commitmentFigures(stories, items, asking),
    ...slippageAndLateness(items, predecessorsIn(stories, e), e),
    evidence: evidenceFigures(stories, items, evidence, asking),
    silent: silenceFigures(stories, asking),
    milestones: milestoneFigures(stories, asking),
    activity: activityFigures(stories, asking),
    meetings: meetingFigures(known.meetings, asking),
    indicators: indicatorFigures(known.indicators, asking),
    byParty: byParty(stories, asking),
    byGoal: byGoal(items),
    children: childrenOf(input, quarter, at),
    anomalies: anomalies.flatMap(({ anomaly, day }) => (day <= e ? [anomaly] : [])),
    agreements: 'not recorded yet',
    reviews: 'not recorded yet',
  };
}

/** Line 15: children stand in a table of their own, each by its own calendar, and are never summed in. */
function childrenOf(input: ScorecardInput, quarter: Quarter, at: KnownAt): ChildFigures[] {
  return [...(input.children ?? [])]
    .sort((a, b) => (a.partnershipId < b.partnershipId ? -1 : 1))
    .map(({ partnershipId, events }) => {
      const account = accountAt(events, at);
      const { partnership } = account.known;
      // Not every calendar has a fifth quarter, or every fourth: then the child's is the one that runs when this one ends.
      const own = quarterIn(partnership, quarter.name) ?? quarterAt(partnership, quarter.last);
      const { followThrough } = scorecardOf(own, account, { events }, at).commitments;
      return { partnershipId, quarter: { first: own.first, last: own.last }, followThrough };
    });
}

/** The scorecard's bytes as text: RFC 8785 canonical JSON. What a digest is taken of. */
export function canonicalScorecard(scorecard: Scorecard): string {
  return canonicalJson(scorecard);
}
