/** Where an event lies in the log of the server; compared by commit, then by prepare. */
export type Position = Readonly<{ commit: bigint; prepare: bigint }>;

export type Proposed = Readonly<{ id: string; type: string; contentType: string; data: Uint8Array; metadata: Uint8Array }>;

export type Stored = Proposed &
  Readonly<{ stream: string; revision: bigint; position: Position /** 100 ns since 1970. */; createdTicks: bigint }>;

/** What the stream must look like, in the client's words. */
export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

export type WriteResult =
  | Readonly<{ kind: 'written'; revision: bigint; position: Position }>
  | Readonly<{ kind: 'wrong-version'; expected: Expected; current: bigint | undefined }>
  | Readonly<{ kind: 'stream-deleted' }>
  | Readonly<{ kind: 'too-large' }>;

type Judged = 'new' | 'wrong' | Extract<WriteResult, { kind: 'written' }>;

export type LogOptions = Readonly<{
  /** The server's clock, ms since 1970. */
  now: () => number;
  /** How many event ids the cache behind `any` and `stream_exists` holds. */
  idempotencyCache?: number;
  /** All events of an append share a commit position, as in databases written with explicit transactions. */
  sharedCommit?: boolean;
}>;

/** The most that one append may hold in server 24.2. */
export const MAX_APPEND_BYTES = 1024 * 1024;
/** What a soft delete writes as `$tb`, and the revision of a tombstone: the largest signed 64-bit number. */
const NEVER = 2n ** 63n - 1n;
const json = new TextEncoder();
const text = new TextDecoder();

export const compare = (a: Position, b: Position): number => Number(a.commit - b.commit || a.prepare - b.prepare);

/**
 * The log of a server, in memory: appends with their expected versions and idempotency as in 24.2, streams with what
 * their metadata hides, and `$all`, from which only `scavenge` takes anything away.
 */
export class EventLog {
  readonly #all: Stored[] = [];
  readonly #streams = new Map<string, Stored[]>();
  readonly #tombstones = new Set<string>();
  readonly #scavenged = new Set<Stored>();
  /** Behind `any` and `stream_exists`: bounded, and not durable. */
  readonly #recent = new Map<string, Stored>();
  readonly #waiting = new Set<() => void>();
  /** Streams of which the first event there has another revision than 0. */
  readonly #firsts = new Map<string, bigint>();
  #end = 0n;

  constructor(private readonly options: LogOptions) {
    // A new server has written of its own before anybody appends.
    this.append('$$$stats-127.0.0.1:2113', [metadataEvent('{"$maxAge":86400}')], 'any');
    this.append('$user-admin', [systemEvent('$UserCreated', '{"loginName":"admin"}')], 'any');
    this.append('$users', [systemEvent('$User', '"admin"')], 'any');
  }

  /** A restart: what was only in memory is gone, what was acknowledged is not. */
  forgetRecent(): void {
    this.#recent.clear();
  }

