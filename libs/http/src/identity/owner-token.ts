import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Id, isId, LedgerError, newId } from '#kernel';
import type { Principal } from '../asked.js';

/** The file in the data folder that holds the owner's token; readable by its owner alone. */
export const OWNER_TOKEN_FILE = 'owner-token';

/**
 * The token of the one who owns the data folder: `<person id>.<secret>`. The person's id is part of it, so that the
 * owner stays the same person in the ledger for as long as the file is kept.
 */
export class OwnerToken {
  private readonly digest: Buffer;

  private constructor(
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
    const token = kept?.trim() ?? (await make(path));
    const personId = token.split('.')[0];
    if (!isId(personId) || token.length < 60)
      throw new LedgerError(
        'invalid',
        'OWNER_TOKEN_UNREADABLE',
        `${path} holds no token. Remove it, and the next start makes a new one.`,
      );
    return new OwnerToken(token, personId, kept === undefined);
  }

  /** Who bears this token; undefined where it is not the owner's. Takes the same time for every wrong one. */
  principalOf(token: string): Principal | undefined {
    return timingSafeEqual(digestOf(token), this.digest) ? { personId: this.personId } : undefined;
  }
}

/** Written beside and linked into place: two starts at once agree on one token, and nobody reads half of one. */
async function make(path: string): Promise<string> {
  const token = `${newId()}.${randomBytes(32).toString('base64url')}`;
  const beside = `${path}.${process.pid}`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(`${token}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(beside, 0o600);
  try {
    await link(beside, path);
    return token;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(path, 'utf8')).trim();
  } finally {
    await rm(beside, { force: true });
  }
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
