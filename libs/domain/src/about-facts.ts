import type { FactCorrected, RecordConfirmed, RecordContested } from '#kernel';

/** What may be asked about any fact of a stream. */
export type CommandAboutFact =
  | (Readonly<{ type: 'CorrectFact' }> & FactCorrected['data'])
  | (Readonly<{ type: 'ConfirmRecord' }> & RecordConfirmed['data'])
  | (Readonly<{ type: 'ContestRecord' }> & RecordContested['data']);