  append(stream: string, events: readonly Proposed[], expected: Expected): WriteResult {
    if (this.#tombstones.has(stream)) return { kind: 'stream-deleted' };
    const bytes = events.reduce((sum, { type, data, metadata }) => sum + type.length * 2 + data.length + metadata.length, 0);
    if (bytes > MAX_APPEND_BYTES) return { kind: 'too-large' };
    const current = this.#current(stream);
    const judged =
      expected === 'any' || expected === 'stream_exists'
        ? this.#repeatedRecently(stream, events, expected)
        : this.#repeatedAtItsPlace(stream, events, expected);
    if (judged === 'wrong') return { kind: 'wrong-version', expected, current: current < 0n ? undefined : current };
    if (judged !== 'new') return judged;
    if (events.length === 0) return { kind: 'written', revision: current, position: this.#last().position };
    const undelete = this.#isSoftDeleted(stream);
    const last = this.#write(stream, events);
    if (undelete) this.#setMetadata(stream, { $tb: Number(current) + 1 });
    this.#wake();
    return { kind: 'written', revision: last.revision, position: last.position };
  }

  /** Best effort: known while the cache holds it. */
  #repeatedRecently(stream: string, events: readonly Proposed[], expected: 'any' | 'stream_exists'): Judged {
    if (expected === 'stream_exists' && (this.#current(stream) < 0n || this.#isSoftDeleted(stream))) return 'wrong';
    const known = events.map(({ id }) => this.#recent.get(id)).map((event) => (event?.stream === stream ? event : undefined));
    return known[0] === undefined ? 'new' : (this.#repeated(known) ?? 'wrong');
  }

  /** Durable: the same ids at the places where they would have come to lie, whatever was written behind them. */
  #repeatedAtItsPlace(stream: string, events: readonly Proposed[], expected: 'no_stream' | bigint): Judged {
    const after = expected === 'no_stream' ? -1n : expected;
    const current = this.#current(stream);
    if (after === current) return 'new';
    if (after > current) return 'wrong';
    const there = events.map(({ id }, index) => {
      const event = this.#streams.get(stream)?.[Number(after + 1n - this.#first(stream)) + index];
      return event?.id === id ? event : undefined;
    });
    if (there[0] !== undefined) return this.#repeated(there) ?? 'wrong';
    return expected === 'no_stream' && this.#isSoftDeleted(stream) ? 'new' : 'wrong';
  }

  /** The revision of the last event ever written to it; -1 where there is none. */
  #current(stream: string): bigint {
    const length = this.#streams.get(stream)?.length ?? 0;
    return length === 0 ? -1n : this.#first(stream) + BigInt(length) - 1n;
  }

  #first(stream: string): bigint {
    return this.#firsts.get(stream) ?? 0n;
  }

  /** The first event appended to this stream will have this revision: a stream as old as nobody can make it. */
  startAt(stream: string, revision: bigint): void {
    this.#firsts.set(stream, revision);
  }

  /** Every one of them is stored already: the answer of the first time. */
  #repeated(events: readonly (Stored | undefined)[]): Judged | undefined {
    const last = events.at(-1);
    if (last === undefined || events.includes(undefined)) return undefined;
    return { kind: 'written', revision: last.revision, position: last.position };
  }

  #write(stream: string, events: readonly Proposed[]): Stored {
    const into = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, into);
    const created = BigInt(this.options.now()) * 10_000n;
    const sizes = events.map(({ type, data, metadata }) =>
      BigInt(96 + stream.length + type.length + data.length + metadata.length),
    );
    const commit = this.#end + sizes.reduce((sum, size) => sum + size, 0n);
    for (const [index, event] of events.entries()) {
      const prepare = this.#end;
      const stored = {
        ...event,
        stream,
        revision: this.#first(stream) + BigInt(into.length),
        position: { commit: this.options.sharedCommit ? commit : prepare, prepare },
        // The clock of the server is finer than a millisecond; what the client makes of it is not.
        createdTicks: created + 1234n,
      };
      this.#end += sizes[index] ?? 0n;
      into.push(stored);
      this.#all.push(stored);
      this.#remember(stored);
    }
    if (this.options.sharedCommit) this.#end += 64n;
    return this.#last();
  }

  #remember(stored: Stored): void {
    this.#recent.delete(stored.id);
    this.#recent.set(stored.id, stored);
    const [oldest] = this.#recent.keys();
    if (oldest !== undefined && this.#recent.size > (this.options.idempotencyCache ?? 10_000)) this.#recent.delete(oldest);
  }

  #last(): Stored {
    const last = this.#all.at(-1);
    if (last === undefined) throw new Error('a log is never empty');
    return last;
  }

  /** What a reader of the stream sees, in order; `missing` and `deleted` are answers, not errors. */
  stream(name: string): readonly Stored[] | 'missing' | 'deleted' {
    if (this.#tombstones.has(name)) return 'deleted';
    const all = this.#streams.get(name);
    if (all === undefined || this.#isSoftDeleted(name)) return 'missing';
    const { $maxCount, $tb, $maxAge } = this.#metadata(name);
    const from = Math.max($tb ?? 0, $maxCount === undefined ? 0 : all.length - $maxCount);
    const youngest = $maxAge === undefined ? 0n : BigInt(this.options.now() - $maxAge * 1000) * 10_000n;
    return all.slice(from).filter((event) => event.createdTicks >= youngest && !this.#scavenged.has(event));
  }

  /** Number of places in `$all`, scavenged ones included: indexes into it never change. */
  get length(): number {
    return this.#all.length;
  }

  /** The event at this place of `$all`; undefined where it was scavenged. */
  at(index: number): Stored | undefined {
    const event = this.#all[index];
    return event === undefined || this.#scavenged.has(event) ? undefined : event;
  }

  /** The place of the first event at this position or behind it. */
  indexOf(position: Position): number {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const event = this.#all[middle];
      if (event !== undefined && compare(event.position, position) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Resolves when something is appended behind `index`, or the signal fires. */
  async behind(index: number, signal: AbortSignal): Promise<void> {
    if (index < this.#all.length || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** A soft delete: the stream reads as missing, its events lie in `$all` until the next scavenge. */
  deleteStream(stream: string, expected: Expected): WriteResult {
    return this.#ended(stream, expected, () => this.#setMetadata(stream, { $tb: NEVER }));
  }

  /** A hard delete: the stream can never be written again. */
  tombstone(stream: string, expected: Expected): WriteResult {
    return this.#ended(stream, expected, () => {
      this.#write(stream, [systemEvent('$streamDeleted', '')]);
      this.#tombstones.add(stream);
    });
  }

  #ended(stream: string, expected: Expected, end: () => void): WriteResult {
    if (this.#tombstones.has(stream)) return { kind: 'stream-deleted' };
    const current = this.#current(stream);
    const there = current >= 0n && !this.#isSoftDeleted(stream);
    const right =
      typeof expected === 'bigint' ? expected === current : expected === 'any' || there === (expected === 'stream_exists');
    if (!right) return { kind: 'wrong-version', expected, current: current < 0n ? undefined : current };
    end();
    this.#wake();
    return { kind: 'written', revision: current, position: this.#last().position };
  }

  /** Removes for good what streams no longer show. */
  scavenge(): void {
    for (const [name, events] of this.#streams) {
      const shown = this.stream(name);
      const kept = new Set(typeof shown === 'string' ? [] : shown);
      for (const event of events) if (!kept.has(event) && event.type !== '$streamDeleted') this.#scavenged.add(event);
    }
  }

  /** What the redactor does: other bytes in the place of an event's data, everything else as it was. */
  redact(id: string, data: Uint8Array): void {
    for (const [index, event] of this.#all.entries()) {
      if (event.id !== id) continue;
      const redacted = { ...event, data };
      this.#all[index] = redacted;
      this.#streams.get(event.stream)?.splice(Number(event.revision), 1, redacted);
    }
  }

  #setMetadata(stream: string, metadata: Readonly<Record<string, unknown>>): void {
    const said = JSON.stringify({ ...this.#metadata(stream), ...metadata }, (_key, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    );
    this.#write(`$$${stream}`, [metadataEvent(said)]);
  }

  #metadata(stream: string): { $maxCount?: number; $maxAge?: number; $tb?: number } {
    const last = this.#streams.get(`$$${stream}`)?.at(-1);
    return last === undefined ? {} : (JSON.parse(text.decode(last.data)) as { $maxCount?: number });
  }

  #isSoftDeleted(stream: string): boolean {
    return (this.#metadata(stream).$tb ?? 0) >= Number(NEVER);
  }
}

let systemEvents = 0;
function systemEvent(type: string, data: string): Proposed {
  systemEvents += 1;
  const id = `00000000-0000-4000-8000-${systemEvents.toString().padStart(12, '0')}`;
  return { id, type, contentType: 'application/json', data: json.encode(data), metadata: new Uint8Array() };
}

const metadataEvent = (data: string): Proposed => systemEvent('$metadata', data);
