import { connecticutCenter, recordScenario } from '#blueprints';
import { recorder } from '#http';
import { type ServingOptions, withLedger } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { reviewed, writeReview } from './review.js';
import { serve } from './start.js';

/** Records the history of a system from the sources through the public commands, prints its review, and serves it. */
export function demo(terminal: Terminal, options: ServingOptions & Readonly<{ once?: boolean }>): Promise<ExitCode> {
  return withLedger(options, terminal, async (ledger, configuration) => {
    const { record, close } = await recorder(ledger, configuration.logLevel);
    const scenario = connecticutCenter;
    const recorded = await terminal
      .progress(`recording ${scenario.title}`, (advance) =>
        ledger.files.keeping((keepFile) => recordScenario(scenario, { record, texts: ledger.texts, keepFile }, advance)),
      )
      .finally(close);
    terminal.note(`${recorded.recorded} acts recorded, ${recorded.alreadyRecorded} were there already: ${configuration.data}`);
    const { quarter, asOf } = scenario.review;
    writeReview(terminal, await reviewed(ledger, scenario.partnershipId, { quarter, asOf }), undefined);
    return options.once === true ? EXIT.done : serve(terminal, ledger, configuration);
  });
}
