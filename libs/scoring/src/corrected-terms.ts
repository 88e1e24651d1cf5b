import type { CommitmentEvent, CommitmentTerms, LedgerEvent } from '#domain';
import {
  type CivilDate,
  canonicalJson,
  daysBetween,
  type Fact,
  type Id,
  type Instant,
  othersAgreeing,
  partyOf,
  type RecordedCorrection,
  type Standing,
  standingCorrection,
} from '#kernel';
import type { Needed } from './agreement.js';
import type { Setting } from './due-dates.js';

/** How long a party alone may correct terms that it recorded (rule 12). */
const ALONE_WITHIN_DAYS = 30;

/** The corrections of a commitment's facts, by what they correct. */
export type Corrections = ReadonlyMap<Id, readonly RecordedCorrection[]>;

/** A correction that stands, in its final words, with the fact that says them last. */
export type StandingCorrection = Standing<RecordedCorrection>;

/**
 * Every correction of a fact that stands, in log order: each is a move of its own (rule 12). The kernel says what stands;
 * it is asked of each correction as if it were the only one of the fact, for among several the last would win (rule 11).
 */
export function correctionsOf(eventId: Id, corrections: Corrections): readonly StandingCorrection[] {
  return (corrections.get(eventId) ?? []).flatMap(
    (correction) => standingCorrection(eventId, new Map(corrections).set(eventId, [correction])) ?? [],
  );
}

/** True where a correction that stands, so that all whom it names have agreed, names everybody whose word is needed. */
export function isAgreed({ by: { fact } }: StandingCorrection, needed: Needed): boolean {
  const agreeing = [partyOf(fact.actor), ...othersAgreeing(fact)];
  return needed.every((party) => agreeing.includes(party));
}

/** What rule 12 guards: a correction of these is a change of terms. */
export function sameTerms(a: CommitmentTerms, b: CommitmentTerms): boolean {
  const terms = ({ dueOn, every, doneWhen, completion, shares, owedTo }: CommitmentTerms) =>
    canonicalJson({ dueOn, every, doneWhen, completion, shares, owedTo });
  return terms(a) === terms(b);
}

export type Asked = Readonly<{
  needed: (terms: CommitmentTerms) => Needed;
  facts: readonly Fact<LedgerEvent>[];
  corrections: Corrections;
  dayOf: (instant: Instant) => CivilDate;
}>;

/** May a party have corrected terms alone: within 30 days of recording, before anything was claimed, linked or due (rule 12). */
export function mayStandAlone(first: Fact, dueOn: CivilDate | undefined, correction: Fact, asked: Asked): boolean {
  const on = asked.dayOf(correction.recordedAt);
  const locked = asked.facts.some(
    (fact) => (fact.type === 'FulfilmentClaimed' || fact.type === 'EvidenceLinked') && fact.position < correction.position,
  );
  const soon = daysBetween(asked.dayOf(first.recordedAt), on) <= ALONE_WITHIN_DAYS;
  return soon && !locked && (dueOn === undefined || on <= dueOn);
}

/** Terms as they were agreed on a day: by the making, or by a correction as a change would be (rule 12). */
export type AgreedTerms = Readonly<{ terms: CommitmentTerms; eventId: Id; on: CivilDate; knownOn: CivilDate; position: string }>;

export type TermsHistory = Readonly<{
  /** The terms in their last words that stand. */
  terms: CommitmentTerms;
  first: CommitmentTerms;
  /** Each time they were agreed, the making first. What a party corrected alone takes the place of what it corrects. */
  agreed: readonly [AgreedTerms, ...AgreedTerms[]];
  /** The making's date, and each correction of it as a move agreed on the day it was recorded (rule 12). */
  settings: readonly Setting[];
  corrected: boolean;
}>;

/** A standing promise without a last day goes on: until an end is agreed, and for the periods before that all the same. */
function isDated({ dueOn, every }: CommitmentTerms): boolean {
  return dueOn !== undefined || every !== undefined;
}

/**
 * A commitment's terms through its corrections. A correction of terms stands where it is agreed as a change would have to be,
 * or where a party may correct alone; another one changes nothing.
 */
export function termsOf(made: Extract<Fact<CommitmentEvent>, { type: 'CommitmentMade' }>, asked: Asked): TermsHistory {
  const first: CommitmentTerms = made.corrected === undefined ? made.data : (made.corrected.first.data as CommitmentTerms);
  const settings: Setting[] = [];
  const set = (by: Setting['by'], fact: Fact, since: Instant, dueOn: CivilDate | null, alone?: true) => {
    const setOn = by === 'making' ? fact.day : asked.dayOf(fact.knownSince);
    const knownOn = asked.dayOf(since);
    settings.push({ by, eventId: fact.id, setOn, knownOn, dueOn, position: fact.position, ...(alone && { alone }) });
  };
  if (isDated(first)) set('making', made, made.firstKnownSince, first.dueOn ?? null);
  const { id: eventId, day: on, position } = made;
  const making: AgreedTerms = { terms: first, eventId, on, knownOn: asked.dayOf(made.firstKnownSince), position };
  const history: [AgreedTerms, ...AgreedTerms[]] = [making];
  let terms = first;
  let corrected = false;
  for (const correction of correctionsOf(made.id, asked.corrections)) {
    const { replacement, since, by } = correction;
    if (replacement === null) continue;
    const next = replacement.data as CommitmentTerms;
    const changes = !sameTerms(terms, next);
    const agreed = isAgreed(correction, asked.needed(terms));
    if (changes && !agreed && !mayStandAlone(made, terms.dueOn, by.fact, asked)) continue;
    corrected ||= changes;
    if (next.dueOn !== terms.dueOn) set('correction', by.fact, since, next.dueOn ?? null, !agreed || undefined);
    terms = next;
    const { fact } = by;
    const agreedOn = asked.dayOf(fact.knownSince);
    if (agreed) history.push({ terms, eventId: fact.id, on: agreedOn, knownOn: asked.dayOf(since), position: fact.position });
    else history[history.length - 1] = { ...(history.at(-1) ?? making), terms };
  }
  return { terms, first, agreed: history, settings, corrected };
}
