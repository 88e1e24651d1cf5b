import type { CommitmentEvent, CommitmentTerms, Confirmations, LedgerEvent } from '#domain';
import { type CivilDate, canonicalJson, daysBetween, type Fact, type FactCorrected, type Id, type Instant } from '#kernel';
import { agreedIn, type Needed } from './agreement.js';
import type { Setting } from './due-dates.js';

type CorrectionFact = Extract<Fact<LedgerEvent>, { type: 'FactCorrected' }>;

/** How long a party alone may correct terms that it recorded (rule 12). */
const ALONE_WITHIN_DAYS = 30;

/** A correction in its final words, by the fact that says them last. */
export type Correction = Readonly<{ fact: CorrectionFact; data: FactCorrected['data'] }>;

/** The corrections of a fact in log order, struck ones left out, each in the words of its own last correction (rule 11). */
export function correctionsOf(eventId: Id, facts: readonly Fact<LedgerEvent>[]): readonly Correction[] {
  return facts.flatMap((fact): Correction[] => {
    if (fact.type !== 'FactCorrected' || fact.data.corrects !== eventId) return [];
    const own = correctionsOf(fact.id, facts).at(-1);
    if (own === undefined) return [{ fact, data: fact.data }];
    if (own.data.replacement === null) return [];
    return [{ fact: own.fact, data: { ...(own.data.replacement.data as FactCorrected['data']), corrects: eventId } }];
  });
}

/** What rule 12 guards: a correction of these is a change of terms. */
export function sameTerms(a: CommitmentTerms, b: CommitmentTerms): boolean {
  const terms = ({ dueOn, doneWhen, completion, shares, owedTo }: CommitmentTerms) =>
    canonicalJson({ dueOn, doneWhen, completion, shares, owedTo });
  return terms(a) === terms(b);
}

export type Asked = Readonly<{
  needed: (terms: CommitmentTerms) => Needed;
  facts: readonly Fact<LedgerEvent>[];
  confirmations: Confirmations;
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

export type TermsHistory = Readonly<{
  /** The terms in their last words that stand. */
  terms: CommitmentTerms;
  first: CommitmentTerms;
  /** The making's date, and each correction of it as a move agreed on the day it was recorded (rule 12). */
  settings: readonly Setting[];
  corrected: boolean;
  unconfirmed: readonly Id[];
}>;

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
  if (first.dueOn !== undefined) set('making', made, made.firstKnownSince, first.dueOn);
  let terms = first;
  let corrected = false;
  const unconfirmed: Id[] = [];
  for (const { fact, data } of correctionsOf(made.id, asked.facts)) {
    if (data.replacement === null) continue;
    const next = data.replacement.data as CommitmentTerms;
    const changes = !sameTerms(terms, next);
    const agreed = agreedIn(fact, data.agreedBy ?? [], asked.needed(terms), asked.confirmations);
    if (changes && agreed.since === undefined && !mayStandAlone(made, terms.dueOn, fact, asked)) {
      unconfirmed.push(...agreed.unconfirmed);
      continue;
    }
    corrected ||= changes;
    if (next.dueOn !== terms.dueOn) {
      const alone = agreed.since === undefined || undefined;
      set('correction', fact, agreed.since ?? fact.knownSince, next.dueOn ?? null, alone);
    }
    terms = next;
  }
  return { terms, first, settings, corrected, unconfirmed };
}
