import {
  type Actor,
  type Context,
  type Event,
  type Fact,
  type FactCorrected,
  foldFacts,
  type Id,
  inFactOrder,
  notFound,
  type OccurredOn,
  refused,
  type Shape,
} from '#kernel';
import { isAboutFact, mentions, partyOf } from './about-facts.js';
import { dayOfAct } from './acting.js';
import { check, id, list, object, occurrence, optional, requireSaid, textRef } from './input.js';

type Words = Readonly<{ data: unknown; occurredOn: OccurredOn }>;

/** What a correction comes down to: a fact that is no correction itself, and the words that will stand; null strikes it. */
export type Aim<E extends Event> = Readonly<{ fact: Fact<E>; words: Words | null }>;

const replaced = object<Words>({
  data: check((value) => typeof value === 'object' && value !== null, 'must be an object'),
  occurredOn: occurrence,
});

export const corrected = object<FactCorrected['data']>({
  corrects: id,
  replacement: {
    optional: false,
    problems: (value, field) => (value === null ? [] : replaced.problems(value, field)),
  },
  reason: textRef,
  agreedBy: optional(list(id)),
});

/**
 * Follows a correction to the fact it is about in the end, and to the words that would then stand: a correction may
 * itself be corrected, or struck, and then what stood before it stands again.
 * @throws LedgerError `not-found` where the ledger does not know the fact; `refused` R11 for what is never corrected
 */
export function aimOf<E extends Event>(log: ReadonlyMap<Id, Fact<E>>, correction: FactCorrected['data']): Aim<E> {
  const fact = rootOf(log, correction);
  const corrections: Correction[] = [];
  for (const { id: own, type, data } of log.values())
    if (type === 'FactCorrected') corrections.push({ id: own, data: data as FactCorrected['data'] });
  const standing = standingCorrection(fact.id, [...corrections, { id: 'this', data: correction }]);
  if (standing !== undefined) return { fact, words: standing.replacement };
  const first = fact.corrected?.first;
  return { fact, words: { data: first?.data ?? fact.data, occurredOn: first?.day ?? fact.occurredOn } };
}

function rootOf<E extends Event>(log: ReadonlyMap<Id, Fact<E>>, correction: FactCorrected['data']): Fact<E> {
  const target = log.get(correction.corrects);
  if (target === undefined) throw notFound('corrects', `fact ${correction.corrects} (a fact that was struck is recorded anew)`);
  if (target.type === 'RecordConfirmed' || target.type === 'RecordContested')
    throw refused('R11', 'corrects', 'a confirmation is not corrected: the party says otherwise instead');
  if (target.type !== 'FactCorrected') return target;
  const earlier = target.data as FactCorrected['data'];
  if (correction.replacement !== null) {
    requireSaid(corrected, correction.replacement.data, 'replacement.data');
    if ((correction.replacement.data as FactCorrected['data']).corrects !== earlier.corrects)
      throw refused('R11', 'replacement.data.corrects', 'a corrected correction still corrects the same fact');
  }
  return rootOf(log, earlier);
}

type Correction = Readonly<{ id: Id; data: FactCorrected['data'] }>;

// The same reading of corrections as when facts are read: the latest that was not itself struck, in its own latest words.
function standingCorrection(corrects: Id, corrections: readonly Correction[]): FactCorrected['data'] | undefined {
  for (const { id: own, data } of corrections.toReversed()) {
    if (data.corrects !== corrects) continue;
    const later = standingCorrection(own, corrections);
    if (later === undefined) return data;
    if (later.replacement !== null) return later.replacement.data as FactCorrected['data'];
  }
  return undefined;
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
export function requireAgreed(
  fact: Fact,
  log: ReadonlyMap<Id, Fact>,
  correction: FactCorrected['data'],
  answering: readonly Id[],
): void {
  const confirming = [...log.values()]
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
export function stateBefore<State, E extends Event>(shape: Shape<State, E>, log: ReadonlyMap<Id, Fact<E>>, fact: Fact<E>): State {
  const facts = [...log.values()];
  return foldFacts(
    shape,
    facts.slice(
      0,
      facts.findIndex((other) => other.id === fact.id),
    ),
  ).state;
}

/** Rule 11: what others rest on stays: every fact that applied before the correction applies after it, in both orders. */
export function requireStillApplying<State, E extends Event>(
  shape: Shape<State, E>,
  log: ReadonlyMap<Id, Fact<E>>,
  { fact, words }: Aim<E>,
  now: Pick<Context<unknown>, 'now'>,
): void {
  const before = [...log.values()];
  const after = before.flatMap((other): Fact<E>[] => {
    if (other.id !== fact.id) return [other];
    if (words === null) return [];
    const { data, occurredOn } = words;
    return [{ ...other, data: data as E['data'], occurredOn, day: dayOfAct({ ...now, occurredOn }) }];
  });
  const skipped = (facts: readonly Fact<E>[]) => [
    ...foldFacts(shape, facts).anomalies,
    ...foldFacts(shape, inFactOrder(facts)).anomalies,
  ];
  const already = new Set(skipped(before).map(({ eventId }) => eventId));
  const broken = skipped(after).find(({ eventId }) => !already.has(eventId));
  if (broken !== undefined)
    throw refused('R11', 'corrects', `fact ${broken.eventId} rests on it and would no longer apply: ${broken.why}`);
}
