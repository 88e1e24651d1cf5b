import { describe, expect, it } from '@jest/globals';
import { ConnectionLost, LeaseLost, LedgerForked, StoreUnavailable } from '#event-store';
import { LedgerError } from '#kernel';
import { isAway, isFaultOfEvents } from './fault-of-events.js';

const refusal = (code: string) => Object.assign(new Error('the database says no'), { code });

describe('what a projection fails at with an event in hand', () => {
  it.each([
    ['a row written twice by one statement', '21000'],
    ['a value that a column cannot hold', '22003'],
    ['text that is no JSON', '22P02'],
    ['a constraint', '23505'],
    ['a row larger than its index holds', '54000'],
    ['a table that is not there', '42P01'],
    ['a column that is not there', '42703'],
    ['a statement that is none', '42601'],
  ])('is its fault, or the projection\u2019s, where the database refuses for %s (%s)', (_, code) => {
    expect([isFaultOfEvents(refusal(code)), isAway(refusal(code))]).toEqual([true, false]);
  });

  it.each([
    ['set to read only', '25006'],
    ['ended as it stood idle', '25P03'],
    ['rolled back for others', '40001'],
    ['in a deadlock', '40P01'],
    ['without room', '53100'],
    ['without memory', '53200'],
    ['waiting for a lock', '55P03'],
    ['out of time', '57014'],
    ['about to end', '57P01'],
    ['cut off', '08006'],
    ['unable to read its files', '58030'],
    ['of damaged files', 'XX001'],
    ['without the right, which may be given back', '42501'],
    ['of a plan that is out of date', '0A000'],
    ['saying what nobody thought of', 'ZZ999'],
  ])('is not its fault where the database is %s (%s): it is waited for', (_, code) => {
    expect([isFaultOfEvents(refusal(code)), isAway(refusal(code))]).toEqual([false, true]);
  });

  it('is its fault where the projection itself throws, or the ledger says that the event is damaged', () => {
    expect(isFaultOfEvents(new TypeError('no such field'))).toBe(true);
    expect(isFaultOfEvents(new LedgerError('corrupt', 'EVENT_ALTERED', 'not what was recorded'))).toBe(true);
  });

  it('is not its fault where the store is away, is another ledger\u2019s, or the work is another process\u2019s', () => {
    const others = [
      new ConnectionLost(true, 'gone'),
      new StoreUnavailable('not-stored', 'away'),
      new LedgerForked('another history'),
      new LeaseLost('projection/a', 'its time is over'),
    ];
    expect(others.map(isFaultOfEvents)).toEqual([false, false, false, false]);
    expect(others.map(isAway)).toEqual([true, true, false, false]);
  });
});
