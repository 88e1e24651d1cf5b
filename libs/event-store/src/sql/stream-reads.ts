import { StoreUnavailable } from '../port.js';
import { EVENT_COLUMNS } from './rows.js';
import type { Row } from './sql.js';

const READS_AT_ONCE = 256;

type Waiting = Readonly<{ stream: string; from: bigint; done: (rows: readonly Row[]) => void; failed: (error: unknown) => void }>;

/**
 * Gathers the reads of streams that arrive while one is in flight into the next, so that a hundred commands that each
 * read a tail pay for one statement. A read sees everything that was committed when it was asked for.
 */
export class StreamReads {
  private waiting: Waiting[] = [];
  private running = false;

  constructor(private readonly query: (text: string, parameters: readonly unknown[]) => Promise<Row[]>) {}

  /** The rows of a stream from a revision on, in order. @throws what became of this read alone */
  read(stream: string, from: bigint): Promise<readonly Row[]> {
    return new Promise((done, failed) => {
      this.waiting.push({ stream, from, done, failed });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    // One turn of the loop, so that readers who come together go together.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.answer(this.waiting.splice(0, READS_AT_ONCE));
    this.running = false;
  }

  private async answer(batch: readonly Waiting[]): Promise<void> {
    // Many commands at once read the same partnership: it is read once for all of them.
    const asked = [...new Map(batch.map((one) => [keyOf(one.stream, one.from), one])).values()];
    const places = new Map(asked.map(({ stream, from }, index) => [keyOf(stream, from), index]));
    try {
      const rows = await this.query(
        // Sorted inside, so that whatever the planner knows of the table it goes by the index of one stream after the other.
        `select r.n::integer as n, e.* from unnest($1::text[], $2::bigint[]) with ordinality as r (stream, first, n)
          cross join lateral (
            select ${EVENT_COLUMNS} from events e where e.stream = r.stream and e.revision >= r.first order by e.revision
          ) e`,
        [asked.map(({ stream }) => stream), asked.map(({ from }) => String(from))],
      );
      const found = asked.map((): Row[] => []);
      for (const row of rows) found[Number(row['n']) - 1]?.push(row);
      for (const { stream, from, done } of batch) done(found[places.get(keyOf(stream, from)) ?? -1] ?? []);
    } catch (error) {
      // Unavailable is so for each, and asked one after the other the last would wait for all before it to be given up. What
      // one asked for may be what no database can be asked: one by one, each gets its own answer.
      if (batch.length === 1 || error instanceof StoreUnavailable) for (const { failed } of batch) failed(error);
      else for (const one of batch) await this.answer([one]);
    }
  }
}

function keyOf(stream: string, from: bigint): string {
  return `${from} ${stream}`;
}
