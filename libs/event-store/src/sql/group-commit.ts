import { LedgerError } from '#kernel';
import { measure } from '../measures.js';
import { type Appended, StoreUnavailable } from '../port.js';
import type { Append } from './door.js';

const BATCH_APPENDS = 256;
const BATCH_BYTES = 4 * 1024 * 1024;

type Waiting = Readonly<{ append: Append; done: (answer: Appended) => void; failed: (error: unknown) => void }>;

/** Stores a batch and says what became of each append, in order. */
export type CommitBatch = (batch: readonly Append[]) => Promise<readonly (Appended | LedgerError)[]>;

/**
 * Gathers the appends that arrive while a batch is in flight into the next one, so that sixteen callers pay for one
 * flush to disk. Appends of one stream keep their order: a batch holds at most one of a stream, and one of a command, so
 * that the second on another stream is judged when the first is there to be seen.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly commit: CommitBatch) {}

  /** @throws what became of this append alone, whatever became of those beside it */
  append(append: Append): Promise<Appended> {
    return new Promise((done, failed) => {
      this.waiting.push({ append, done, failed });
      this.running ??= this.run();
    });
  }

  /** Resolves when everything handed in has been answered. */
  async drained(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // One turn of the loop, so that callers that come together go together.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.store(this.nextBatch());
    this.running = undefined;
  }

  private nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const streams = new Set<string>();
    const commands = new Set<string>();
    let bytes = 0;
    for (const waiting of this.waiting) {
      const { stream, bytes: size, events } = waiting.append;
      const command = events[0]?.commandId ?? '';
      const isAlone = !streams.has(stream) && !commands.has(command);
      const fits = batch.length < BATCH_APPENDS && (batch.length === 0 || bytes + size <= BATCH_BYTES) && isAlone;
      // Also of one that waits: what comes after it in its stream must not overtake it.
      streams.add(stream);
      commands.add(command);
      if (fits) bytes += size;
      (fits ? batch : later).push(waiting);
    }
    this.waiting = later;
    return batch;
  }

  private async store(batch: readonly Waiting[]): Promise<void> {
    measure('batch', () => ({ appends: batch.length }));
    try {
      const answers = await this.commit(batch.map(({ append }) => append));
      for (const [index, { done, failed }] of batch.entries()) {
        const answer = answers[index];
        if (answer === undefined)
          failed(new StoreUnavailable('unknown', 'the batch was stored, but this append was not answered'));
        else if (answer instanceof LedgerError) failed(answer);
        else done(answer);
      }
    } catch (error) {
      // Unavailable is so for each, and an unknown outcome must never be tried again without reading. Any other error
      // is one append's own and took the rest of the batch with it: one by one, each gets its own answer.
      if (batch.length === 1 || error instanceof StoreUnavailable) for (const { failed } of batch) failed(error);
      else for (const one of batch) await this.store([one]);
    }
  }
}
