import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNew, writeWhole } from '#event-store';
import {
  type CivilDate,
  dayOf,
  type Id,
  type Instant,
  invalid,
  isCivilDate,
  isId,
  isInstant,
  LedgerError,
  newId,
  notFound,
} from '#kernel';
import { digestOf, FOR_ITS_OWNER, type Membership, type Principal } from './principal.js';
import { ROLES, type Role } from './roles.js';

/** The folder of the data folder in which each named token has a file. */
export const TOKENS_FOLDER = 'tokens';

/** A token as everybody may know it who says who may sign in. */
export type NamedToken = Readonly<{
  name: string;
  role: Role;
  /** The hand that the ledger names as recorder, and the person whose roles a member acts in. */
  personId: Id;
  member?: Membership;
  madeAt: Instant;
  /** The last day (UTC) on which it signs in. */
  expiresOn?: CivilDate;
  revokedAt?: Instant;
}>;

/** What is said of a token that is to be made. */
export type TokenWanted = Readonly<{
  name: string;
  role: Role;
  /** A person that the ledger knows already; a new one where nobody is named. */
  personId?: Id;
  member?: Membership;
  expiresOn?: CivilDate;
}>;

/** With its secret, which nobody can be told again. */
export type TokenMade = NamedToken & Readonly<{ token: string }>;

/** The tokens of a folder, and the names of those whose files hold something else. */
export type TokensListed = Readonly<{ tokens: readonly NamedToken[]; unreadable: readonly string[] }>;

type Kept = NamedToken & Readonly<{ sha256: string }>;

/** A name is also a file's name, and the first part of the token; only the owner's own begins with an id. */
const NAME = /^[a-z][a-z0-9-]{0,39}$/;
/** 256 bits, which nobody guesses; so that one round of SHA-256 is enough to keep of it. */
const SECRET_BYTES = 32;
const NOBODYS = Buffer.alloc(32);

/**
 * Tokens beside the owner's, each a file of its own in the data folder: `<name>.<secret>`, of which only the SHA-256 is
 * kept. Each sign-in reads the file anew, so that a revocation by whichever process counts from the next request on; and
 * two processes that write at once write two files or, of one name, the first alone.
 */
export class NamedTokens {
  private readonly folder: string;

  /** @param data the data folder, which need not hold any token */
  constructor(data: string) {
    this.folder = join(data, TOKENS_FOLDER);
  }

  /** All of them by name, those that no longer sign in among them. A file that is broken hides none of the others. */
  async list(): Promise<TokensListed> {
    const names = (await readdir(this.folder).catch(unlessMissing<string[]>([])))
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length))
      .filter((name) => NAME.test(name))
      .sort();
    const found = await Promise.all(names.map((name) => this.found(name)));
    return {
      tokens: found.flatMap((token) => (token === undefined || token === 'unreadable' ? [] : [shown(token)])),
      unreadable: names.filter((_, index) => found[index] === 'unreadable'),
    };
  }

  /**
   * Makes a token. Its secret is in the answer and nowhere else.
   * @throws LedgerError `invalid` naming each wrong field (R15); `conflict` TOKEN_NAME_TAKEN, also by a revoked one
   */
  async add(wanted: TokenWanted, now: Instant = instant()): Promise<TokenMade> {
    requireSound(wanted, now);
    const token = `${wanted.name}.${randomBytes(SECRET_BYTES).toString('base64url')}`;
    const { name, role, personId = newId(), member, expiresOn } = wanted;
    const made = shown({
      name,
      role,
      personId,
      ...(member === undefined ? {} : { member }),
      madeAt: now,
      ...(expiresOn === undefined ? {} : { expiresOn }),
    });
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await chmod(this.folder, 0o700);
    if (!(await writeNew(this.pathOf(name), line({ ...made, sha256: digestOf(token).toString('hex') }), FOR_ITS_OWNER)))
      throw new LedgerError('conflict', 'TOKEN_NAME_TAKEN', `there is a token ${name} already; a name is used once`, [
        { field: 'name', rule: 'R15', message: 'is taken; a name is used once, so that it means one hand for good' },
      ]);
    return { ...made, token };
  }

  /**
   * From now on the token signs nobody in. Revoked already, it stays as it was.
   * @throws LedgerError `not-found` where there is none of this name
   */
  async revoke(name: string, now: Instant = instant()): Promise<NamedToken> {
    const kept = NAME.test(name) ? await this.read(name) : undefined;
    if (kept === undefined) throw notFound('name', 'a token of this name');
    if (kept.revokedAt !== undefined) return shown(kept);
    const revoked = { ...kept, revokedAt: now };
    await writeWhole(this.pathOf(name), line(revoked), FOR_ITS_OWNER);
    return shown(revoked);
  }

  /**
   * Who bears this token; undefined for one that is unknown, revoked or expired, which all answer alike.
   * @throws LedgerError `corrupt` TOKEN_UNREADABLE where its file holds something else
   */
  async principalOf(token: string, now: Instant = instant()): Promise<Principal | undefined> {
    const name = token.slice(0, Math.max(0, token.indexOf('.')));
    const kept = NAME.test(name) ? await this.read(name) : undefined;
    // Compared also where there is nothing to compare with, and digests have one length: the time says nothing of a token.
    const isRight = timingSafeEqual(digestOf(token), kept === undefined ? NOBODYS : Buffer.from(kept.sha256, 'hex'));
    if (kept === undefined || !isRight || kept.revokedAt !== undefined || hasExpired(kept, now)) return undefined;
    const { role, personId, member } = kept;
    return { name, role, personId, ...(member === undefined ? {} : { member }) };
  }

  private pathOf(name: string): string {
    return join(this.folder, `${name}.json`);
  }

  private async read(name: string): Promise<Kept | undefined> {
    const kept = await this.found(name);
    if (kept === 'unreadable')
      throw new LedgerError(
        'corrupt',
        'TOKEN_UNREADABLE',
        `${TOKENS_FOLDER}/${name}.json in the data folder holds no token. Remove it, and make another token.`,
      );
    return kept;
  }

  private async found(name: string): Promise<Kept | 'unreadable' | undefined> {
    const text = await readFile(this.pathOf(name), 'utf8').catch(unlessMissing<string | undefined>(undefined));
    if (text === undefined) return undefined;
    const kept = parsed(text);
    return isKept(kept) && kept.name === name ? kept : 'unreadable';
  }
}

