export { type DecisionStore, Decisions, type DecisionsOptions } from './decisions.js';
export { backup, checkedManifest, type Manifest, type Naming, restore } from './embedded/backup.js';
export { type Checked, checkEvidence, checkLedger, type Finding } from './embedded/check.js';
export { type Contents, contentsOf } from './embedded/contents.js';
export { syncFolder, writeNew, writeWhole } from './embedded/durable-files.js';
export { type Looking, lookAtLedger } from './embedded/look.js';
export {
  type EmbeddedOptions,
  type Ledger,
  openEmbedded,
  openEphemeral,
  type Protection,
} from './embedded/open.js';
export type { Progress } from './embedded/reconcile.js';
export { auditLedger } from './esdb/audit.js';
export { wantedOfEsdb } from './esdb/connection-string.js';
export { DEFAULT_LEDGER, isLedgerName } from './esdb/ledger-name.js';
export { type EsdbLooked, lookAtEsdb } from './esdb/look.js';
export { type EsdbLedger, type EsdbPlace, openEsdbLedger } from './esdb/open.js';
export { examineOptions, nodesInTheClear } from './esdb/server-options.js';
export { heard, type Measured, measure } from './measures.js';
export { digestOf, type MoveContents } from './move/contents.js';
export { type Moved, type Moving, moveLedger } from './move/move.js';
export { openingSaid, placeSaid, placeTyped, type StorePlace, type StoreTyped, withoutParameter } from './move/places.js';
export { onceStored } from './once-stored.js';
export * from './port.js';
export { migrateSchema, openPostgresLedger, type PostgresLedgerOptions, requireNoEvents } from './postgres-ledger.js';
export { failure as databaseFailure } from './sql/append-batch.js';
export { CommitSignal } from './sql/commit-signal.js';
export { atTheDoor } from './sql/door.js';
export { hostInTheClear } from './sql/in-the-clear.js';
export { type Held, LeaseLost, Leases, requireHeld } from './sql/lease.js';
export type { Lease } from './sql/lease-rows.js';
export { type LeaseSeen, type Looked, leasesSeen, lookAtPostgres } from './sql/look.js';
export { migrate, newLedgerId } from './sql/migrate.js';
export { connectPostgres, type OpenPostgres, openPostgres, type PostgresOptions } from './sql/postgres.js';
export type { SchemaState } from './sql/postgres-schema.js';
export { ROW_COLUMNS, restoreRows, type StoredRow, storedRow, type Upcasters } from './sql/rows.js';
export { SessionLocks } from './sql/session-locks.js';
export * from './sql/sql.js';
export * from './sql/sql-event-store.js';
export { eventsElsewhere, requireLedgerOf, requireNothingOwn, requireOwnEvents, textsElsewhere } from './store-marker.js';
export { SqlTexts, type StoredText, textDigest } from './texts.js';
export * from './tracing.js';
export { Turns } from './turns.js';
