import type { CommitmentEvent, CommitmentTerms, Quantity } from '#domain';
import { type CivilDate, type Confirmations, canonicalJson, type Fact, type Id, type Instant, standsSince } from '#kernel';
import { agreedIn, neededForRelease, neededForTheWhole } from './agreement.js';
import type { TermsHistory } from './corrected-terms.js';
import { agreedAt, agreedBefore, isBefore, knownInTime, type Place } from './due-dates.js';

/** How a party came to stop owing a share, and since when that is known. */
export type HoldingEnd = Readonly<{ how: 'released' | 'transferred' | 'broken' }> & Agreeing;

/** The fact by which something was agreed: its day, since when it is known, and its place in the log. */
type Agreeing = Readonly<{ on: CivilDate; knownOn: CivilDate; eventId: Id; position: string }>;

type ShareTerms = CommitmentTerms['shares'][number];

/** What a share asks for, from the day on which that was agreed. */
export type Asks = Agreeing & Pick<ShareTerms, 'dueOn' | 'quantity'>;

/** One share in one party's hands. */
export type Holding = Readonly<{
  party: Id;
  /** As the making or the adding says; then as each agreed correction does (rule 12). */
  asks: readonly [Asks, ...Asks[]];
  from: CivilDate;
  /** A share that was handed over, or agreed in a correction, counts as held only from then on, where that was known in time. */
  agreed?: Readonly<{ on: CivilDate; knownOn: CivilDate; position: string }>;
  eventId: Id;
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
    (holding.agreed === undefined || (holding.agreed.on <= x && knownInTime(holding.agreed.knownOn, x))) &&
    !holding.ends.some((end) => end.how !== 'broken' && end.on <= x && knownInTime(end.knownOn, x))
  );
}

/** How much a share asked for at the end of x; undefined where it names no amount of its own. */
export function quantityAt(x: CivilDate, { asks }: Holding): Quantity | undefined {
  return agreedAt(asks, x).quantity;
}

/** The end of a holding as of a day, whenever it became known. */
export function endedBy(day: CivilDate, holding: Holding): HoldingEnd | undefined {
  return holding.ends.find((end) => end.on <= day);
}

/** The hands a share went through by a day, this party's first. */
export function handsOf(holdings: readonly Holding[], holding: Holding, day: CivilDate): readonly Holding[] {
  const hands = [holding];
  for (let last = holding; ; ) {
    const next = last.next === undefined ? undefined : holdings[last.next];
    const isGiven = last.ends.some(({ how, on }) => how === 'transferred' && on <= day);
    if (next === undefined || !isGiven || hands.includes(next)) return hands;
    hands.push(next);
    last = next;
  }
}

/** True where the share was in this party's hands on a day, as agreed by then; a broken one still is. */
export function isHeldOn(day: CivilDate, { from, agreed, ends }: Holding): boolean {
  return from <= day && (agreed === undefined || agreed.on <= day) && !ends.some(({ how, on }) => how !== 'broken' && on <= day);
}

/** The shares as they were held when a fact came: by whoever took one on, and did not yet give it away. */
export function owingBefore(at: Place, holdings: readonly Holding[]): Holding[] {
  const isHeld = (holding: Holding) => {
    const { from, asks, ends } = holding;
    const isGone = ends.some((end) => end.how !== 'broken' && isBefore(end, at));
    return isBefore({ on: from, position: asks[0].position }, at) && isAgreed(holding, at) && !isGone;
  };
  return holdings.filter(isHeld);
}

/** False where the share was handed over, or agreed in a correction, only after a fact. */
function isAgreed({ agreed }: Holding, at: Place): boolean {
  return agreed === undefined || isBefore(agreed, at);
}

/** Not given away: a share that its party broke is still held. */
function isHeld({ ends }: Holding): boolean {
  return ends.every(({ how }) => how === 'broken');
}

/** At least the making. */
type History = TermsHistory['agreed'];
type Making = Readonly<{ fact: Fact; agreed: History }>;

/**
 * Who held which share from when to when. A release needs those it is owed to, a transfer the receiver too, a share that is
 * added the party that takes it on beside those a change of terms needs; a change whose words do not stand moves nothing.
 * @param facts of the commitment, in fact order
 */
