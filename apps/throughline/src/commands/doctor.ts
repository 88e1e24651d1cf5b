import type { Finding } from '#event-store';
import { type CommonOptions, stepsOn, withLedgerThere } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Looks at all of the ledger, its read models and its evidence files. Exit 1 where something is damaged. */
export function doctor(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  return withLedgerThere(options, terminal, async (ledger, { data }) => {
    const findings = [...(await terminal.progress('checking the ledger', (advance) => ledger.check(stepsOn(advance))))];
    await ledger.settled();
    for (const { name, failure, parked } of await ledger.projections.status()) {
      for (const event of [...(failure === null ? [] : [failure]), ...parked])
        findings.push({
          severity: 'damage',
          where: `read model ${name}`,
          what: `cannot take in event ${event.eventId} of ${event.stream}: ${event.error}`,
          todo: `when the cause is mended, run: throughline projections rebuild ${name}`,
        });
    }
    const isWhole = findings.every(({ severity }) => severity !== 'damage');
    terminal.result({ data, whole: isWhole, findings }, () =>
      [...findings.map(inWords), isWhole ? `${data} is whole.` : `${data} is damaged.`].join('\n'),
    );
    return isWhole ? EXIT.done : EXIT.no;
  });
}

function inWords({ severity, where, what, todo }: Finding): string {
  return `${severity}: ${where}: ${what}\n  ${todo}`;
}
