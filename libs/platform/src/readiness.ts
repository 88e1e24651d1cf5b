import { type EventStore, isReadOnly, type Sql, StoreUnavailable } from '#event-store';
import { LedgerError } from '#kernel';
import type { ProjectionStatus, Projections } from '#projections';

/** What a process that is ready says of its parts, by their names. */
export type Ready = Readonly<{ projections?: Readonly<Record<string, string>>; work?: Readonly<Record<string, string>> }>;

/** Looks at a part of what a process is for. @throws LedgerError `unavailable` where it cannot be done now */
export type Look = () => Promise<Ready>;

/** What a process does beside what it answers; it goes on by itself until it is stopped. */
export type Work = Readonly<{
  /** Says how it stands. */
  look: Look;
  /** Ends after what is in hand. */
  stop: () => Promise<void>;
}>;

/** What is behind and stands still for so long has nobody who moves it. */
const STANDS_STILL_MS = 60_000;

type Stood = Readonly<{ position: string | null; since: number }>;

/** What is looked at of a ledger. */
type Looked = Readonly<{
  store: Pick<EventStore, 'head'>;
  sql: Pick<Sql, 'query'>;
  projections: Pick<Projections, 'status'>;
}>;

/** Whether a process can do what it is for: looked at whenever it is asked. */
export class Readiness {
  private ends = false;

  constructor(private readonly looks: readonly Look[]) {}

  /** Of a process that writes and needs no read model: the log and the database answer, and the database takes writes. */
  static ofStore(this: void, ledger: Looked): Readiness {
    return new Readiness([storeOf(ledger), writesOf(ledger)]);
  }

  /** Of a process that writes and keeps its read models up itself: none has stopped. */
  static ofReadModels(this: void, ledger: Looked): Readiness {
    const running = async () => ({ projections: statesOf(requireNoneStopped(await ledger.projections.status())) });
    return new Readiness([storeOf(ledger), writesOf(ledger), running]);
  }

  /**
   * Of a process that answers from read models that others keep up: they are there, and move. It writes nothing, and answers
   * from a database that takes no writes as well.
   */
  static ofAnswers(this: void, ledger: Looked, now: () => number = Date.now, standsStillMs = STANDS_STILL_MS): Readiness {
    const stood = new Map<string, Stood>();
    const moving = async () => {
      const statuses = requireNoneStopped(await ledger.projections.status());
      requireBuilt(statuses);
      const still = statuses.filter((status) => now() - since(status, stood, now()) > standsStillMs);
      if (still.length > 0)
        throw unavailable('READ_MODEL_BEHIND', `behind, and nobody moves it: ${namesOf(still)}; see whether a projector runs`);
      return { projections: statesOf(statuses) };
    };
    return new Readiness([storeOf(ledger), moving]);
  }

  /** The same of a process that does more than that. */
  and(look: Look): Readiness {
    return new Readiness([...this.looks, look]);
  }

  /** From now on it is not ready, whatever else holds: it was told to end. */
  drain(): void {
    this.ends = true;
  }

  get draining(): boolean {
    return this.ends;
  }

  /** @throws LedgerError `unavailable` where it cannot do what it is for, or was told to end */
  async look(): Promise<Ready> {
    if (this.ends)
      throw unavailable('DRAINING', 'told to end: it answers what it has in hand, and nothing more is to be sent here');
    const parts = await Promise.all(this.looks.map((look) => look()));
    return Object.assign({}, ...parts) as Ready;
  }
}

function storeOf(ledger: Looked): Look {
  return async () => {
    await ledger.store.head();
    // Beside a log that lies elsewhere the database may be away alone.
    await ledger.sql.query('select 1');
    return {};
  };
}

/**
 * A server that was demoted, or that its provider set to read only since its disk is full, reads on and refuses every
 * append. So it is asked for what it refuses then and what changes nothing elsewhere. Beside a log that lies elsewhere the
 * database keeps what every act and every worker writes.
 */
function writesOf({ sql }: Looked): Look {
  return async () => {
    await sql.query('select from leases l where false for update').catch((cause: unknown) => {
      if (!isReadOnly(cause)) throw cause;
      const message = 'the database takes no writes: it is a standby, or set to read only';
      throw new StoreUnavailable('not-stored', message, { cause });
    });
    return {};
  };
}

function requireNoneStopped(statuses: readonly ProjectionStatus[]): readonly ProjectionStatus[] {
  const stopped = statuses.filter(({ state, failure }) => state === 'stopped' || failure !== null);
  if (stopped.length === 0) return statuses;
  throw unavailable('READ_MODEL_STOPPED', `stopped: ${namesOf(stopped)}; see throughline projections list`);
}

function requireBuilt(statuses: readonly ProjectionStatus[]): void {
  const absent = statuses.filter(({ build }) => build === null);
  if (absent.length > 0) throw unavailable('READ_MODEL_BUILDING', `not there yet: ${namesOf(absent)}; a projector builds them`);
}

/** Since when it has stood where it stands while the log was ahead of it; now where it moved, or has taken in everything. */
function since({ name, position, lag }: ProjectionStatus, stood: Map<string, Stood>, now: number): number {
  const before = stood.get(name);
  const stands = before !== undefined && before.position === position && lag !== 0n ? before : { position, since: now };
  stood.set(name, stands);
  return stands.since;
}

function statesOf(statuses: readonly ProjectionStatus[]): Readonly<Record<string, string>> {
  return Object.fromEntries(statuses.map(({ name, state }) => [name, state]));
}

function namesOf(statuses: readonly ProjectionStatus[]): string {
  return statuses.map(({ name }) => name).join(', ');
}

function unavailable(code: string, message: string): LedgerError {
  return new LedgerError('unavailable', code, message);
}
