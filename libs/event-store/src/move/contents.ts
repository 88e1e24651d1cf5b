import { sha256 } from '#kernel';
import { Adding, type Contents } from '../embedded/contents.js';
import type { StoredRow } from '../sql/rows.js';
import type { StoredText } from '../texts.js';
import type { FilesHeld } from './files.js';

/** Events and texts of a ledger, whatever holds them; events as a table would hold them, numbered from 1 without a gap. */
export type Holding = Readonly<{
  rows: () => AsyncGenerator<StoredRow[]>;
  texts: () => AsyncGenerator<StoredText[]>;
}>;

/** All that a move carries, as figures that are equal where the ledgers are. */
export type MoveContents = Contents & FilesHeld;

/** SHA-256 of all the figures: the one that is told. */
export function digestOf(contents: MoveContents): string {
  const { events, texts, files, tokens } = contents;
  return sha256(
    JSON.stringify([events.count, events.sha256, texts.count, texts.erased, texts.sha256, files.sha256, tokens.sha256]),
  );
}

/** Reads all of a ledger's events and texts, or of one of them. */
export async function contentsHeld(
  { rows, texts }: Partial<Holding>,
  told: (rows: readonly StoredRow[]) => void = () => undefined,
): Promise<Contents> {
  const adding = new Adding();
  for await (const block of rows?.() ?? []) {
    adding.events(block);
    told(block);
  }
  for await (const block of texts?.() ?? []) adding.withTexts(block);
  return adding.done();
}

/** In what two differ, in words; undefined where they are equal. */
export function differenceBetween(one: MoveContents, other: MoveContents): string | undefined {
  const parts = (['events', 'texts', 'files', 'tokens'] as const).filter(
    (part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]),
  );
  if (parts.length === 0) return undefined;
  return parts.map((part) => `${part}: ${JSON.stringify(one[part])} there, ${JSON.stringify(other[part])} here`).join('; ');
}
