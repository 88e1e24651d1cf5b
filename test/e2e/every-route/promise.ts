import type { Walk } from '../walk.js';
import { type Acting, made, PEOPLE } from './acting.js';

export async function aPromise(walk: Walk, id: string, district: Acting, union: Acting, goalId: string): Promise<string> {
  const words = { ...promised(district, union, 'Every new teacher has a mentor.'), goalId, evidenceRequirement: { minimum: 1 } };
  return (await walk.post('makeCommitment', `/partnerships/${id}/commitments`, words, district.for)).id;
}

export async function theCourseOfAPromise(walk: Walk, id: string, district: Acting, union: Acting): Promise<void> {
  const on = `/commitments/${id}`;
  const occurredOn = '2024-11-04';
  const plan = async (title: string) =>
    made(
      await walk.post('planMilestone', `${on}/milestones`, { title, dueOn: '2024-12-01', occurredOn }, district.for),
      'milestoneId',
    );
  const first = `${on}/milestones/${await plan('Mentors trained')}`;
  await walk.post('reachMilestone', `${first}/reached`, { occurredOn: '2024-11-20' }, district.for);
  await walk.post('reopenMilestone', `${first}/reopened`, { reason: 'Two have left.', occurredOn: '2024-11-21' }, district.for);
  const later = { dueOn: '2025-01-15', reason: 'Two more are trained.', occurredOn: '2024-11-22' };
  await walk.post('rescheduleMilestone', `${first}/rescheduled`, later, district.for);
  const second = `${on}/milestones/${await plan('A handbook')}`;
  await walk.post('dropMilestone', `${second}/dropped`, { reason: 'There is one.', occurredOn: '2024-11-22' }, district.for);
  const report = {
    party: district.partyId,
    light: 'on-track',
    percent: 64,
    narrative: 'Nine of fourteen are named.',
    occurredOn,
  };
  await walk.post('reportProgress', `${on}/progress`, report, district.for);
  const asked = { party: union.partyId, asked: 'Do the mentors meet weekly?', occurredOn: '2024-11-18' };
  await walk.post('recordFollowUp', `${on}/follow-ups`, asked, union.for);
  const expected = { party: district.partyId, expectedOn: '2025-02-28', reason: 'Two start late.', occurredOn: '2025-01-22' };
  await walk.post('announceDueDate', `${on}/announcements`, expected, district.for);
  const propose = async (dueOn: string) => {
    const words = { by: district.partyId, dueOn, reason: 'Two start in February.', occurredOn: '2025-01-22' };
    return made(await walk.post('proposeDueDate', `${on}/due-date`, words, district.for), 'proposalId');
  };
  const no = { by: { party: union.partyId }, reason: 'Too late.', occurredOn: '2025-01-23' };
  await walk.post('declineDueDate', `${on}/due-date/${await propose('2025-06-30')}/declination`, no, union.for);
  const yes = { by: { party: union.partyId }, occurredOn: '2025-01-24' };
  await walk.post('agreeDueDate', `${on}/due-date/${await propose('2025-03-14')}/agreement`, yes, union.for);
  const owner = { personId: PEOPLE.district, roleId: district.roleId, party: district.partyId };
  await walk.post('changeOwner', `${on}/owner`, { owner, occurredOn: '2025-01-24' }, district.for);
}

export async function sharesAndEndings(walk: Walk, id: string, district: Acting, union: Acting, college: Acting): Promise<void> {
  const make = async (statement: string, by = district) =>
    (await walk.post('makeCommitment', `/partnerships/${id}/commitments`, promised(by, union, statement), by.for)).id;
  const occurredOn = '2024-10-01';
  const agreed = [district.partyId, union.partyId, college.partyId];
  const both = [{ party: district.partyId }, { party: college.partyId }];
  const words = { ...promised(district, union, 'Schools open their rooms in the evening.'), shares: both };
  const shared = `/commitments/${(await walk.post('makeCommitment', `/partnerships/${id}/commitments`, words, district.for)).id}/shares`;
  await walk.post(
    'keepShareOn',
    `${shared}/${college.partyId}/retention`,
    { reason: 'It stays bound.', occurredOn },
    college.for,
  );
  const letOff = { agreedBy: [union.partyId], reason: 'It has no rooms.', occurredOn: '2024-10-02' };
  await walk.post('releaseShare', `${shared}/${college.partyId}/release`, letOff, union.for);
  const more = `/commitments/${await make('Mentors have a room of their own.')}/shares`;
  await walk.post('addShare', more, { party: college.partyId, agreedBy: agreed, occurredOn }, district.for);
  const passed = `/commitments/${await make('Mentors get a day a month.')}/shares/${district.partyId}/transfer`;
  await walk.post('transferShare', passed, { to: college.partyId, agreedBy: agreed, occurredOn }, district.for);
  const withdrawn = { reason: 'Not needed.', agreedBy: [district.partyId, union.partyId], occurredOn };
  await walk.post('withdrawCommitment', `/commitments/${await make('A newsletter.')}/withdrawal`, withdrawn, district.for);
  const successorId = await make('A survey in May.');
  const superseded = { ...withdrawn, reason: 'Another month.', successorId };
  await walk.post(
    'supersedeCommitment',
    `/commitments/${await make('A survey in March.')}/supersession`,
    superseded,
    district.for,
  );
  const broken = { party: district.partyId, reason: 'No room was found.', occurredOn };
  await walk.post('declareBroken', `/commitments/${await make('A room for mentors.')}/breach`, broken, district.for);
}

function promised(district: Acting, union: Acting, statement: string) {
  return {
    statement,
    shares: [{ party: district.partyId }],
    owedTo: [union.partyId],
    doneWhen: [{ id: 'named', text: 'A mentor is named for each.' }],
    owner: 'without-owner',
    dueBasis: 'stated',
    dueOn: '2025-02-15',
    occurredOn: '2024-09-02',
  };
}
