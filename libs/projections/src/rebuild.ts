import { type AllPage, type EventStore, type Held, requireHeld, type Sql, START } from '#event-store';
import { LedgerError, type Recorded } from '#kernel';
import { advance } from './advance.js';
import { type Part, prepareBookkeeping, type Queries } from './bookkeeping.js';
import { type Build, buildsOf, createBuild, dropBuild, furthestOf, lockBuilds, positionOf, requireSameLedger } from './builds.js';
import { Histories } from './histories.js';
import { partitionOf, partitionsOf } from './partition.js';
import { type PoisonPolicy, type Projection, tableName } from './projection.js';

export type RebuildProgress = Readonly<{
  /** Positions scanned and to scan, in the ledger's own numbering. */
  scanned: bigint;
  head: bigint;
  /** Events taken in so far. */
  events: number;
}>;

export type RebuildOptions = Readonly<{
  progress?: (progress: RebuildProgress) => void;
  signal?: AbortSignal;
  batchSize?: number;
  policy?: PoisonPolicy;
  /** Into how many partitions, where the projection allows it; as many as it has now where it is not said. */
  partitions?: number;
  /** The lease under which it is done, where several processes could. */
  held?: Held;
}>;

export type TableContent = Readonly<{ rows: number; hash: string }>;

/** The serving tables beside the rebuilt ones, both at one position. */
export type Comparison = Readonly<{
  position: string;
  equal: boolean;
  tables: Readonly<Record<string, Readonly<{ serving: TableContent; rebuilt: TableContent }>>>;
}>;

export type Rebuilt = Readonly<{
  name: string;
  build: string;
  position: string;
  events: number;
  /** null where there was nothing to compare with: no build, another shape, another ledger, or no common position. */
  comparison: Comparison | null;
}>;

/** The serving build may move while the rebuild nears it; after so many approaches they are not compared. */
const APPROACHES = 20;

/** For each partition: large enough that a commit and a statement cost little of it; on the embedded database other work waits about 0.1 s. */
const BATCH_SIZE = 1000;

/**
 * Builds a projection anew beside the one that serves, catches up, compares, and switches in one transaction.
 * Until the switch nothing that serves is touched: broken off at any point it leaves only tables that the next
 * rebuild removes. A second rebuild of the same projection takes over from the first, which then fails.
 * @throws PoisonEvent; LedgerError `REBUILD_TAKEN_OVER`; the signal's reason on abort
 */
export async function rebuild(
  sql: Sql,
  store: EventStore,
  projection: Projection,
  options: RebuildOptions = {},
): Promise<Rebuilt> {
  const { name } = projection;
  await prepareBookkeeping(sql);
  const before = await buildsOf(sql, name);
  for (const leftover of before.filter((build) => !build.serving)) await dropBuild(sql, leftover);
  const serving = before.find((build) => build.serving);
  const sameLedger = serving !== undefined && (await isOfThisLedger(store, serving));
  const comparable = sameLedger && serving.version === projection.version;
  const partitions = partitionsOf(projection, options.partitions ?? serving?.parts.length ?? 1);
  const made = await createBuild(sql, projection, await store.ledgerId(), { serving: false, partitions });
  const climb = new Climb(sql, store, projection, made, options);

  let comparison: Comparison | null = null;
  for (let approach = 0; comparable && comparison === null && approach < APPROACHES; approach++) {
    const target = (await buildsOf(sql, name)).find((build) => build.serving);
    if (target === undefined || furthestOf(target) < climb.position) break;
    await climb.to(furthestOf(target));
    comparison = await sql.transaction((queries) => compare(queries, projection, climb.build), { takesItsTime: true });
  }
  do await climb.to(await store.head());
  while (!(await switchTo(sql, climb.build, sameLedger, options.held)));

  for (const old of (await buildsOf(sql, name)).filter((build) => !build.serving)) await dropBuild(sql, old);
  return { name, build: climb.build.build, position: climb.position, events: climb.events, comparison };
}

/**
 * Rebuilds a projection by its name.
 * @throws LedgerError `NOT_FOUND`, naming those there are; see `rebuild`
 */
export async function rebuildNamed(
  sql: Sql,
  store: EventStore,
  projections: readonly Projection[],
  name: string,
  options: RebuildOptions = {},
): Promise<Rebuilt> {
  const projection = projections.find((candidate) => candidate.name === name);
  if (projection === undefined) {
    const names = projections.map((candidate) => candidate.name).join(', ');
    throw new LedgerError('not-found', 'NOT_FOUND', `there is no projection ${name}; there are: ${names}`);
  }
  return rebuild(sql, store, projection, options);
}

/** A build on its way up the log. Its partitions go page by page together: each takes in its own events beside the others. */
class Climb {
  events = 0;
  private readonly histories: readonly Histories[];
  private readonly signal: AbortSignal;

  constructor(
    private readonly sql: Sql,
    private readonly store: EventStore,
    private readonly projection: Projection,
    public build: Build,
    private readonly options: RebuildOptions,
  ) {
    this.histories = build.parts.map(() => new Histories(store));
    this.signal = options.signal ?? new AbortController().signal;
  }

