import type { Finding } from '#event-store';
import { examineLedger, examineOnServer } from '#platform';
import { type CommonOptions, configurationOf, ledgerThere, stepsOn } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Looks at all of the ledger, its read models and its evidence files, and changes nothing. Exit 1 where something is damaged. */
export async function doctor(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  const data = await ledgerThere(options);
  const { store } = configurationOf(options);
  const findings = await terminal.progress('checking the ledger', (advance) =>
    store.kind === 'esdb' ? examineOnServer(data, store, stepsOn(advance)) : examineLedger(data, stepsOn(advance)),
  );
  const isWhole = findings.every(({ severity }) => severity !== 'damage');
  terminal.result({ data, whole: isWhole, findings }, () =>
    [...findings.map(inWords), isWhole ? `${data} is whole.` : `${data} is damaged.`].join('\n'),
  );
  return isWhole ? EXIT.done : EXIT.no;
}

function inWords({ severity, where, what, todo }: Finding): string {
  return `${severity}: ${where}: ${what}\n  ${todo}`;
}
