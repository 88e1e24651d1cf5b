import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unlessMissing, writeWhole } from './durable-files.js';
import { WorkerSql } from './worker-sql.js';

let made: Promise<Uint8Array> | undefined;

/**
 * An empty database as a dump, made once for each build of PGlite and kept in `node_modules/.cache`: with it a database
 * starts in about 0.6 s, and without it in about 3.5 s.
 */
export function emptyDatabase(): Promise<Uint8Array> {
  made ??= cachedEmptyDatabase().then(async (cached) => cached ?? (await make()));
  return made;
}

/** The same where it was made before; undefined where it was not, or nothing can be kept beside the program. */
export async function cachedEmptyDatabase(): Promise<Uint8Array | undefined> {
  return await readFile(await cachePath()).catch(unlessMissing(undefined));
}

async function make(): Promise<Uint8Array> {
  const sql = await WorkerSql.open();
  const dump = await sql.dump();
  await sql.close();
  const path = await cachePath();
  // Where nothing may be written beside the program, each process makes its own.
  await mkdir(dirname(path), { recursive: true })
    .then(() => writeWhole(path, dump))
    .catch(() => undefined);
  return dump;
}

async function cachePath(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const engine = createHash('sha256')
    .update(await readFile(join(dirname(entry), 'pglite.wasm')))
    .digest('hex');
  const modules = entry.slice(0, entry.lastIndexOf('node_modules') + 'node_modules'.length);
  return join(modules, '.cache', 'throughline', `empty-${engine.slice(0, 16)}.tar`);
}
