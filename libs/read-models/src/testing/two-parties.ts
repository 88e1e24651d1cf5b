import { afterEach, beforeEach } from '@jest/globals';
import type { LedgerEvent } from '#domain';
import type { EventStore, Sql } from '#event-store';
import type { Recorded } from '#kernel';
import { ProjectionRunner } from '#projections';
import { ephemeralLedger } from '../../../projections/src/testing/ledger.js';
import { PROJECTIONS } from '../index.js';
import { DISTRICT, idOf, PARTNERSHIP, partnershipOfTwo, promise, tell, told, UNION } from './told.js';

export const REASON = { text: idOf('a text'), sha256: '0'.repeat(64) };

/** A claim of the district, and what the union makes of it. */
const claim = (name: string, on: '2025-02-10' | '2025-03-01') =>
  told(
    'commitment',
    idOf(name),
    { type: 'FulfilmentClaimed', data: { claimId: idOf(`claim ${name}`), party: DISTRICT, fulfilledOn: on, evidence: [] } },
    { on },
  );
const verdict = (name: string) =>
  told(
    'commitment',
    idOf(name),
    { type: 'FulfilmentVerified', data: { claimId: idOf(`claim ${name}`), by: UNION, verdict: 'met' } },
    { on: '2025-03-02', by: UNION },
  );
const minutes = told('evidence', idOf('minutes'), {
  type: 'EvidenceSubmitted',
  data: {
    partnershipId: PARTNERSHIP,
    title: 'Minutes\u0000 of February',
    method: 'minutes',
    collectedOn: '2025-02',
    party: DISTRICT,
    expiresOn: '2025-04-10',
    confidentiality: 'partnership',
    content: { kind: 'link', url: 'https://example.org/minutes' },
  },
});

/** Promises kept, kept late, overdue, due, without a date and broken, with evidence, a reading and a meeting. */
export const history = () => [
  ...partnershipOfTwo(),
  promise('keep', { dueOn: '2025-02-15', goalId: idOf('goal') }),
  promise('keep late', { dueOn: '2025-02-15', goalId: idOf('goal') }),
  promise('be overdue', { dueOn: '2025-03-01' }),
  promise('be off track', { dueOn: '2025-03-15' }),
  promise('be due', { dueOn: '2025-06-01' }),
  promise('have no date', { owner: false }),
  promise('break', { dueOn: '2025-02-01' }),
  claim('keep', '2025-02-10'),
  verdict('keep'),
  claim('keep late', '2025-03-01'),
  verdict('keep late'),
  told('commitment', idOf('be off track'), {
    type: 'ProgressReported',
    data: { of: { kind: 'whole' }, party: DISTRICT, light: 'off-track' },
  }),
  told('commitment', idOf('break'), { type: 'CommitmentBroken', data: { party: DISTRICT, reason: REASON } }),
  minutes,
  told('commitment', idOf('keep'), {
    type: 'EvidenceLinked',
    data: {
      linkId: idOf('link'),
      evidenceId: idOf('minutes'),
      revision: 1,
      to: { kind: 'whole' },
      stance: 'supports',
      by: DISTRICT,
    },
  }),
  told('indicator', idOf('indicator'), {
    type: 'IndicatorDefined',
    data: { partnershipId: PARTNERSHIP, name: 'Readers', unit: '%', direction: 'up' },
  }),
  told('indicator', idOf('indicator'), {
    type: 'ReadingRecorded',
    data: { readingId: idOf('reading'), reading: { absent: 'suppressed' }, asOf: '2024', source: 'state report' },
  }),
  told('meeting', idOf('meeting'), {
    type: 'MeetingScheduled',
    data: { partnershipId: PARTNERSHIP, kind: 'summit', title: 'Winter summit', on: '2025-01-20' },
  }),
];

/** Read models over a ledger of their own for each test of the file, and what is told to it. */
export function readModelsOfOneTest() {
  let sql: Sql;
  let store: EventStore;
  let runner: ProjectionRunner;
  beforeEach(async () => {
    ({ sql, store } = await ephemeralLedger());
    runner = new ProjectionRunner(sql, store, PROJECTIONS, { batchSize: 9 });
    await runner.start();
  });
  afterEach(() => runner.stop());
  return {
    sql: () => sql,
    store: () => store,
    runner: () => runner,
    /** Records it, and returns once the read models have it. */
    recorded: async (told: Parameters<typeof tell>[1] = history()): Promise<readonly Recorded<LedgerEvent>[]> => {
      const events = await tell(store, told);
      await runner.waitFor(await store.head(), 60_000);
      return events as readonly Recorded<LedgerEvent>[];
    },
  };
}
