import { createHash } from 'node:crypto';
import type { Id } from '#kernel';
import type { Role } from './roles.js';

/** The mode of a file that only its owner reads and writes: a token's. */
export const FOR_ITS_OWNER = 0o600;

/** Where a member acts: for one party in one partnership. */
export type Membership = Readonly<{ partnershipId: Id; partyId: Id }>;

/** Who signed in. The person's id is the hand that the ledger names as recorder: two tokens are two hands. */
export type Principal = Readonly<{
  /** `owner`, or the name of the token; what its requests are counted under. */
  name: string;
  role: Role;
  personId: Id;
  /** What it is bound to; undefined for who may see every partnership. */
  member?: Membership;
}>;

/** What is kept and compared of a token; of one length whatever the length of the token. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
