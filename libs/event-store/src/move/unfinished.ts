import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '#kernel';
import { STAGE } from '../embedded/durable-files.js';

/** @throws LedgerError `unavailable` MOVE_UNFINISHED where a ledger is moved into the folder, and is not there yet */
export function requireMovedWhole(folder: string): void {
  if (!existsSync(join(folder, STAGE))) return;
  const message = `a ledger is moved into ${folder} and is not whole yet; run the same throughline move again`;
  throw new LedgerError('unavailable', 'MOVE_UNFINISHED', message);
}
