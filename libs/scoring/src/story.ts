import { type CommitmentEvent, type CommitmentTerms, isDenied } from '#domain';
import {
  byCorrected,
  type CivilDate,
  type Confirmations,
  confirmationsIn,
  correctionsIn,
  type Fact,
  type Id,
  type Instant,
  inFactOrder,
  standingCorrection,
  unconfirmedAmong,
} from '#kernel';
import { agreedIn, agreedProposal, neededForTheWhole, speaker, type Word } from './agreement.js';
import { type Claim, claimsOf } from './claims.js';
import {
  type Asked,
  type Corrections,
  correctionsOf,
  isAgreed,
  mayStandAlone,
  type TermsHistory,
  termsOf,
} from './corrected-terms.js';
import { agreedBefore, inOrder, isBefore, type Place, type Setting, type Timeline } from './due-dates.js';
import type { StreamFacts } from './ledger.js';
import { type Holding, holdingsOf, owingBefore } from './shares.js';

export type CommitmentFact = Fact<CommitmentEvent>;
type Made = Extract<CommitmentFact, { type: 'CommitmentMade' }>;

/** A commitment's end by word. `knownOn` is absent where it was done alone. */
export type Ending = Readonly<{ on: CivilDate; knownOn?: CivilDate; eventId: Id }> &
  (Readonly<{ how: 'withdrawn' }> | Readonly<{ how: 'superseded'; successorId: Id }>);

/** Everything the lines of the scorecard ask of one commitment. */
export type Story = Readonly<{
  id: Id;
  made: Made;
  madeOn: CivilDate;
  terms: CommitmentTerms;
  /** The terms each time they were agreed (rule 12). */
  agreed: TermsHistory['agreed'];
  /** The date that was stated first; its successor keeps it (line 9). */
  firstDueOn: CivilDate | undefined;
  /** Struck by a correction that stands. */
  struckBy?: Id;
  correctedTerms: boolean;
  /** The date of the whole. */
  whole: Timeline;
  /** Of each holding its date: its own, or the whole's until the share itself is moved. */
  shareDates: readonly Timeline[];
  holdings: readonly Holding[];
  claims: readonly Claim[];
  ending?: Ending;
  unconfirmed: readonly Id[];
  confirmations: Confirmations;
  corrections: Corrections;
  /** In fact order. */
  facts: readonly CommitmentFact[];
}>;

/**
 * Reads one commitment from its facts.
 * @returns undefined where its making is not known
 */
export function storyOf(stream: StreamFacts, dayOf: (instant: Instant) => CivilDate): Story | undefined {
  const restored = stream.struck.filter(({ type }) => type === 'CommitmentMade' || type === 'ShareAdded');
  const logOrder = [...stream.facts, ...restored].sort((a, b) => (a.position < b.position ? -1 : 1));
  const confirmations = confirmationsIn(logOrder);
  const recordedCorrections = correctionsIn(logOrder);
  const corrections = byCorrected(recordedCorrections);
  const made = logOrder.find((fact): fact is Made => fact.type === 'CommitmentMade');
  if (made === undefined) return undefined;

  const owing = (terms: CommitmentTerms) => terms.shares.map((share) => share.party);
  const asked: Asked = {
    needed: (terms) => neededForTheWhole(terms, owing(terms)),
    facts: logOrder,
    corrections,
    dayOf,
  };
  const history = termsOf(made, asked);
  const { terms } = history;

  // A strike is a change of all terms: it stands where it is agreed, or where a party may correct alone (rule 12).
  const standingStrikes = new Map<Id, Id>();
  for (const struck of stream.struck) {
    if (!restored.includes(struck)) continue;
    const strike = standingCorrection(struck.id, corrections);
    if (strike?.replacement !== null) continue;
    if (isAgreed(strike, asked.needed(terms)) || mayStandAlone(struck, terms.dueOn, strike.by.fact, asked))
      standingStrikes.set(struck.id, strike.by.id);
  }
  const standing = logOrder.filter((fact) => !standingStrikes.has(fact.id) || fact === made) as CommitmentFact[];
  const facts = inFactOrder(standing.filter((fact) => !isDenied(fact, confirmations)));

  const shares = holdingsOf({ fact: made, agreed: history.agreed }, facts, confirmations, dayOf);
  const judged = claimsOf(facts, confirmations, dayOf);
  // Whose word is needed is what was agreed when it was given: who comes in later undoes nothing.
  const sidesAt = (at: Place): Sides => {
    const agreed = agreedBefore(history.agreed, at).terms;
    const owing = owingBefore(at, shares.holdings);
    const whole = neededForTheWhole(
      agreed,
      owing.map(({ party }) => party),
    );
    const unbroken = owing.filter(({ ends }) => !ends.some((end) => isBefore(end, at)));
    return { whole, owing: unbroken.map(({ party }) => party), owed: agreed.owedTo };
  };
  const moves = movesIn(facts, { corrections, confirmations, dayOf }, (at) => sidesAt(at).whole);
  const end = endingIn(facts, confirmations, dayOf, sidesAt);
  const waiting = unconfirmedAmong(recordedCorrections).map(({ id }) => id);
  const unconfirmed = [waiting, shares.unconfirmed, judged.unconfirmed, moves.unconfirmed, end.unconfirmed].flat();
  const whole = inOrder([...history.settings, ...moves.whole]);
  const struckBy = standingStrikes.get(made.id);
  return {
    id: stream.id,
    made,
    madeOn: made.day,
    terms,
    agreed: history.agreed,
    firstDueOn: history.first.dueOn,
    ...(struckBy === undefined ? {} : { struckBy }),
    correctedTerms: history.corrected,
    whole,
    shareDates: shares.holdings.map((_, index) => shareDates(index, shares.holdings, whole, moves.ofShares)),
    holdings: shares.holdings,
    claims: judged.claims,
    ...(end.ending === undefined ? {} : { ending: end.ending }),
    unconfirmed: [...new Set(unconfirmed)].sort(),
    confirmations,
    corrections,
    facts,
  };
}

