import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerError } from '#kernel';
import { STORE_MARKER, unlessMissing, writeNew, writeWhole } from './embedded/durable-files.js';
import { requireMovedWhole } from './move/unfinished.js';
import { LedgerForked } from './port.js';

/** Says of a data folder that its events lie on a server, and in which ledger there. */
export type StoreMarker = Readonly<{
  format: 1;
  store: 'esdb' | 'postgres';
  /** The ledger's name there: in EventStoreDB its own, in PostgreSQL that of its schema. */
  ledger: string;
  ledgerId: string;
  /** Where texts and read models lie, where that is not where the kind of store has them. */
  beside?: 'postgres';
}>;

const SERVERS = { esdb: 'EventStoreDB, ledger', postgres: 'PostgreSQL, schema' } as const;

/** Where the events of a folder lie, as it was last opened; undefined where they are its own. */
export async function eventsElsewhere(folder: string): Promise<string | undefined> {
  const marker = await markerIn(folder);
  return marker === undefined ? undefined : placeOf(marker);
}

/** Where the texts of a folder lie, as it was last opened; undefined where they are in the folder. */
export async function textsElsewhere(folder: string): Promise<string | undefined> {
  const marker = await markerIn(folder);
  return marker?.store === 'postgres' || marker?.beside === 'postgres' ? 'PostgreSQL' : undefined;
}

/** @throws LedgerError `invalid` STORE_DIFFERS where the folder's events lie on a server, and it is opened as if they were its own */
export async function requireOwnEvents(folder: string): Promise<void> {
  const marker = await markerIn(folder);
  if (marker !== undefined) throw differs(`the events of ${folder} lie in ${placeOf(marker)}; open it ${optionsFor(marker)}`);
}

/** @throws LedgerError `invalid` STORE_DIFFERS where the folder's texts lie on a server, and it is opened as if they were its own */
export async function requireOwnTexts(folder: string): Promise<void> {
  const marker = await markerIn(folder);
  if (marker?.store !== 'postgres' && marker?.beside !== 'postgres') return;
  throw differs(`the texts of ${folder} lie in PostgreSQL; open it ${optionsFor(marker)}`);
}

/** @throws LedgerError `invalid` STORE_DIFFERS where the folder has a ledger of its own, and is opened as if it lay on a server */
export async function requireNothingOwn(folder: string): Promise<void> {
  requireMovedWhole(folder);
  const own = await stat(join(folder, 'journal')).catch(unlessMissing(undefined));
  if (own === undefined) return;
  throw differs(
    `${folder} holds a ledger of its own: name another data folder for one that lies on a server, or move it there`,
    '--data',
  );
}

/**
 * Leaves in a folder where its events lie, or compares it with what is there: the evidence files of one ledger are rubbish
 * to another. Several processes may open one folder at once.
 * @throws LedgerForked where it belongs to another ledger; LedgerError `invalid` STORE_DIFFERS where its texts lie elsewhere
 */
export async function agreeOnMarker(folder: string, marker: StoreMarker): Promise<void> {
  const there = await markerIn(folder);
  if (there === undefined) {
    await mkdir(folder, { recursive: true });
    // Where another process was first, at the same moment, its marker stands, and is compared.
    await writeNew(join(folder, STORE_MARKER), written(marker));
    return agreeOnMarker(folder, marker);
  }
  if (there.ledgerId !== marker.ledgerId) throw otherLedger(folder, there, marker);
  if (there.store !== marker.store || there.beside !== marker.beside)
    throw differs(`the texts of ${folder} lie elsewhere; open it ${optionsFor(there)}`);
}

/**
 * Asks a server for the ledger that a folder belongs to, before anything is made there: a mistyped server must not get a new
 * ledger, or part of one, from a start that is refused.
 * @param held reads the id of the ledger that lies there; undefined where none does, null where it may not be read yet
 * @throws LedgerForked where the folder belongs to a ledger and the server holds none, or another; LedgerError `invalid`
 *   STORE_DIFFERS where the folder's events lie in another kind of store
 */
export async function requireLedgerOf(
  folder: string,
  here: Pick<StoreMarker, 'store' | 'ledger'>,
  held: () => Promise<string | undefined | null>,
): Promise<void> {
  const there = await markerIn(folder);
  if (there === undefined) return;
  if (there.store !== here.store) throw differs(`the events of ${folder} lie in ${placeOf(there)}; open it ${optionsFor(there)}`);
  const ledgerId = await held();
  if (ledgerId === undefined)
    throw new LedgerForked(
      `${folder} belongs to ledger ${there.ledgerId} (${placeOf(there)}); the server holds no ledger in ${placeOf(here)}, and ` +
        `none was made. ${connectOr(there)}`,
    );
  if (ledgerId !== null && ledgerId !== there.ledgerId) throw otherLedger(folder, there, { ...here, ledgerId });
}

/** @throws LedgerForked where the folder's texts lie in PostgreSQL, and this server does not hold them */
export async function requireTextsOf(folder: string, schema: string, isThere: () => Promise<boolean>): Promise<void> {
  const there = await markerIn(folder);
  if (there?.beside !== 'postgres' || (await isThere())) return;
  throw new LedgerForked(
    `the texts of ${folder}, of ledger ${there.ledgerId}, lie in PostgreSQL; schema "${schema}" of the server holds none, and ` +
      'none was made. Name the server and the schema that hold them (THROUGHLINE_POSTGRES, THROUGHLINE_POSTGRES_SCHEMA)',
  );
}

/** Says in a folder where its events lie, whatever it said before: for who has the folder alone. */
export async function leaveMarker(folder: string, marker: StoreMarker): Promise<void> {
  await writeWhole(join(folder, STORE_MARKER), written(marker));
}

function written(marker: StoreMarker): string {
  return `${JSON.stringify(marker)}\n`;
}

/** What a folder says of where its events lie; undefined where they are its own. */
export async function markerIn(folder: string): Promise<StoreMarker | undefined> {
  const text = await readFile(join(folder, STORE_MARKER), 'utf8').catch(unlessMissing(undefined));
  return text === undefined ? undefined : (JSON.parse(text) as StoreMarker);
}

function otherLedger(folder: string, there: StoreMarker, here: Pick<StoreMarker, 'store' | 'ledger' | 'ledgerId'>): LedgerForked {
  return new LedgerForked(
    `${folder} belongs to ledger ${there.ledgerId} (${placeOf(there)}); the server holds ${here.ledgerId} (${placeOf(here)}). ` +
      connectOr(there),
  );
}

function connectOr({ store }: StoreMarker): string {
  const keys =
    store === 'esdb' ? 'THROUGHLINE_ESDB, THROUGHLINE_ESDB_LEDGER' : 'THROUGHLINE_POSTGRES, THROUGHLINE_POSTGRES_SCHEMA';
  return `Connect to the server and the ledger it belongs to (${keys}), or name another data folder`;
}

function placeOf({ store, ledger }: Pick<StoreMarker, 'store' | 'ledger'>): string {
  return `${SERVERS[store]} "${ledger}"`;
}

function optionsFor({ store, beside }: StoreMarker): string {
  if (store === 'postgres') return 'with --store postgres --postgres <url>';
  const texts = beside === undefined ? 'and no --postgres: its texts lie in the folder' : '--postgres <url>';
  return `with --store esdb --esdb <connection string> ${texts}`;
}

function differs(message: string, field = '--store'): LedgerError {
  return new LedgerError('invalid', 'STORE_DIFFERS', message, [{ field, rule: 'R15', message }]);
}
