import type { CommitmentEvent, CommitmentTerms, Quantity } from '#domain';
import { type CivilDate, type Confirmations, type Fact, type Id, type Instant, standsSince } from '#kernel';
import { agreedIn, neededForRelease, neededForTheWhole } from './agreement.js';
import { knownInTime } from './due-dates.js';

/** How a party came to stop owing a share, and since when that is known. */
export type HoldingEnd = Readonly<{ how: 'released' | 'transferred' | 'broken'; on: CivilDate; knownOn: CivilDate; eventId: Id }>;

/** One share in one party's hands. */
export type Holding = Readonly<{
  party: Id;
  /** The share's own date, where the making or the adding gave it one. */
  dueOn?: CivilDate;
  quantity?: Quantity;
  from: CivilDate;
  /** A share that was handed over counts as held only where that was known in time. */
  fromKnownOn?: CivilDate;
  eventId: Id;
  knownOn: CivilDate;
  position: string;
  ends: readonly HoldingEnd[];
  /** The holding it was transferred to. */
  next?: number;
  /** The holding it was transferred from. */
  previous?: number;
}>;

export type Holdings = Readonly<{ holdings: readonly Holding[]; unconfirmed: readonly Id[] }>;

/** True where the share stood in this party's hands at the end of x: what completion asked for (line 7). */
export function heldAtEndOf(x: CivilDate, holding: Holding): boolean {
  return (
    holding.from <= x &&
    (holding.fromKnownOn === undefined || knownInTime(holding.fromKnownOn, x)) &&
    !holding.ends.some((end) => end.how !== 'broken' && end.on <= x && knownInTime(end.knownOn, x))
  );
}

/** The end of a holding as of a day, whenever it became known. */
export function endedBy(day: CivilDate, holding: Holding): HoldingEnd | undefined {
  return holding.ends.find((end) => end.on <= day);
}

/** Who held a share on a day; a broken one is still held. */
export function owingOn(day: CivilDate, holdings: readonly Holding[]): Id[] {
  return holdings
    .filter(({ from, ends }) => from <= day && !ends.some(({ how, on }) => how !== 'broken' && on <= day))
    .map(({ party }) => party);
}

/** Not given away: a share that its party broke is still held. */
function isHeld({ ends }: Holding): boolean {
  return ends.every(({ how }) => how === 'broken');
}

type Making = Readonly<{ fact: Fact; terms: CommitmentTerms }>;

/**
 * Who held which share from when to when. A release needs those it is owed to, a transfer the receiver too, a share that is
 * added the party that takes it on beside those a change of terms needs; a change whose words do not stand moves nothing.
 * @param facts of the commitment, in fact order
 */
export function holdingsOf(
  { fact: made, terms }: Making,
  facts: readonly Fact<CommitmentEvent>[],
  confirmations: Confirmations,
  dayOf: (instant: Instant) => CivilDate,
): Holdings {
  const holdings: Holding[] = terms.shares.map((share) => ({
    party: share.party,
    ...(share.dueOn === undefined ? {} : { dueOn: share.dueOn }),
    ...(share.quantity === undefined ? {} : { quantity: share.quantity }),
    from: made.day,
    eventId: made.id,
    knownOn: dayOf(made.firstKnownSince),
    position: made.position,
    ends: [],
  }));
  const unconfirmed: Id[] = [];
  const open = (party: Id) => holdings.findLastIndex((holding) => holding.party === party && isHeld(holding));
  const end = (index: number, added: HoldingEnd, next?: number) => {
    const holding = holdings[index];
    if (holding !== undefined)
      holdings[index] = { ...holding, ends: [...holding.ends, added], ...(next === undefined ? {} : { next }) };
  };
  const since = (fact: Fact, agreedBy: readonly Id[], needed: readonly Id[]): CivilDate | undefined => {
    const agreed = agreedIn(fact, agreedBy, needed, confirmations);
    unconfirmed.push(...agreed.unconfirmed);
    return agreed.since === undefined ? undefined : dayOf(agreed.since);
  };

  for (const fact of facts) {
    const { day: on, id: eventId } = fact;
    switch (fact.type) {
      case 'ShareAdded': {
        const { party, dueOn, quantity } = fact.data;
        const owing = holdings.filter(isHeld).map(({ party }) => party);
        const knownOn = since(fact, fact.data.agreedBy, [party, ...neededForTheWhole(terms, owing)]);
        if (knownOn === undefined || open(party) >= 0) break;
        holdings.push({
          party,
          ...(dueOn === undefined ? {} : { dueOn }),
          ...(quantity === undefined ? {} : { quantity }),
          from: on,
          eventId,
          knownOn: dayOf(fact.firstKnownSince),
          position: fact.position,
          ends: [],
        });
        break;
      }
      case 'ShareTransferred': {
        const { from, to } = fact.data;
        const giving = holdings[open(from)];
        const knownOn = since(fact, fact.data.agreedBy, [to, ...neededForRelease(terms, from)]);
        if (giving === undefined || knownOn === undefined || from === to) break;
        const index = open(from);
        const receiving = open(to);
        if (receiving < 0) holdings.push({ ...giving, party: to, from: on, fromKnownOn: knownOn, ends: [], previous: index });
        end(index, { how: 'transferred', on, knownOn, eventId }, receiving < 0 ? holdings.length - 1 : receiving);
        break;
      }
      case 'ShareReleased': {
        const index = open(fact.data.party);
        const knownOn = since(fact, fact.data.agreedBy, neededForRelease(terms, fact.data.party));
        if (knownOn !== undefined) end(index, { how: 'released', on, knownOn, eventId });
        break;
      }
      case 'CommitmentBroken': {
        const { party } = fact.data;
        if (standsSince({ fact, party }, [], confirmations) === undefined) break;
        end(open(party), { how: 'broken', on, knownOn: dayOf(fact.knownSince), eventId });
        break;
      }
      default:
        break;
    }
  }
  return { holdings, unconfirmed };
}
