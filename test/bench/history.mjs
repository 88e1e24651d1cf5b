import { derivedId, newId } from '#kernel';

/** The quarter that the bench scores: every commitment falls due in it. */
export const QUARTER = 'FY2025-Q3';
export const EVENTS_OF_A_COMMITMENT = 10;

const MADE_ON = '2024-09-02';
const DAYS = Array.from({ length: 90 }, (_, n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
const TEXT = { text: '00000000-0000-4000-8000-000000000001', sha256: '0'.repeat(64) };

/**
 * A partnership of four organizations, imported: ten events a commitment (made, reported on five times, moved by an
 * agreement of both sides, claimed and judged), all due in one quarter, the outcomes mixed.
 * @param commitments how many
 * @returns the streams with their events, ready to append; and the partnership's id
 */
export function partnershipHistory(commitments) {
  const partnershipId = newId();
  const recorder = { kind: 'importer', id: newId() };
  // What two sides said stands where two principals recorded it.
  const recorders = new Map();
  const make = (type, data, occurredOn, partyId) => {
    const id = newId();
    return {
      id,
      type,
      schema: 1,
      data,
      metadata: {
        occurredOn,
        assertedAt: `${occurredOn}T12:00:00.000Z`,
        provenance: { source: 'bench', sha256: '0'.repeat(64), row: 1 },
        partnershipId,
        actor: { kind: 'importer', ...(partyId === undefined ? {} : { partyId }) },
        recordedBy: recorders.get(partyId) ?? recorder,
        commandId: id,
        commandDigest: '0'.repeat(64),
        decidedOn: {},
        correlationId: id,
        causationId: id,
      },
    };
  };
  const parties = ['North', 'South', 'East', 'West'].map((name) => ({ partyId: newId(), organizationId: newId(), name }));
  for (const { partyId } of parties) recorders.set(partyId, { kind: 'importer', id: newId() });
  const streams = parties.map(({ organizationId, name }) => {
    const registered = make('OrganizationRegistered', { name: `${name} School`, kind: 'school', externalIds: [] }, '2020-08-01');
    const { partnershipId: _, ...metadata } = registered.metadata;
    return { stream: `organization-${organizationId}`, events: [{ ...registered, metadata }] };
  });
  const goals = Array.from({ length: 5 }, () => newId());
  streams.push({
    stream: `partnership-${partnershipId}`,
    events: [
      make('PartnershipFormed', formation(), '2020-08-01'),
      ...parties.map(({ partyId, organizationId }) => make('PartyJoined', { partyId, organizationId }, '2020-08-01')),
      ...goals.map((goalId, n) => make('GoalSet', { goalId, title: `Goal ${n}` }, '2020-08-01')),
    ],
  });
  for (let n = 0; n < commitments; n += 1) {
    const [owing, owed] = [parties[n % 4].partyId, parties[(n + 1) % 4].partyId];
    const id = newId();
    streams.push({ stream: `commitment-${id}`, events: commitment(n, id, { make, partnershipId, owing, owed, goals }) });
  }
  return { partnershipId, streams };
}

function formation() {
  return {
    name: 'Valley Partnership',
    purpose: 'Reading by third grade',
    calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' },
    history: 'imported',
  };
}

function commitment(n, id, { make, partnershipId, owing, owed, goals }) {
  const dueOn = DAYS[n % 60];
  const moved = DAYS[(n % 60) + 20];
  const [proposalId, claimId] = ['proposal', 'claim'].map((family) => derivedId(id, family));
  const terms = {
    partnershipId,
    statement: `Coach new teacher number ${n} every week until the end of the term`,
    shares: [{ party: owing }],
    owedTo: [owed],
    goalId: goals[n % goals.length],
    dueBasis: 'stated',
    dueOn,
    doneWhen: [{ id: 'c1', text: 'The teacher was observed six times' }],
    completion: 'all',
    changesAgreedBy: 'every-party',
    owner: 'without-owner',
  };
  const report = (month, light) =>
    make('ProgressReported', { of: { kind: 'whole' }, party: owing, light, percent: month * 10 }, `2024-${month}-15`, owing);
  const doneOn = DAYS[(n % 60) + [0, 10, 20, 25][n % 4]];
  return [
    make('CommitmentMade', terms, MADE_ON, owing),
    report('09', 'on-track'),
    report('10', 'on-track'),
    report('11', 'at-risk'),
    report('12', n % 5 === 0 ? 'off-track' : 'on-track'),
    make('ProgressReported', { of: { kind: 'whole' }, party: owing, light: 'on-track', percent: 90 }, '2024-12-30', owing),
    make('DueDateProposed', { proposalId, of: { kind: 'whole' }, by: owing, dueOn: moved, reason: TEXT }, '2024-12-31', owing),
    n % 2 === 0
      ? make('DueDateAgreed', { proposalId, by: { party: owed } }, '2024-12-31', owed)
      : make('DueDateDeclined', { proposalId, by: { party: owed }, reason: TEXT }, '2024-12-31', owed),
    make('FulfilmentClaimed', { claimId, party: owing, fulfilledOn: doneOn, evidence: [] }, doneOn, owing),
    n % 5 === 0
      ? make('FulfilmentRejected', { claimId, by: owed, reason: TEXT }, doneOn, owed)
      : make('FulfilmentVerified', { claimId, by: owed, verdict: 'met' }, doneOn, owed),
  ];
}

/**
 * Appends histories as an import records them: facts side by side, a stream's own in order.
 * @param atOnce how many appends are under way
 */
export async function append(store, streams, atOnce = 128) {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(atOnce, streams.length) }, async () => {
      while (next < streams.length) {
        const { stream, events } = streams[next++];
        await store.append(stream, events, 'no-stream');
      }
    }),
  );
}
