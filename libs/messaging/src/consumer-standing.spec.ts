import { describe, expect, it } from '@jest/globals';
import { Standing } from './consumer-standing.js';
import { placeOf } from './kafka-reading.js';

const [one, two] = [placeOf('throughline.commitments', 1), placeOf('throughline.commitments', 2)];
const away = { state: 'waiting', words: 'the database does not answer' } as const;
const poison = { state: 'stopped', words: 'it cannot take in event 7' } as const;

describe('how the partitions of a consumer stand', () => {
  it('is well, and nothing is behind, where nothing was said', () => {
    const standing = new Standing();
    expect([standing.worst, standing.lag]).toEqual([undefined, 0n]);
  });

  it('is told by what needs a hand before what passes by itself', () => {
    const standing = new Standing();
    standing.allHindered('no broker answers');
    expect(standing.worst).toEqual({ state: 'waiting', words: 'no broker answers' });
    standing.hindered(one, away);
    standing.hindered(two, poison);
    expect(standing.worst).toEqual(poison);
    standing.moved(two, 0n);
    standing.allMove();
    expect(standing.worst).toEqual(away);
    standing.moved(one, 3n);
    expect([standing.worst, standing.lag]).toEqual([undefined, 3n]);
  });

  it('sums what lies behind, as it was last seen of each', () => {
    const standing = new Standing();
    standing.moved(one, 5n);
    standing.moved(two, 2n);
    standing.moved(one, 1n);
    expect(standing.lag).toBe(3n);
    standing.moved(one, -4n);
    expect(standing.lag).toBe(2n);
  });

  it('says no more of partitions that fell to others', () => {
    const standing = new Standing();
    standing.hindered(one, poison);
    standing.moved(two, 7n);
    standing.keepOnly(new Set([two]));
    expect([standing.worst, standing.lag]).toEqual([undefined, 7n]);
    standing.keepOnly(new Set());
    expect(standing.lag).toBe(0n);
  });

  it('is news where the words are others than before', () => {
    const standing = new Standing();
    expect([standing.hindered(one, poison), standing.hindered(one, poison), standing.hindered(two, poison)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([standing.allHindered('away'), standing.allHindered('away'), standing.allHindered('gone')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