export function holdingsOf(
  { fact: made, agreed }: Making,
  facts: readonly Fact<CommitmentEvent>[],
  confirmations: Confirmations,
  dayOf: (instant: Instant) => CivilDate,
): Holdings {
  const { holdings, leaving } = sharesMade(made, agreed);
  const unconfirmed: Id[] = [];
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

  /** Ends the shares that a correction took out, in whosever hands they are. */
  const takeOut = (those: (taken: Leaving) => boolean) => {
    for (const taken of leaving.filter(those)) {
      leaving.splice(leaving.indexOf(taken), 1);
      let index = taken.index;
      for (let next = holdings[index]?.next; next !== undefined && next !== index; next = holdings[index]?.next) index = next;
      const last = holdings[index];
      if (last !== undefined && isHeld(last)) end(index, taken.end);
    }
  };

  for (const fact of facts) {
    const { day: on, id: eventId, position } = fact;
    const { terms } = agreedBefore(agreed, fact);
    const isOpen = (holding: Holding) => isHeld(holding) && isAgreed(holding, fact);
    const open = (party: Id) => holdings.findLastIndex((holding) => holding.party === party && isOpen(holding));
    switch (fact.type) {
      case 'ShareAdded': {
        const { party } = fact.data;
        takeOut((taken) => taken.end.position < fact.position && holdings[taken.index]?.party === party);
        const owing = holdings.filter(isOpen).map(({ party }) => party);
        const knownOn = since(fact, fact.data.agreedBy, [party, ...neededForTheWhole(terms, owing)]);
        if (knownOn === undefined || open(party) >= 0) break;
        holdings.push({
          party,
          asks: [asksOf(fact.data, { on, knownOn: dayOf(fact.firstKnownSince), eventId, position })],
          from: on,
          eventId,
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
        if (receiving < 0)
          holdings.push({
            ...giving,
            party: to,
            from: on,
            agreed: { on, knownOn, position },
            ends: [],
            previous: index,
          });
        end(index, { how: 'transferred', on, knownOn, eventId, position }, receiving < 0 ? holdings.length - 1 : receiving);
        break;
      }
      case 'ShareReleased': {
        const index = open(fact.data.party);
        const knownOn = since(fact, fact.data.agreedBy, neededForRelease(terms, fact.data.party));
        if (knownOn !== undefined) end(index, { how: 'released', on, knownOn, eventId, position });
        break;
      }
      case 'CommitmentBroken': {
        const { party } = fact.data;
        if (standsSince({ fact, party }, [], confirmations) === undefined) break;
        end(open(party), { how: 'broken', on, knownOn: dayOf(fact.knownSince), eventId, position });
        break;
      }
      default:
        break;
    }
  }
  takeOut(() => true);
  return { holdings, unconfirmed };
}

/** A share that an agreed correction of the making takes out. */
type Leaving = Readonly<{ index: number; end: HoldingEnd }>;

/** The shares that the making names, or an agreed correction of it, with what each asks for; and those that one takes out. */
function sharesMade(made: Fact, agreed: History): { holdings: Holding[]; leaving: Leaving[] } {
  const holdings: Holding[] = [];
  const leaving: Leaving[] = [];
  let before: readonly ShareTerms[] = [];
  for (const version of agreed) {
    const { on, knownOn, eventId, position } = version;
    const { shares } = version.terms;
    const indexOf = (party: Id) =>
      holdings.findLastIndex((holding, index) => holding.party === party && !leaving.some((taken) => taken.index === index));
    for (const share of shares) {
      const index = indexOf(share.party);
      const asks = asksOf(share, version);
      const there = holdings[index];
      const was = before.find(({ party }) => party === share.party);
      if (there === undefined)
        holdings.push({
          party: share.party,
          asks: [asks],
          from: made.day,
          ...(version === agreed[0] ? {} : { agreed: { on, knownOn, position } }),
          eventId,
          ends: [],
        });
      else if (canonicalJson(was ?? null) !== canonicalJson(share)) holdings[index] = { ...there, asks: [...there.asks, asks] };
    }
    for (const { party } of before) {
      if (!shares.some((share) => share.party === party))
        leaving.push({ index: indexOf(party), end: { how: 'released', on, knownOn, eventId, position } });
    }
    before = shares;
  }
  return { holdings, leaving };
}

function asksOf({ dueOn, quantity }: Pick<ShareTerms, 'dueOn' | 'quantity'>, agreed: Agreeing): Asks {
  const { on, knownOn, eventId, position } = agreed;
  return {
    on,
    knownOn,
    eventId,
    position,
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(quantity === undefined ? {} : { quantity }),
  };
}
