import { describe, expect, it } from '@jest/globals';
import { InTurn } from './in-turn.js';

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end: () => end(), work: () => ended };
}

const saying = (seen: string[], word: string) => () => {
  seen.push(word);
  return Promise.resolve();
};

describe('work in turn', () => {
  it('keeps the order of one stream and lets others pass', async () => {
    const inTurn = new InTurn(10);
    const seen: string[] = [];
    const first = held();
    await inTurn.add(['a'], async () => {
      await first.work();
      seen.push('a1');
    });
    await inTurn.add(['a', 'b'], saying(seen, 'a2 b1'));
    await inTurn.add(['c'], saying(seen, 'c1'));
    await inTurn.add(['b'], saying(seen, 'b2'));
    await new Promise(setImmediate);
    expect(seen).toEqual(['c1']);
    first.end();
    await inTurn.idle();
    expect(seen).toEqual(['c1', 'a1', 'a2 b1', 'b2']);
  });

  it('has no more under way than its limit', async () => {
    const inTurn = new InTurn(2);
    let now = 0;
    let most = 0;
    for (let at = 0; at < 20; at += 1)
      await inTurn.add([`stream ${at}`], async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise(setImmediate);
        now -= 1;
      });
    await inTurn.idle();
    expect(most).toBe(2);
  });

  it('starts nothing after a failure, and throws it', async () => {
    const inTurn = new InTurn(10);
    const seen: string[] = [];
    const first = held();
    await inTurn.add(['a'], async () => {
      await first.work();
      throw new Error('the store is away');
    });
    await inTurn.add(['a'], saying(seen, 'never'));
    first.end();
    await expect(inTurn.idle()).rejects.toThrow('the store is away');
    await expect(inTurn.add(['b'], saying(seen, 'never'))).rejects.toThrow('the store is away');
    expect(seen).toEqual([]);
  });
});
