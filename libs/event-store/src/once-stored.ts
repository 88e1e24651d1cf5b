import { LedgerError } from '#kernel';
import { StoreUnavailable } from './port.js';
import { ConnectionLost, sqlState } from './sql/sql.js';

/**
 * What is left to do once something was stored, or may have been, before the caller is answered. Whatever fails then says
 * nothing of what was stored, and who is told that nothing was would do it anew under another id: so the outcome is unknown.
 * @throws StoreUnavailable `unknown`, whatever failed; what the ledger itself says of it, as a conflict or damage, as it is
 */
export async function onceStored<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isVerdict(error) || isUnknown(error)) throw error;
    throw new StoreUnavailable('unknown', `it may be stored, and what must follow failed: ${wordsOf(error)}`, { cause: error });
  }
}

/** Whether the ledger has spoken, so that asking again would change nothing: neither the store's absence nor a failure beside it. */
export function isVerdict(error: unknown): error is LedgerError {
  return error instanceof LedgerError && error.kind !== 'unavailable';
}

function isUnknown(error: unknown): boolean {
  return error instanceof StoreUnavailable && error.outcome === 'unknown';
}

/** Callers are told it: of an error that is of this program no more than its name, since it may quote what was said. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const isOfStore = error instanceof LedgerError || error instanceof ConnectionLost || sqlState(error) !== undefined;
  return isOfStore ? error.message : error.name;
}
