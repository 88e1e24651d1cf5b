import {
  type Actor,
  byCorrected,
  type Correction,
  canonicalJson,
  correctionsIn,
  type Event,
  type Fact,
  type FactCorrected,
  type FactLog,
  foldFacts,
  type Id,
  inFactOrder,
  isAboutFact,
  notFound,
  type OccurredOn,
  othersAgreeing,
  partyOf,
  refused,
  replaced,
  type Shape,
  standingCorrection,
  type TimeZone,
  unconfirmedAmong,
} from '#kernel';
import { mentions } from './about-facts.js';
import { check, id, list, object, occurrence, optional, requireSaid, textRef } from './input.js';
import type { PartnershipState } from './partnership/partnership.js';

type Words = Readonly<{ data: unknown; occurredOn: OccurredOn }>;

/** What a correction comes down to: a fact that is no correction itself, and the words that will stand; null strikes it. */
export type Aim<E extends Event> = Readonly<{ fact: Fact<E>; words: Words | null }>;

const replacement = object<Words>({
  data: check((value) => typeof value === 'object' && value !== null, 'must be an object'),
  occurredOn: occurrence,
});

export const corrected = object<FactCorrected['data']>({
  corrects: id,
  replacement: {
    optional: false,
    problems: (value, field) => (value === null ? [] : replacement.problems(value, field)),
  },
  reason: textRef,
  agreedBy: optional(list(id)),
});

// Stands for the id of the correction that is being decided.
const THIS: Id = 'this';

/**
 * Follows a correction to the fact it is about in the end, and to the words that would then stand, were all whom it names
 * agreed: a correction may itself be corrected, or struck, and then what stood before it stands again.
 * @throws LedgerError `not-found` where the ledger does not know the fact; `refused` R11 for what is never corrected
 */
export function aimOf<E extends Event>(log: FactLog<E>, correction: FactCorrected['data']): Aim<E> {
  const fact = rootOf(log, correction);
  const corrections: readonly Correction[] = [
    ...correctionsIn(log.values()),
    { id: THIS, data: correction, since: fact.recordedAt },
  ];
  const standing = standingCorrection(fact.id, byCorrected(corrections));
  if (standing !== undefined) return { fact, words: standing.replacement };
  const first = fact.corrected?.first;
  return { fact, words: { data: first?.data ?? fact.data, occurredOn: first?.day ?? fact.occurredOn } };
}

function rootOf<E extends Event>(log: FactLog<E>, correction: FactCorrected['data']): Fact<E> {
  const target = log.get(correction.corrects);
  if (target === undefined) throw notFound('corrects', `fact ${correction.corrects} (a fact that was struck is recorded anew)`);
  if (target.type === 'RecordConfirmed' || target.type === 'RecordContested')
    throw refused('R11', 'corrects', 'a confirmation is not corrected: the party says otherwise instead');
  if (target.type !== 'FactCorrected') return target;
  const earlier = target.data as FactCorrected['data'];
  if (correction.replacement !== null) {
    requireSaid(corrected, correction.replacement.data, 'replacement.data');
    const { corrects, agreedBy = [] } = correction.replacement.data as FactCorrected['data'];
    if (corrects !== earlier.corrects)
      throw refused('R11', 'replacement.data.corrects', 'a corrected correction still corrects the same fact');
    if (canonicalJson([...agreedBy].sort()) !== canonicalJson([...(correction.agreedBy ?? [])].sort()))
      throw refused('R11', 'replacement.data.agreedBy', 'who agrees to a correction in other words agrees to these words');
  }
  return rootOf(log, earlier);
}

/**
 * How a correction stands to those that still wait for the confirmation of parties they name as having agreed. While one
 * waits, the same fact is not corrected again, so that what is confirmed in the end is what will stand.
 * @returns `again` where this very correction waits already; `takes-back` where it strikes or rewords one that waits
 * @throws LedgerError `refused` R11 while another correction of the fact waits
 */
export function besideWaiting(log: FactLog, correction: FactCorrected['data']): 'again' | 'takes-back' | 'first' {
  const waiting = unconfirmedAmong(correctionsIn(log.values()));
  if (waiting.some(({ id: own }) => own === correction.corrects)) return 'takes-back';
  const before = waiting.find(({ data }) => data.corrects === correction.corrects);
  if (before === undefined) return 'first';
  const said = ({ replacement, agreedBy = [] }: FactCorrected['data']) => canonicalJson({ replacement, agreedBy });
  if (said(before.data) === said(correction)) return 'again';
  throw refused(
    'R11',
    'corrects',
    `correction ${before.id} of it waits for ${othersAgreeing(before.fact).join(', ')}: it is confirmed or struck first`,
  );
}

