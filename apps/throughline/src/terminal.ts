import { SingleBar } from 'cli-progress';
import pc from 'picocolors';
import { LedgerError } from '#kernel';
import { problemOf } from '#platform';

/** Done, the answer is no, wrong use. */
export const EXIT = { done: 0, no: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Moves a progress bar; `undefined` where the end is not known. */
export type Advance = (done: number, total: number) => void;

type Stream = Readonly<{ write: (text: string) => unknown; isTTY?: boolean; columns?: number }>;

/** How often progress is told where nobody watches a bar. */
const LINE_EVERY_MS = 5_000;

/** Results on stdout, everything else on stderr. */
export class Terminal {
  constructor(
    private readonly stdout: Stream,
    private readonly stderr: Stream,
    readonly json: boolean,
  ) {}

  get width(): number {
    return Math.min(this.stdout.columns ?? 100, 140);
  }

  /** A result: as JSON where that was asked for, else in words. */
  result(value: unknown, words: () => string): void {
    this.print(this.json ? JSON.stringify(value, bigintAsText, 2) : words());
  }

  print(text: string): void {
    this.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  note(text: string): void {
    this.stderr.write(`${text}\n`);
  }

  /** Emphasis where somebody reads it in a terminal; nothing in a file or a pipe. */
  readonly emphasis = (text: string): string => (this.stdout.isTTY === true ? pc.bold(text) : text);

  /** Shows how far a work is: a bar in a terminal, now and then a line in a log. */
  async progress<T>(label: string, work: (advance: Advance) => Promise<T>): Promise<T> {
    if (this.stderr.isTTY !== true) return work(this.lines(label));
    const bar = new SingleBar({
      format: `${label} {bar} {value}/{total}  {eta_formatted}`,
      hideCursor: true,
      clearOnComplete: true,
      // All that a bar does with it is to write.
      stream: this.stderr as NodeJS.WriteStream,
    });
    let started = false;
    try {
      return await work((done, total) => {
        if (started) bar.setTotal(total);
        else bar.start(total, done);
        started = true;
        bar.update(done);
      });
    } finally {
      bar.stop();
    }
  }

  private lines(label: string): Advance {
    let last = Date.now();
    return (done, total) => {
      if (Date.now() - last < LINE_EVERY_MS) return;
      last = Date.now();
      this.note(`${label}: ${done} of ${total}`);
    };
  }

  /** Says in words, or as JSON on stderr, what went wrong. Never a stack trace. */
  failure(error: unknown): ExitCode {
    const isForCallers = error instanceof LedgerError;
    const { code, errors } = problemOf(error);
    const message = error instanceof Error ? error.message : String(error);
    if (this.json) {
      this.note(JSON.stringify({ code, message, problems: errors }, bigintAsText));
    } else {
      // Its problems say all of what is wrong in a request; what is wrong here says in its message what to do.
      const isOfRequest = isForCallers && errors.length > 0 && error.kind !== 'corrupt' && error.kind !== 'unavailable';
      this.note(isOfRequest ? `${error.code}: refused.` : `${isForCallers ? `${code}: ` : ''}${message}`);
      for (const problem of isOfRequest ? errors : []) this.note(`  ${problem.field} [${problem.rule}] ${problem.message}`);
    }
    return isForCallers && (error.kind === 'invalid' || error.kind === 'not-found') ? EXIT.wrongUse : EXIT.no;
  }
}

/** Revisions and positions may be larger than a JSON number holds exactly. */
function bigintAsText(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Map ? Object.fromEntries(value) : value;
}
