import { setTimeout as pause } from 'node:timers/promises';
import { ConnectionLost, type Sql, sqlState } from '#event-store';
import { LedgerError, type Recorded } from '#kernel';
import { type Build, type Checkpoint, type Failure, moveCheckpoint, noteFailure, park } from './builds.js';
import type { Histories } from './histories.js';
import { type PoisonPolicy, type Projection, tableNames } from './projection.js';

/** Somebody else moved the checkpoint, or switched to another build: read it again and go on from there. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}

/** An event that a projection cannot take in, found by bisection and named. */
export class PoisonEvent extends LedgerError {
  override readonly name = 'PoisonEvent';
  constructor(
    readonly projection: string,
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    const { eventId, stream, position, error } = failure;
    super(
      'corrupt',
      'POISON_EVENT',
      `${projection} cannot take in event ${eventId} of ${stream} at position ${position}: ${error}. ` +
        `When the cause is mended, run: throughline projections rebuild ${projection}`,
      [],
      options,
    );
  }
}

export type Advancing = Readonly<{
  sql: Sql;
  projection: Projection;
  histories: Histories;
  policy: PoisonPolicy;
  signal: AbortSignal;
}>;

/**
 * Takes events into a build, in order, each batch with its checkpoint in one transaction. A batch that fails is
 * halved until the poison event stands alone; what comes before it is taken in.
 * @returns the build with its checkpoint at the last event
 * @throws CheckpointMoved, PoisonEvent (policy `stop`, or `retry` used up), and whatever the database throws when it is away
 */
export async function advance(run: Advancing, build: Build, events: readonly Recorded[]): Promise<Build> {
  if (events.length === 0) return build;
  try {
    return await takeIn(run, build, events);
  } catch (error) {
    if (error instanceof CheckpointMoved || run.signal.aborted || isAway(error)) throw error;
    if (events.length === 1) return poisoned(run, build, events[0] as Recorded, error);
  }
  const half = Math.ceil(events.length / 2);
  return advance(run, await advance(run, build, events.slice(0, half)), events.slice(half));
}

/** Works out the writes of a batch, then makes them and moves the checkpoint: all or nothing. */
async function takeIn({ sql, projection, histories }: Advancing, build: Build, events: readonly Recorded[]): Promise<Build> {
  const statements = await projection.project(events, { tables: tableNames(projection, build.build), histories });
  const checkpoint = checkpointAfter(build, events);
  await sql.transaction(async (queries) => {
    // The checkpoint first: its row lock makes a second runner wait, and then see that it has moved.
    if (!(await moveCheckpoint(queries, build, checkpoint))) throw new CheckpointMoved(build.name);
    for (const { text, parameters } of statements) await queries.query(text, parameters);
  });
  return { ...build, checkpoint, failure: null };
}

function checkpointAfter(build: Build, events: readonly Recorded[]): Checkpoint {
  const last = events.at(-1) as Recorded;
  const { position, id: eventId, stream, revision } = last;
  return { ledgerId: build.checkpoint.ledgerId, position, eventId, stream, revision: String(revision) };
}

async function poisoned(run: Advancing, build: Build, event: Recorded, cause: unknown): Promise<Build> {
  const { policy, signal, sql } = run;
  let error = cause;
  if (typeof policy === 'object') {
    for (let attempt = 0; attempt < policy.retry; attempt++) {
      await pause(policy.backoffMs * 2 ** attempt, undefined, { signal });
      try {
        return await takeIn(run, build, [event]);
      } catch (again) {
        if (again instanceof CheckpointMoved || isAway(again)) throw again;
        error = again;
      }
    }
  }
  const failure: Failure = { eventId: event.id, stream: event.stream, position: event.position, error: words(error) };
  if (policy !== 'park') {
    await noteFailure(sql, build, failure);
    throw new PoisonEvent(build.name, failure, { cause: error });
  }
  const checkpoint = checkpointAfter(build, [event]);
  await sql.transaction(async (queries) => {
    if (!(await moveCheckpoint(queries, build, checkpoint))) throw new CheckpointMoved(build.name);
    await park(queries, build, failure);
  });
  return { ...build, checkpoint };
}

function words(error: unknown): string {
  // A text column holds no NUL; an error may quote one.
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replaceAll('\0', '\uFFFD');
}

// SQLSTATE classes of a database that is away or busy: connection, rolled back by concurrency, out of resources, operator.
const AWAY_CLASSES = ['08', '40', '53', '57', '58'];
const LOCK_NOT_AVAILABLE = '55P03';

/** True where the database or the store is away for a while, which is no fault of the event in hand. */
export function isAway(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  if (error instanceof LedgerError) return error.kind === 'unavailable';
  const state = sqlState(error);
  return state !== undefined && (state === LOCK_NOT_AVAILABLE || AWAY_CLASSES.includes(state.slice(0, 2)));
}