  get position(): string {
    return positionOf(this.build);
  }

  /** Takes in everything up to and with a position. */
  async to(target: string): Promise<void> {
    const { batchSize = BATCH_SIZE, progress } = this.options;
    const limit = batchSize * this.build.parts.length;
    let coming = this.read(this.position, limit);
    while (this.position < target) {
      this.signal.throwIfAborted();
      const page = await coming;
      const events = page.events.filter((event) => event.position <= target);
      const through = events.at(-1);
      if (through === undefined) return;
      // The next page is read while this one is worked out and written.
      if (page.scannedTo < target) coming = this.read(page.scannedTo, limit);
      const taken = await Promise.allSettled(this.build.parts.map((part) => this.take(part, events, through)));
      this.build = { ...this.build, parts: taken.map((one) => (one.status === 'fulfilled' ? one.value : refusal(one.reason))) };
      this.events += events.length;
      progress?.({
        scanned: distance(START, this.position),
        head: distance(START, await this.store.head()),
        events: this.events,
      });
    }
  }

  private async take(part: Part, events: readonly Recorded[], through: Recorded): Promise<Part> {
    const { sql, projection, signal } = this;
    const { policy = 'stop', held } = this.options;
    const histories = this.histories[part.partition] ?? new Histories(this.store);
    const own = events.filter((event) => partitionOf(event, part.partitions) === part.partition);
    histories.take(own);
    return await advance({ sql, projection, histories, policy, signal, held }, part, own, through).catch((error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'CheckpointMoved') throw error;
      throw new LedgerError('conflict', 'REBUILD_TAKEN_OVER', `another rebuild of ${projection.name} took over`);
    });
  }

  private read(after: string, limit: number): Promise<AllPage> {
    const page = this.store.readAll(after, { limit });
    // Where the page before it fails, nobody waits for this one any more.
    page.catch(() => undefined);
    return page;
  }
}

function refusal(reason: unknown): never {
  throw reason;
}

/** How far apart two positions lie, in the ledger's own numbering (on SQL stores, where it is dense: in events). */
export function distance(from: string, to: string): bigint {
  return placeInLog(to) - placeInLog(from);
}

/** What a position says first, in as many digits as START has: the place in the log. What may follow tells equals apart. */
function placeInLog(position: string): bigint {
  return BigInt(position.slice(0, START.length));
}

async function isOfThisLedger(store: EventStore, serving: Build): Promise<boolean> {
  try {
    await requireSameLedger(store, serving);
    return true;
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'LEDGER_FORKED') return false;
    throw error;
  }
}

/** @returns null where the two builds do not stand at one position */
async function compare(queries: Queries, projection: Projection, rebuilt: Build): Promise<Comparison | null> {
  const locked = await lockBuilds(queries, projection.name);
  const serving = locked.find((build) => build.serving);
  const position = positionOf(rebuilt);
  if (serving === undefined || positionOf(serving) !== position || furthestOf(serving) !== position) return null;
  const tables: Record<string, { serving: TableContent; rebuilt: TableContent }> = {};
  for (const table of Object.keys(projection.tables)) {
    tables[table] = {
      serving: await contentOf(queries, tableName(table, serving.build)),
      rebuilt: await contentOf(queries, tableName(table, rebuilt.build)),
    };
  }
  const equal = Object.values(tables).every(
    (two) => two.serving.rows === two.rebuilt.rows && two.serving.hash === two.rebuilt.hash,
  );
  return { position, equal, tables };
}

/** Rows and a sum of their hashes: the same whatever order the rows lie in, and computed without holding them. */
export async function contentOf(queries: Queries, table: string): Promise<TableContent> {
  const [row] = await queries.query<{ rows: string; hash: string }>(
    `select count(*)::text as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as hash from ${table} t`,
  );
  return { rows: Number(row?.rows ?? 0), hash: row?.hash ?? '0' };
}

/**
 * @param neverBack the serving build is of this ledger: readers that saw its position must not be taken back behind it
 * @returns false where the serving build is further: catch up first
 */
async function switchTo(sql: Sql, rebuilt: Build, neverBack: boolean, held: Held | undefined): Promise<boolean> {
  return sql.transaction(async (queries) => {
    if (held !== undefined) await requireHeld(queries, held);
    const locked = await lockBuilds(queries, rebuilt.name);
    if (!locked.some((build) => build.build === rebuilt.build)) {
      throw new LedgerError('conflict', 'REBUILD_TAKEN_OVER', `another rebuild of ${rebuilt.name} took over`);
    }
    const serving = locked.find((build) => build.serving);
    if (neverBack && serving !== undefined && furthestOf(serving) > positionOf(rebuilt)) return false;
    await queries.query(`update projection_builds set serving = false where name = $1 and serving`, [rebuilt.name]);
    await queries.query(`update projection_builds set serving = true where name = $1 and build = $2`, [
      rebuilt.name,
      rebuilt.build,
    ]);
    return true;
  });
}
