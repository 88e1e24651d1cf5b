import { type EventStore, type Finding, type Sql, START } from '#event-store';
import { LedgerError } from '#kernel';
import { relayLag, requireTopics, TOO_FEW_BROKERS } from '#messaging';
import { secondsBehind } from './behind.js';
import type { KafkaChosen } from './configuration.js';
import { ago, BEHIND_AFTER_SECONDS } from './examine-running.js';
import { brokersOf, topicsWanted } from './relaying.js';

/** Looks at the brokers and the topics: whether a relay with these settings could tell anything there. */
export async function examineTopics(kafka: KafkaChosen): Promise<readonly Finding[]> {
  try {
    return (await requireTopics(brokersOf(kafka), topicsWanted(kafka))).map(noted);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return [refusedFor(error)];
  }
}

/** Looks at how far the topics are behind the log. */
export async function examineTold(
  { sql, store }: Readonly<{ sql: Sql; store: Pick<EventStore, 'head' | 'readAll'> }>,
  { topics }: Pick<KafkaChosen, 'topics'>,
): Promise<readonly Finding[]> {
  const { position, lag } = await relayLag(sql, store, topics);
  const behind = lag === 0n ? 0 : await secondsBehind(store, position ?? START);
  if (behind <= BEHIND_AFTER_SECONDS) return [];
  return [
    {
      severity: 'trouble',
      where: `topics ${topics}.*`,
      what: position === null ? 'were never told anything' : `were not told what was recorded ${ago(behind)} ago`,
      why: 'Whoever reads them knows an older state',
      todo: 'See that a relay runs; read its log',
      page: 'relay.md',
    },
  ];
}

/** What the relay takes, and says when it starts. */
function noted(note: string): Finding {
  const todo = 'Nothing needs doing where this is meant; where it is not, change the settings of the topics on the brokers';
  return { severity: 'note', where: 'Kafka', what: note, todo, page: 'relay.md' };
}

/** Why a relay with these settings would not begin, or would wait, and what mends exactly that. */
export function refusedFor(error: LedgerError): Finding {
  return {
    severity: 'trouble',
    where: `Kafka (${error.code})`,
    what: error.message,
    why: error.kind === 'unavailable' ? IS_AWAY : IS_REFUSED,
    todo: MENDED_BY[causeOf(error)] ?? 'See the page',
    page: 'relay.md',
  };
}

const IS_AWAY = 'A relay tells nothing while it does not reach them; what is recorded is kept in the log and told later';
const IS_REFUSED =
  'A relay with these settings does not start; one that runs with others may go on. What is recorded is kept in the log';

/** The code, and of KAFKA_UNSAFE which of its two causes. */
function causeOf({ code, problems }: LedgerError): string {
  return problems.some(({ field }) => field === TOO_FEW_BROKERS) ? `${code} ${TOO_FEW_BROKERS}` : code;
}

const MENDED_BY: Readonly<Record<string, string>> = {
  KAFKA_UNAVAILABLE: 'Start the brokers, or mend THROUGHLINE_KAFKA and the credentials; the relay goes on by itself',
  TOPIC_MISSING:
    'Run: throughline topics create; where something was told in it before, do what is named: made anew it would lack that for good',
  TOPIC_DIFFERS: 'Set THROUGHLINE_KAFKA_PARTITIONS or THROUGHLINE_KAFKA_REPLICAS to what is there; the number is never changed',
  KAFKA_UNSAFE: 'Set min.insync.replicas of the topics to 2, then run doctor again',
  [`KAFKA_UNSAFE ${TOO_FEW_BROKERS}`]:
    'Add brokers; where fewer are meant, as in development, set THROUGHLINE_KAFKA_REPLICAS to how many there are, here and for the relay',
};
