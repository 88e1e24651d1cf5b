import type { Finding, Looked, Sql } from '#event-store';
import { LedgerError } from '#kernel';
import { buildsOf, projectionStatus, requireAllSameLedger } from '#projections';
import { PROJECTIONS } from '#read-models';
import { secondsBehind } from './behind.js';
import { examineClock } from './examine-surroundings.js';
import { leasesWanted } from './leases-wanted.js';

/** Who has not taken in an event for so long does not keep up, or is not there. */
export const BEHIND_AFTER_SECONDS = 60;
/** A lease that ran out is taken over within its own length; longer than any of them. */
const TAKEN_WITHIN_SECONDS = 60;

/**
 * Looks at what the services of an installation do, as the database tells it: nothing is asked of them, and nothing is changed.
 * @param last when the last event was recorded, by the store's clock; undefined where there is none
 */
export async function examineRunning(ledger: Looked, last: string | undefined): Promise<readonly Finding[]> {
  const isThere = async (table: string) => {
    const [found] = await ledger.sql.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
    return found?.there === true;
  };
  return [
    ...((await isThere('projection_builds')) ? await runningReadModels(ledger) : [neverBuilt()]),
    ...((await isThere('leases')) ? await leases(ledger.sql) : []),
    ...(await databaseClock(ledger.sql, last)),
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

/** Time is the database's where the events lie there; a node of EventStoreDB cannot be asked for its own. */
async function databaseClock(sql: Sql, last: string | undefined): Promise<readonly Finding[]> {
  const [row] = await sql.query<{ now: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  return row === undefined ? [] : examineClock(new Date(row.now), last);
}

/** How long ago, as people say it. */
export function ago(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;
}
