import { join } from 'node:path';
import { keptContents, namedContents } from '#content';
import {
  auditLedger,
  type EsdbPlace,
  type Finding,
  type Ledger,
  lookAtLedger,
  onServer,
  type Progress,
  type Protection,
  requireOwnEvents,
} from '#event-store';
import { LedgerError } from '#kernel';
import { ProjectionRunner } from '#projections';
import { PROJECTIONS } from '#read-models';

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
  const further = async (copy: Ledger) => [...(await missingEvidence(folder, copy)), ...(await readModels(copy))];
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
  const further = async (copy: Ledger) => {
    const ledger = await onServer(copy, place);
    try {
      return [
        ...(await auditLedger(ledger, progress)),
        ...(await missingEvidence(folder, ledger)),
        ...(await readModels(ledger)),
      ];
    } finally {
      await ledger.store.close();
    }
  };
  return await lookAtLedger({ folder, eventsElsewhere: true, progress, further });
}

async function missingEvidence(folder: string, copy: Ledger): Promise<Finding[]> {
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

async function readModels(copy: Ledger): Promise<Finding[]> {
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
  return { severity: 'damage', where, what, todo };
}
