import { newId } from '#kernel';
import type { HouseOfOne } from './house-of-one.js';

/** A party with somebody who acts for it, and the header that says so. */
export type PartyAtWork = Readonly<{
  partyId: string;
  roleId: string;
  personId: string;
  behalf: Readonly<Record<string, string>>;
}>;

export type PartnershipOfTwo = Readonly<{ id: string; district: PartyAtWork; union: PartyAtWork }>;

/** The calendar of the two: fiscal years from July, New York. */
export const CALENDAR = { fiscalYearStart: '07-01', timeZone: 'America/New_York' };

/** A district and its teachers' union form a partnership on 2024-07-01, each with one person in a role. */
export async function formPartnershipOfTwo(house: HouseOfOne): Promise<PartnershipOfTwo> {
  const occurredOn = '2024-07-01';
  const { id } = await house.recorded('/partnerships', {
    name: 'Northfield joint team',
    purpose: 'Every class has a trained mentor.',
    calendar: CALENDAR,
    occurredOn,
  });
  const join = async (name: string, kind: string): Promise<PartyAtWork> => {
    const organization = await house.recorded('/organizations', { name, kind, occurredOn });
    const joined = await house.recorded(`/partnerships/${id}/parties`, { organizationId: organization.id, occurredOn });
    const partyId = await house.madeBy(joined, 'partyId');
    const personId = newId();
    const assigned = await house.recorded(`/partnerships/${id}/roles`, { personId, partyId, title: 'Lead', occurredOn });
    const roleId = await house.madeBy(assigned, 'roleId');
    return { partyId, roleId, personId, behalf: { 'On-Behalf-Of': `${partyId}/${roleId}` } };
  };
  return { id, district: await join('Northfield district', 'district'), union: await join('Northfield teachers', 'union') };
}

/** A commitment of the district to the union: made on 2024-09-02, due on 2025-02-15. */
export function mentorsPromised({ district, union }: PartnershipOfTwo): Record<string, unknown> {
  return {
    statement: 'Every new teacher has a mentor.',
    shares: [{ party: district.partyId }],
    owedTo: [union.partyId],
    doneWhen: [{ id: 'named', text: 'A mentor is named for each.' }],
    evidenceRequirement: { minimum: 1 },
    owner: 'without-owner',
    dueBasis: 'stated',
    dueOn: '2025-02-15',
    occurredOn: '2024-09-02',
  };
}

/** A thing of each kind that an address can name, of one partnership: ids by the first word of the address. */
export type OneOfEach = Readonly<Record<'partnerships' | 'commitments' | 'evidence' | 'indicators' | 'meetings', string>>;

/** Makes one of each thing in a partnership. */
export async function oneOfEach(house: HouseOfOne, two: PartnershipOfTwo): Promise<OneOfEach> {
  const { district } = two;
  const make = async (things: string, body: object) =>
    (await house.recorded(`/partnerships/${two.id}/${things}`, body, district.behalf)).id;
  const on = { party: district.partyId, occurredOn: '2024-10-01' };
  const goal = await house.recorded(`/partnerships/${two.id}/goals`, { title: 'New teachers stay.', occurredOn: '2024-07-01' });
  const goalId = await house.madeBy(goal, 'goalId');
  const testimony = { ...on, title: 'A mentor says', method: 'testimony', collectedOn: '2024-10-01', text: 'We meet.' };
  return {
    partnerships: two.id,
    commitments: await make('commitments', mentorsPromised(two)),
    evidence: await make('evidence', testimony),
    indicators: await make('indicators', { name: 'Stay', goalId, unit: 'percent', direction: 'up', occurredOn: '2024-10-01' }),
    meetings: await make('meetings', { kind: 'meeting', title: 'October', on: '2024-10-15', occurredOn: '2024-10-01' }),
  };
}
