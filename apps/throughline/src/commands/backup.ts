import { NamedFiles } from '#content';
import { backup } from '#event-store';
import { type CommonOptions, configurationOf, stepsOn } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Copies the ledger with its texts and evidence files; also while a server has it open. */
export async function backupCommand(terminal: Terminal, options: CommonOptions, to: string): Promise<ExitCode> {
  const { data } = configurationOf(options);
  const manifest = await terminal.progress('backing up', (advance) => backup(data, to, new NamedFiles(), stepsOn(advance)));
  terminal.result(manifest, () =>
    [
      `Backed up ${data} to ${to}: ${Object.keys(manifest.files).length} files, each checked.`,
      `throughline restore ${to} --data <folder>`,
    ].join('\n'),
  );
  return EXIT.done;
}
