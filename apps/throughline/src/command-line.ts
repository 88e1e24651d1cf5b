import { Command, CommanderError, Option } from 'commander';
import { ROLES } from '#http';
import { backupCommand } from './commands/backup.js';
import { demo } from './commands/demo.js';
import { doctor } from './commands/doctor.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { migrateCommand } from './commands/migrate.js';
import { moveCommand } from './commands/move.js';
import { listProjections, rebuildProjection } from './commands/projections.js';
import { restoreCommand } from './commands/restore.js';
import { review } from './commands/review.js';
import { start } from './commands/start.js';
import { addToken, listTokens, revokeToken } from './commands/tokens.js';
import { createTopicsCommand } from './commands/topics.js';
import { EXIT, type ExitCode, Terminal } from './terminal.js';
import { version } from './version.js';

type Streams = Readonly<{ stdout: NodeJS.WriteStream; stderr: NodeJS.WriteStream }>;

/** How wide help is written where no terminal says how wide it is. */
const HELP_WIDTH = 100;

/**
 * Runs one command of `throughline`.
 * @param words what was typed after the program's name
 * @returns 0 done, 1 the answer is no, 2 wrong use
 */
export async function runCommandLine(words: readonly string[], streams: Streams = process): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const terminalFor = (json: boolean | undefined) => new Terminal(streams.stdout, streams.stderr, json === true);

  /** A command's action: its answer becomes the exit code, its failure words. */
  const answering =
    <Words extends unknown[], Options extends Readonly<{ json?: boolean }>>(
      run: (terminal: Terminal, options: Options, ...words: Words) => Promise<ExitCode>,
    ) =>
    async (...given: [...Words, Options, Command]): Promise<void> => {
      // Commander hands over the arguments, then the options, then the command.
      const options = given.at(-2) as Options;
      const terminal = terminalFor(options.json);
      code = await run(terminal, options, ...(given.slice(0, -2) as Words)).catch((error: unknown) => terminal.failure(error));
    };

  const program = new Command('throughline')
    .description('An event-sourced accountability and evidence ledger for education partnerships.')
    .version(version(), '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
      getOutHelpWidth: () => streams.stdout.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => streams.stderr.columns ?? HELP_WIDTH,
    })
    .showHelpAfterError('(--help says more)');

  const command = (usage: string, description: string, under: Command = program) =>
    under
      .command(usage)
      .description(description)
      .option('--data <folder>', 'data folder (default: ./.throughline, or THROUGHLINE_DATA)')
      .option('--json', 'the result as JSON');
  const onStore = (made: Command) =>
    made
      .addOption(
        new Option(
          '--store <kind>',
          'where the events lie: in the data folder, in PostgreSQL or in EventStoreDB (or THROUGHLINE_STORE)',
        ).choices(['embedded', 'postgres', 'esdb']),
      )
      .option('--postgres <url>', 'the server, such as postgres://user@host/database[?schema=<name>] (or THROUGHLINE_POSTGRES)')
      .option(
        '--esdb <connection string>',
        'the server, such as esdb://127.0.0.1:2113?tls=false[&ledger=<name>] (or THROUGHLINE_ESDB)',
      )
      .option('--esdb-ledger <name>', "the ledger's name there (default: throughline, or THROUGHLINE_ESDB_LEDGER)");
  const serving = (made: Command) =>
    made
      .option('--port <n>', 'port to listen on, 0 for any free one (default: 4370, or THROUGHLINE_PORT)')
      .option('--host <address>', 'address to listen on (default: 127.0.0.1, or THROUGHLINE_HOST)')
      .option('--log-level <level>', 'silent, fatal, error, warn, info or debug (default: warn, or THROUGHLINE_LOG_LEVEL)');

  onStore(serving(command('start', 'serve the ledger of the data folder over HTTP'))).action(answering(start));
  onStore(serving(command('demo', "record a real system's history, print its review, then serve it")))
    .option('--once', 'print the review and end')
    .action(answering(demo));
  onStore(command('import <folder|file>', 'record a dated history from a folder of CSV, an XLSX workbook or a file of NDJSON'))
    .option('--mapping <file>', "how somebody else's columns and words are to be read")
    .option('--dry-run', 'say what would be recorded, and record nothing')
    .option('--good-rows-only', 'record the good rows also where others are bad')
    .action(answering(importCommand));
  onStore(command('export <partnership>', 'write everything recorded of a partnership, a line of JSON for each event and text'))
    .addOption(new Option('--format <format>', 'ndjson, or csv: what is known now as tables').choices(['ndjson', 'csv']))
    .option('--to <folder>', 'the empty folder that the tables of --format csv are written to')
    .action(answering(exportCommand));
  onStore(command('review <partnership> <quarter>', 'print the accountability review of a quarter, such as FY2025-Q3'))
    .addOption(new Option('--format <format>', 'how it is written').choices(['text', 'md', 'csv', 'json']))
    .addOption(new Option('--basis <basis>', 'known since the ledger or its sources had it').choices(['ledger', 'source']))
    .option('--as-of <instant or date>', 'as known then (default: now)')
    .action(answering(review));

  const projections = program.command('projections').description('the read models: how far they are, and building them anew');
  onStore(command('list', 'every read model with its position', projections)).action(answering(listProjections));
  onStore(command('rebuild <name>', 'build a read model anew beside the one that serves, then switch', projections)).action(
    answering(rebuildProjection),
  );

  const tokens = program.command('tokens').description('who may sign in beside the owner; works beside a running server');
  command('list', 'every named token, without its secret', tokens).action(answering(listTokens));
  command('add <name>', 'make a token; its secret is printed this once', tokens)
    .addOption(new Option('--role <role>', 'what it may do').choices([...ROLES]).makeOptionMandatory())
    .option('--party <partnershipId>/<partyId>', 'the party that a member acts for')
    .option('--person <id>', 'a person of the ledger whose token this is (default: a new one)')
    .option('--expires <date>', 'the last day it signs in, such as 2026-12-31 (default: none)')
    .action(answering(addToken));
  command('revoke <name>', 'from the next request on it signs nobody in', tokens).action(answering(revokeToken));

  const topics = program
    .command('topics')
    .description('the topics that the relay tells the log in; brokers are set by THROUGHLINE_KAFKA');
  command('create', 'make those that are missing', topics).action(answering(createTopicsCommand));

  onStore(
    command('migrate', 'bring the schema in PostgreSQL up to date, as its owner (THROUGHLINE_POSTGRES_OWNER); safe to run again'),
  ).action(answering(migrateCommand));
  command('backup <to>', 'copy the ledger and its evidence files into a new folder').action(answering(backupCommand));
  command('restore <from>', 'make a ledger from a backup, in a data folder that is empty').action(answering(restoreCommand));
  program
    .command('move')
    .description('copy the ledger of one store to another: data folder, PostgreSQL, EventStoreDB; goes on where it was cut off')
    .option('--from <store>', 'a data folder, postgres://…[?schema=<name>] or esdb://…[?ledger=<name>]')
    .option('--from-data <folder>', 'the data folder beside a server: evidence files and tokens')
    .option('--from-postgres <url>', 'where the texts of a ledger in EventStoreDB lie, if not in its data folder')
    .option('--to <store>', 'the same, empty or not there yet')
    .option('--to-data <folder>', 'the data folder beside a server, empty or not there yet')
    .option('--to-postgres <url>', 'where the texts of a ledger in EventStoreDB are to lie, if not in its data folder')
    .option('--to-owner <url>', 'how the owner of the PostgreSQL schema connects, if that is another role')
    .option('--json', 'the result as JSON')
    .action(answering(moveCommand));
  onStore(command('doctor', 'check the ledger, its read models and its evidence files')).action(answering(doctor));

  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
  }
}
