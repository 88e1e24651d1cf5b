import { exportPartnership } from '#imports';
import { type CommonOptions, withLedgerThere } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { partnershipNamed } from './review.js';

/** Writes everything the ledger holds of a partnership to stdout, a line of JSON for each event and text. */
export function exportCommand(terminal: Terminal, options: CommonOptions, partnership: string): Promise<ExitCode> {
  return withLedgerThere(options, terminal, async (ledger) => {
    const { partnershipId } = await partnershipNamed(ledger, partnership);
    for await (const line of exportPartnership(ledger.store, ledger.texts, partnershipId)) terminal.print(line);
    return EXIT.done;
  });
}