/** Whose word a change of the whole needs, who still owes and whom it is owed to. */
type Sides = Readonly<Record<'whole' | 'owing' | 'owed', readonly Id[]>>;

type Moves = Readonly<{ whole: readonly Setting[]; ofShares: ReadonlyMap<Id, readonly Setting[]>; unconfirmed: readonly Id[] }>;

/** What is said of facts beside them, and on which day. */
type Heard = Pick<Story, 'corrections' | 'confirmations'> & Pick<Asked, 'dayOf'>;

/** Agreed moves of due dates. A corrected proposal is a further move, agreed on the day the correction was recorded. */
function movesIn(facts: readonly CommitmentFact[], heard: Heard, neededAt: (at: Place) => readonly Id[]): Moves {
  const whole: Setting[] = [];
  const ofShares = new Map<Id, Setting[]>();
  const unconfirmed: Id[] = [];
  for (const proposal of facts) {
    if (proposal.type !== 'DueDateProposed') continue;
    const moved = moveOf(proposal, facts, heard, neededAt);
    unconfirmed.push(...moved.unconfirmed);
    const { of } = proposal.data;
    if (of.kind === 'whole') whole.push(...moved.settings);
    else ofShares.set(of.party, [...(ofShares.get(of.party) ?? []), ...moved.settings]);
  }
  return { whole, ofShares, unconfirmed };
}

type Proposal = Extract<CommitmentFact, { type: 'DueDateProposed' }>;

function moveOf(
  proposal: Proposal,
  facts: readonly CommitmentFact[],
  { corrections, confirmations, dayOf }: Heard,
  neededAt: (at: Place) => readonly Id[],
): Readonly<{ settings: readonly Setting[]; unconfirmed: readonly Id[] }> {
  const { proposalId } = proposal.data;
  const first = (proposal.corrected?.first.data ?? proposal.data) as Proposal['data'];
  const isMoved = first.dueOn !== proposal.data.dueOn;
  // Where the date was corrected, the first agreement keeps its own known-since; the correction is a move of its own.
  const asSaid = isMoved ? { ...proposal, data: first, knownSince: proposal.firstKnownSince } : proposal;
  const words = facts
    .filter((fact) => (fact.type === 'DueDateAgreed' || fact.type === 'DueDateDeclined') && fact.data.proposalId === proposalId)
    .concat(asSaid);
  const said = inFactOrder(words) as Word[];
  const move = agreedProposal(said, neededAt, confirmations);
  if (move?.agreed.since === undefined) return { settings: [], unconfirmed: move?.agreed.unconfirmed ?? [] };
  const { id: eventId, day, position } = move.completedBy;
  const agreedSince = move.agreed.since;
  let agreed: Setting = { by: 'agreement', eventId, setOn: day, knownOn: dayOf(agreedSince), dueOn: first.dueOn, position };
  const moves: Setting[] = [];
  for (const correction of isMoved ? correctionsOf(proposal.id, corrections) : []) {
    const { by, replacement, since } = correction;
    const setOn = dayOf(by.fact.knownSince);
    // Whoever agrees after a correction agrees to its words; it needs the word of those only who had spoken before it.
    const isBefore = since <= agreedSince;
    const spoken = said.filter((word) => word.position < by.fact.position).map((word) => speaker(word.data.by));
    const needed = neededAt({ day: setOn, position: by.fact.position }).filter((party) => !isBefore || spoken.includes(party));
    if (replacement === null || !isAgreed(correction, needed)) continue;
    const { dueOn } = replacement.data as Proposal['data'];
    if (isBefore) agreed = { ...agreed, dueOn };
    else moves.push({ by: 'correction', eventId: by.id, setOn, knownOn: dayOf(since), dueOn, position: by.fact.position });
  }
  return { settings: [agreed, ...moves], unconfirmed: [] };
}

