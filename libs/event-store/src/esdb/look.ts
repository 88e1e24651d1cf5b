import type { Finding } from '../embedded/check.js';
import { awayFound, noLedgerFound } from '../sql/away.js';
import { ConnectionLost, type Sql } from '../sql/sql.js';
import { requireLedgerOf } from '../store-marker.js';
import { EsdbEventStore, type EsdbOptions } from './esdb-event-store.js';
import { DEFAULT_LEDGER } from './ledger-name.js';
import { CopyAway, LogCopy } from './log-copy.js';
import { type EsdbPlace, foundedOn } from './open.js';

/** A ledger whose events lie in EventStoreDB, opened to look: what lies beside them remains the caller's to close. */
export type EsdbLooked = Readonly<{ store: EsdbEventStore; sql: Sql }>;

/**
 * Looks at a ledger in EventStoreDB. The server is asked for it first, and none is founded: a mistyped name must not become
 * a ledger that is empty and well, nor the copy beside the read models that of another ledger. A copy that is there is
 * brought up to date, as every process does that opens the ledger; none is begun that would stay.
 * @param looked where the ledger lies, the data folder, which says which ledger it belongs to, and what holds the copy of
 *   the log: where that is thrown away afterwards (`onTrial`) a copy is begun that is missing
 * @param findings where all that is found is put, at once: what was found before a server went away stays. What keeps
 *   `further` from looking is `unread`: no ledger of that name, no copy of its log yet, a server that does not answer
 * @throws LedgerError `invalid` for a connection string or a name that is none, STORE_DIFFERS where the folder holds another;
 *   LedgerForked where the folder belongs to another ledger than the server holds
 */
export async function lookAtEsdb(
  looked: EsdbPlace & Readonly<{ folder: string; sql: Sql; onTrial?: boolean; times?: NonNullable<EsdbOptions['times']> }>,
  findings: Finding[],
  further: (ledger: EsdbLooked) => Promise<void>,
): Promise<void> {
  const { connectionString, ledger = DEFAULT_LEDGER, folder, sql, onTrial = false, times = {} } = looked;
  let store: EsdbEventStore | undefined;
  try {
    const founded = await foundedOn({ connectionString, ledger }, times);
    await requireLedgerOf(folder, { store: 'esdb', ledger }, () => Promise.resolve(founded?.ledgerId));
    if (founded === undefined) {
      findings.push(noLedger(ledger));
      return;
    }
    if (founded.isWhole && !onTrial && !(await LogCopy.isThere(sql))) {
      findings.push(noCopy(ledger));
      return;
    }
    store = await EsdbEventStore.open({ connectionString, ledger, sql, times });
    await further({ store, sql });
  } catch (error) {
    // Of another server: what lies beside the events.
    const said = error instanceof CopyAway ? error.cause : error;
    if (said instanceof ConnectionLost || error instanceof CopyAway) throw said;
    findings.push(awayFound('EventStoreDB', 'THROUGHLINE_ESDB', error));
  } finally {
    await store?.close();
  }
}

function noLedger(ledger: string): Finding {
  const todo = 'Name the right one (THROUGHLINE_ESDB, THROUGHLINE_ESDB_LEDGER); a new one is founded by the first start';
  return noLedgerFound(`EventStoreDB, ledger ${ledger}`, 'name or server', todo);
}

function noCopy(ledger: string): Finding {
  return {
    severity: 'note',
    where: `EventStoreDB, ledger ${ledger}`,
    what: 'has no copy of its log yet beside the read models',
    why: 'What the server holds is compared with what was copied when it was new, and doctor makes no copy',
    todo: 'Start the services: the first start makes it; then run doctor again',
    unread: true,
  };
}
