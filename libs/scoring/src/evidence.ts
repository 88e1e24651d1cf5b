import type { EvidenceEvent, EvidenceMethod } from '#domain';
import { type CivilDate, type Confirmations, confirmationsIn, type Fact, type Id, inFactOrder, standsSince } from '#kernel';
import type { Found } from './follow-through.js';
import type { Asking } from './items.js';
import type { StreamFacts } from './ledger.js';
import type { EvidenceFigures } from './scorecard.js';
import type { Story } from './story.js';

/** How an item of evidence stands on a day (rule 7). */
export type EvidenceStanding = 'open' | 'accepted' | 'rejected' | 'retracted' | 'expired';

export type EvidenceItem = Readonly<{
  id: Id;
  method: EvidenceMethod;
  party: Id | undefined;
  /** How its revision stands on a day. */
  standing: (revision: number, day: CivilDate) => EvidenceStanding;
}>;

type EvidenceFact = Fact<EvidenceEvent>;
type Submitted = Extract<EvidenceFact, { type: 'EvidenceSubmitted' }>;
type Appraised = Extract<EvidenceFact, { type: 'EvidenceAppraised' }>;

/** Reads an item of evidence from its facts; undefined where its submission is not known. */
export function evidenceItem(stream: StreamFacts): EvidenceItem | undefined {
  const confirmations = confirmationsIn(stream.facts);
  const facts = inFactOrder(stream.facts) as EvidenceFact[];
  const submitted = facts.find((fact): fact is Submitted => fact.type === 'EvidenceSubmitted');
  if (submitted === undefined) return undefined;
  const { method, party, expiresOn } = submitted.data;
  return {
    id: stream.id,
    method,
    party,
    standing: (revision, day) => {
      const known = facts.filter((fact) => fact.day <= day);
      if (known.some((fact) => fact.type === 'EvidenceRetracted')) return 'retracted';
      const appraisals = known.filter((fact): fact is Appraised => fact.type === 'EvidenceAppraised');
      const verdict = appraisalOf(
        appraisals.filter((fact) => fact.data.revision === revision),
        submitted,
        confirmations,
      );
      if (verdict === 'rejected') return 'rejected';
      if (expiresOn !== undefined && expiresOn < day) return 'expired';
      return verdict ?? 'open';
    },
  };
}

/** Of each appraising party the latest; of two that differ the less favourable. Nobody appraises its own. */
function appraisalOf(
  appraisals: readonly Appraised[],
  submitted: Submitted,
  confirmations: Confirmations,
): 'accepted' | 'rejected' | undefined {
  const { party } = submitted.data;
  const others = party === undefined ? [] : [{ fact: submitted, party }];
  const latest = new Map<Id, 'accepted' | 'rejected'>();
  for (const fact of appraisals) {
    if (fact.data.by === party) continue;
    if (standsSince({ fact, party: fact.data.by }, others, confirmations) !== undefined)
      latest.set(fact.data.by, fact.data.verdict);
  }
  const verdicts = [...latest.values()];
  return verdicts.includes('rejected') ? 'rejected' : verdicts[0];
}

/** An item standing behind a commitment, or against it. */
export type Support = Readonly<{ item: EvidenceItem; stance: 'supports' | 'contradicts'; standing: EvidenceStanding }>;

/** What is linked to a commitment, or named by a claim that stands, on a day; each item in its last linked revision. */
export function supportOf(story: Story, items: ReadonlyMap<Id, EvidenceItem>, day: CivilDate): Support[] {
  const unlinked = new Set(
    story.facts.flatMap((fact) => (fact.type === 'EvidenceUnlinked' && fact.day <= day ? [fact.data.linkId] : [])),
  );
  const refs = story.facts.flatMap((fact) =>
    fact.type === 'EvidenceLinked' && fact.day <= day && !unlinked.has(fact.data.linkId) ? [fact.data] : [],
  );
  const claimed = story.claims
    .filter((claim) => claim.fulfilledOn <= day)
    .flatMap((claim) => claim.evidence.map((ref) => ({ ...ref, stance: 'supports' as const })));
  const last = new Map<string, Support>();
  for (const { evidenceId, revision, stance } of [...claimed, ...refs]) {
    const item = items.get(evidenceId);
    if (item !== undefined) last.set(`${evidenceId} ${stance}`, { item, stance, standing: item.standing(revision, day) });
  }
  return [...last.values()];
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

/** Whether a commitment's evidence suffices on a day (line 10): rejected, retracted and expired items do not count (rule 7). */
export function sufficiencyOf(story: Story, items: ReadonlyMap<Id, EvidenceItem>, day: CivilDate): Sufficiency {
  const requirement = story.terms.evidenceRequirement;
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
