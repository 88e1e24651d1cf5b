import { beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '#event-store';
import type { ProjectionStatus } from '#projections';
import { Readiness } from './readiness.js';

describe('whether a process is ready', () => {
  const board: ProjectionStatus = {
    name: 'board',
    version: 1,
    build: '7',
    partitions: 1,
    position: '4',
    lag: 0n,
    parked: [],
    failure: null,
    state: 'live',
  };
  let statuses: ProjectionStatus[];
  let now: number;
  let storeAway: boolean;
  let takes: boolean;
  const readOnly = Object.assign(new Error('cannot execute SELECT FOR UPDATE in a read-only transaction'), { code: '25006' });

  beforeEach(() => {
    statuses = [board];
    now = 0;
    storeAway = false;
    takes = true;
  });

  const ledger = {
    store: { head: () => (storeAway ? Promise.reject(new StoreUnavailable('not-stored', 'away')) : Promise.resolve('4')) },
    sql: { query: (text: string) => (takes || !text.includes('for update') ? Promise.resolve([]) : Promise.reject(readOnly)) },
    projections: { status: () => Promise.resolve(statuses) },
  };
  const code = (readiness: Readiness) =>
    readiness.look().then(
      () => 'ready',
      (error: { code: string }) => error.code,
    );

  it('is asked of its store, whatever it is for', async () => {
    const all = [Readiness.ofStore(ledger), Readiness.ofReadModels(ledger), Readiness.ofAnswers(ledger)];
    expect(await Promise.all(all.map(code))).toEqual(['ready', 'ready', 'ready']);
    storeAway = true;
    expect(await Promise.all(all.map(code))).toEqual(all.map(() => 'STORE_UNAVAILABLE'));
  });

  it('is no for who writes where the database takes no writes; who only answers goes on', async () => {
    takes = false;
    const all = [Readiness.ofStore(ledger), Readiness.ofReadModels(ledger), Readiness.ofAnswers(ledger)];
    expect(await Promise.all(all.map(code))).toEqual(['STORE_UNAVAILABLE', 'STORE_UNAVAILABLE', 'ready']);
  });

  it('is no for good once it was told to end', async () => {
    const readiness = Readiness.ofStore(ledger);
    readiness.drain();
    expect(await code(readiness)).toBe('DRAINING');
  });

  it('is no where a read model has stopped, here or in another process', async () => {
    const failure = { eventId: 'e', stream: 's', position: '5', error: 'no' };
    for (const stopped of [
      { ...board, state: 'stopped' as const },
      { ...board, failure },
    ]) {
      statuses = [stopped];
      expect(await code(Readiness.ofReadModels(ledger))).toBe('READ_MODEL_STOPPED');
      expect(await code(Readiness.ofAnswers(ledger))).toBe('READ_MODEL_STOPPED');
    }
    expect(await code(Readiness.ofStore(ledger))).toBe('ready');
  });

  it('is no for answers before the read models are there', async () => {
    statuses = [{ ...board, build: null, position: null, lag: null }];
    expect(await code(Readiness.ofAnswers(ledger))).toBe('READ_MODEL_BUILDING');
  });

  it('is no for answers while the read models are behind and nobody moves them', async () => {
    const readiness = Readiness.ofAnswers(ledger, () => now, 1_000);
    const at = async (time: number, position: string, lag: bigint) => {
      now = time;
      statuses = [{ ...board, position, lag }];
      return code(readiness);
    };
    expect(await at(0, '4', 3n)).toBe('ready');
    expect(await at(900, '4', 3n)).toBe('ready');
    expect(await at(1_100, '4', 3n)).toBe('READ_MODEL_BEHIND');
    // It moves: slowly is not standing still.
    expect(await at(1_200, '5', 9n)).toBe('ready');
    expect(await at(2_100, '6', 9n)).toBe('ready');
    // With nothing to take in it stands for as long as it likes.
    expect(await at(2_200, '7', 0n)).toBe('ready');
    expect(await at(99_000, '7', 0n)).toBe('ready');
    expect(await at(99_100, '7', 1n)).toBe('ready');
    expect(await at(100_300, '7', 1n)).toBe('READ_MODEL_BEHIND');
  });

  it('is asked of what it does beside', async () => {
    const relay = { failure: '' };
    const readiness = Readiness.ofStore(ledger).and(() =>
      relay.failure === '' ? Promise.resolve({ work: { relay: 'live' } }) : Promise.reject(new Error(relay.failure)),
    );
    expect(await readiness.look()).toEqual({ work: { relay: 'live' } });
    relay.failure = 'away';
    await expect(readiness.look()).rejects.toThrow('away');
  });
});
