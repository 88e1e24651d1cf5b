import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type ImportResult, planImport, readTerms, runImport } from '#imports';
import { canonicalJson, derivedId, type Id, invalid, LedgerError, notFound, sha256 } from '#kernel';
import { Metrics, OpenLedger, type ProblemDetails, problemOf } from '#platform';
import { recordOver } from '../record.js';
import { type TableFile, type Uploaded, uploaded } from './tables.upload.js';

/** How an import stands: it goes on after the request that began it was answered. */
export type ImportStanding = Readonly<{
  id: Id;
  partnership: Id;
  dryRun: boolean;
  /** `stopped`: the server was shut down. `failed`: `problem` says why. Sent again, it goes on behind what was recorded. */
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  /** Facts looked at, of so many; both 0 until the tables were read once. */
  done: number;
  total: number;
  result?: ImportResult;
  problem?: ProblemDetails;
}>;

export type ImportOf = Readonly<{ partnershipId: Id; commandId: Id; dryRun: boolean; goodRowsOnly: boolean }>;

type Running = { standing: ImportStanding; readonly digest: string };

/** One at a time records; so many more may wait, and the answers of so many are kept. */
const MAY_WAIT = 8;
const KEPT = 50;
const MOST_ROWS = 200_000;

/**
 * Imports that were begun over HTTP. How they stand is kept while the server runs, no longer: what they recorded is in the
 * ledger, and tables that are sent again go on behind it.
 */
@Injectable()
export class Imports implements OnModuleDestroy {
  private readonly imports = new Map<Id, Running>();
  private readonly stopping = new AbortController();
  private readonly log = new Logger('imports');
  private readonly record;
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    bus: CommandBus,
    private readonly ledger: OpenLedger,
    metrics: Metrics,
  ) {
    this.record = recordOver(bus, metrics.recorded);
  }

  /**
   * Begins an import, or finds the one that the same request began.
   * @throws LedgerError `reused` where the key came with other tables (R14); `invalid` where tables cannot be read or are
   *   another partnership's (R15); `unavailable` TOO_MANY_IMPORTS
   */
  async begin(asked: ImportOf, files: readonly TableFile[]): Promise<ImportStanding> {
    const tables = await uploaded(files);
    const { path, mapping, digest: content } = tables;
    const { commandId, ...meant } = asked;
    const id = derivedId(commandId, 'import');
    const digest = sha256(canonicalJson({ ...meant, content }));
    try {
      const known = this.imports.get(id);
      if (known !== undefined && known.digest !== digest) throw reused(commandId);
      if (known !== undefined && known.standing.state !== 'failed' && known.standing.state !== 'stopped') {
        await tables.remove();
        return known.standing;
      }
      const { partnershipId, problems } = await readTerms(path, mapping);
      if (partnershipId === undefined) throw invalid(problems.map(({ field, message }) => ({ field, rule: 'R15', message })));
      if (partnershipId !== asked.partnershipId) throw anothers(partnershipId);
      if (this.waiting > MAY_WAIT)
        throw new LedgerError('unavailable', 'TOO_MANY_IMPORTS', 'too many imports wait already; send it again later');
    } catch (error) {
      await tables.remove();
      throw error;
    }
    // Somebody may have sent the same while the terms were read.
    const meanwhile = this.imports.get(id);
    if (meanwhile !== undefined && ['waiting', 'running'].includes(meanwhile.standing.state)) {
      await tables.remove();
      return meanwhile.standing;
    }
    const { partnershipId: partnership, dryRun } = asked;
    const running: Running = { standing: { id, partnership, dryRun, state: 'waiting', done: 0, total: 0 }, digest };
    this.keep(id, running);
    this.waiting += 1;
    this.last = this.last.then(() => this.run(running, asked, tables));
    return running.standing;
  }

  /** @throws LedgerError `not-found` where this server knows of none, or it is of another partnership */
  standing(partnershipId: Id, id: Id): ImportStanding {
    const standing = this.imports.get(id)?.standing;
    if (standing?.partnership !== partnershipId) throw notFound('importId', `import ${id}`);
    return standing;
  }

  /** Ends what is under way between two rows, before the ledger is closed. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.last;
  }

  private async run(running: Running, { dryRun, goodRowsOnly }: ImportOf, tables: Uploaded): Promise<void> {
    const say = (more: Partial<ImportStanding>) => {
      running.standing = { ...running.standing, ...more };
    };
    const { signal } = this.stopping;
    try {
      signal.throwIfAborted();
      say({ state: 'running' });
      const plan = await planImport(tables.path, tables.mapping, { mostRows: MOST_ROWS });
      say({ total: plan.steps });
      const progress = (done: number) => say({ done });
      const result = await runImport(plan, this.ledger, this.record, { dryRun, goodRowsOnly, progress, signal });
      say({ state: 'done', done: plan.steps, result });
    } catch (error) {
      if (signal.aborted) say({ state: 'stopped' });
      else {
        this.log.error(error);
        say({ state: 'failed', problem: problemOf(error) });
      }
    } finally {
      this.waiting -= 1;
      // A file that cannot be removed must not hold up the imports behind this one.
      await tables.remove().catch((error: unknown) => this.log.error(error));
    }
  }

  private keep(id: Id, running: Running): void {
    this.imports.delete(id);
    this.imports.set(id, running);
    for (const [other, { standing }] of this.imports) {
      if (this.imports.size <= KEPT) return;
      if (standing.state !== 'waiting' && standing.state !== 'running') this.imports.delete(other);
    }
  }
}

function reused(commandId: Id): LedgerError {
  return new LedgerError('reused', 'COMMAND_REUSED', `import ${commandId} was already begun, with other tables or options`);
}

function anothers(partnershipId: Id): LedgerError {
  const message = `the tables are of partnership ${partnershipId}: send them there`;
  return invalid([{ field: 'id', rule: 'R15', message }]);
}
