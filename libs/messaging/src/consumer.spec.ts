import { describe, expect, it } from '@jest/globals';
import type { Admin } from 'kafkajs';
import type { Sql } from '#event-store';
import { Consumer } from './consumer.js';
import type { Brokers } from './kafka.js';
import { tally } from './tally/tally.js';

/** A consumer whose partitions of one topic end and stand so. */
function standing(ends: readonly number[], places: readonly number[]): Consumer {
  const offsets = ends.map((high, partition) => ({ partition, offset: String(high), high: String(high), low: '0' }));
  const admin = { fetchTopicOffsets: () => Promise.resolve(offsets) } as Partial<Admin>;
  const brokers = { administering: (work: (asked: Admin) => unknown) => work(admin as Admin) } as unknown as Brokers;
  const query = (_: string, [, , partition]: readonly number[]) => Promise.resolve([{ next_offset: places[partition ?? 0] }]);
  const sql = { query } as unknown as Sql;
  return new Consumer({ sql, brokers, topics: { prefix: 'throughline' }, families: ['commitment'], consumes: tally });
}

describe('how far a consumer is behind', () => {
  it('is what lies behind its places, of all partitions together', async () => {
    expect(await standing([7, 0, 5], [4, 0, 5]).behind()).toBe(3n);
  });

  it('is no less where a partition was made anew and ends before its place: that makes up for none that lags', async () => {
    expect(await standing([7, 2], [4, 40]).behind()).toBe(3n);
  });
});
