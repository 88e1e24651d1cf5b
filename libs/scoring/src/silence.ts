import { addDays, type CivilDate, daysBetween, earlier, type Id, later, standsSince } from '#kernel';
import { fulfilmentBy } from './claims.js';
import { dateInForce } from './due-dates.js';
import type { Asking } from './items.js';
import { byText } from './ledger.js';
import type { SilenceFigures } from './scorecard.js';
import { endedBy } from './shares.js';
import type { CommitmentFact, Story } from './story.js';

/** On how many days of the quarter a share must have been open for its party's silence to count (line 11). */
const OPEN_DAYS = 30;

/** On how many days of the quarter up to e a share was held, not ended and not done. */
export function openDays(story: Story, index: number, { quarter, e }: Asking): number {
  const holding = story.holdings[index];
  if (holding === undefined || story.struckBy !== undefined) return 0;
  const closed: CivilDate[] = [];
  const end = endedBy(e, holding);
  if (end !== undefined) closed.push(end.on);
  if (story.ending !== undefined) closed.push(story.ending.on);
  if (story.terms.every === undefined) {
    const { doneOn } = fulfilmentBy(
      e,
      story.claims.filter((claim) => claim.party === holding.party),
    );
    if (doneOn !== null) closed.push(doneOn);
  } else {
    // A standing promise is open until its last day; what was done for a period is an act of that period.
    const last = dateInForce(story.shareDates[index] ?? [], e);
    if (last !== null) closed.push(addDays(last, 1));
  }
  const from = later(holding.agreed?.on ?? holding.from, quarter.first);
  const until = closed.reduce(earlier, addDays(e, 1));
  return Math.max(0, daysBetween(from, until));
}

/** The party whose sign of life a fact is; undefined where it is none. */
export function heardFrom(fact: CommitmentFact, story: Story): Id | undefined {
  const actor = 'partyId' in fact.actor ? fact.actor.partyId : undefined;
  switch (fact.type) {
    case 'ProgressReported':
    case 'FulfilmentClaimed':
    case 'DueDateAnnounced':
      return fact.data.party ?? actor;
    case 'MilestonePlanned':
      return fact.data.party ?? actor;
    case 'MilestoneReached':
    case 'MilestoneReopened':
    case 'MilestoneRescheduled':
    case 'MilestoneDropped':
      return actor ?? partyOfMilestone(story, fact.data.milestoneId);
    case 'DueDateProposed':
      return fact.data.by;
    case 'DueDateAgreed':
    case 'DueDateDeclined':
      return 'party' in fact.data.by ? fact.data.by.party : actor;
    case 'FollowedUp':
      return fact.data.answered === undefined ? undefined : fact.data.answeredBy;
    default:
      return undefined;
  }
}

function partyOfMilestone(story: Story, milestoneId: Id): Id | undefined {
  for (const fact of story.facts)
    if (fact.type === 'MilestonePlanned' && fact.data.milestoneId === milestoneId) return fact.data.party;
  return undefined;
}

/** Line 11. */
export function silenceFigures(stories: readonly Story[], asking: Asking): SilenceFigures {
  const { quarter, e } = asking;
  const shares = stories.flatMap((story) => {
    const heard = new Set<Id>();
    for (const fact of story.facts) {
      if (fact.day < quarter.first || fact.day > e) continue;
      const party = heardFrom(fact, story);
      // An act that its party contests is no word of that party.
      if (party !== undefined && standsSince({ fact, party }, [], story.confirmations) !== undefined) heard.add(party);
    }
    return story.holdings.flatMap(({ party }, index) => {
      const days = openDays(story, index, asking);
      return days >= OPEN_DAYS && !heard.has(party) ? [{ commitmentId: story.id, party, openDays: days }] : [];
    });
  });
  shares.sort(byText(({ commitmentId, party }) => `${commitmentId} ${party}`));
  return { parties: [...new Set(shares.map(({ party }) => party))].sort(), shares };
}
