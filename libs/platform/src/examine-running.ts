import { type EventStore, type Finding, type Looked, type Sql, START } from '#event-store';
import { LedgerError } from '#kernel';
import { relayLag, requireTopics } from '#messaging';
import { buildsOf, projectionStatus, requireAllSameLedger } from '#projections';
import { PROJECTIONS } from '#read-models';
import { secondsBehind } from './behind.js';
import type { KafkaChosen } from './configuration.js';
import { examineClock, lastRecorded } from './examine-surroundings.js';
import { leasesWanted } from './leases-wanted.js';
import { brokersOf, topicsWanted } from './relaying.js';

/** Who has not taken in an event for so long does not keep up, or is not there. */
const BEHIND_AFTER_SECONDS = 60;
/** A lease that ran out is taken over within its own length; longer than any of them. */
const TAKEN_WITHIN_SECONDS = 60;

/** Looks at what the services of an installation do, as the database tells it: nothing is asked of them, and nothing is changed. */
export async function examineRunning(ledger: Looked): Promise<readonly Finding[]> {
  const isThere = async (table: string) => {
    const [found] = await ledger.sql.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
    return found?.there === true;
  };
  return [
    ...((await isThere('projection_builds')) ? await runningReadModels(ledger) : [neverBuilt()]),
    ...((await isThere('leases')) ? await leases(ledger.sql) : []),
    ...(await databaseClock(ledger.sql)),
  ];
}

async function runningReadModels({ sql, store }: Looked): Promise<Finding[]> {
  const findings: Finding[] = [];
  const serving = (await buildsOf(sql)).filter((build) => build.serving && PROJECTIONS.some(({ name }) => name === build.name));
  try {
    await requireAllSameLedger(store, serving);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    findings.push({
      severity: 'damage',
      where: 'read models',
      what: error.message,
      why: 'Their figures are of another history than the log',
      todo: 'If this log is the right one, run what is named',
      page: 'ledger-forked.md',
    });
    // How far they are in another log says nothing.
    return findings;
  }
  for (const { name, build, position, failure, parked } of await projectionStatus(sql, store, PROJECTIONS)) {
    const where = `read model ${name}`;
    if (build === null) findings.push({ ...neverBuilt(), where });
    for (const [event, what] of [
      ...(failure === null ? [] : [[failure, 'stopped at'] as const]),
      ...parked.map((each) => [each, 'left out'] as const),
    ])
      findings.push({
        severity: 'trouble',
        where,
        what: `${what} event ${event.eventId} of ${event.stream}: ${event.error}`,
        why: what === 'left out' ? 'Its figures are incomplete, and every answer says so' : 'It shows nothing that came after',
        todo: `When the cause is mended, run: throughline projections rebuild ${name}`,
        page: 'read-model-stopped.md',
      });
    const behind = position === null || failure !== null ? 0 : await secondsBehind(store, position);
    if (behind > BEHIND_AFTER_SECONDS)
      findings.push({
        severity: 'trouble',
        where,
        what: `has not taken in what was recorded ${ago(behind)} ago`,
        why: 'Lists show an older state, and whoever waits for a position is told to come again',
        todo: 'See that a projector runs; read its log',
        page: 'behind.md#a-read-model-is-behind',
      });
  }
  return findings;
}

function neverBuilt(): Finding {
  return {
    severity: 'trouble',
    where: 'read models',
    what: 'were never built',
    why: 'Lists and searches are answered 503',
    todo: 'Start a projector',
    page: 'nobody-does-the-work.md',
  };
}

/** Leases that ran out and that nobody took over: their last holder died, and there is no other. */
async function leases(sql: Sql): Promise<Finding[]> {
  const left = (await leasesWanted(sql)).filter(({ secondsLeft }) => secondsLeft < -TAKEN_WITHIN_SECONDS);
  return left.map(({ name, holder, secondsLeft }) => ({
    severity: 'trouble',
    where: `lease ${name}`,
    what: `ran out ${ago(-secondsLeft)} ago, and nobody took it over; its last holder was ${holder}`,
    why: 'What it stands for is done by nobody now',
    todo: `Start a ${name === 'relay' ? 'relay' : 'projector'}, and read the log of the one that ended`,
    page: 'nobody-does-the-work.md',
  }));
}

/** Time is the database's where the events lie there. */
async function databaseClock(sql: Sql): Promise<readonly Finding[]> {
  const last = await lastRecorded(sql);
  const [row] = await sql.query<{ now: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  return row === undefined ? [] : examineClock(new Date(row.now), last);
}

/** Looks at the brokers, the topics, and how far these are behind the log. */
export async function examineRelay(
  { sql, store }: Readonly<{ sql: Sql; store: Pick<EventStore, 'head' | 'readAll'> }>,
  kafka: KafkaChosen,
): Promise<readonly Finding[]> {
  const topics = topicsWanted(kafka);
  const findings: Finding[] = [];
  try {
    for (const note of await requireTopics(brokersOf(kafka), topics))
      findings.push({ severity: 'note', where: 'Kafka', what: note, todo: 'As it was asked for: nothing', page: 'relay.md' });
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    findings.push({
      severity: 'trouble',
      where: `Kafka (${error.code})`,
      what: error.message,
      why: 'Nothing is told to the topics meanwhile; it is kept in the log and told later',
      todo: WHAT_TO_DO[error.code] ?? 'See the page',
      page: 'relay.md',
    });
  }
  const { position, lag } = await relayLag(sql, store, topics.prefix);
  const behind = lag === 0n ? 0 : await secondsBehind(store, position ?? START);
  if (behind > BEHIND_AFTER_SECONDS)
    findings.push({
      severity: 'trouble',
      where: `topics ${topics.prefix}.*`,
      what: position === null ? 'were never told anything' : `were not told what was recorded ${ago(behind)} ago`,
      why: 'Whoever reads them knows an older state',
      todo: 'See that a relay runs; read its log',
      page: 'relay.md',
    });
  return findings;
}

const WHAT_TO_DO: Readonly<Record<string, string>> = {
  KAFKA_UNAVAILABLE: 'Start the brokers, or mend THROUGHLINE_KAFKA and the credentials; the relay goes on by itself',
  TOPIC_MISSING: 'Run: throughline topics create',
  TOPIC_DIFFERS: 'Set THROUGHLINE_KAFKA_PARTITIONS or THROUGHLINE_KAFKA_REPLICAS to what is there; the number is never changed',
  KAFKA_UNSAFE: 'Set min.insync.replicas of the topics to 2, then run doctor again',
};

/** How long ago, as people say it. */
function ago(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;
}
