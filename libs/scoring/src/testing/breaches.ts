import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { breaches } from '#scoring';
import { type History, history } from './history.js';

/** What is told beside four parties that joined, and the anomalies that are listed then: `R16 making: why`. */
export type BreachCase = readonly [name: string, tell: (h: History) => void, listed: readonly string[]];

/** Registers a test of each case: exactly these anomalies are listed. */
export function lists(about: string, cases: readonly BreachCase[]): void {
  describe(about, () => {
    it.each(cases)('%s', (_name, tell, listed) => {
      const told = history();
      tell(told);
      expect(breaches(told.events()).map(({ rule, eventId, why }) => `${rule} ${eventId}: ${why}`)).toEqual(listed);
    });
  });
}

export const reason = { text: 'text', sha256: '0' };

/** A due date that none of these cases comes to. */
export const far = { due: '2026-06-30' } as const;

/** The owner that a party's person is in its role. */
export const leadOf = (party: string) => ({ party, personId: `person-${party}`, roleId: `role-${party}` });

export const leaves = (h: History, partyId: string, on: CivilDate = '2024-10-01') =>
  h.partnership({ type: 'PartyLeft', data: { partyId } }, { on, id: `${partyId} leaves` });

export const roleEnds = (h: History, party: string, on: CivilDate = '2024-10-01') =>
  h.partnership({ type: 'RoleEnded', data: { roleId: `role-${party}` } }, { on, id: 'role ends' });

export const ends = (h: History, on: CivilDate = '2024-10-01') =>
  h.partnership({ type: 'PartnershipEnded', data: { reason } }, { on, id: 'end' });

export const setBody = (h: History, bodyId: string) =>
  h.partnership({ type: 'BodyEstablished', data: { bodyId, name: bodyId } }, '2024-01-01');
