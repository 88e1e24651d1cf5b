import {
  type EvidenceEvent,
  type EvidenceMethod,
  type EvidenceRevisionRef,
  type EvidenceStanding,
  evidenceShape,
  evidenceStanding,
} from '#domain';
import { type CivilDate, type Fact, foldFacts, type Id, inFactOrder } from '#kernel';
import { agreedAt } from './due-dates.js';
import type { Found } from './follow-through.js';
import type { Asking } from './items.js';
import type { StreamFacts } from './ledger.js';
import type { EvidenceFigures } from './scorecard.js';
import type { Story } from './story.js';

export type EvidenceItem = Readonly<{
  id: Id;
  method: EvidenceMethod;
  party: Id | undefined;
  /** How its revision stands on a day (rule 7); undefined where it was not there yet. */
  standing: (revision: number, day: CivilDate) => EvidenceStanding | undefined;
}>;

/** Reads an item of evidence from its facts, as every view does; undefined where its submission is not known. */
export function evidenceItem(stream: StreamFacts): EvidenceItem | undefined {
  const { state } = foldFacts(evidenceShape, inFactOrder(stream.facts) as Fact<EvidenceEvent>[]);
  if (state.partnershipId === undefined) return undefined;
  const { method, party } = state;
  return { id: stream.id, method, party, standing: (revision, day) => evidenceStanding(state, revision, day) };
}

/** An item standing behind a commitment, or against it. */
export type Support = Readonly<{ item: EvidenceItem; stance: 'supports' | 'contradicts'; standing: EvidenceStanding }>;

type Reference = EvidenceRevisionRef & Readonly<{ stance: Support['stance'] }>;

/**
 * The evidence that a commitment names by a day, in fact order: in links not taken back, and in claims that stand, which
 * count by the day done (line 5).
 */
function referencesOf(story: Story, day: CivilDate): Reference[] {
  const unlinked = new Set(
    story.facts.flatMap((fact) => (fact.type === 'EvidenceUnlinked' && fact.day <= day ? [fact.data.linkId] : [])),
  );
  const claims = new Map(story.claims.filter(({ fulfilledOn }) => fulfilledOn <= day).map((claim) => [claim.eventId, claim]));
  return story.facts.flatMap((fact): readonly Reference[] => {
    if (fact.type === 'EvidenceLinked') return fact.day <= day && !unlinked.has(fact.data.linkId) ? [fact.data] : [];
    return (claims.get(fact.id)?.evidence ?? []).map((ref) => ({ ...ref, stance: 'supports' }));
  });
}

/**
 * What is linked to a commitment, or named by a claim that stands, on a day. Of each item and stance the latest reference
 * says which revision, whether a link or a claim made it: whoever refers to an older revision again means that one.
 */
export function supportOf(story: Story, items: ReadonlyMap<Id, EvidenceItem>, day: CivilDate): Support[] {
  const latest = new Map(referencesOf(story, day).map((ref) => [`${ref.evidenceId} ${ref.stance}`, ref]));
  return [...latest.values()].flatMap(({ evidenceId, revision, stance }) => {
    const item = items.get(evidenceId);
    const standing = item?.standing(revision, day);
    return item === undefined || standing === undefined ? [] : [{ item, stance, standing }];
  });
}

const COUNTS: ReadonlySet<EvidenceStanding> = new Set(['open', 'accepted']);

export type Sufficiency = Readonly<{
  required: boolean;
  present: boolean;
  accepted: boolean;
  triangulated: boolean;
  contradicted: boolean;
  withAny: boolean;
}>;

/**
 * Whether a commitment's evidence suffices on a day (line 10), by what was agreed to be asked for at its end: rejected,
 * retracted and expired items do not count (rule 7).
 */
export function sufficiencyOf(story: Story, items: ReadonlyMap<Id, EvidenceItem>, day: CivilDate): Sufficiency {
  const requirement = agreedAt(story.agreed, day).terms.evidenceRequirement;
  const counting = supportOf(story, items, day).filter(({ standing }) => COUNTS.has(standing));
  const supporting = counting.filter(({ stance }) => stance === 'supports');
  const fitting = supporting.filter(({ item }) => requirement?.methods?.includes(item.method) ?? true);
  const present = requirement !== undefined && fitting.length >= requirement.minimum;
  return {
    required: requirement !== undefined,
    present,
    accepted:
      requirement !== undefined && fitting.filter(({ standing }) => standing === 'accepted').length >= requirement.minimum,
    triangulated:
      present &&
      new Set(supporting.map(({ item }) => item.method)).size >= 2 &&
      new Set(supporting.flatMap(({ item }) => item.party ?? [])).size >= 2,
    contradicted: counting.some(({ stance }) => stance === 'contradicts'),
    withAny: supporting.length > 0,
  };
}

/** Line 10, over commitments due, carried in or claimed in the quarter. */
export function evidenceFigures(
  stories: readonly Story[],
  found: Found,
  items: ReadonlyMap<Id, EvidenceItem>,
  { quarter, e }: Asking,
): EvidenceFigures {
  const inQuarter = (day: CivilDate) => quarter.first <= day && day <= e;
  const due = new Set([...found.counted, ...found.carriedIn].map(({ story }) => story.id));
  const over = stories.filter(
    (story) =>
      story.struckBy === undefined &&
      (due.has(story.id) ||
        story.claims.some((claim) => claim.fulfilledOn <= e && (inQuarter(claim.fulfilledOn) || inQuarter(claim.claimedOn)))),
  );
  const judged = over.map((story) => ({ id: story.id, found: sufficiencyOf(story, items, e) }));
  const ids = (those: (s: Sufficiency) => boolean) => judged.filter((one) => those(one.found)).map(({ id }) => id);
  return {
    over: over.map(({ id }) => id),
    required: ids((s) => s.required),
    present: ids((s) => s.present),
    accepted: ids((s) => s.accepted),
    triangulated: ids((s) => s.triangulated),
    contradicted: ids((s) => s.contradicted),
    withAny: ids((s) => s.withAny),
  };
}
