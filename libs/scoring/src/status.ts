import type { CommitmentTerms, LedgerEvent, Light, Owner, PartnershipState } from '#domain';
import {
  type Basis,
  type CivilDate,
  daysBetween,
  endOfDay,
  type Id,
  type Instant,
  isOnBehalf,
  type Quarter,
  type Recorded,
  standsSince,
  type TimeZone,
} from '#kernel';
import type { Verdict } from './claims.js';
import { dateInForce } from './due-dates.js';
import { type EvidenceItem, evidenceItem, type Sufficiency, sufficiencyOf } from './evidence.js';
import { type Asking, dateOf } from './items.js';
import { dayIn, type Known, knownAt } from './ledger.js';
import { milestoneCount } from './milestones.js';
import { fulfilmentOf } from './outcomes.js';
import type { NotRecordedYet } from './scorecard.js';
import { type Holding, isHeldOn } from './shares.js';
import { originalDate, type Predecessors, predecessorsIn } from './slippage.js';
import { type Status, standing } from './standing.js';
import { type Story, storyOf } from './story.js';

export type ShareView = Readonly<{
  party: Id;
  state: 'open' | 'claimed' | 'met' | 'partially-met' | 'broken' | 'released' | 'transferred';
  dueOn: CivilDate | null;
  doneOn: CivilDate | null;
}>;

export type ClaimView = Readonly<{
  claimId: Id;
  party: Id;
  fulfilledOn: CivilDate;
  verdict: Verdict | null;
  contested: boolean;
  /** Evidence it named that no longer counts (rule 7). */
  restsOnFallen: readonly Id[];
}>;

/** A commitment in a view: its status, and beside it what never replaces it. */
export type CommitmentView = Readonly<{
  commitmentId: Id;
  status: Status;
  /** As the making says them, with the partnership it was made in. */
  terms: CommitmentTerms & Readonly<{ partnershipId?: Id }>;
  madeOn: CivilDate;
  owner: Owner;
  dueOn: CivilDate | null;
  originalDueOn: CivilDate | null;
  /** Announced by an owing party alone since the last agreement. */
  expectedOn: CivilDate | null;
  doneOn: CivilDate | null;
  disputed: NotRecordedYet;
  paused: boolean;
  milestones: Readonly<{ reached: number; planned: number }>;
  lastLight: Readonly<{ light: Light; on: CivilDate; ageDays: number }> | null;
  slippageDays: number | null;
  latenessDays: number | null;
  evidence: Sufficiency;
  shares: readonly ShareView[];
  claims: readonly ClaimView[];
  correctedTerms: boolean;
  /** Facts recorded by another hand and neither confirmed nor contested by their party. */
  onBehalf: readonly Id[];
  /** Agreements and verdicts that wait for a confirmation. */
  unconfirmed: readonly Id[];
  /** Facts that became known later than the partnership's late days. */
  late: readonly Id[];
}>;

/** The view asked for: what was true on a day, as known by an instant. */
export type ViewRequest = Readonly<{
  on: CivilDate;
  asOf: Instant;
  basis: Basis;
  timeZone: TimeZone;
  lateAfterDays: number;
}>;

/**
 * Every commitment of a partnership in a view, by id.
 * @param events all events of the partnership's streams in log order
 */
export function commitmentViews(
  events: readonly Recorded<LedgerEvent>[],
  at: Readonly<{ on: CivilDate; asOf?: Instant; basis: Basis }>,
): ReadonlyMap<Id, CommitmentView> {
  const asOf = at.asOf ?? events.at(-1)?.recordedAt ?? endOfDay(at.on, 'UTC');
  const known = knownAt(events, { asOf, basis: at.basis, on: at.on });
  const request = { on: at.on, asOf, basis: at.basis, timeZone: known.timeZone, lateAfterDays: known.partnership.lateAfterDays };
  return viewsOf(known, request);
}

/**
 * One commitment in a view, from its own events and those of the evidence it links.
 * @returns undefined where its making is not known
 */
export function commitmentView(events: readonly Recorded<LedgerEvent>[], request: ViewRequest): CommitmentView | undefined {
  const known = knownAt(events, request);
  return viewsOf({ ...known, timeZone: request.timeZone }, request)
    .values()
    .next().value;
}

function viewsOf(known: Known, request: ViewRequest): ReadonlyMap<Id, CommitmentView> {
  const dayOf = dayIn(known.timeZone);
  const stories = known.commitments.flatMap((stream) => storyOf(stream, dayOf) ?? []);
  const evidence = new Map(known.evidence.flatMap((stream) => evidenceItem(stream) ?? []).map((item) => [item.id, item]));
  const quarter: Quarter = { name: 'FY0-Q1', first: request.on, last: request.on };
  const asking: Asking = { quarter, e: request.on, partnership: known.partnership, dayOf };
  const predecessors = predecessorsIn(stories, request.on);
  return new Map(stories.map((story) => [story.id, viewOf(story, { asking, request, evidence, predecessors })]));
}

type Beside = Readonly<{
  asking: Asking;
  request: ViewRequest;
  evidence: ReadonlyMap<Id, EvidenceItem>;
  predecessors: Predecessors;
}>;

