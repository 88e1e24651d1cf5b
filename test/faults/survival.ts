import { type Ledger, openEmbedded, type Protection, START, sqlState } from '#event-store';
import type { Acknowledged } from './victim.js';

/** What a ledger holds after a fault, compared with what was acknowledged before it. */
export type Survival = Readonly<{
  events: number;
  lost: string[];
  doubled: string[];
  gaps: string[];
  /** Neither there nor erased. */
  textsLost: string[];
  /** There again, though their erasure was acknowledged. */
  notErased: string[];
  notes: readonly string[];
}>;

/** Opens the folder as every start does, without a hand, and looks. */
export async function survival(
  folder: string,
  acknowledged: Acknowledged,
  switchedOff: readonly Protection[] = [],
): Promise<Survival> {
  const ledger = await openEmbedded({ folder, switchedOff });
  try {
    return await compared(ledger, acknowledged);
  } finally {
    await ledger.close();
  }
}

/** What PostgreSQL says of a page, and of an index, that is not what it wrote. */
const UNREADABLE = ['XX001', 'XX002'];

/**
 * How much of what was acknowledged a ledger lacks: all of it where its pages cannot be read.
 * @throws whatever else keeps it from being opened or read: that is no loss
 */
export async function lostIn(folder: string, acknowledged: Acknowledged, ...switchedOff: readonly Protection[]): Promise<number> {
  try {
    return (await survival(folder, acknowledged, switchedOff)).lost.length;
  } catch (error) {
    if (!UNREADABLE.includes(sqlState(error) ?? '')) throw error;
    return acknowledged.events.length;
  }
}

async function compared(ledger: Ledger, acknowledged: Acknowledged): Promise<Survival> {
  const seen = new Set<string>();
  const revisions = new Map<string, bigint>();
  const doubled: string[] = [];
  const gaps: string[] = [];
  let position = 0n;
  for (let after = START, caughtUp = false; !caughtUp; ) {
    const page = await ledger.store.readAll(after, { limit: 1000 });
    for (const event of page.events) {
      position += 1n;
      if (BigInt(event.position) !== position) gaps.push(`position ${event.position} where ${position} was to come`);
      const revision = (revisions.get(event.stream) ?? -1n) + 1n;
      if (event.revision !== revision) gaps.push(`${event.stream} has revision ${event.revision} after ${revision - 1n}`);
      revisions.set(event.stream, event.revision);
      if (seen.has(event.id)) doubled.push(event.id);
      seen.add(event.id);
    }
    after = page.scannedTo;
    caughtUp = page.caughtUp;
  }
  const texts = await ledger.texts.read([...acknowledged.texts.keys()]);
  const isKept = (id: string, content: string) =>
    texts.get(id) === content || (texts.get(id) === null && acknowledged.erasing.has(id));
  return {
    events: seen.size,
    lost: acknowledged.events.filter((id) => !seen.has(id)),
    doubled,
    gaps,
    textsLost: [...acknowledged.texts].filter(([id, content]) => !isKept(id, content)).map(([id]) => id),
    notErased: [...acknowledged.erased].filter((id) => texts.get(id) !== null),
    notes: ledger.notes,
  };
}
