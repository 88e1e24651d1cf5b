import type {
  CommitmentEvent,
  CommitmentTerms,
  EvidenceEvent,
  IndicatorEvent,
  LedgerEvent,
  MeetingEvent,
  PartnershipEvent,
} from '#domain';
import {
  type Actor,
  type Basis,
  type CivilDate,
  endOfDay,
  type FiscalYearStart,
  type Instant,
  type OccurredOn,
  type QuarterName,
  type Recorded,
  type Recorder,
  type TimeZone,
} from '#kernel';
import { type Scorecard, scorecardV1 } from '#scoring';

/** When a fact happened and how it came into the ledger. Without more it was recorded on its own day, by its own actor. */
export type When =
  | OccurredOn
  | Readonly<{
      on: OccurredOn;
      /** The recording day, or the exact instant. */
      recorded?: CivilDate | Instant;
      /** Since when its source had it: an imported fact. */
      asserted?: CivilDate;
      /** Whose principal wrote it down, where it was not the actor's own. */
      recordedBy?: string;
      /** Whose act it is, where it is not the party that the sentence names. */
      by?: string;
      id?: string;
    }>;

export type Terms = Readonly<{
  owes: readonly (string | CommitmentTerms['shares'][number])[];
  to?: readonly string[];
  due?: CivilDate;
  more?: Partial<CommitmentTerms>;
}>;

const reason = { text: 'text', sha256: '0' };
const NOON = 'T12:00:00.000Z';
type Draft = Omit<Recorded<LedgerEvent>, 'position' | 'revision'>;

