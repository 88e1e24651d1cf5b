import { fiscalYearStartOn } from '#domain';
import { type CivilDate, periodOf } from '#kernel';
import { type Claim, type Fulfilment, fulfilmentBy } from './claims.js';
import { type Asking, type Day, everyAt, neededAt, requiredAt } from './items.js';
import { type FollowThrough, OUTCOMES, type Outcome, type Outcomes } from './scorecard.js';
import { endedBy, type Holding, handsOf, quantityAt } from './shares.js';
import type { Story } from './story.js';

/** A share on a day, as it stood by e. */
export type ShareResult = Fulfilment & Readonly<{ holding: Holding; outcome: Outcome }>;

/** An item on a day, as it stood by e: every share measured against the item's own date (line 7). */
export type Result = Readonly<{
  outcome: Outcome;
  needed: number;
  /** The day the n-th share was done. */
  doneOn: CivilDate | null;
  /** The day since which the claim that did it has been known. */
  knownOn: CivilDate | null;
  /** As many shares as were needed are verified. */
  verified: boolean;
  contested: boolean;
  shares: readonly ShareResult[];
}>;

/** The period a claim is for: the one it names by its last day, else the one it was fulfilled in (line 2). */
function isFor(claim: Claim, story: Story, day: Day, asking: Asking): boolean {
  const every = everyAt(story, day.dueOn);
  if (day.period === undefined || every === undefined) return true;
  if (claim.period !== undefined) return claim.period === day.period.last;
  const { fulfilledOn } = claim;
  return periodOf(fulfilledOn, every.period, fiscalYearStartOn(asking.partnership, fulfilledOn)).last === day.period.last;
}

/** What the claims of a holding come to by e, for a day. */
export function fulfilmentOf(story: Story, holding: Holding, day: Day, asking: Asking): Fulfilment {
  const claims = story.claims.filter((claim) => claim.party === holding.party && isFor(claim, story, day, asking));
  const needed =
    day.period === undefined ? undefined : (quantityAt(day.dueOn, holding) ?? everyAt(story, day.dueOn)?.quantity)?.atLeast;
  return fulfilmentBy(asking.e, claims, needed);
}

/**
 * The last date agreed or announced by e for a share (line 6). The end of a standing promise is no date of one of its periods.
 */
function lastSaid(story: Story, holding: Holding, e: CivilDate): CivilDate | undefined {
  if (story.terms.every !== undefined) return undefined;
  const timeline = story.shareDates[story.holdings.indexOf(holding)] ?? [];
  const said = timeline.flatMap(({ by, setOn: on, position, dueOn }) =>
    by === 'making' || dueOn === null ? [] : [{ on, position, dueOn }],
  );
  for (const fact of story.facts) {
    if (fact.type === 'DueDateAnnounced' && fact.data.party === holding.party) {
      said.push({ on: fact.day, position: fact.position, dueOn: fact.data.expectedOn });
    }
  }
  return said
    .filter(({ on }) => on <= e)
    .sort((a, b) => (a.on === b.on ? (a.position < b.position ? -1 : 1) : a.on < b.on ? -1 : 1))
    .at(-1)?.dueOn;
}

/** Line 6: the outcome of a share against a date. */
export function shareOutcome(story: Story, holding: Holding, done: Fulfilment, x: CivilDate, e: CivilDate): Outcome {
  if (done.doneOn !== null) return done.doneOn <= x ? 'kept' : 'keptLate';
  if (done.partlyOn !== null) return 'partlyKept';
  const ended = endedBy(e, holding) !== undefined || (story.ending !== undefined && story.ending.on <= e);
  const said = lastSaid(story, holding, e);
  return !ended && said !== undefined && said > e ? 'pushed' : 'missed';
}

/** A share done by whoever held it by e: the receiver of a later transfer does the giver's share. */
function doneByHolders(story: Story, holding: Holding, day: Day, asking: Asking): Fulfilment {
  return handsOf(story.holdings, holding, asking.e).reduce<Fulfilment>(
    (done, next) => {
      const its = fulfilmentOf(story, next, day, asking);
      return done.doneOn === null && (its.doneOn !== null || its.partlyOn !== null) ? its : done;
    },
    fulfilmentOf(story, holding, day, asking),
  );
}

/** Line 7: the outcome of a commitment, or of one period of a standing promise. */
export function resultOf(story: Story, day: Day, asking: Asking): Result {
  const x = day.dueOn;
  const shares = requiredAt(story, x).map((holding): ShareResult => {
    const done = doneByHolders(story, holding, day, asking);
    return { ...done, holding, outcome: shareOutcome(story, holding, done, x, asking.e) };
  });
  const needed = neededAt(story, x);
  const count = (...outcomes: Outcome[]) => shares.filter((share) => outcomes.includes(share.outcome)).length;
  const done = shares.filter((share) => share.doneOn !== null).sort((a, b) => ((a.doneOn ?? '') < (b.doneOn ?? '') ? -1 : 1));
  const last = done[needed - 1];
  return {
    outcome: outcomeOf(needed, count),
    needed,
    doneOn: last?.doneOn ?? null,
    knownOn: last === undefined ? null : done.slice(0, needed).reduce<CivilDate | null>(latest, null),
    verified: last !== undefined && shares.filter((share) => share.verified).length >= needed,
    contested: shares.some((share) => share.contested),
    shares,
  };
}

function latest(on: CivilDate | null, { knownOn }: ShareResult): CivilDate | null {
  return on === null || (knownOn !== null && knownOn > on) ? knownOn : on;
}

function outcomeOf(needed: number, count: (...outcomes: Outcome[]) => number): Outcome {
  if (count('kept') >= needed) return 'kept';
  if (count('kept', 'keptLate') >= needed) return 'keptLate';
  if (count('kept', 'keptLate', 'partlyKept') >= 1) return 'partlyKept';
  return count('pushed') >= 1 ? 'pushed' : 'missed';
}

/** The things under each outcome, in the order given. */
export function byOutcome<T, Listed>(
  things: readonly T[],
  outcome: (thing: T) => Outcome,
  listed: (thing: T) => Listed,
): Outcomes<Listed> {
  const under = (wanted: Outcome) => things.filter((thing) => outcome(thing) === wanted).map(listed);
  return Object.fromEntries(OUTCOMES.map((name) => [name, under(name)])) as unknown as Outcomes<Listed>;
}

/** Line 8: kept of counted; the rate is null where nothing was counted. */
export function followThroughOf(outcomes: Outcomes<unknown>): FollowThrough {
  const counted = OUTCOMES.reduce((sum, name) => sum + outcomes[name].length, 0);
  const kept = outcomes.kept.length;
  return { kept, counted, rate: counted === 0 ? null : { num: kept, den: counted } };
}
