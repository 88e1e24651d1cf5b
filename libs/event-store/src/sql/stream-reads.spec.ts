import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../port.js';
import type { Row } from './sql.js';
import { StreamReads } from './stream-reads.js';

/** Reads three streams at once, and counts the statements that it took. */
async function readAtOnce(answer: (streams: readonly string[]) => Promise<Row[]>) {
  let statements = 0;
  const reads = new StreamReads((_text, [streams]) => {
    statements += 1;
    return answer(streams as string[]);
  });
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((stream) => reads.read(stream, 0n)));
  return { outcomes, statements };
}

describe('reads of streams that are gathered', () => {
  it('fail all at once where the store is away: nobody waits for the others to be given up one by one', async () => {
    const reason = new StoreUnavailable('not-stored', 'the database is away');
    const { outcomes, statements } = await readAtOnce(() => Promise.reject(reason));
    expect(outcomes).toEqual(['a', 'b', 'c'].map(() => ({ status: 'rejected', reason })));
    expect(statements).toBe(1);
  });

  it('are asked one by one where one of them cannot be asked: the others are answered', async () => {
    const reason = new RangeError('no database can be asked for b');
    const { outcomes, statements } = await readAtOnce((streams) =>
      streams.includes('b')
        ? Promise.reject(reason)
        : Promise.resolve(streams.map((stream, index) => ({ n: index + 1, stream }))),
    );
    const fulfilled = (stream: string) => ({ status: 'fulfilled', value: [{ n: 1, stream }] });
    expect(outcomes).toEqual([fulfilled('a'), { status: 'rejected', reason }, fulfilled('c')]);
    expect(statements).toBe(4);
  });
});