/**
 * Rule 11: only the party whose act the fact was corrects it. A fact without a party was the act of the whole: of a
 * facilitator, an import or a service; the import and the service correct their own, a facilitator all three.
 * @param administrative a facilitator answers for the fact also where a party recorded it
 */
export function requireOwnAct(fact: Fact, actor: Actor, administrative: boolean): void {
  if (!isOwnAct(fact.actor, actor, administrative))
    throw refused(
      'R11',
      'corrects',
      `only ${partyOf(fact.actor) ?? 'who acts for the whole'} corrects this fact: it was their act`,
    );
}

function isOwnAct(author: Actor, actor: Actor, administrative: boolean): boolean {
  switch (actor.kind) {
    case 'importer':
      return author.kind === 'importer';
    case 'service':
      return author.kind === 'service' && author.name === actor.name;
    case 'clock':
      return false;
    case 'person':
      if (actor.partyId === undefined) return administrative || partyOf(author) === undefined;
      return partyOf(author) === actor.partyId;
  }
}

/**
 * Rule 11: a fact that a fact of another party names is corrected only with that party's agreement. Who confirmed a
 * record has named it.
 * @param answering the parties that answered the fact in the family's own terms: who appraised a revision
 */
export function requireAgreed(fact: Fact, log: FactLog, correction: FactCorrected['data'], answering: readonly Id[]): void {
  const confirming = log
    .values()
    .filter((other) => other.type === 'RecordConfirmed' && mentions(other, fact.id))
    .map((other) => (other.data as { party: Id }).party);
  const missing = [...answering, ...confirming].filter(
    (party) => party !== partyOf(fact.actor) && correction.agreedBy?.includes(party) !== true,
  );
  if (missing.length > 0)
    throw refused(
      'R11',
      'agreedBy',
      `party ${[...new Set(missing)].join(', ')} answered this fact and has not agreed to the correction`,
    );
}

/** Rule 16: who is named as having agreed is there to confirm it: a party or a body of the partnership. */
export function requireAgreeingThere(
  { agreedBy = [] }: Pick<FactCorrected['data'], 'agreedBy'>,
  partnership: PartnershipState | undefined,
): void {
  const stranger = agreedBy.findIndex((its) => partnership?.parties.has(its) !== true && partnership?.bodies.has(its) !== true);
  if (stranger >= 0) throw refused('R16', `agreedBy[${stranger}]`, `${agreedBy[stranger] ?? ''} is not in this partnership`);
}

/**
 * Rule 11: a fact that others name is not struck before them.
 * @param made the id the fact gave to a thing, by which others name it; undefined where it gave none
 */
export function requireUnnamed(fact: Fact, made: Id | undefined, others: Iterable<Fact>): void {
  if (made === undefined) return;
  for (const other of others) {
    if (other.id === fact.id || isAboutFact(other)) continue;
    const { actor } = other;
    if (mentions(other, made) || partyOf(actor) === made || (actor.kind === 'person' && actor.roleId === made))
      throw refused('R11', 'corrects', `${other.type} ${other.id} in ${other.stream} names it and would have to be struck first`);
  }
}

/** The facts before one, folded: what its rules were asked of, and are asked of again for the words that replace it. */
export function stateBefore<State, E extends Event>(shape: Shape<State, E>, log: FactLog<E>, fact: Fact<E>): State {
  const facts = log.values();
  return foldFacts(
    shape,
    facts.slice(
      0,
      facts.findIndex((other) => other.id === fact.id),
    ),
  ).state;
}

/**
 * Rule 11: what others rest on stays: every fact that applied before the correction applies after it, in both orders.
 * @param field where the refusal is shown
 */
export function requireStillApplying<State, E extends Event>(
  shape: Shape<State, E>,
  log: FactLog<E>,
  { fact, words }: Aim<E>,
  timeZone: TimeZone | undefined,
  field: string,
): void {
  const before = log.values();
  const after = before.flatMap((other): readonly Fact<E>[] => {
    if (other.id !== fact.id) return [other];
    return words === null ? [] : [replaced(other, words, timeZone ?? 'UTC')];
  });
  const skipped = (facts: readonly Fact<E>[]) => [
    ...foldFacts(shape, facts).anomalies,
    ...foldFacts(shape, inFactOrder(facts)).anomalies,
  ];
  const already = new Set(skipped(before).map(({ eventId }) => eventId));
  const broken = skipped(after).find(({ eventId }) => !already.has(eventId));
  if (broken !== undefined)
    throw refused('R11', field, `fact ${broken.eventId} rests on it and would no longer apply: ${broken.why}`);
}
