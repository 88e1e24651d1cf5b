import type { Finding } from '../embedded/check.js';
import { awayFound } from '../sql/away.js';
import { ConnectionLost, type Sql } from '../sql/sql.js';
import { requireLedgerOf } from '../store-marker.js';
import { EsdbEventStore, type EsdbOptions } from './esdb-event-store.js';
import { DEFAULT_LEDGER } from './ledger-name.js';
import { type EsdbPlace, ledgerOn } from './open.js';

/** A ledger whose events lie in EventStoreDB, opened to look: what lies beside them remains the caller's to close. */
export type EsdbLooked = Readonly<{ store: EsdbEventStore; sql: Sql }>;

/**
 * Looks at a ledger in EventStoreDB. The server is asked for it first, and none is founded: a mistyped name must not become
 * a ledger that is empty and well, nor the copy beside the read models that of another ledger.
 * @param looked where the ledger lies, the data folder, which says which ledger it belongs to, and what holds the copy of the log
 * @param findings where all that is found is put, at once: what was found before a server went away stays. What keeps
 *   `further` from looking is `unread`: no ledger of that name, a server that does not answer
 * @throws LedgerForked where the folder belongs to another ledger than the server holds
 */
export async function lookAtEsdb(
  looked: EsdbPlace & Readonly<{ folder: string; sql: Sql; times?: NonNullable<EsdbOptions['times']> }>,
  findings: Finding[],
  further: (ledger: EsdbLooked) => Promise<void>,
): Promise<void> {
  const { connectionString, ledger = DEFAULT_LEDGER, folder, sql, times = {} } = looked;
  let store: EsdbEventStore | undefined;
  try {
    const ledgerId = await ledgerOn({ connectionString, ledger }, times);
    await requireLedgerOf(folder, { store: 'esdb', ledger }, () => Promise.resolve(ledgerId));
    if (ledgerId === undefined) {
      findings.push(noLedger(ledger));
      return;
    }
    store = await EsdbEventStore.open({ connectionString, ledger, sql, times });
    await further({ store, sql });
  } catch (error) {
    // Of another server: what lies beside the events.
    if (error instanceof ConnectionLost) throw error;
    findings.push(awayFound('EventStoreDB', 'THROUGHLINE_ESDB', error));
  } finally {
    await store?.close();
  }
}

function noLedger(ledger: string): Finding {
  return {
    severity: 'trouble',
    where: `EventStoreDB, ledger ${ledger}`,
    what: 'holds no ledger',
    why: 'A mistyped name or server would look like a ledger that is empty and well',
    todo: 'Name the right one (THROUGHLINE_ESDB, THROUGHLINE_ESDB_LEDGER); a new one is founded by the first start',
    page: 'schema-differs.md',
    unread: true,
  };
}
