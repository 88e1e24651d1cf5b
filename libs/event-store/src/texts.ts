import { randomBytes } from 'node:crypto';
import {
  derivedId,
  type Id,
  invalid,
  isWellFormed,
  LedgerError,
  sha256,
  type TextAbout,
  type TextDraft,
  type Texts,
} from '#kernel';
import { onceStored } from './once-stored.js';
import { type Sql, sqlState } from './sql/sql.js';

/** A text as its table holds it. Of an erased one only id and hash are left. */
export type StoredText = Readonly<{
  id: Id;
  content: string | null;
  salt: string | null;
  sha256: string;
  /** The person whose entry in the directory it is. */
  about: Id | null;
}>;

/** The columns of `texts t`, as `StoredText` names them. */
export const TEXT_COLUMNS = 't.id::text as id, t.content, t.salt, t.sha256, t.about::text as about';

/** What the embedded engine does beside the table. Each is awaited before the caller is answered. */
export type TextsJournal = Readonly<{
  /** The texts that are new; without any, earlier ones may still be on their way. */
  kept: (texts: readonly StoredText[]) => Promise<void>;
  /** Before the text is removed from its table. */
  erasing: (text: StoredText) => Promise<void>;
  /** After it was. */
  erased: () => Promise<void>;
}>;

const DRAFTS_REMEMBERED = 10_000;
const UNIQUE_VIOLATION = '23505';

/**
 * Free texts in a table. A reference bears `sha256` = SHA-256 of the 16 bytes that `salt` writes in hex, followed by
 * the text in UTF-8; without the salt, which goes with the text, a short text cannot be guessed from its hash.
 */
export class SqlTexts implements Texts {
  // Copies of one command that are drafted at once must get one salt, or their digests would differ.
  private readonly drafted = new Map<Id, TextDraft>();

  constructor(
    private readonly sql: Sql,
    private readonly journal?: TextsJournal,
  ) {}

  async draft(commandId: Id, name: string, content: string, about?: Id): Promise<TextDraft> {
    if (!isWellFormed(content) || content.includes('\u0000'))
      throw invalid([{ field: name, rule: 'R15', message: 'contains a character that no text can hold' }]);
    const id = derivedId(commandId, `text/${name}`);
    const [kept] = await this.stored([id]);
    if (kept !== undefined) return again(kept, name, content);
    const drafted = this.drafted.get(id);
    if (drafted?.content === content && drafted.about === about) return drafted;
    const salt = randomBytes(16).toString('hex');
    const sha256 = textDigest(salt, content);
    const draft: TextDraft = { id, salt, content, sha256, ...(about === undefined ? {} : { about }) };
    this.remember(draft);
    return draft;
  }

  /**
   * Keeps drafts, durably. Keeping the same draft again changes nothing.
   * @throws LedgerError `conflict` TEXT_RACED where another process kept the same text with another salt first: draft
   *   again, or PERSON_TAKEN where another text about the person is not erased; `reused` where it kept another text
   */
  async keep(drafts: readonly TextDraft[]): Promise<void> {
    // A reference to an erased text has no salt any more: there is nothing to keep.
    const whole = drafts.filter(({ salt }) => salt !== '');
    if (whole.length === 0) return;
    const column = <K extends keyof TextDraft>(name: K) => whole.map((draft) => draft[name]);
    const inserted = await this.sql
      .query<StoredText>(
        `insert into texts as t (id, content, salt, sha256, about)
          select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[]) on conflict (id) do nothing
          returning ${TEXT_COLUMNS}`,
        [column('id'), column('content'), column('salt'), column('sha256'), whole.map(({ about }) => about ?? null)],
      )
      .catch((error: unknown) => {
        if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
        throw new LedgerError('conflict', 'PERSON_TAKEN', 'the directory has an entry about this person already');
      });
    await onceStored(async () => {
      await this.journal?.kept(inserted);
      await this.requireKept(whole);
    });
    for (const { id } of drafts) this.drafted.delete(id);
  }

  private async requireKept(drafts: readonly TextDraft[]): Promise<void> {
    const stored = new Map((await this.stored(drafts.map(({ id }) => id))).map((text) => [text.id, text]));
    for (const { id, content, sha256: digest } of drafts) {
      const kept = stored.get(id);
      if (kept?.sha256 === digest) continue;
      if (kept?.content !== content) throw reused(id);
      throw new LedgerError('conflict', 'TEXT_RACED', `text ${id} was kept by a copy of this command; draft it again`);
    }
  }

  async read(ids: readonly Id[]): Promise<ReadonlyMap<Id, string | null>> {
    return new Map((await this.stored(ids)).map(({ id, content }) => [id, content]));
  }

  async about(persons?: readonly Id[]): Promise<readonly TextAbout[]> {
    return await this.sql.query<TextAbout>(
      `select t.id::text as id, t.about::text as about, t.content from texts t
        where t.about is not null and ($1::uuid[] is null or t.about = any ($1::uuid[]))`,
      [persons ?? null],
    );
  }

  /** Safe to repeat. What was never kept is not there to erase, and is no error. */
  async erase(id: Id): Promise<void> {
    const [text] = await this.stored([id]);
    if (text === undefined) return;
    await this.journal?.erasing(text);
    await this.sql.query('update texts set content = null, salt = null where id = $1', [id]);
    await this.journal?.erased();
  }

  private async stored(ids: readonly Id[]): Promise<StoredText[]> {
    return await this.sql.query<StoredText>(`select ${TEXT_COLUMNS} from texts t where t.id = any ($1::uuid[])`, [ids]);
  }

  private remember(draft: TextDraft): void {
    this.drafted.delete(draft.id);
    this.drafted.set(draft.id, draft);
    const [oldest] = this.drafted.keys();
    if (this.drafted.size > DRAFTS_REMEMBERED && oldest !== undefined) this.drafted.delete(oldest);
  }
}

/** The hash in a text's reference. */
export function textDigest(salt: string, content: string): string {
  return sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(content, 'utf8')]));
}

/** The reference of a text that was kept: of an erased one nobody can say any more whether this is the same text. */
function again({ id, content: kept, salt, sha256: digest, about }: StoredText, name: string, content: string): TextDraft {
  if (kept !== null && kept !== content) throw reused(id, name);
  return { id, salt: salt ?? '', content, sha256: digest, ...(about === null ? {} : { about }) };
}

function reused(id: Id, name = 'text'): LedgerError {
  const message = `text ${id} was kept with other content under this command id`;
  return new LedgerError('reused', 'COMMAND_REUSED', message, [{ field: name, rule: 'R14', message }]);
}
