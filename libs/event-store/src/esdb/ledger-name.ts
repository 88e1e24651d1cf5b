import { LedgerError } from '#kernel';

export const DEFAULT_LEDGER = 'throughline';

/** True of what can stand before the names of streams. */
export function isLedgerName(name: string): boolean {
  return /^[a-z][a-z0-9_]{0,30}$/.test(name);
}

/** @throws LedgerError `invalid` */
export function requireLedgerName(ledger: string): void {
  if (isLedgerName(ledger)) return;
  const message = `"${ledger}" is no name of a ledger: wanted up to 31 of a-z, 0-9 and _, a letter first`;
  throw new LedgerError('invalid', 'INVALID_INPUT', message, [{ field: '--esdb-ledger', rule: 'R15', message }]);
}
