import { type RecordAct, recordingBy } from '#domain';
import { Decisions, type Ledger } from '#event-store';

/** Records any act in a ledger. */
export function recorder({ store, texts }: Pick<Ledger, 'store' | 'texts'>): RecordAct {
  return recordingBy(new Decisions(store, texts));
}
