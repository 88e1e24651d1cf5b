import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unlessMissing, writeWhole } from './durable-files.js';
import { WorkerSql } from './worker-sql.js';

let dump: Promise<Uint8Array> | undefined;

/**
 * An empty database as a dump: made once for each version of PGlite (about 3 s) and kept in `node_modules/.cache`, so
 * that every database in memory starts in about 0.6 s.
 */
export function emptyDatabase(): Promise<Uint8Array> {
  dump ??= read();
  return dump;
}

async function read(): Promise<Uint8Array> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const version = createHash('sha256')
    .update(await readFile(join(dirname(entry), 'pglite.wasm')))
    .digest('hex')
    .slice(0, 16);
  const folder = join(entry.slice(0, entry.lastIndexOf('node_modules')), 'node_modules', '.cache', 'throughline');
  const path = join(folder, `empty-${version}.tar`);
  const cached = await readFile(path).catch(unlessMissing(undefined));
  if (cached !== undefined) return cached;
  const sql = await WorkerSql.open();
  const made = await sql.dump();
  await sql.close();
  // Where nothing may be written beside the program, each process makes its own.
  await mkdir(folder, { recursive: true })
    .then(() => writeWhole(path, made))
    .catch(() => undefined);
  return made;
}
