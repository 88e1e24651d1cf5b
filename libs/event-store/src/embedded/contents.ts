import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { START } from '../port.js';
import type { StoredRow } from '../sql/rows.js';
import type { Sql } from '../sql/sql.js';
import { type StoredText, TEXT_COLUMNS } from '../texts.js';
import { rowsAfter } from './reconcile.js';

/** What a ledger holds, as figures that are equal where the ledgers are. */
export type Contents = Readonly<{
  events: Readonly<{ count: number; lastPosition: string; sha256: string }>;
  texts: Readonly<{ count: number; erased: number; sha256: string }>;
}>;

/**
 * Adds up events and texts. The hash of the events is that of one line for each, in order: position, stream, revision,
 * id, recordedAt and body, with a tab between and a line end behind; that of the texts is of id, salt, hash and content
 * (empty where erased), and of an entry of the directory whom it is about, in the order of the ids. No other column can
 * differ where these are equal: they stand in the body.
 */
export class Adding {
  private readonly hash: Hash = createHash('sha256');
  private count = 0;
  private lastPosition = START;
  private readonly texts = new Map<string, StoredText>();

  events(rows: readonly StoredRow[]): void {
    for (const { position, stream, revision, id, recordedAt, body } of rows)
      this.hash.update(`${position}\t${stream}\t${revision}\t${id}\t${recordedAt}\t${body}\n`);
    this.count += rows.length;
    this.lastPosition = rows.at(-1)?.position ?? this.lastPosition;
  }

  /** Of several versions of a text the last counts. */
  withTexts(texts: readonly StoredText[]): void {
    for (const text of texts) this.texts.set(text.id, text);
  }

  done(): Contents {
    const texts = [...this.texts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const hash = createHash('sha256');
    for (const { id, salt, sha256, content, about } of texts)
      hash.update(`${id}\t${salt ?? ''}\t${sha256}\t${content ?? ''}${about === null ? '' : `\t${about}`}\n`);
    const erased = texts.filter(({ content }) => content === null).length;
    return {
      events: { count: this.count, lastPosition: this.lastPosition, sha256: this.hash.digest('hex') },
      texts: { count: texts.length, erased, sha256: hash.digest('hex') },
    };
  }
}

const AT_ONCE = 1000;

/** What the database of a ledger holds. */
export async function contentsOf(sql: Sql): Promise<Contents> {
  const adding = new Adding();
  for await (const rows of eventsOf(sql)) adding.events(rows);
  adding.withTexts(await sql.query<StoredText>(`select ${TEXT_COLUMNS} from texts t`));
  return adding.done();
}

/** Every event of a database, in order, in blocks. */
export async function* eventsOf(sql: Pick<Sql, 'query'>, after = 0n): AsyncGenerator<StoredRow[]> {
  for (let last = after; ; ) {
    const rows = await rowsAfter(sql, last, AT_ONCE);
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = BigInt(end.position);
  }
}

/** SHA-256 of a file, read in blocks. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
