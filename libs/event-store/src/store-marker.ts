import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerError } from '#kernel';
import { STORE_MARKER, unlessMissing, writeWhole } from './embedded/durable-files.js';
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
    await leaveMarker(folder, marker);
    // Another process may have left its own at the same moment: whichever stands is compared.
    return agreeOnMarker(folder, marker);
  }
  if (there.ledgerId !== marker.ledgerId)
    throw new LedgerForked(
      `${folder} belongs to ledger ${there.ledgerId} (${placeOf(there)}); the server holds ${marker.ledgerId} ` +
        `(${placeOf(marker)}). Connect to the server it belongs to, or name another data folder`,
    );
  if (there.store !== marker.store || there.beside !== marker.beside)
    throw differs(`the texts of ${folder} lie elsewhere; open it ${optionsFor(there)}`);
}

/** Says in a folder where its events lie. */
export async function leaveMarker(folder: string, marker: StoreMarker): Promise<void> {
  await writeWhole(join(folder, STORE_MARKER), `${JSON.stringify(marker)}\n`);
}

/** What a folder says of where its events lie; undefined where they are its own. */
export async function markerIn(folder: string): Promise<StoreMarker | undefined> {
  const text = await readFile(join(folder, STORE_MARKER), 'utf8').catch(unlessMissing(undefined));
  return text === undefined ? undefined : (JSON.parse(text) as StoreMarker);
}

function placeOf({ store, ledger }: StoreMarker): string {
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
