import { examineOptions } from '#event-store';
import type { StoreChosen } from './configuration.js';
import { unsafeInWords } from './unsafe-settings.js';

/**
 * Says at a start what the nodes of EventStoreDB say of themselves that loses or hides what they acknowledge. PostgreSQL is
 * asked while it is opened, and refused (NOT_DURABLE). A node that would not say is told of by `throughline doctor`.
 */
export async function warnOfUnsafeStore(store: StoreChosen, warn: (message: string) => void): Promise<void> {
  if (store.kind !== 'esdb') return;
  for (const finding of await examineOptions(store.connectionString))
    if (finding.severity !== 'note') warn(unsafeInWords(finding));
}
