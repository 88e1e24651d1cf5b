import { examineOptions, type Finding } from '#event-store';
import type { StoreChosen } from './configuration.js';
import { unsafeInWords } from './unsafe-settings.js';

/**
 * Says at a start what the nodes of EventStoreDB say of themselves that loses or hides what they acknowledge, and which would
 * not say: who is no administrator there gets no answer, and silence must not pass for safety. PostgreSQL is asked while it is
 * opened, and refused (NOT_DURABLE).
 */
export async function warnOfUnsafeStore(store: StoreChosen, warn: (message: string) => void): Promise<void> {
  if (store.kind !== 'esdb') return;
  for (const finding of await examineOptions(store.connectionString)) warn(inWords(finding));
}

function inWords(finding: Finding): string {
  return finding.severity === 'note' ? `PERHAPS ${unsafeInWords(finding)}` : unsafeInWords(finding);
}
