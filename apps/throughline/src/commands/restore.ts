import { restore } from '#event-store';
import { type CommonOptions, configurationOf, stepsOn } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Makes a ledger from a backup, in a data folder that is empty or not there yet. */
export async function restoreCommand(terminal: Terminal, options: CommonOptions, from: string): Promise<ExitCode> {
  const { data } = configurationOf(options);
  const manifest = await terminal.progress('restoring', (advance) => restore(from, data, stepsOn(advance)));
  terminal.result({ data, from: manifest }, () =>
    [
      `Restored ${from} into ${data}; opened, and equal to what was backed up on ${manifest.madeAt}.`,
      `throughline start --data ${data}`,
    ].join('\n'),
  );
  return EXIT.done;
}
