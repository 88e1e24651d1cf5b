import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNew } from '#event-store';
import { type Id, isId, LedgerError, newId } from '#kernel';
import { digestOf, FOR_ITS_OWNER, type Principal } from './principal.js';

/** The file in the data folder that holds the owner's token; readable by its owner alone. */
export const OWNER_TOKEN_FILE = 'owner-token';

/**
 * The token of the one who owns the data folder: `<person id>.<secret>`. The person's id is part of it, so that the
 * owner stays the same person in the ledger for as long as the file is kept.
 */
export class OwnerToken {
  private readonly digest: Buffer;

  private constructor(
    /** The data folder that it opens. */
    readonly folder: string,
    readonly token: string,
    private readonly personId: Id,
    /** Made just now: there was none in the folder. */
    readonly isNew: boolean,
  ) {
    this.digest = digestOf(token);
  }

  /**
   * Reads the token of a data folder, or makes one the first time.
   * @throws LedgerError `invalid` OWNER_TOKEN_UNREADABLE where the file holds something else
   */
  static async inFolder(folder: string): Promise<OwnerToken> {
    await mkdir(folder, { recursive: true });
    const path = join(folder, OWNER_TOKEN_FILE);
    const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    const { token, isNew } = kept === undefined ? await make(path) : { token: kept.trim(), isNew: false };
    const personId = token.split('.')[0];
    if (!isId(personId) || token.length < 60)
      throw new LedgerError(
        'invalid',
        'OWNER_TOKEN_UNREADABLE',
        `${path} holds no token. Remove it, and the next start makes a new one.`,
      );
    return new OwnerToken(folder, token, personId, isNew);
  }

  /** Who bears this token; undefined where it is not the owner's. Takes the same time for every wrong one, of any length. */
  principalOf(token: string): Principal | undefined {
    return timingSafeEqual(digestOf(token), this.digest) ? { name: 'owner', role: 'owner', personId: this.personId } : undefined;
  }
}

/** Two starts at once agree on one token, and nobody reads half of one. */
async function make(path: string): Promise<Readonly<{ token: string; isNew: boolean }>> {
  const token = `${newId()}.${randomBytes(32).toString('base64url')}`;
  const isNew = await writeNew(path, `${token}\n`, FOR_ITS_OWNER);
  return { token: isNew ? token : (await readFile(path, 'utf8')).trim(), isNew };
}
