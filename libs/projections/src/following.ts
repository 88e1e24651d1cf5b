import { type AllPage, type EventStore, type Held, inTracesOf, requireHeld, type Sql } from '#event-store';
import { type Advancing, advance, CheckpointMoved } from './advance.js';
import type { Part } from './bookkeeping.js';
import { buildsOf, requireSameLedger } from './builds.js';
import { divide, partNow } from './checkpoints.js';
import { Histories } from './histories.js';
import { partitionOf } from './partition.js';
import type { PoisonPolicy, Projection } from './projection.js';
import { rest } from './rest.js';
import type { SharedPages } from './shared-pages.js';

/** How soon a part that halts looks whether the others have come. */
const HALTED_MS = 50;

export type Following = Readonly<{
  sql: Sql;
  store: EventStore;
  projection: Projection;
  pages: SharedPages;
  policy: PoisonPolicy;
  /** For each partition. */
  batchSize: number;
  signal: AbortSignal;
  /** The lease under which it is written, where several processes could. */
  held: Held | undefined;
  /** Told where the part stands, at first and whenever it has moved. */
  stands: (part: Part, state: 'catching-up' | 'live') => void;
}>;

/**
 * Follows the log for one part of the serving build; ends when that is gone or divided otherwise, by abort or error.
 * @throws LedgerForked where the build is of another history; see `advance`
 */
export async function followPart(following: Following, first: Part): Promise<void> {
  const { sql, store, projection, policy, batchSize, signal, held, stands } = following;
  const { name } = projection;
  for (let part = await partNow(sql, first); part !== undefined && !signal.aborted; part = await partNow(sql, first)) {
    await requireSameLedger(store, { name, ledgerId: await ledgerOf(sql, part), parts: [part] });
    stands(part, 'catching-up');
    const run: Advancing = { sql, projection, histories: new Histories(store), policy, signal, held };
    const { partition, partitions, halts } = part;
    for await (const page of untilHalt(following, part, batchSize * partitions)) {
      const through = page.events.at(-1);
      if (through === undefined) continue;
      const own = page.events.filter((event) => partitionOf(event, partitions) === partition);
      run.histories.take(own);
      const before: Part = part;
      const attributes = { 'throughline.partition': partition };
      part = await inTracesOf(`read model ${name}`, own, { attributes }, () => advance(run, before, own, through));
      stands(part, page.caughtUp ? 'live' : 'catching-up');
    }
    if (halts === null) continue;
    await divideUnder(sql, name, held);
    await rest(HALTED_MS, signal);
  }
}

/** What follows a part, but nothing behind where it is to halt. */
async function* untilHalt(
  { pages, signal }: Following,
  { checkpoint, halts }: Part,
  limit: number,
): AsyncGenerator<AllPage, void> {
  if (halts !== null && checkpoint.position >= halts.at) return;
  for await (const page of pages.following(checkpoint.position, limit, signal)) {
    if (halts === null || page.scannedTo < halts.at) {
      yield page;
      continue;
    }
    yield { ...page, events: page.events.filter(({ position }) => position <= halts.at), caughtUp: false };
    return;
  }
}

async function divideUnder(sql: Sql, name: string, held: Held | undefined): Promise<void> {
  await sql.transaction(async (queries) => {
    if (held !== undefined) await requireHeld(queries, held);
    await divide(queries, name);
  });
}

async function ledgerOf(sql: Sql, { name, build }: Part): Promise<string> {
  const found = (await buildsOf(sql, name)).find((its) => its.build === build);
  if (found === undefined) throw new CheckpointMoved(name);
  return found.ledgerId;
}
