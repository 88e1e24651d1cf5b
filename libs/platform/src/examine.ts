import { join, resolve } from 'node:path';
import { keptContents, namedContents } from '#content';
import {
  auditLedger,
  checkEvidence,
  checkLedger,
  type EsdbLooked,
  type EsdbPlace,
  examineOptions,
  type Finding,
  type Ledger,
  LedgerForked,
  type Looked,
  lookAtEsdb,
  lookAtLedger,
  lookAtPostgres,
  type Progress,
  type Protection,
  requireLedgerOf,
  requireNoEvents,
  requireNothingOwn,
  requireOwnEvents,
} from '#event-store';
import { LedgerError } from '#kernel';
import { ProjectionRunner } from '#projections';
import { PROJECTIONS } from '#read-models';
import type { KafkaChosen, PostgresChosen, StoreChosen } from './configuration.js';
import { examineTold, examineTopics } from './examine-relay.js';
import { examineRunning } from './examine-running.js';
import { examineClock, examineSurroundings, isFolder, lastRecorded, type Surroundings } from './examine-surroundings.js';
import { unsafeSettings } from './unsafe-settings.js';

/** An installation, as its settings say. */
export type Examined = Surroundings &
  Readonly<{ store: StoreChosen /** Of the relay, where there is one. */; kafka?: KafkaChosen }>;

/**
 * Looks at a whole installation and changes nothing: what lies around the ledger, the ledger itself, and, where it lies on a
 * server, what its services do. Each finding says what, why it matters and what to run. Beside EventStoreDB the copy of the
 * log that services share in PostgreSQL is brought up to date, as by each of them, and none is begun (`lookAtEsdb`).
 * @throws LedgerError `unavailable` FOLDER_IN_USE where another process has the data folder; `invalid` STORE_DIFFERS where it
 *   is of another kind than the settings say
 */
export async function examine(examined: Examined, progress: Progress = () => undefined): Promise<readonly Finding[]> {
  const around = await examineSurroundings(examined);
  return [...around, ...unsafeSettings(examined), ...(await examineStore(examined, progress))].map(explained);
}

async function examineStore(examined: Examined, progress: Progress): Promise<readonly Finding[]> {
  const { folder, store, kafka } = examined;
  if (store.kind === 'embedded') return await examineLedger(folder, progress);
  if (!isOnServers(store)) {
    const { connectionString, ledger } = store;
    return [
      ...(await examineOptions(connectionString)),
      ...(await examineOnServer(folder, { connectionString, ledger }, progress)),
    ];
  }
  const found = await examineServers({ folder, store, kafka }, progress);
  // The brokers are asked also where the ledger does not answer.
  return kafka === undefined ? found : [...found, ...(await examineTopics(kafka))];
}

/** With nothing in the data folder but evidence files and tokens. */
type OnServers =
  | Extract<StoreChosen, { kind: 'postgres' }>
  | (Extract<StoreChosen, { kind: 'esdb' }> & Readonly<{ postgres: PostgresChosen }>);

function isOnServers(store: StoreChosen): store is OnServers {
  return store.kind !== 'embedded' && store.postgres !== undefined;
}

type Served = Readonly<{ folder: string; store: OnServers; kafka: KafkaChosen | undefined }>;

async function examineServers({ folder, store, kafka }: Served, progress: Progress): Promise<readonly Finding[]> {
  const { postgres } = store;
  await requireNothingOwn(resolve(folder));
  const ofServices = async (ledger: Looked, findings: Finding[], last: string | undefined) => {
    findings.push(...(await evidence(folder, ledger, progress)));
    findings.push(...(await examineRunning(ledger, last)));
    if (kafka !== undefined) findings.push(...(await examineTold(ledger, kafka)));
  };
  if (store.kind === 'postgres') {
    return await lookAtPostgres(asReader(postgres), (ledger, findings) =>
      unlessOfAnother(folder, findings, async () => {
        await requireLedgerOf(folder, { store: 'postgres', ledger: postgres.schema }, () => ledger.store.ledgerId());
        await checkLedger(ledger, progress, findings);
        await ofServices(ledger, findings, await lastRecorded(ledger.sql));
      }),
    );
  }
  const { connectionString, ledger: name } = store;
  const options = await examineOptions(connectionString);
  const found = await lookAtPostgres(asReader(postgres), async (beside, findings) => {
    await requireNoEvents(postgres.schema, beside.store);
    await unlessOfAnother(folder, findings, () =>
      lookAtEsdb({ connectionString, ledger: name, folder, sql: beside.sql }, findings, async (ledger) => {
        await auditLedger(ledger, progress, findings);
        await ofServices(ledger, findings, await lastCopied(ledger));
      }),
    );
  });
  return [...options, ...found];
}

/** Every file of evidence, and each that a fact names; nothing where there is no folder, which is said of that. */
async function evidence(folder: string, ledger: Looked, progress: Progress): Promise<readonly Finding[]> {
  if (!(await isFolder(folder))) return [];
  return [...(await checkEvidence(join(folder, 'files'), progress)), ...(await missingEvidence(folder, ledger))];
}

