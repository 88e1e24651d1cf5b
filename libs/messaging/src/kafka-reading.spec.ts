import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Consumer, EachBatchHandler, EachBatchPayload } from 'kafkajs';
import { BEATS_EVERY_MS, type Read, readSpans } from './kafka-reading.js';

const [topic, partition] = ['throughline.commitments', 0];
const SPAN = { topic, partition, from: 0n, to: 20n };

/** A member of a group that hears what it is told here. */
class Member {
  readonly events = { CRASH: 'crash', GROUP_JOIN: 'join' };
  readonly sought: string[] = [];
  beats = 0;
  private readonly listeners = new Map<string, (event: object) => void>();
  private eachBatch: EachBatchHandler = () => Promise.resolve();

  on(name: string, listener: (event: object) => void): void {
    this.listeners.set(name, listener);
  }
  connect = () => Promise.resolve();
  subscribe = () => Promise.resolve();
  pause = () => undefined;
  seek({ offset }: { offset: string }): void {
    this.sought.push(offset);
  }
  run({ eachBatch }: { eachBatch: EachBatchHandler }): Promise<void> {
    this.eachBatch = eachBatch;
    this.join();
    return Promise.resolve();
  }

  join(): void {
    this.listeners.get('join')?.({ payload: { memberAssignment: { [topic]: [partition] } } });
  }
  async bring(from: number, last: number): Promise<void> {
    const messages = Array.from({ length: last - from + 1 }, (_, index) => ({ offset: String(from + index), value: null }));
    const batch = { topic, partition, messages, lastOffset: () => String(last) };
    const heartbeat = () => Promise.resolve(void (this.beats += 1));
    await this.eachBatch({ batch, heartbeat } as unknown as EachBatchPayload);
  }
}

describe('a part of a partition', () => {
  let member: Member;
  beforeEach(() => {
    jest.useFakeTimers();
    member = new Member();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** What comes of the reading, which has begun once this returns. */
  const reading = async (take: (messages: readonly Read[]) => Promise<void>) => {
    const read = readSpans(member as unknown as Consumer, [SPAN], take).then(
      () => 'read',
      (error: unknown) => String(error),
    );
    await jest.advanceTimersByTimeAsync(0);
    return { read };
  };

  it('is gone on with behind what was taken where the group gave its member up', async () => {
    const taken: bigint[] = [];
    const { read } = await reading((messages) => Promise.resolve(void taken.push(...messages.map(({ offset }) => offset))));
    await member.bring(0, 9);
    member.join();
    expect(member.sought).toEqual(['0', '10']);
    await member.bring(10, 24);
    expect(await read).toBe('read');
    expect(taken).toEqual(Array.from({ length: 20 }, (_, offset) => BigInt(offset)));
  });

  it('is read however long its reader takes over what was brought: its member beats meanwhile', async () => {
    const takesMs = 90_000;
    const { read } = await reading(() => new Promise((resolve) => setTimeout(resolve, takesMs)));
    const brought = member.bring(0, 19);
    await jest.advanceTimersByTimeAsync(takesMs);
    await brought;
    expect(await read).toBe('read');
    expect(member.beats).toBeGreaterThanOrEqual(takesMs / BEATS_EVERY_MS - 1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is given up where nothing of it is brought', async () => {
    const { read } = await reading(() => Promise.resolve());
    await member.bring(0, 9);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await read).toBe('Error: nothing brought within 60 s');
  });
});
