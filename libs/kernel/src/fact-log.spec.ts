import { describe, expect, it } from '@jest/globals';
import { type Fact, FactLog } from '#kernel';

const fact = (id: string) => ({ id }) as Fact;
const ids = (log: FactLog) => log.values().map(({ id }) => id);

describe('the log of a state', () => {
  it('keeps its facts in the order they came, by id', () => {
    const log = FactLog.empty().with(fact('a')).with(fact('b'));
    expect([log.size, ids(log), log.get('b')?.id, log.get('c')]).toEqual([2, ['a', 'b'], 'b', undefined]);
  });

  it('does not change when another grows out of it', () => {
    const first = FactLog.empty().with(fact('a'));
    const longer = first.with(fact('b'));
    expect([first.size, ids(first), first.get('b')]).toEqual([1, ['a'], undefined]);
    const other = first.with(fact('c')).with(fact('d'));
    expect([ids(first), ids(longer), ids(other)]).toEqual([['a'], ['a', 'b'], ['a', 'c', 'd']]);
    expect([longer.get('c'), other.get('b'), other.get('c')?.id]).toEqual([undefined, undefined, 'c']);
  });

  it('cannot be changed through what it gives out', () => {
    const log = FactLog.empty().with(fact('a'));
    (log.values() as Fact[]).push(fact('b'));
    expect(ids(log)).toEqual(['a']);
  });

  it('starts anew from every empty one', () => {
    const empty = FactLog.empty();
    expect([ids(empty.with(fact('a'))), ids(empty.with(fact('b'))), empty.size]).toEqual([['a'], ['b'], 0]);
  });
});
