import { setTimeout as pause } from 'node:timers/promises';
import { connectPostgres } from '#event-store';
import { invalid, LedgerError, type Problem } from '#kernel';
import { type Brokers, COUNTED, Consumer, readTally, startOver, tally } from '#messaging';
import { brokersOf, PinoLogger, readKafka, startTelemetry, unsafeInWords, unsafeKafka, unsafePostgres } from '#platform';

type Environment = Readonly<Record<string, string | undefined>>;
type Asked = Readonly<{
  brokers: Brokers;
  prefix: string;
  postgres: string;
  isAnew: boolean;
  isOnce: boolean;
  unsafe: readonly string[];
}>;

type Warn = (message: string, error?: unknown) => void;

/** Its own: what a consumer keeps is no part of the ledger. */
const SCHEMA = 'throughline_tally';
const LOOKS_EVERY_MS = 1_000;
/** Done, it failed, a setting is wrong: as of the command line. */
const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const;

/**
 * Runs the example consumer until SIGTERM or SIGINT. Whenever it has taken in everything and the figures are other than
 * before, it writes a line of JSON for each partnership to stdout; what an operator should know, as the services do, to stderr.
 * @param words `--anew` forgets what was counted and begins with the first message; `--once` ends when all is taken in
 * @returns the exit code: 0 done, 1 it failed, 2 a setting or a word is wrong
 */
export async function runTally(words: readonly string[], environment: Environment): Promise<number> {
  try {
    const asked = read(words, environment);
    const log = new PinoLogger('warn');
    const warn: Warn = (message, error) => (error instanceof Error ? log.warn(message, error) : log.warn(message));
    for (const words of asked.unsafe) warn(words);
    const telemetry = await startTelemetry(environment, { service: 'tally', warn });
    try {
      await run(asked, warn);
    } finally {
      await telemetry?.stop();
    }
    return EXIT.done;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof LedgerError && error.kind === 'invalid' ? EXIT.wrongUse : EXIT.failed;
  }
}

async function run({ brokers, prefix, postgres, isAnew, isOnce }: Asked, warn: Warn): Promise<void> {
  const sql = connectPostgres({ connectionString: postgres, schema: SCHEMA });
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  try {
    await sql.query(`create schema if not exists ${SCHEMA}`);
    if (isAnew) await startOver(sql, tally);
    const parts = { sql, brokers, topics: { prefix }, families: COUNTED, consumes: tally };
    const consumer = new Consumer(parts, { warn });
    await consumer.start();
    try {
      let shown = '';
      while (!stop.signal.aborted) {
        if ((await consumer.behind().catch(() => undefined)) === 0n) {
          const lines = [...(await readTally(sql))].map(
            ([partnershipId, its]) => `${JSON.stringify({ partnershipId, ...its })}\n`,
          );
          if (lines.join('') !== shown) process.stdout.write((shown = lines.join('')));
          if (isOnce) return;
        }
        await pause(LOOKS_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    } finally {
      await consumer.stop();
    }
  } finally {
    await sql.close();
  }
}

/** @throws LedgerError `invalid` (R15) naming every setting that is wrong or missing, what it got and what it wants */
function read(words: readonly string[], environment: Environment): Asked {
  const problems: Problem[] = [];
  const wrong = (field: string, got: string, wants: string) =>
    problems.push({ field, rule: 'R15', message: `got "${got}", wanted ${wants}` });
  const { TALLY_POSTGRES: postgres = '' } = environment;
  const kafka = kafkaOf(environment, problems);
  // It may bear a password: it is not said again.
  if (!/^postgres(ql)?:\/\/./.test(postgres))
    wrong('TALLY_POSTGRES', postgres === '' ? '' : '…', 'a URL, such as postgres://user@host:5432/database');
  for (const word of words) if (word !== '--anew' && word !== '--once') wrong(word, word, '--anew or --once');
  if (kafka === undefined || problems.length > 0) throw invalid(problems);
  return {
    brokers: brokersOf(kafka),
    prefix: kafka.topics,
    postgres,
    isAnew: words.includes('--anew'),
    isOnce: words.includes('--once'),
    unsafe: [...unsafeKafka(kafka), ...unsafePostgres('TALLY_POSTGRES', postgres)].map(unsafeInWords),
  };
}

function kafkaOf(environment: Environment, problems: Problem[]): ReturnType<typeof readKafka> | undefined {
  try {
    return readKafka(environment);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
