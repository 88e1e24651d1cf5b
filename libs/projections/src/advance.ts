import { setTimeout as pause } from 'node:timers/promises';
import { type Held, requireHeld, type Sql, storedWords } from '#event-store';
import { LedgerError, type Recorded } from '#kernel';
import type { Checkpoint, Failure, Part, Queries } from './bookkeeping.js';
import { moveCheckpoint, noteFailure, park } from './checkpoints.js';
import { isFaultOfEvents } from './fault-of-events.js';
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

/** What a projection failed at with events in hand, where it speaks against them: not what the bookkeeping failed at. */
class Unfit extends Error {
  override readonly name = 'Unfit';
}

export type Advancing = Readonly<{
  sql: Sql;
  projection: Projection;
  histories: Histories;
  policy: PoisonPolicy;
  signal: AbortSignal;
  /** The lease under which it is written, where several processes could. */
  held?: Held | undefined;
}>;

/**
 * Takes events into a part of a build, in order, each batch with its checkpoint in one transaction. A batch that fails is
 * halved until the poison event stands alone; what comes before it is taken in. Only what the projection itself fails at with
 * the events is theirs: whatever else fails is thrown at once, and the batch comes again.
 * @param events those of the part alone
 * @param through the last event that was looked at, of whatever part: the checkpoint then stands there
 * @returns the part with its checkpoint there
 * @throws CheckpointMoved, LeaseLost, PoisonEvent (policy `stop`, or `retry` used up), and whatever store and database throw
 *   that is not the events' fault
 */
export async function advance(run: Advancing, part: Part, events: readonly Recorded[], through: Recorded): Promise<Part> {
  try {
    return await takeIn(run, part, events, through);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    const [first, second] = events;
    if (run.signal.aborted || first === undefined) throw error.cause;
    if (second === undefined) return poisoned(run, part, first, through, error.cause);
  }
  const half = Math.ceil(events.length / 2);
  const middle = events[half - 1] as Recorded;
  return advance(run, await advance(run, part, events.slice(0, half), middle), events.slice(half), through);
}

/** Works out the writes of a batch, then makes them and moves the checkpoint: all or nothing. */
async function takeIn(run: Advancing, part: Part, events: readonly Recorded[], through: Recorded): Promise<Part> {
  const { projection, histories } = run;
  const beside = { tables: tableNames(projection, part.build), histories };
  const statements = events.length === 0 ? [] : await fitting(() => projection.project(events, beside));
  const checkpoint = checkpointAt(through);
  await moving(run, part, checkpoint, async (queries) => {
    for (const { text, parameters } of statements) await fitting(() => queries.query(text, parameters));
  });
  return { ...part, checkpoint, failure: null };
}

/** The projection's own work. @throws Unfit where it speaks against the events; else what it failed at */
async function fitting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isFaultOfEvents(error) ? new Unfit('', { cause: error }) : error;
  }
}

/** Moves the checkpoint and makes the writes in one transaction, fenced. */
async function moving(
  { sql, held }: Advancing,
  part: Part,
  to: Checkpoint,
  write: (queries: Queries) => Promise<void>,
): Promise<void> {
  await sql.transaction(async (queries) => {
    if (held !== undefined) await requireHeld(queries, held);
    // The checkpoint before the writes: its row lock makes a second runner wait, and then see that it has moved.
    if (!(await moveCheckpoint(queries, part, to))) throw new CheckpointMoved(part.name);
    await write(queries);
  });
}

function checkpointAt({ position, id: eventId, stream, revision }: Recorded): Checkpoint {
  return { position, eventId, stream, revision: String(revision) };
}

async function poisoned(run: Advancing, part: Part, event: Recorded, through: Recorded, cause: unknown): Promise<Part> {
  const { policy, signal, sql } = run;
  let error = cause;
  if (typeof policy === 'object') {
    for (let attempt = 0; attempt < policy.retry; attempt++) {
      await pause(policy.backoffMs * 2 ** attempt, undefined, { signal });
      try {
        return await takeIn(run, part, [event], through);
      } catch (again) {
        if (!(again instanceof Unfit)) throw again;
        error = again.cause;
      }
    }
  }
  const failure: Failure = { eventId: event.id, stream: event.stream, position: event.position, error: storedWords(error) };
  if (policy !== 'park') {
    // Where somebody else went on meanwhile it may have taken the event in.
    if (!(await noteFailure(sql, part, failure))) throw new CheckpointMoved(part.name);
    throw new PoisonEvent(part.name, failure, { cause: error });
  }
  const checkpoint = checkpointAt(through);
  await moving(run, part, checkpoint, (queries) => park(queries, part, failure));
  return { ...part, checkpoint };
}