function viewOf(story: Story, { asking, request, evidence, predecessors }: Beside): CommitmentView {
  const { on } = request;
  const now = standing(story, asking);
  const dueOn = dateOf(story, on);
  const original = originalDate(story, predecessors) ?? null;
  const ended = ['struck', 'withdrawn', 'superseded', 'broken'].includes(now.status);
  return {
    commitmentId: story.id,
    status: now.status,
    terms: story.terms,
    madeOn: story.madeOn,
    owner: ownerIn(story),
    dueOn,
    originalDueOn: original,
    expectedOn: expectedOn(story, on),
    doneOn: now.doneOn,
    disputed: 'not recorded yet',
    paused: isPaused(asking.partnership, on),
    milestones: milestoneCount(story, asking),
    lastLight: lastLight(story, on),
    slippageDays: dueOn === null || original === null ? null : daysBetween(original, dueOn),
    latenessDays: original === null || (ended && now.doneOn === null) ? null : daysBetween(original, now.doneOn ?? on),
    evidence: sufficiencyOf(story, evidence, on),
    shares: story.holdings.flatMap((holding, index) => {
      const { from, agreed } = holding;
      return (agreed?.on ?? from) <= on ? [shareView(story, holding, index, asking)] : [];
    }),
    claims: story.claims.map((claim) => ({
      claimId: claim.claimId,
      party: claim.party,
      fulfilledOn: claim.fulfilledOn,
      verdict: claim.verdict,
      contested: claim.contested,
      restsOnFallen: claim.evidence
        .filter((ref) =>
          ['rejected', 'retracted', 'expired'].includes(evidence.get(ref.evidenceId)?.standing(ref.revision, on) ?? ''),
        )
        .map((ref) => ref.evidenceId),
    })),
    correctedTerms: story.correctedTerms,
    onBehalf: story.facts.filter((fact) => isOnBehalf(fact) && !isAnswered(fact.id, story)).map(({ id }) => id),
    unconfirmed: story.unconfirmed,
    late: story.facts
      .filter((fact) => daysBetween(fact.day, asking.dayOf(fact.firstKnownSince)) > request.lateAfterDays)
      .map(({ id }) => id),
  };
}

function shareView(story: Story, holding: Holding, index: number, asking: Asking): ShareView {
  const on = asking.e;
  const { doneOn, partlyOn, verified } = fulfilmentOf(story, holding, { dueOn: on }, asking);
  const end = holding.ends.findLast((one) => one.on <= on);
  const said = doneOn === null ? (partlyOn === null ? 'open' : 'partially-met') : verified ? 'met' : 'claimed';
  return {
    party: holding.party,
    state: end?.how ?? (story.terms.every === undefined ? said : 'open'),
    dueOn: dateInForce(story.shareDates[index] ?? [], on),
    doneOn: story.terms.every === undefined ? doneOn : null,
  };
}

/** The last announcement of a party that owes, while no agreement came after it. */
function expectedOn(story: Story, on: CivilDate): CivilDate | null {
  const owing = story.holdings.filter((holding) => isHeldOn(on, holding)).map(({ party }) => party);
  const announced = story.facts.findLast((fact) => fact.type === 'DueDateAnnounced' && owing.includes(fact.data.party));
  const moved = [story.whole, ...story.shareDates].flat().filter((setting) => setting.by !== 'making' && setting.setOn <= on);
  if (announced?.type !== 'DueDateAnnounced') return null;
  const later = moved.some(
    ({ setOn, position }) => setOn > announced.day || (setOn === announced.day && position > announced.position),
  );
  return later ? null : announced.data.expectedOn;
}

function lastLight(story: Story, on: CivilDate): CommitmentView['lastLight'] {
  for (const fact of story.facts.toReversed()) {
    if (fact.type !== 'ProgressReported' || fact.data.light === undefined || fact.data.of.kind === 'milestone') continue;
    return { light: fact.data.light, on: fact.day, ageDays: daysBetween(fact.day, on) };
  }
  return null;
}

function ownerIn(story: Story): Owner {
  const changed = story.facts.findLast((fact) => fact.type === 'OwnerChanged');
  return changed?.data.owner ?? story.terms.owner;
}

function isPaused({ pauses }: PartnershipState, on: CivilDate): boolean {
  return pauses.some(({ from, until }) => from <= on && (until === undefined || until > on));
}

/** The party whose act it was has said yes or no to the record. */
function isAnswered(eventId: Id, story: Story): boolean {
  const fact = story.facts.find(({ id }) => id === eventId);
  const party = fact !== undefined && 'partyId' in fact.actor ? fact.actor.partyId : undefined;
  if (fact === undefined || party === undefined) return false;
  if (standsSince({ fact, party }, [], story.confirmations) === undefined) return true;
  return story.facts.some(
    (word) => word.type === 'RecordConfirmed' && word.data.eventId === eventId && word.data.party === party,
  );
}

/** What changed between two views. */
export type Change = Readonly<{
  commitmentId: Id;
  field: 'made' | 'gone' | 'status' | 'dueOn' | 'expectedOn' | 'doneOn' | 'owner' | 'milestones' | 'evidence';
  before: unknown;
  after: unknown;
}>;

const COMPARED = ['status', 'dueOn', 'expectedOn', 'doneOn', 'owner', 'milestones', 'evidence'] as const;

/** What is different in the later of two views of one partnership, by commitment. */
export function difference(before: ReadonlyMap<Id, CommitmentView>, after: ReadonlyMap<Id, CommitmentView>): Change[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((commitmentId): Change[] => {
    const [was, is] = [before.get(commitmentId), after.get(commitmentId)];
    if (was === undefined) return [{ commitmentId, field: 'made', before: null, after: is?.status ?? null }];
    if (is === undefined) return [{ commitmentId, field: 'gone', before: was.status, after: null }];
    return COMPARED.flatMap((field) =>
      JSON.stringify(was[field]) === JSON.stringify(is[field])
        ? []
        : [{ commitmentId, field, before: was[field], after: is[field] }],
    );
  });
}