/** Looks, unless the server holds another ledger than the folder belongs to: compared with that one, all would look wrong. */
async function unlessOfAnother(folder: string, findings: Finding[], look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (!(error instanceof LedgerForked)) throw error;
    findings.push({
      severity: 'trouble',
      where: folder,
      what: error.message,
      why: 'Nothing of one ledger fits another: no service starts on the two, and neither was looked at',
      todo: 'Do what is named, by the settings of the store (--postgres, --esdb) or by --data; then run doctor again',
      page: 'ledger-forked.md',
      unread: true,
    });
  }
}

/** As the services connect, not as the owner, who could change what is looked at. */
function asReader({ connectionString, schema, connections }: PostgresChosen): Omit<PostgresChosen, 'owner'> {
  return { connectionString, schema, connections };
}

/**
 * What the findings say of the ledger.
 * @returns `whole`: what is recorded is as it was recorded; null where it could not all be read, and nothing that was is
 *   damaged. `well`: whole, and nothing around it needs a hand
 */
export function verdictOn(findings: readonly Finding[]): Readonly<{ whole: boolean | null; well: boolean }> {
  const isDamaged = findings.some(({ severity }) => severity === 'damage');
  const isRead = findings.every(({ unread }) => unread === undefined);
  const whole = isDamaged ? false : isRead ? true : null;
  return { whole, well: whole === true && findings.every(({ severity }) => severity === 'note') };
}

/** What was found without a word of its own on why it matters. */
function explained(finding: Finding): Finding {
  if (finding.severity !== 'damage') return finding;
  const why = 'What answers and figures stand on is not what was recorded';
  return { why, page: 'damaged.md', ...finding };
}

/** How long the read models of the copy may take to catch up. */
const SETTLES_WITHIN_MS = 120_000;

/**
 * Looks at all that a data folder holds and changes nothing in it: see `lookAtLedger`. Beside it, that each file a live
 * fact names is there, and that the read models are of this ledger and take in everything that is recorded.
 * @returns what was found; without `damage` the ledger is whole
 * @throws LedgerError `unavailable` FOLDER_IN_USE where another process has the folder
 */
export async function examineLedger(
  folder: string,
  progress: Progress = () => undefined,
  switchedOff: readonly Protection[] = [],
): Promise<readonly Finding[]> {
  await requireOwnEvents(folder);
  const further = async (copy: Ledger, findings: Finding[]) => {
    findings.push(...(await missingEvidence(folder, copy)));
    findings.push(...(await readModels(copy)));
    findings.push(...examineClock(new Date(), await lastRecorded(copy.sql)));
  };
  return await lookAtLedger({ folder, progress, further, switchedOff });
}

/**
 * The same for a ledger whose events lie on a server: what the folder holds, on a copy of it, and the server's log against
 * what was copied of it (`auditLedger`). Nothing is changed, there or here.
 */
export async function examineOnServer(
  folder: string,
  place: EsdbPlace,
  progress: Progress = () => undefined,
): Promise<readonly Finding[]> {
  const further = (copy: Ledger, findings: Finding[]) =>
    unlessOfAnother(folder, findings, () =>
      lookAtEsdb({ ...place, folder, sql: copy.sql, onTrial: true }, findings, async (ledger) => {
        await auditLedger(ledger, progress, findings);
        findings.push(...(await missingEvidence(folder, ledger)));
        findings.push(...(await readModels(ledger)));
        findings.push(...examineClock(new Date(), await lastCopied(ledger)));
      }),
    );
  return await lookAtLedger({ folder, eventsElsewhere: true, progress, further });
}

/** When the last event was recorded that EventStoreDB holds; undefined where there is none. */
async function lastCopied({ store }: EsdbLooked): Promise<string | undefined> {
  return (await store.copy.copiedTo()).recordedAt ?? undefined;
}

async function missingEvidence(folder: string, copy: Pick<Ledger, 'store'>): Promise<Finding[]> {
  const files = join(folder, 'files');
  const kept = new Set<string>();
  for await (const sha256 of keptContents(files)) kept.add(sha256);
  return [...(await namedContents(copy.store))]
    .filter((sha256) => !kept.has(sha256))
    .map((sha256) => ({
      severity: 'damage',
      where: join(files, sha256.slice(0, 2), sha256),
      what: 'is named by a fact and gone',
      todo: 'Put the file back from a backup',
    }));
}

async function readModels(copy: Looked): Promise<Finding[]> {
  const runner = new ProjectionRunner(copy.sql, copy.store, PROJECTIONS);
  try {
    await runner.start();
    await runner.waitFor(await copy.store.head(), SETTLES_WITHIN_MS);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    if (error.code !== 'READ_MODEL_STOPPED') return [readModelDamage('read models', `${error.code}: ${error.message}`)];
  } finally {
    await runner.stop();
  }
  return (await runner.status()).flatMap(({ name, failure, parked }) =>
    [...(failure === null ? [] : [failure]), ...parked].map((event) =>
      readModelDamage(
        `read model ${name}`,
        `cannot take in event ${event.eventId} of ${event.stream}: ${event.error}`,
        `When the cause is mended, run: throughline projections rebuild ${name}`,
      ),
    ),
  );
}

function readModelDamage(where: string, what: string, todo = 'Run what is named, with the server stopped'): Finding {
  const page = what.includes('LEDGER_FORKED') ? 'ledger-forked.md' : 'read-model-stopped.md';
  return {
    severity: 'damage',
    where,
    what,
    why: 'Lists and searches show other figures than were recorded, or none',
    todo,
    page,
  };
}