/** A ledger written in sentences, for the cases. Days are days of the zone; everything is recorded at noon UTC. */
export function history(options: Readonly<{ fiscalYear?: FiscalYearStart; zone?: TimeZone }> = {}) {
  const drafts: Draft[] = [];
  const { fiscalYear = '07-01', zone = 'America/New_York' } = options;
  let count = 0;
  const lastClaims = new Map<string, string>();

  const add = (stream: string, event: LedgerEvent, party: string | undefined, when: When): string => {
    const at = typeof when === 'string' ? { on: when } : when;
    count += 1;
    const id = at.id ?? `${event.type}-${count}`;
    const day = at.recorded ?? (at.on.length === 10 ? (at.on as CivilDate) : undefined);
    if (day === undefined) throw new Error(`say when ${at.on} was recorded`);
    const whose = at.by ?? party;
    const actor: Actor =
      at.asserted !== undefined
        ? { kind: 'importer', ...(whose === undefined ? {} : { partyId: whose }) }
        : {
            kind: 'person',
            personId: `person-${whose}`,
            ...(whose === undefined ? {} : { partyId: whose }),
            roleId: `role-${whose}`,
          };
    const own: Recorder = actor.kind === 'person' ? { kind: 'person', id: actor.personId } : { kind: 'importer', id: 'tracker' };
    drafts.push({
      ...event,
      id,
      schema: 1,
      stream,
      recordedAt: (day.length === 10 ? `${day}${NOON}` : day) as Instant,
      metadata: {
        occurredOn: at.on,
        ...(at.asserted === undefined
          ? {}
          : { assertedAt: `${at.asserted}${NOON}` as Instant, provenance: { source: 'tracker', sha256: '0' } }),
        partnershipId: 'p',
        actor,
        recordedBy: at.recordedBy === undefined ? own : { kind: 'person', id: at.recordedBy },
        commandId: id,
        commandDigest: '',
        decidedOn: {},
        correlationId: id,
        causationId: id,
      },
    });
    return id;
  };

  const commitment = (id: string, event: CommitmentEvent, party: string | undefined, when: When) =>
    add(`commitment-${id}`, event, party, when);
  const partnership = (event: PartnershipEvent, when: When) => add('partnership-p', event, undefined, when);
  partnership(
    {
      type: 'PartnershipFormed',
      data: { name: 'P', purpose: 'P', calendar: { fiscalYearStart: fiscalYear, timeZone: zone }, history: 'lived' },
    },
    '2020-01-01',
  );
  for (const party of ['A', 'B', 'C', 'D']) {
    partnership({ type: 'PartyJoined', data: { partyId: party, organizationId: `organization-${party}` } }, '2020-01-01');
    partnership(
      { type: 'RoleAssigned', data: { roleId: `role-${party}`, partyId: party, personId: `person-${party}`, title: 'lead' } },
      '2020-01-01',
    );
  }

  const told = {
    partnership,
    commitment,
    evidence: (id: string, event: EvidenceEvent, party: string | undefined, when: When) =>
      add(`evidence-${id}`, event, party, when),
    indicator: (id: string, event: IndicatorEvent, when: When) => add(`indicator-${id}`, event, undefined, when),
    meeting: (id: string, event: MeetingEvent, when: When) => add(`meeting-${id}`, event, undefined, when),

    /** A commitment: who owes what to whom by when. A owes B on 15 February 2025 where nothing else is said. */
    made: (id: string, terms: Partial<Terms> = {}, when: When = '2024-09-01') =>
      commitment(id, { type: 'CommitmentMade', data: { partnershipId: 'p', ...termsOf(terms) } }, 'A', when),
    /** Proposed by the first party and agreed by the others, all on one day. */
    moved: (id: string, dueOn: CivilDate, by: readonly string[], when: When, of?: string) => {
      const [first = 'A', ...others] = by;
      const proposalId = `proposal-${(count += 1)}`;
      const target = of === undefined ? ({ kind: 'whole' } as const) : ({ kind: 'share', party: of } as const);
      const given = typeof when === 'string' ? { on: when } : when;
      const { id: _, ...unnamed } = { id: '', ...given };
      const at = others.length === 0 ? given : unnamed;
      commitment(id, { type: 'DueDateProposed', data: { proposalId, of: target, by: first, dueOn, reason } }, first, at);
      for (const party of others) commitment(id, { type: 'DueDateAgreed', data: { proposalId, by: { party } } }, party, when);
      return proposalId;
    },
    agreed: (id: string, proposalId: string, party: string, when: When) =>
      commitment(id, { type: 'DueDateAgreed', data: { proposalId, by: { party } } }, party, when),
    announced: (id: string, party: string, expectedOn: CivilDate, when: When) =>
      commitment(id, { type: 'DueDateAnnounced', data: { party, expectedOn, reason } }, party, when),
    claimed: (
      id: string,
      party: string,
      when: When,
      more: Readonly<{ fulfilledOn?: OccurredOn; period?: CivilDate; quantity?: number; evidence?: readonly string[] }> = {},
    ) => {
      const claimId = `claim-${(count += 1)}`;
      lastClaims.set(`${id} ${party}`, claimId);
      const on = typeof when === 'string' ? when : when.on;
      const { fulfilledOn = on, evidence = [], ...rest } = more;
      const refs = evidence.map((evidenceId) => ({ evidenceId, revision: 1 }));
      commitment(id, { type: 'FulfilmentClaimed', data: { claimId, party, fulfilledOn, evidence: refs, ...rest } }, party, when);
      return claimId;
    },
    /** The verdict of a party on another's last claim. */
    judged: (id: string, by: string, of: string, verdict: 'met' | 'partially-met' | 'not-met', when: When, claim?: string) => {
      const claimId = claim ?? lastClaims.get(`${id} ${of}`) ?? 'no claim';
      return verdict === 'not-met'
        ? commitment(id, { type: 'FulfilmentRejected', data: { claimId, by, reason } }, by, when)
        : commitment(id, { type: 'FulfilmentVerified', data: { claimId, by, verdict } }, by, when);
    },
    unclaimed: (id: string, claimId: string, party: string, when: When) =>
      commitment(id, { type: 'ClaimWithdrawn', data: { claimId } }, party, when),
    broken: (id: string, party: string, when: When) =>
      commitment(id, { type: 'CommitmentBroken', data: { party, reason } }, party, when),
    withdrawn: (id: string, agreedBy: readonly string[], when: When) =>
      commitment(id, { type: 'CommitmentWithdrawn', data: { reason, agreedBy } }, agreedBy[0] ?? 'A', when),
    superseded: (id: string, successorId: string, agreedBy: readonly string[], when: When) =>
      commitment(id, { type: 'CommitmentSuperseded', data: { successorId, reason, agreedBy } }, agreedBy[0] ?? 'A', when),
    released: (id: string, party: string, agreedBy: readonly string[], when: When) =>
      commitment(id, { type: 'ShareReleased', data: { party, agreedBy, reason } }, agreedBy[0] ?? party, when),
    transferred: (id: string, from: string, to: string, agreedBy: readonly string[], when: When) =>
      commitment(id, { type: 'ShareTransferred', data: { from, to, agreedBy } }, from, when),
    confirmed: (id: string, eventId: string, party: string, when: When) =>
      commitment(id, { type: 'RecordConfirmed', data: { eventId, party } }, party, when),
    /** A correction of a fact of a commitment: other words, another day, or none at all. */
    corrected: (
      id: string,
      corrects: string,
      to: Readonly<{ data?: unknown; occurredOn?: OccurredOn }> | null,
      agreedBy: readonly string[],
      when: When,
    ) => {
      const said = drafts.find((draft) => draft.id === corrects);
      const replacement = to && { data: to.data ?? said?.data, occurredOn: to.occurredOn ?? said?.metadata.occurredOn ?? '2024' };
      return commitment(
        id,
        { type: 'FactCorrected', data: { corrects, replacement, reason, agreedBy } },
        agreedBy[0] ?? 'A',
        when,
      );
    },
    /** The terms a making would have had. */
    terms: (terms: Partial<Terms>) => ({ partnershipId: 'p', ...termsOf(terms) }),
    milestone: (id: string, milestoneId: string, when: When, dueOn?: CivilDate) =>
      commitment(
        id,
        { type: 'MilestonePlanned', data: { milestoneId, title: milestoneId, ...(dueOn === undefined ? {} : { dueOn }) } },
        'A',
        when,
      ),
    reached: (id: string, milestoneId: string, when: When) =>
      commitment(id, { type: 'MilestoneReached', data: { milestoneId } }, 'A', when),
    reopened: (id: string, milestoneId: string, when: When) =>
      commitment(id, { type: 'MilestoneReopened', data: { milestoneId, reason } }, 'A', when),
    rescheduled: (id: string, milestoneId: string, dueOn: CivilDate, when: When) =>
      commitment(id, { type: 'MilestoneRescheduled', data: { milestoneId, dueOn, reason } }, 'A', when),
    dropped: (id: string, milestoneId: string, when: When) =>
      commitment(id, { type: 'MilestoneDropped', data: { milestoneId, reason } }, 'A', when),
    says: (id: string, milestoneId: string, says: string | null, when: When) =>
      commitment(
        id,
        {
          type: 'ProgressReported',
          data: { of: { kind: 'milestone', milestoneId }, sourceStatus: says === null ? 'no-longer-stated' : { says } },
        },
        undefined,
        when,
      ),
    submitted: (
      id: string,
      party: string,
      method: Extract<EvidenceEvent, { type: 'EvidenceSubmitted' }>['data']['method'],
      when: When,
      expiresOn?: CivilDate,
    ) =>
      told.evidence(
        id,
        {
          type: 'EvidenceSubmitted',
          data: {
            partnershipId: 'p',
            title: id,
            method,
            collectedOn: '2025-01-15',
            party,
            confidentiality: 'public',
            content: { kind: 'link', url: 'https://example.org' },
            ...(expiresOn === undefined ? {} : { expiresOn }),
          },
        },
        party,
        when,
      ),
    linked: (id: string, evidenceId: string, when: When, stance: 'supports' | 'contradicts' = 'supports') =>
      commitment(
        id,
        {
          type: 'EvidenceLinked',
          data: { linkId: `link-${(count += 1)}`, evidenceId, revision: 1, to: { kind: 'whole' }, stance },
        },
        'A',
        when,
      ),
    appraised: (id: string, by: string, verdict: 'accepted' | 'rejected', when: When) =>
      told.evidence(id, { type: 'EvidenceAppraised', data: { revision: 1, by, verdict } }, by, when),

    /** In log order: as recorded; what was recorded at one instant, as it was told. */
    events: (): Recorded<LedgerEvent>[] => {
      const revisions = new Map<string, number>();
      return [...drafts]
        .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
        .map((draft, index) => {
          const revision = revisions.get(draft.stream) ?? 0;
          revisions.set(draft.stream, revision + 1);
          return { ...draft, position: String(index + 1).padStart(20, '0'), revision: BigInt(revision) } as Recorded<LedgerEvent>;
        });
    },
    /** The scorecard of a quarter as known at the end of a day. */
    card: (quarter: QuarterName = 'FY2025-Q3', day: CivilDate = '2025-04-10', basis: Basis = 'ledger'): Scorecard =>
      scorecardV1({ events: told.events() }, { quarter, asOf: endOfDay(day, zone), basis }),
  };
  return told;
}

export type History = ReturnType<typeof history>;

function termsOf({ owes = ['A'], to = ['B'], due = '2025-02-15', more = {} }: Partial<Terms>): CommitmentTerms {
  const dated = more.dueBasis === 'none' ? {} : ({ dueBasis: 'stated', dueOn: due } as const);
  return {
    statement: 'it will be done',
    shares: owes.map((share) => (typeof share === 'string' ? { party: share } : share)),
    owedTo: to,
    doneWhen: [],
    completion: 'all',
    changesAgreedBy: 'every-party',
    owner: 'without-owner',
    ...dated,
    ...more,
  } as CommitmentTerms;
}
