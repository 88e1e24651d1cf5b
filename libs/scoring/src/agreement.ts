import type { AgreementBy, CommitmentEvent, CommitmentTerms } from '#domain';
import { type Confirmations, type Fact, type Id, type Instant, partyOf, type Side, standsSince } from '#kernel';

/** Whose words a change needs: parties, or the one body the commitment names. */
export type Needed = readonly Id[];

/** A change's standing: since when it is agreed, or that it is not, and which words are missing a confirmation. */
export type Agreed = Readonly<{ since?: Instant; unconfirmed: readonly Id[] }>;

/** The whole's agreement: every party owing or owed, or the named body. */
export function neededForTheWhole(terms: CommitmentTerms, owing: readonly Id[]): Needed {
  return terms.changesAgreedBy === 'every-party' ? [...new Set([...owing, ...terms.owedTo])] : [terms.changesAgreedBy.bodyId];
}

/** Whom a share is owed to, other than the party that owes it. */
export function neededForRelease(terms: CommitmentTerms, party: Id): Needed {
  return terms.owedTo.filter((owed) => owed !== party);
}

/**
 * Since when a change that lists its agreements is agreed: the latest known of the words needed, each of which must stand
 * as that party's own (line 1). The actor agrees by acting; whom it names beside those who are needed is not waited for.
 */
export function agreedIn(fact: Fact, agreedBy: readonly Id[], needed: Needed, confirmations: Confirmations): Agreed {
  const actor = partyOf(fact.actor);
  const parties = [...new Set([...(actor === undefined ? [] : [actor]), ...agreedBy.filter((party) => needed.includes(party))])];
  if (!needed.every((party) => parties.includes(party))) return { unconfirmed: [] };
  if (actor !== undefined && standsSince({ fact, party: actor }, [], confirmations) === undefined) return { unconfirmed: [] };
  const sides = parties.map((party) => ({ fact, party }));
  return together(
    sides.filter((side) => needed.includes(side.party)),
    sides,
    confirmations,
    fact.knownSince,
  );
}

function together(needed: readonly Side[], sides: readonly Side[], confirmations: Confirmations, from: Instant): Agreed {
  let since = from;
  const unconfirmed = new Set<Id>();
  for (const side of needed) {
    const stands = standsSince(side, sides, confirmations);
    if (stands === undefined) unconfirmed.add(side.fact.id);
    else if (stands > since) since = stands;
  }
  return unconfirmed.size > 0 ? { unconfirmed: [...unconfirmed].sort() } : { since, unconfirmed: [] };
}

export type Word = Extract<Fact<CommitmentEvent>, { type: 'DueDateProposed' | 'DueDateAgreed' | 'DueDateDeclined' }>;

/** An agreed move: dated by the last agreement it needed, known since the latest known of them (line 1). */
export type Move = Readonly<{ completedBy: Word; agreed: Agreed }>;

/**
 * The agreement to one proposal. The proposing party agrees by proposing; of each party its latest word counts.
 * @param words the proposal, its agreements and refusals, in fact order
 * @param neededFor whose words are needed, when one of them is given
 * @returns undefined while a word that is needed is missing
 */
export function agreedProposal(
  words: readonly Word[],
  neededFor: (word: Word) => Needed,
  confirmations: Confirmations,
): Move | undefined {
  const latest = new Map<Id, Word>();
  for (const word of words) {
    latest.set(speaker(word.data.by), word);
    if (word.type === 'DueDateDeclined') continue;
    const needed = neededFor(word);
    const yes = needed.every((party) => {
      const said = latest.get(party);
      return said !== undefined && said.type !== 'DueDateDeclined';
    });
    if (!yes) continue;
    const sides = [...latest].filter(([, said]) => said.type !== 'DueDateDeclined').map(([party, fact]) => ({ fact, party }));
    const sidesNeeded = sides.filter((side) => needed.includes(side.party));
    const knownSince = sidesNeeded.reduce(
      (since, side) => (side.fact.knownSince > since ? side.fact.knownSince : since),
      word.knownSince,
    );
    return { completedBy: word, agreed: together(sidesNeeded, sides, confirmations, knownSince) };
  }
  return undefined;
}

/** Whose word an agreement is: a party's, or a body's. */
export function speaker(by: Id | AgreementBy): Id {
  return typeof by === 'string' ? by : 'party' in by ? by.party : by.bodyId;
}
