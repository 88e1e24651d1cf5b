import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportPartnership, exportTables } from '#imports';
import { type Id, LedgerError } from '#kernel';
import type { OpenLedger } from '#platform';
import { type CommonOptions, withLedgerThere } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { partnershipNamed } from './review.js';

type ExportOptions = CommonOptions & Readonly<{ format?: 'ndjson' | 'csv'; to?: string }>;

/**
 * Writes everything the ledger holds of a partnership to stdout, a line of JSON for each event and text; with
 * `--format csv` what is known now, as the documented tables, into a folder.
 */
export async function exportCommand(terminal: Terminal, options: ExportOptions, partnership: string): Promise<ExitCode> {
  const folder = await folderFor(options);
  return withLedgerThere(options, terminal, async (ledger) => {
    const { partnershipId } = await partnershipNamed(ledger, partnership);
    if (folder !== undefined) return writeTables(terminal, ledger, partnershipId, folder);
    for await (const line of exportPartnership(ledger.store, ledger.texts, partnershipId)) terminal.print(line);
    return EXIT.done;
  });
}

/**
 * Where tables go: a folder that is empty or not there yet, so that nothing of another export lies among them.
 * @throws LedgerError `invalid`, naming `--to` (R15)
 */
async function folderFor({ format, to }: ExportOptions): Promise<string | undefined> {
  if (format !== 'csv') {
    if (to === undefined) return undefined;
    throw wrongTo('is for the tables of --format csv; lines of JSON go to stdout');
  }
  if (to === undefined) throw wrongTo('name the folder that the tables are to be written to');
  const there = await readdir(to).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw wrongTo(`${to} is no folder`);
  });
  if (there.length > 0) throw wrongTo(`${to} is not empty`);
  return to;
}

async function writeTables(terminal: Terminal, ledger: OpenLedger, partnershipId: Id, folder: string): Promise<ExitCode> {
  const { tables, leftOut } = await exportTables(ledger.store, ledger.texts, partnershipId);
  await mkdir(folder, { recursive: true });
  for (const [file, content] of tables) await writeFile(join(folder, file), content);
  const files = [...tables.keys()];
  const missing = Object.entries(leftOut).map(([type, count]) => `${count} ${type}`);
  terminal.result({ folder, files, leftOut }, () =>
    [
      `${files.length} tables in ${folder}: ${files.join(', ')}`,
      ...(missing.length === 0 ? [] : [`No table takes these facts, which --format ndjson has: ${missing.join(', ')}`]),
    ].join('\n'),
  );
  return EXIT.done;
}

function wrongTo(message: string): LedgerError {
  return new LedgerError('invalid', 'INVALID_INPUT', `--to: ${message}`, [{ field: '--to', rule: 'R15', message }]);
}
