import type { Walk } from '../walk.js';
import { type Acting, made, PEOPLE } from './acting.js';

export async function organizationsAndPeople(walk: Walk): Promise<void> {
  const register = (name: string) =>
    walk.post('registerOrganization', '/organizations', { name, kind: 'school', occurredOn: '2024-07-01' });
  const school = await register('Hill school');
  const on = `/organizations/${school.id}`;
  await walk.post('addAlias', `${on}/aliases`, { alias: 'The school on the hill', occurredOn: '2024-07-01' });
  await walk.post('renameOrganization', `${on}/names`, { name: 'Hillside school', occurredOn: '2024-08-01' });
  await walk.post('recordSize', `${on}/sizes`, { count: 412, unit: 'pupils', asOf: '2024-10-01', occurredOn: '2024-10-01' });
  const other = await register('Valley school');
  await walk.post('mergeOrganization', `/organizations/${other.id}/merger`, { into: school.id, occurredOn: '2025-01-01' });
  await walk.post('closeOrganization', `${on}/closure`, { occurredOn: '2025-06-30' });
  await walk.post('enterPerson', '/people', { personId: PEOPLE.district, name: 'Ada Ames', email: 'ada@district.example' });
  await walk.post('renamePerson', `/people/${PEOPLE.district}/names`, { name: 'Ada Brook' });
  await walk.post('enterPerson', '/people', { personId: PEOPLE.college, name: 'Cem Dahl' });
  await walk.post('erasePerson', `/people/${PEOPLE.college}/erasure`, { legalGround: 'Request of the person' });
  await walk.get('listPeople', '/people');
  await walk.get('getPerson', `/people/${PEOPLE.district}`);
}

export async function aPartnership(walk: Walk) {
  const occurredOn = '2024-07-01';
  const calendar = { fiscalYearStart: '07-01', timeZone: 'America/New_York' };
  const formed = { name: 'Northfield joint team', purpose: 'Every class has a trained mentor.', calendar, occurredOn };
  const { id } = await walk.post('formPartnership', '/partnerships', formed);
  const on = `/partnerships/${id}`;
  const joined = async (name: string, kind: string, personId: string): Promise<Acting> => {
    const organization = await walk.post('registerOrganization', '/organizations', { name, kind, occurredOn });
    const party = await walk.post('joinParty', `${on}/parties`, { organizationId: organization.id, occurredOn });
    const partyId = made(party, 'partyId');
    const role = await walk.post('assignRole', `${on}/roles`, { personId, partyId, title: 'Lead', occurredOn });
    const roleId = made(role, 'roleId');
    return { partyId, roleId, organizationId: organization.id, for: { headers: { 'On-Behalf-Of': `${partyId}/${roleId}` } } };
  };
  const district = await joined('Northfield district', 'district', PEOPLE.district);
  const union = await joined('Northfield teachers', 'union', PEOPLE.union);
  const college = await joined('Northfield college', 'college', PEOPLE.college);
  await walk.post('reviseTheoryOfAction', `${on}/theory-of-action`, { theoryOfAction: 'Mentors keep new teachers.', occurredOn });
  await walk.post('changeReviewCalendar', `${on}/review-calendar`, { fiscalYearStart: '01-01', from: '2027-01-01', occurredOn });
  const second = { personId: PEOPLE.district, partyId: district.partyId, title: 'Second', occurredOn };
  const role = await walk.post('assignRole', `${on}/roles`, second);
  await walk.post('endRole', `${on}/roles/${made(role, 'roleId')}/end`, {
    reason: 'Another takes it on.',
    occurredOn: '2024-08-01',
  });
  const body = await walk.post('establishBody', `${on}/bodies`, { name: 'Steering group', cadence: 'month', occurredOn });
  await walk.post('establishBody', `${on}/bodies`, { name: 'Joint council', cadence: 'quarter', occurredOn });
  await walk.post('dissolveBody', `${on}/bodies/${made(body, 'bodyId')}/dissolution`, { occurredOn: '2024-12-01' });
  const goal = await walk.post('setGoal', `${on}/goals`, { title: 'New teachers stay', occurredOn });
  const given = await walk.post('setGoal', `${on}/goals`, { title: 'Smaller classes', occurredOn });
  await walk.post('retireGoal', `${on}/goals/${made(given, 'goalId')}/retirement`, {
    reason: 'No funds.',
    occurredOn: '2024-09-01',
  });
  const days = {
    partyId: district.partyId,
    kind: 'staff-days',
    amount: '12.5',
    towards: 'Training of mentors',
    occurredOn: '2024-10-01',
  };
  await walk.post('recordContribution', `${on}/contributions`, days, district.for);
  await walk.post('noteContext', `${on}/context`, {
    kind: 'leadership',
    title: 'A new superintendent',
    occurredOn: '2024-10-01',
  });
  await walk.post('pausePartnership', `${on}/pause`, { reason: 'Strike', occurredOn: '2025-01-10' });
  await walk.post('resumePartnership', `${on}/resumption`, { reason: 'The strike is over', occurredOn: '2025-01-20' });
  return { id, district, union, college, goalId: made(goal, 'goalId') };
}

export async function whatComesToAnEnd(walk: Walk, id: string, college: Acting): Promise<void> {
  const calendar = { fiscalYearStart: '07-01', timeZone: 'America/New_York' };
  const formed = { name: 'Valley pilot', purpose: 'To try it out.', calendar, parent: id, occurredOn: '2024-07-01' };
  const pilot = await walk.post('formPartnership', '/partnerships', formed);
  const joined = { organizationId: college.organizationId, occurredOn: '2024-07-01' };
  const party = await walk.post('joinParty', `/partnerships/${pilot.id}/parties`, joined);
  const left = { reason: 'The pilot is over.', occurredOn: '2025-06-30' };
  await walk.post('letPartyLeave', `/partnerships/${pilot.id}/parties/${made(party, 'partyId')}/departure`, left);
  await walk.post('endPartnership', `/partnerships/${pilot.id}/end`, left);
}
