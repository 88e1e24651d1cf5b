import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

/** Work that ends when it is told to, and says when it began. */
function work(began: string[], name: string) {
  let [end, fail] = [() => {}, () => {}];
  const ended = new Promise<string>((resolve, reject) => {
    [end, fail] = [() => resolve(name), () => reject(new Error(name))];
  });
  const run = () => {
    began.push(name);
    return ended;
  };
  return { run, end, fail };
}

describe('turns', () => {
  it('let work about the same thing wait for what came before, in the order it came, and no other', async () => {
    const turns = new Turns();
    const began: string[] = [];
    const [first, second, other] = [work(began, 'first'), work(began, 'second'), work(began, 'other')];
    const taken = [turns.take('a', first.run), turns.take('a', second.run), turns.take('b', other.run)];
    other.end();
    expect(await taken[2]).toBe('other');
    expect(began).toEqual(['first', 'other']);
    first.end();
    expect(await taken[0]).toBe('first');
    second.end();
    expect(await taken[1]).toBe('second');
    expect(began).toEqual(['first', 'other', 'second']);
  });

  it('go on after work that failed, which fails for its own caller alone', async () => {
    const turns = new Turns();
    const began: string[] = [];
    const [first, second] = [work(began, 'first'), work(began, 'second')];
    const taken = [turns.take('a', first.run), turns.take('a', second.run)] as const;
    first.fail();
    second.end();
    await expect(taken[0]).rejects.toThrow('first');
    expect(await taken[1]).toBe('second');
  });

  it('have ended once all that was begun has, also what failed', async () => {
    const turns = new Turns();
    const began: string[] = [];
    const [first, second] = [work(began, 'first'), work(began, 'second')];
    const failed = expect(turns.take('a', first.run)).rejects.toThrow('first');
    const done = turns.take('a', second.run);
    let hasEnded = false;
    const ended = turns.ended().then(() => {
      hasEnded = true;
    });
    first.fail();
    await failed;
    expect(hasEnded).toBe(false);
    second.end();
    await Promise.all([done, ended]);
    expect(began).toEqual(['first', 'second']);
  });
});
