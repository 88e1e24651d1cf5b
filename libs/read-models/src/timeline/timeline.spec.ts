import { describe, expect, it } from '@jest/globals';
import type { LedgerEvent } from '#domain';
import type { Recorded } from '#kernel';
import { partnershipTimeline } from '../index.js';
import { idOf, PARTNERSHIP, told } from '../testing/told.js';
import { REASON, readModelsOfOneTest } from '../testing/two-parties.js';

const { sql, store, recorded } = readModelsOfOneTest();

describe('the timeline', () => {
  it('has every event of the partnership once on either axis, in that axis’s order', async () => {
    await recorded();
    const all = await store().readPartnership(PARTNERSHIP);
    for (const axis of ['known', 'occurred'] as const) {
      const seen: string[] = [];
      const keys: string[] = [];
      let cursor: string | undefined;
      do {
        const asked = { axis, basis: 'ledger', limit: 7, ...(cursor === undefined ? {} : { cursor }) } as const;
        const { data } = await partnershipTimeline(sql(), PARTNERSHIP, asked);
        for (const entry of data?.items ?? []) {
          seen.push(entry.eventId);
          keys.push(axis === 'known' ? entry.position : `${entry.day} ${entry.position}`);
        }
        cursor = data?.next ?? undefined;
      } while (cursor !== undefined);
      expect([...seen].sort()).toEqual(all.map(({ id }) => id).sort());
      expect(keys).toEqual([...keys].sort());
    }
  });

  it('says in plain words what happened, with names, and flags what came late', async () => {
    await recorded();
    const { data } = await partnershipTimeline(sql(), PARTNERSHIP, {
      axis: 'occurred',
      basis: 'ledger',
      from: '2025-02-10',
      to: '2025-02-10',
    });
    expect(data?.items).toMatchObject([
      { summary: 'École Valley Schools claimed its share as done on 2025-02-10', late: true, onBehalf: false },
    ]);
  });

  it('moves a corrected fact to its corrected day and marks a struck one (R11)', async () => {
    const events = await recorded();
    const made = events.find(({ type, stream }) => type === 'CommitmentMade' && stream.endsWith(idOf('be due')));
    const light = events.find(({ type }) => type === 'ProgressReported');
    if (made === undefined || light === undefined) throw new Error('the history lacks them');
    const corrected = (
      stream: Recorded,
      replacement: Extract<LedgerEvent, { type: 'FactCorrected' }>['data']['replacement'],
    ) => ({
      ...told('commitment', stream.stream.slice('commitment-'.length), {
        type: 'FactCorrected',
        data: { corrects: stream.id, replacement, reason: REASON },
      }),
    });
    const [moving, striking] = await recorded([
      corrected(made, { data: made.data, occurredOn: '2024-10-01' }),
      corrected(light, null),
    ]);
    const { data } = await partnershipTimeline(sql(), PARTNERSHIP, { axis: 'occurred', basis: 'ledger', limit: 500 });
    const entry = (id: string) => data?.items.find(({ eventId }) => eventId === id);
    expect(entry(made.id)).toMatchObject({ day: '2024-10-01', correctedBy: moving?.id, struckBy: null });
    expect(entry(light.id)).toMatchObject({ struckBy: striking?.id });
  });
});
