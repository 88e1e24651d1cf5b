import { type Ledger, openEmbedded, openEsdbLedger, type Progress, requireOwnEvents } from '#event-store';
import { LedgerError } from '#kernel';
import type { StoreChosen } from './configuration.js';

export type OpeningStore = Readonly<{
  progress?: Progress;
  /** Makes the copy of a server's log anew first. */
  copiesAnew?: boolean;
}>;

/**
 * Opens the ledger of a data folder, its events in the folder or where the configuration says.
 * @throws LedgerError as `openEmbedded` and `openEsdbLedger` do; `invalid` STORE_DIFFERS where the folder is of the other kind
 */
export async function openStore(folder: string, chosen: StoreChosen, opening: OpeningStore = {}): Promise<Ledger> {
  const { progress, copiesAnew } = opening;
  const told = progress === undefined ? {} : { progress };
  if (chosen.kind === 'embedded') {
    await requireOwnEvents(folder);
    return await openEmbedded({ folder, ...told });
  }
  const { connectionString, ledger } = chosen;
  return await openEsdbLedger({ folder, connectionString, ledger, ...told, ...(copiesAnew === true ? { copiesAnew } : {}) });
}

/** @throws LedgerError `invalid` where the events lie in the folder, of which there is no copy to make */
export function requireServer(chosen: StoreChosen, name: string): void {
  if (chosen.kind === 'esdb') return;
  const message = `${name} is the copy of a server's log; the events of this ledger lie in its own folder`;
  throw new LedgerError('invalid', 'STORE_DIFFERS', message, [{ field: 'name', rule: 'R15', message }]);
}
