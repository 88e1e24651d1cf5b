import {
  type Ledger,
  migrateSchema,
  openEmbedded,
  openEsdbLedger,
  openPostgresLedger,
  type PostgresOptions,
  type Progress,
  requireOwnEvents,
  type SchemaState,
} from '#event-store';
import { LedgerError } from '#kernel';
import type { PostgresChosen, StoreChosen } from './configuration.js';

export type OpeningStore = Readonly<{
  progress?: Progress;
  /** Makes the copy of a server's log anew first. */
  copiesAnew?: boolean;
  /** False for who only looks: a schema or a name that is not there must not become a new ledger that is empty and well. */
  founds?: boolean;
}>;

/**
 * Opens the ledger of a data folder, its events in the folder or where the configuration says.
 * @throws LedgerError as `openEmbedded`, `openPostgresLedger` and `openEsdbLedger` do; `invalid` STORE_DIFFERS where the
 *   folder is of another kind
 */
export async function openStore(folder: string, chosen: StoreChosen, opening: OpeningStore = {}): Promise<Ledger> {
  const { progress, copiesAnew, founds } = opening;
  const told = progress === undefined ? {} : { progress };
  switch (chosen.kind) {
    case 'embedded':
      await requireOwnEvents(folder);
      return await openEmbedded({ folder, ...told });
    case 'postgres':
      return await openPostgresLedger({ folder, ...onPostgres(chosen.postgres, founds) });
    case 'esdb': {
      const { connectionString, ledger, postgres } = chosen;
      const beside = postgres === undefined ? {} : { postgres: onPostgres(postgres, founds) };
      const anew = copiesAnew === true ? { copiesAnew } : {};
      const looks = founds === undefined ? {} : { founds };
      return await openEsdbLedger({ folder, connectionString, ledger, ...told, ...beside, ...anew, ...looks });
    }
  }
}

/**
 * Brings the schema on the PostgreSQL server up to date: that of the ledger, or of what lies beside its events.
 * @throws LedgerError as `migrateSchema` does; `invalid` STORE_DIFFERS where the configuration names no such server
 */
export async function migrateStore(chosen: StoreChosen): Promise<SchemaState> {
  const postgres = chosen.kind === 'embedded' ? undefined : chosen.postgres;
  if (postgres !== undefined) return await migrateSchema(postgres);
  const message = 'the tables of this ledger lie in its data folder, and are brought up to date whenever it is opened';
  throw new LedgerError('invalid', 'STORE_DIFFERS', message, [{ field: 'THROUGHLINE_STORE', rule: 'R15', message }]);
}

/** @throws LedgerError `invalid` where the log is read where it lies, so that there is no copy of it to make */
export function requireServer(chosen: StoreChosen, name: string): void {
  if (chosen.kind === 'esdb') return;
  const where = chosen.kind === 'postgres' ? 'in PostgreSQL, and are read there' : 'in its own folder';
  const message = `${name} is the copy of the log of EventStoreDB; the events of this ledger lie ${where}`;
  throw new LedgerError('invalid', 'STORE_DIFFERS', message, [{ field: 'name', rule: 'R15', message }]);
}

function onPostgres(chosen: PostgresChosen, founds: boolean | undefined): PostgresOptions {
  return { ...chosen, ...(founds === undefined ? {} : { founds }) };
}
