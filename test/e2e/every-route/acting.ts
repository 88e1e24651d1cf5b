import type { Answered } from '../house-of-one.js';

/** A party with a role in which it acts. */
export type Acting = Readonly<{
  partyId: string;
  roleId: string;
  organizationId: string;
  for: Readonly<{ headers: Record<string, string> }>;
}>;

export const PEOPLE = {
  district: '11111111-1111-4111-8111-111111111111',
  union: '22222222-2222-4222-8222-222222222222',
  college: '33333333-3333-4333-8333-333333333333',
};

/** The id of what an act made, as its receipt says. */
export function made(receipt: Answered, name: string): string {
  const id = receipt.made[name];
  if (id === undefined) throw new Error(`${receipt.stream} made no ${name}: ${JSON.stringify(receipt)}`);
  return id;
}
