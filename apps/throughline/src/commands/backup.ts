import { join } from 'node:path';
import { keptContents, NamedFiles } from '#content';
import { backup, eventsElsewhere, type Naming } from '#event-store';
import { type CommonOptions, configurationOf, requireTextsInFolder, stepsOn } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/**
 * Copies the ledger with its texts and evidence files; also while a server has it open. Of a ledger whose events lie on a
 * server it copies texts and evidence files: its events are backed up there, and before.
 * @throws LedgerError `invalid` STORE_DIFFERS where its texts lie on a server too, naming what to run instead
 */
export async function backupCommand(terminal: Terminal, options: CommonOptions, to: string): Promise<ExitCode> {
  const { data } = configurationOf(options);
  await requireTextsInFolder(data);
  const elsewhere = await eventsElsewhere(data);
  const naming = elsewhere === undefined ? new NamedFiles() : await everyFile(data);
  const manifest = await terminal.progress('backing up', (advance) => backup(data, to, naming, stepsOn(advance)));
  if (elsewhere !== undefined)
    terminal.note(`The events lie in ${elsewhere}, and are not in this backup: back them up there, before texts and files.`);
  terminal.result(manifest, () =>
    [
      `Backed up ${data} to ${to}: ${Object.keys(manifest.files).length} files, each checked.`,
      `throughline restore ${to} --data <folder>`,
    ].join('\n'),
  );
  return EXIT.done;
}

/** No event is at hand that would say which files are named. */
async function everyFile(data: string): Promise<Naming> {
  const files = new Set<string>();
  for await (const sha256 of keptContents(join(data, 'files'))) files.add(sha256);
  return { take: () => undefined, named: () => files };
}
