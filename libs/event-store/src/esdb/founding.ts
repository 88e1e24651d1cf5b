import { type Id, LedgerError, newId } from '#kernel';
import { StoreUnavailable } from '../port.js';
import type { Connection } from './connection.js';
import { failure, typeOf } from './failures.js';

/** What a ledger's own stream on the server says of it. */
export type Founded = Readonly<{
  ledgerId: Id;
  /** The ledger that is, or was, moved here; undefined where it began here. */
  movedFrom: string | undefined;
  /** False while a ledger is moved here: it does not hold all of itself yet. */
  isWhole: boolean;
}>;

/** Others may write to the stream at the same moment; so often it is tried anew. */
const RACES = 100;

/**
 * The ledger's id lies in a stream of its own, beside those of the ledger: whoever comes first founds it.
 * @throws LedgerError `unavailable` MOVE_UNFINISHED where a ledger is moved here and is not here yet; StoreUnavailable
 */
export async function ledgerIdOf(connection: Connection, ledger: string): Promise<Id> {
  const { ledgerId, isWhole } =
    (await foundingOf(connection, ledger)) ?? (await found(connection, ledger, { ledgerId: newId() }));
  if (isWhole) return ledgerId;
  const message = `a ledger is moved into "${ledger}" on this server and is not whole yet; run the same throughline move again`;
  throw new LedgerError('unavailable', 'MOVE_UNFINISHED', message);
}

/** Undefined where the server has no ledger of this name. @throws StoreUnavailable */
export async function foundingOf(connection: Connection, ledger: string): Promise<Founded | undefined> {
  const [founded, moved] = (await connection.readStream(streamOf(ledger), 0n)) ?? [];
  if (founded === undefined) return undefined;
  const { ledgerId, movedFrom } = founded.data as { ledgerId?: Id; movedFrom?: string };
  if (ledgerId === undefined)
    throw new LedgerError('corrupt', 'LEDGER_ID_MISSING', `${streamOf(ledger)} does not say the ledger's id`);
  return { ledgerId, movedFrom, isWhole: movedFrom === undefined || moved !== undefined };
}

/**
 * Founds the ledger, unless somebody else is faster.
 * @param data with `movedFrom` it is not opened before `foundWhole`
 * @returns what stands there then, whoever wrote it
 */
export async function found(
  connection: Connection,
  ledger: string,
  data: Readonly<{ ledgerId: Id; movedFrom?: string }>,
): Promise<Founded> {
  const founding = { id: newId(), contentType: 'application/json', type: 'LedgerFounded', data, metadata: undefined } as const;
  for (let attempt = 1; ; attempt += 1) {
    await unlessStored(connection.append(streamOf(ledger), [founding], 'no_stream'), attempt === RACES);
    const there = await foundingOf(connection, ledger);
    if (there !== undefined) return there;
  }
}

/** Says that a ledger that was moved here is here. Safe to repeat. */
export async function foundWhole(connection: Connection, ledger: string): Promise<void> {
  const moved = { id: newId(), contentType: 'application/json', type: 'LedgerMoved', data: {}, metadata: undefined } as const;
  for (let attempt = 1; (await foundingOf(connection, ledger))?.isWhole === false; attempt += 1)
    await unlessStored(connection.append(streamOf(ledger), [moved], 0n), attempt === RACES);
}

/** Somebody else was faster, or nobody knows: what is read next says it. */
async function unlessStored(append: Promise<unknown>, isLast: boolean): Promise<void> {
  await append.catch((error: unknown) => {
    const isUnknown = error instanceof StoreUnavailable && error.outcome === 'unknown';
    if ((typeOf(error) !== 'wrong-expected-version' && !isUnknown) || isLast) throw failure(error, 'append');
  });
}

function streamOf(ledger: string): string {
  return `${ledger}:ledger`;
}
