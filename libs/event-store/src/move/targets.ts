import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventsOf } from '../embedded/contents.js';
import { writeLedgerId } from '../embedded/database.js';
import { EventJournal } from '../embedded/event-journal.js';
import { readEvents } from '../embedded/event-lines.js';
import { openEmbedded } from '../embedded/open.js';
import type { Progress } from '../embedded/reconcile.js';
import { readTexts, TEXTS_FILE, TextJournal } from '../embedded/text-journal.js';
import { carryToServer, rowsOnServer } from '../esdb/carrying.js';
import { connectionTo } from '../esdb/connection.js';
import { found, foundingOf, foundWhole } from '../esdb/founding.js';
import { connectPostgres } from '../sql/postgres.js';
import { restoreRows, type StoredRow } from '../sql/rows.js';
import { leaveMarker, type StoreMarker } from '../store-marker.js';
import type { StoredText } from '../texts.js';
import type { Holding } from './contents.js';
import type { StorePlace } from './places.js';
import { StagedSchema } from './schema.js';
import { tabledTexts } from './sources.js';
import { notEmpty, type Stage } from './stage.js';

/** Where a ledger goes. What `rows` and `texts` give is read from where it lies, not from what was written. */
export type Target = Holding &
  Readonly<{
    /** Puts events behind those that are there. */
    append: (rows: readonly StoredRow[]) => Promise<void>;
    /** Keeps these texts, and no others: one that was erased since the last attempt is not there any more. */
    keepTexts: (texts: AsyncIterable<readonly StoredText[]>) => Promise<void>;
    /** Does the work on it as a start would open it. */
    opened: <T>(work: (held: Holding) => Promise<T>, progress: Progress) => Promise<T>;
  }>;

type Work<T> = (target: Target) => Promise<T>;
type Place<Kind> = Extract<StorePlace, { kind: Kind }>;

/**
 * Asks the servers of a place for an answer, before anything is left in its folder: one that is mistyped is mended then, and
 * nothing stands in the way.
 * @throws ConnectionLost; StoreUnavailable
 */
export async function requireAnswers(place: StorePlace): Promise<void> {
  const schemaPlace = place.kind === 'esdb' ? place.postgres : place.kind === 'postgres' ? place : undefined;
  const { connectionString, owner = connectionString } = schemaPlace ?? {};
  for (const address of new Set([owner, connectionString])) {
    if (address === undefined) continue;
    const asked = connectPostgres({ connectionString: address, connections: 1 });
    await asked.query('select 1').finally(() => asked.close());
  }
  if (place.kind !== 'esdb') return;
  const connection = connectionTo(place.connectionString);
  await foundingOf(connection, place.ledger).finally(() => connection.close());
}

/**
 * Does the work on the place that a ledger goes to, which nobody can open before it is released.
 * @throws LedgerError `invalid` NOT_EMPTY where it holds another ledger; `unavailable`
 */
export async function withTarget<T>(place: StorePlace, stage: Stage, work: Work<T>): Promise<T> {
  switch (place.kind) {
    case 'embedded':
      return await withFolder(stage, work);
    case 'postgres':
      return await withSchema(place, stage, work);
    case 'esdb':
      return await withServer(place, stage, work);
  }
}

/** Lets others open what a server holds of it. Safe to repeat. @throws LedgerError `unavailable` */
export async function releaseTarget(place: StorePlace, { moving }: Stage): Promise<void> {
  const schemaPlace = place.kind === 'esdb' ? place.postgres : place.kind === 'postgres' ? place : undefined;
  if (schemaPlace !== undefined) {
    const schema = await StagedSchema.open(schemaPlace, moving.ledgerId);
    await schema.release().finally(() => schema.close());
  }
  if (place.kind !== 'esdb') return;
  const connection = connectionTo(place.connectionString);
  await foundWhole(connection, place.ledger).finally(() => connection.close());
}

async function withFolder<T>({ folder, moving }: Stage, work: Work<T>): Promise<T> {
  const journal = join(folder, 'journal');
  await mkdir(journal, { recursive: true });
  // What a start built of a part is built anew of the whole.
  await rm(join(folder, 'database'), { recursive: true, force: true });
  await writeLedgerId(journal, moving.ledgerId);
  const { journal: events } = await EventJournal.open(journal, 'torn');
  try {
    return await work({
      rows: () => readEvents(journal),
      texts: () => textsIn(folder),
      append: (rows) => events.append(rows),
      keepTexts: (texts) => writeTexts(folder, texts),
      opened: async (compare, progress) => {
        await events.close();
        const { sql, close } = await openEmbedded({ folder, progress });
        return await compare({ rows: () => eventsOf(sql), texts: () => tabledTexts(sql) }).finally(close);
      },
    });
  } finally {
    await events.close();
  }
}

async function withSchema<T>(place: Place<'postgres'>, stage: Stage, work: Work<T>): Promise<T> {
  const schema = await StagedSchema.open(place, stage.moving.ledgerId);
  try {
    await markFolder(stage, { store: 'postgres', ledger: place.schema });
    const held: Holding = { rows: () => eventsOf(schema.sql), texts: () => tabledTexts(schema.sql) };
    return await work({
      ...held,
      append: (rows) => restoreRows(schema.sql, rows),
      keepTexts: (texts) => schema.keepTexts(texts),
      opened: (compare) => compare(held),
    });
  } finally {
    await schema.close();
  }
}

async function withServer<T>(place: Place<'esdb'>, stage: Stage, work: Work<T>): Promise<T> {
  const { connectionString, ledger, postgres } = place;
  const { ledgerId, from } = stage.moving;
  const connection = connectionTo(connectionString);
  try {
    const founded = await found(connection, ledger, { ledgerId, movedFrom: from });
    if (founded.ledgerId !== ledgerId)
      throw notEmpty(`the server holds ledger "${ledger}" already, ${founded.ledgerId}; name another with ?ledger=<name>`);
    await markFolder(stage, { store: 'esdb', ledger, ...(postgres === undefined ? {} : { beside: 'postgres' }) });
    const schema = postgres === undefined ? undefined : await StagedSchema.open(postgres, ledgerId);
    try {
      const held: Holding = {
        rows: () => rowsOnServer(connection, ledger),
        texts: () => (schema === undefined ? textsIn(stage.folder) : tabledTexts(schema.sql)),
      };
      return await work({
        ...held,
        append: (rows) => carryToServer(connection, ledger, rows),
        keepTexts: (texts) => (schema === undefined ? writeTexts(stage.folder, texts) : schema.keepTexts(texts)),
        opened: (compare) => compare(held),
      });
    } finally {
      await schema?.close();
    }
  } finally {
    await connection.close();
  }
}

async function markFolder({ folder, moving }: Stage, where: Omit<StoreMarker, 'format' | 'ledgerId'>): Promise<void> {
  await leaveMarker(folder, { format: 1, ...where, ledgerId: moving.ledgerId });
}

async function* textsIn(folder: string): AsyncGenerator<StoredText[]> {
  yield* readTexts(join(folder, 'journal', TEXTS_FILE), 'whole');
}

async function writeTexts(folder: string, texts: AsyncIterable<readonly StoredText[]>): Promise<void> {
  const path = join(folder, 'journal', TEXTS_FILE);
  await mkdir(join(folder, 'journal'), { recursive: true });
  await rm(path, { force: true });
  const journal = await TextJournal.open(path);
  try {
    for await (const block of texts) await journal.append(block);
  } finally {
    await journal.close();
  }
}