/** A share's date: its own with its own moves; without one the whole's, until the share itself is moved (line 2). */
function shareDates(
  index: number,
  holdings: readonly Holding[],
  whole: Timeline,
  ofShares: ReadonlyMap<Id, readonly Setting[]>,
): Timeline {
  const holding = holdings[index];
  if (holding === undefined) return whole;
  const { previous, from } = holding;
  const moves = (ofShares.get(holding.party) ?? []).filter((move) => move.setOn >= from);
  if (previous !== undefined) {
    const inherited = shareDates(previous, holdings, whole, ofShares);
    const own = inOrder(moves);
    return own.length === 0 ? inherited : [...before(own, inherited), ...own];
  }
  const { making, corrections } = datesAsked(holding);
  const own = followed(inOrder([...moves, ...corrections]), whole);
  if (making !== undefined) return [making, ...own];
  return own.length === 0 ? whole : [...before(own, whole), ...own];
}

/** A setting of a share's own date; without a date it is taken away, and the whole's counts from then on. */
type OwnSetting = Omit<Setting, 'dueOn'> & Readonly<{ dueOn?: Setting['dueOn'] }>;

/** The share's own date, and each agreed correction of it as a move (rule 12). */
function datesAsked({ asks, from }: Holding): Readonly<{ making?: Setting; corrections: readonly OwnSetting[] }> {
  const [{ dueOn, knownOn, eventId, position }, ...agreed] = asks;
  const corrections = agreed.flatMap((ask, index): OwnSetting[] => {
    if (ask.dueOn === asks[index]?.dueOn) return [];
    const { on: setOn, eventId, knownOn, position } = ask;
    return [{ by: 'correction', eventId, setOn, knownOn, ...(ask.dueOn && { dueOn: ask.dueOn }), position }];
  });
  if (dueOn === undefined) return { corrections };
  return { making: { by: 'making', eventId, setOn: from, knownOn, dueOn, position }, corrections };
}

/** A share's own settings; where one takes its date away, with the whole's date, and its settings until the next of its own. */
function followed(own: readonly OwnSetting[], whole: Timeline): Timeline {
  return own.flatMap((setting, index): readonly Setting[] => {
    const { dueOn } = setting;
    if (dueOn !== undefined) return [{ ...setting, dueOn }];
    const next = own[index + 1];
    const after = whole.filter((its) => isLater(its, setting));
    const inForce = whole.findLast((its) => !after.includes(its))?.dueOn ?? null;
    return [{ ...setting, dueOn: inForce }, ...after.filter((its) => next === undefined || isLater(next, its))];
  });
}

function isLater(a: OwnSetting, b: OwnSetting): boolean {
  return a.by !== 'making' && (a.setOn === b.setOn ? a.position > b.position : a.setOn > b.setOn);
}

/** What a timeline said until the first of later settings. */
function before(later: Timeline, timeline: Timeline): Timeline {
  const [first] = later;
  if (first === undefined) return timeline;
  return timeline.filter((setting) => setting.by === 'making' || isLater(first, setting));
}

function endingIn(
  facts: readonly CommitmentFact[],
  confirmations: Confirmations,
  dayOf: (instant: Instant) => CivilDate,
  sidesAt: (at: Place) => Sides,
): Readonly<{ ending?: Ending; unconfirmed: readonly Id[] }> {
  const unconfirmed: Id[] = [];
  for (const fact of facts) {
    if (fact.type !== 'CommitmentWithdrawn' && fact.type !== 'CommitmentSuperseded') continue;
    const asked = (needed: readonly Id[]) => agreedIn(fact, fact.data.agreedBy, needed, confirmations);
    const { whole, owing, owed } = sidesAt(fact);
    const agreed = asked(whole);
    unconfirmed.push(...agreed.unconfirmed);
    // Alone means one whole side: all that owe, or all that are owed. It ends the work, and takes no date away.
    const sides = fact.actor.kind === 'person' ? [owing, owed] : [[]];
    const alone = sides.some((side) => asked(side).since !== undefined);
    if (agreed.since === undefined && !alone) continue;
    const known = agreed.since === undefined ? {} : { knownOn: dayOf(agreed.since) };
    const end = { on: fact.day, ...known, eventId: fact.id };
    const ending: Ending =
      fact.type === 'CommitmentWithdrawn'
        ? { how: 'withdrawn', ...end }
        : { how: 'superseded', successorId: fact.data.successorId, ...end };
    return { ending, unconfirmed };
  }
  return { unconfirmed };
}
