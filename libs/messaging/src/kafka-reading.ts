import type { Consumer, EachBatchPayload } from 'kafkajs';

/** A part of a partition: from one offset up to the one before another. */
export type Span = Readonly<{ topic: string; partition: number; from: bigint; to: bigint }>;

/** A message as it lies on a topic. */
export type Read = Readonly<{ topic: string; partition: number; offset: bigint; value: Uint8Array | null }>;

/** Nothing was brought for so long. */
const BROUGHT_WITHIN_MS = 60_000;
/** Well below the time after which the group gives a member up. */
export const BEATS_EVERY_MS = 3_000;

/** The name of a partition. */
export function placeOf(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}

/**
 * Reads parts of partitions, each in its order. kafkajs reads as a member of a group alone: this one is nobody else's, begins
 * where it is told to and commits nothing. Given up by its group all the same, it joins again and goes on behind what was taken.
 * @param member not connected yet; whoever brings it disconnects it
 * @throws whatever `take` does; Error where the brokers do not bring what there is
 */
export async function readSpans(
  member: Consumer,
  spans: readonly Span[],
  take: (messages: readonly Read[]) => Promise<void>,
): Promise<void> {
  const left = new Map(spans.map((span) => [placeOf(span.topic, span.partition), span]));
  const arrived = async ({ batch }: EachBatchPayload) => {
    const { topic, partition } = batch;
    const place = placeOf(topic, partition);
    const span = left.get(place);
    if (span === undefined) return;
    const messages = batch.messages.map(({ offset, value }) => ({ topic, partition, offset: BigInt(offset), value }));
    await take(messages.filter(({ offset }) => offset >= span.from && offset < span.to));
    const next = BigInt(batch.lastOffset()) + 1n;
    if (next < span.to) left.set(place, { ...span, from: next });
    else left.delete(place);
  };
  await member.connect();
  await member.subscribe({ topics: [...new Set(spans.map(({ topic }) => topic))], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`nothing brought within ${BROUGHT_WITHIN_MS / 1000} s`)), BROUGHT_WITHIN_MS);
    const over = (settle: () => void) => {
      clearTimeout(late);
      settle();
    };
    const failed = (error: unknown) => over(() => reject(error instanceof Error ? error : new Error(String(error))));
    member.on(member.events.CRASH, ({ payload }) => failed(payload.error));
    // Told before the first fetch: nothing else is brought.
    member.on(member.events.GROUP_JOIN, ({ payload }) => beginAt(member, payload.memberAssignment, left));
    const eachBatch = async (payload: EachBatchPayload) => {
      late.refresh();
      // What was brought may take longer than the group, or whoever reads, waits for the next.
      const beating = setInterval(() => {
        late.refresh();
        payload.heartbeat().catch(() => undefined);
      }, BEATS_EVERY_MS);
      await arrived(payload)
        .catch(failed)
        .finally(() => clearInterval(beating));
      if (left.size === 0) over(resolve);
    };
    member.run({ autoCommit: false, eachBatch }).catch(failed);
  });
}

/** Partitions of which nothing is wanted rest. */
function beginAt(
  member: Consumer,
  assigned: Readonly<Record<string, readonly number[]>>,
  wanted: ReadonlyMap<string, Span>,
): void {
  for (const [topic, partitions] of Object.entries(assigned))
    for (const partition of partitions) {
      const span = wanted.get(placeOf(topic, partition));
      if (span === undefined) member.pause([{ topic, partitions: [partition] }]);
      else member.seek({ topic, partition, offset: String(span.from) });
    }
}
