import { describe, expect, it } from '@jest/globals';
import { LedgerError } from '#kernel';
import { counted, refusalOf } from './contract/opened.js';
import { onceStored } from './once-stored.js';
import { RevisionConflict, StoreUnavailable } from './port.js';
import { appendBatch } from './sql/append-batch.js';
import { atTheDoor } from './sql/door.js';
import { ConnectionLost, type Sql } from './sql/sql.js';

const refusal = (code: string) => Object.assign(new Error('the database says no'), { code });

describe('once something was stored', () => {
  it.each([
    ['a database that takes no writes', refusal('25006')],
    ['a disk that is full', refusal('53100')],
    ['a connection that was not to be had', new ConnectionLost(false, 'no connection')],
    ['a store that says of itself that it stored nothing', new StoreUnavailable('not-stored', 'away')],
    ['an error of the program', new TypeError('what somebody said')],
  ])('%s makes the outcome unknown', async (_, error) => {
    const told = await refusalOf(onceStored(() => Promise.reject(error)));
    expect(told).toMatchObject({ code: 'OUTCOME_UNKNOWN', outcome: 'unknown', cause: error });
    expect((told as Error).message).not.toContain('what somebody said');
  });

  it.each([
    ['a conflict', new RevisionConflict('a', 'no-stream', 0n)],
    ['damage', new LedgerError('corrupt', 'EVENT_MISSING', 'gone')],
    ['an outcome that is unknown already', new StoreUnavailable('unknown', 'the line went dead')],
  ])('%s is told as it is', async (_, error) => {
    expect(await refusalOf(onceStored(() => Promise.reject(error)))).toBe(error);
  });
});

describe('an append to a database of SQL', () => {
  const batch = [atTheDoor('a', [counted(1)], 'no-stream')];
  const answering = (query: () => Promise<unknown>) => ({ query }) as unknown as Sql;
  const stored = () =>
    Promise.resolve([{ was_at: '-1', accepted: true, after_position: '0', recorded_at: '2025-01-01T00:00:00.000Z' }]);

  it('that broke off without a word of the database has an unknown outcome', async () => {
    const sql = answering(() => Promise.reject(new Error('unreachable')));
    expect(await refusalOf(appendBatch(sql, batch, {}))).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  });

  it('that was refused whole is told to be not stored', async () => {
    const sql = answering(() => Promise.reject(refusal('25006')));
    expect(await refusalOf(appendBatch(sql, batch, {}))).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it('that is stored, and whose events cannot be shown, has an unknown outcome', async () => {
    const fails = () => {
      throw new TypeError('no such field');
    };
    expect(await refusalOf(appendBatch(answering(stored), batch, { Counted: [fails] }))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    });
    expect(await appendBatch(answering(stored), batch, {})).toMatchObject({ answers: [{ revision: 0n }] });
  });
});
