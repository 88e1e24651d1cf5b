import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { planImport, readTerms, runImport } from '#imports';
import { canonicalJson, derivedId, type Id, invalid, LedgerError, sha256 } from '#kernel';
import { Metrics, OpenLedger, problemOf } from '#platform';
import { recordOver } from '../record.js';
import { type ImportStanding, ImportStandings, SILENT_FOR_MS } from './standings.js';
import { type TableFile, type Uploaded, uploaded } from './tables.upload.js';

export type ImportOf = Readonly<{ partnershipId: Id; commandId: Id; dryRun: boolean; goodRowsOnly: boolean }>;

/** One at a time records in a process; so many more may wait. */
const MAY_WAIT = 8;
const MOST_ROWS = 200_000;
/** How often it is said how far an import is: nothing for the database, and soon enough for who watches. */
const SAYS_EVERY_MS = 500;

/**
 * Imports that were begun over HTTP, each worked on by the process that was asked. How they stand lies in a table, for every
 * process to tell; what they recorded is in the ledger, and tables that are sent again go on behind it.
 */
@Injectable()
export class Imports implements OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly log = new Logger('imports');
  private readonly record;
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    bus: CommandBus,
    private readonly ledger: OpenLedger,
    private readonly standings: ImportStandings,
    metrics: Metrics,
  ) {
    this.record = recordOver(bus, metrics.recorded);
  }

  /**
   * Begins an import, or finds the one that the same request began, in whichever process.
   * @throws LedgerError `reused` where the key came with other tables (R14); `invalid` where tables cannot be read or are
   *   another partnership's (R15); `unavailable` TOO_MANY_IMPORTS
   */
  async begin(asked: ImportOf, files: readonly TableFile[]): Promise<ImportStanding> {
    const tables = await uploaded(files);
    let isTaken = false;
    try {
      const { path, mapping, digest: content } = tables;
      const { commandId, ...meant } = asked;
      const id = derivedId(commandId, 'import');
      const digest = sha256(canonicalJson({ ...meant, content }));
      const known = await this.begun(id, digest, commandId);
      if (known !== undefined) return known;
      const { partnershipId, problems } = await readTerms(path, mapping);
      if (partnershipId === undefined) throw invalid(problems.map(({ field, message }) => ({ field, rule: 'R15', message })));
      if (partnershipId !== asked.partnershipId) throw anothers(partnershipId);
      if (this.waiting > MAY_WAIT)
        throw new LedgerError('unavailable', 'TOO_MANY_IMPORTS', 'too many imports wait already; send it again later');
      const { partnershipId: partnership, dryRun } = asked;
      const standing: ImportStanding = { id, partnership, dryRun, state: 'waiting', done: 0, total: 0 };
      isTaken = await this.standings.takeUp(standing, digest);
      // Somebody may have sent the same while the terms were read.
      if (!isTaken) return (await this.begun(id, digest, commandId)) ?? standing;
      this.waiting += 1;
      const telling = new Telling(standing, this.standings, this.stopping.signal, (error) => this.log.error(error));
      this.last = this.last.then(() => this.run(telling, asked, tables));
      return standing;
    } finally {
      if (!isTaken) await tables.remove();
    }
  }

  /** Ends what is under way between two rows, before the ledger is closed. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.last;
  }

  /** An import that goes on, or is done: undefined where it is to be begun, or begun again. */
  private async begun(id: Id, digest: string, commandId: Id): Promise<ImportStanding | undefined> {
    const known = await this.standings.known(id);
    if (known === undefined) return undefined;
    if (known.digest !== digest) throw reused(commandId);
    const { standing } = known;
    return standing.state === 'failed' || standing.state === 'stopped' ? undefined : standing;
  }

  private async run(telling: Telling, { dryRun, goodRowsOnly }: ImportOf, tables: Uploaded): Promise<void> {
    const { signal } = this.stopping;
    try {
      signal.throwIfAborted();
      telling.is({ state: 'running' });
      const plan = await planImport(tables.path, tables.mapping, { mostRows: MOST_ROWS });
      telling.is({ total: plan.steps });
      const progress = (done: number) => telling.is({ done });
      const result = await runImport(plan, this.ledger, this.record, { dryRun, goodRowsOnly, progress, signal });
      telling.is({ state: 'done', done: plan.steps, result });
    } catch (error) {
      if (signal.aborted) telling.is({ state: 'stopped' });
      else {
        this.log.error(error);
        telling.is({ state: 'failed', problem: problemOf(error) });
      }
    } finally {
      this.waiting -= 1;
      await telling.end();
      // A file that cannot be removed must not hold up the imports behind this one.
      await tables.remove().catch((error: unknown) => this.log.error(error));
    }
  }
}

/** Says now and then how far an import is, and at its end what came of it, as often as it takes. */
class Telling {
  private readonly timer: NodeJS.Timeout;
  private saying: Promise<void> = Promise.resolve();
  private isSaying = false;

  constructor(
    private standing: ImportStanding,
    private readonly standings: ImportStandings,
    private readonly stopping: AbortSignal,
    private readonly failed: (error: unknown) => void,
  ) {
    // It also says that somebody is there, while it waits or a row takes long.
    this.timer = setInterval(() => this.say(), SAYS_EVERY_MS);
    this.timer.unref();
  }

  is(more: Partial<ImportStanding>): void {
    this.standing = { ...this.standing, ...more };
  }

  /** Where the database stays away, silence says after a while that the import was stopped: sent again, it goes on. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.saying;
    for (const until = Date.now() + SILENT_FOR_MS; ; ) {
      try {
        await this.standings.say(this.standing);
        return;
      } catch (error) {
        if (Date.now() > until || this.stopping.aborted) return this.failed(error);
        await new Promise((resolve) => setTimeout(resolve, SAYS_EVERY_MS));
      }
    }
  }

  private say(): void {
    if (this.isSaying) return;
    this.isSaying = true;
    this.saying = this.standings
      .say(this.standing)
      .catch(() => undefined)
      .finally(() => {
        this.isSaying = false;
      });
  }
}

function reused(commandId: Id): LedgerError {
  return new LedgerError('reused', 'COMMAND_REUSED', `import ${commandId} was already begun, with other tables or options`);
}

function anothers(partnershipId: Id): LedgerError {
  const message = `the tables are of partnership ${partnershipId}: send them there`;
  return invalid([{ field: 'id', rule: 'R15', message }]);
}
