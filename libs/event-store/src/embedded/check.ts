import { join } from 'node:path';
import { canonicalJson, isId, LedgerError } from '#kernel';
import { positionText, type StoredRow } from '../sql/rows.js';
import { type StoredText, TEXT_COLUMNS, textDigest } from '../texts.js';
import { EVIDENCE } from './backup.js';
import { eventsOf, fileDigest } from './contents.js';
import { filesBelow, messageOf } from './durable-files.js';
import { readEvents } from './event-lines.js';
import type { Ledger } from './open.js';
import { differenceOf, type Progress } from './reconcile.js';

/**
 * Something an operator should know. `note` needs nothing done; `trouble` holds something up, or soon will; `damage`: what
 * is stored is not whole.
 */
export type Finding = Readonly<{
  severity: 'note' | 'trouble' | 'damage';
  where: string;
  what: string;
  /** Why it matters. */
  why?: string;
  /** What to do, or to run. */
  todo: string;
  /** The page below docs/operations that says more. */
  page?: string;
  /** Because of it something of the ledger could not be read: nobody can tell whether that is whole. */
  unread?: true;
}>;

const RESTORE = 'Restore the latest backup into an empty folder and compare';

/**
 * Looks at all of an open ledger: positions without a gap, each body in its canonical form, journal and database equal
 * byte for byte, each text that an event refers to there or erased, each text what its hash says.
 * Changes nothing. 100,000 events take some seconds.
 * @param findings where each finding is put at once: what was found stays found where the rest cannot be read
 * @returns what was found; without `damage` the ledger is whole
 */
export async function checkLedger(
  ledger: Checked,
  progress: Progress = () => undefined,
  findings: Finding[] = [],
): Promise<readonly Finding[]> {
  const found = (where: string, what: string, todo = RESTORE) => findings.push({ severity: 'damage', where, what, todo });
  const referred = await checkEvents(ledger, found, progress);
  await checkTexts(ledger, referred, found);
  if (ledger.folder !== undefined) await checkJournal(ledger, ledger.folder, found);
  return findings;
}

/** What is looked at of a ledger: one in a folder has a journal beside its database. */
export type Checked = Pick<Ledger, 'store' | 'sql'> & Partial<Pick<Ledger, 'folder'>>;

type Found = (where: string, what: string, todo?: string) => void;
/** A text that an event refers to. */
export type TextReference = Readonly<{ sha256: string; event: string }>;

async function checkEvents(ledger: Checked, found: Found, progress: Progress): Promise<Map<string, TextReference>> {
  const referred = new Map<string, TextReference>();
  const total = Number(await ledger.store.head());
  let expected = 1n;
  let done = 0;
  for await (const rows of eventsOf(ledger.sql)) {
    for (const row of rows) {
      const where = `event ${row.id} at ${row.position}`;
      if (BigInt(row.position) !== expected) found(where, `${positionText(expected)} was to come: events are missing`);
      expected = BigInt(row.position) + 1n;
      const body = parsed(row.body);
      if (body === undefined) found(where, 'its body is not in the canonical form that its hash stands on');
      else for (const [id, sha256] of textsIn(body)) referred.set(id, { sha256, event: row.id });
    }
    done += rows.length;
    progress({ doing: 'checking events', done, total });
  }
  return referred;
}

/** Each text is what its hash says, and each that is referred to is there or erased. */
export async function checkTexts(
  ledger: Pick<Ledger, 'sql'>,
  referred: ReadonlyMap<string, TextReference>,
  found: Found,
): Promise<void> {
  const kept = await ledger.sql.query<StoredText>(`select ${TEXT_COLUMNS} from texts t`);
  const texts = new Map(kept.map((text) => [text.id, text]));
  for (const { id, content, salt, sha256 } of kept)
    if (content !== null && textDigest(salt ?? '', content) !== sha256) found(`text ${id}`, 'it is not what its hash says');
  for (const [id, { sha256, event }] of referred) {
    const text = texts.get(id);
    if (text === undefined) found(`text ${id}`, `event ${event} refers to it, and it is not there`);
    else if (text.sha256 !== sha256) found(`text ${id}`, `event ${event} refers to a text with another hash`);
  }
}

async function checkJournal(ledger: Checked, folder: string, found: Found): Promise<void> {
  const stored = eventsOf(ledger.sql);
  let rows: readonly StoredRow[] = [];
  let index = 0;
  const next = async (): Promise<StoredRow | undefined> => {
    if (index === rows.length) {
      const block = await stored.next();
      rows = block.done === true ? [] : block.value;
      index = 0;
    }
    const row = rows[index];
    index += 1;
    return row;
  };
  try {
    for await (const written of readEvents(join(folder, 'journal')))
      for (const line of written) {
        const row = await next();
        if (row === undefined)
          return found(`position ${line.position}`, 'the journal has it, the database does not', 'Start again: it is put back');
        const column = differenceOf(row, line);
        if (column !== undefined) found(`position ${line.position}`, `journal and database differ in ${column}`);
      }
    const more = await next();
    if (more !== undefined)
      found(`position ${more.position}`, 'the database has it, the journal does not', 'Start again: it is written');
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    found(error.problems[0]?.field ?? 'journal', error.message);
  }
}

/** Each evidence file below a folder is what its name, a SHA-256, says. */
export async function checkEvidence(folder: string, progress: Progress): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const files = (await filesBelow(folder)).filter((file) => EVIDENCE.test(file));
  for (const [index, file] of files.entries()) {
    const digest = await fileDigest(join(folder, file)).catch(messageOf);
    if (!file.endsWith(digest))
      findings.push({
        severity: 'damage',
        where: join(folder, file),
        what: 'the file is not what its name says',
        todo: 'Put the file back from a backup',
      });
    progress({ doing: 'checking evidence files', done: index + 1, total: files.length });
  }
  return findings;
}

/** The body where it is its own canonical form. */
function parsed(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return canonicalJson(value) === body ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Every `{ text, sha256 }` in a value, however deep. */
export function* textsIn(value: unknown): Generator<readonly [id: string, sha256: string]> {
  if (typeof value !== 'object' || value === null) return;
  const { text, sha256 } = value as { text?: unknown; sha256?: unknown };
  if (isId(text) && typeof sha256 === 'string') yield [text, sha256];
  for (const member of Object.values(value)) yield* textsIn(member);
}