/** A token signs in through the whole of its last day, by UTC. */
export function hasExpired({ expiresOn }: Pick<NamedToken, 'expiresOn'>, now: Instant = instant()): boolean {
  return expiresOn !== undefined && dayOf(now, 'UTC') > expiresOn;
}

function requireSound(wanted: TokenWanted, now: Instant): void {
  const problems = [...wrongInName(wanted), ...wrongInReach(wanted), ...wrongInTerm(wanted, now)];
  if (problems.length > 0) throw invalid(problems.map(([field, message]) => ({ field, rule: 'R15', message })));
}

type Wrong = readonly (readonly [field: string, message: string])[];

function wrongInName({ name, personId }: TokenWanted): Wrong {
  const isName = NAME.test(name) && name !== 'owner';
  return [
    ...(isName ? [] : [['name', 'wanted a-z, 0-9 and -, a letter first, at most 40; owner is taken'] as const]),
    ...(personId === undefined || isId(personId) ? [] : [['personId', "wanted a person's id (UUID)"] as const]),
  ];
}

function wrongInReach({ role, member }: TokenWanted): Wrong {
  if (!ROLES.includes(role)) return [['role', `wanted one of ${ROLES.join(', ')}`]];
  if (role === 'member' && member === undefined)
    return [['member', 'a member acts for a party: wanted its partnership and party']];
  if (role !== 'member' && member !== undefined) return [['member', `a token of role ${role} is bound to no party`]];
  if (member !== undefined && !isMembership(member)) return [['member', 'wanted the ids (UUID) of a partnership and of a party']];
  return [];
}

function wrongInTerm({ expiresOn }: TokenWanted, now: Instant): Wrong {
  if (expiresOn === undefined) return [];
  if (!isCivilDate(expiresOn)) return [['expiresOn', 'wanted a day that exists, as 2026-12-31']];
  return hasExpired({ expiresOn }, now) ? [['expiresOn', 'lies in the past']] : [];
}

function shown({ name, role, personId, member, madeAt, expiresOn, revokedAt }: NamedToken): NamedToken {
  return {
    name,
    role,
    personId,
    ...(member === undefined ? {} : { member }),
    madeAt,
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(revokedAt === undefined ? {} : { revokedAt }),
  };
}

function line(kept: Kept): string {
  return `${JSON.stringify(kept, null, 2)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file that somebody changed by hand must not let in more than it says. */
function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { role, personId, member, sha256, madeAt, expiresOn, revokedAt } = value as Partial<Record<keyof Kept, unknown>>;
  return (
    ROLES.includes(role as Role) &&
    isId(personId) &&
    isInstant(madeAt) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    (expiresOn === undefined || isCivilDate(expiresOn)) &&
    (revokedAt === undefined || isInstant(revokedAt)) &&
    (role === 'member' ? isMembership(member) : member === undefined)
  );
}

function isMembership(value: unknown): value is Membership {
  if (typeof value !== 'object' || value === null) return false;
  const { partnershipId, partyId } = value as Partial<Record<keyof Membership, unknown>>;
  return isId(partnershipId) && isId(partyId);
}

function instant(): Instant {
  return new Date().toISOString() as Instant;
}

function unlessMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
}
