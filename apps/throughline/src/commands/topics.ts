import { invalid } from '#kernel';
import { createTopics } from '#messaging';
import { brokersOf, topicsWanted, unsafeKafka } from '#platform';
import { type CommonOptions, configurationOf, noteUnsafe } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/**
 * Makes the topics that the relay tells the log in, those that are missing, as it wants them.
 * @throws LedgerError `invalid` where no brokers are set, or there are too few; `unavailable` where they do not answer
 */
export async function createTopicsCommand(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  const { kafka } = configurationOf(options);
  if (kafka === undefined)
    throw invalid([
      { field: 'THROUGHLINE_KAFKA', rule: 'R15', message: 'not set, wanted brokers as host:port, with commas between them' },
    ]);
  noteUnsafe(terminal, unsafeKafka(kafka));
  const made = await createTopics(brokersOf(kafka), topicsWanted(kafka));
  terminal.result({ made }, () =>
    made.length === 0 ? 'Every topic is there.' : made.map((topic) => `${topic} made`).join('\n'),
  );
  return EXIT.done;
}
