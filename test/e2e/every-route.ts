import { derivedId } from '#kernel';
import type { Answered } from './house-of-one.js';
import type { Walk } from './walk.js';

/** A party with a role in which it acts. */
type Acting = Readonly<{
  partyId: string;
  roleId: string;
  organizationId: string;
  for: Readonly<{ headers: Record<string, string> }>;
}>;

/** The namespace of the ids of sources. */
const SOURCES = '3a1f8f0e-0c55-5b0e-9a39-6f8de2a4c7d1';

const PEOPLE = {
  district: '11111111-1111-4111-8111-111111111111',
  union: '22222222-2222-4222-8222-222222222222',
  college: '33333333-3333-4333-8333-333333333333',
};

/** Asks every route for something that it does, in an order in which each can do it. */
export async function alongEveryRoute(walk: Walk): Promise<void> {
  await organizationsAndPeople(walk);
  const { id, district, union, college, goalId } = await aPartnership(walk);
  const commitmentId = await aPromise(walk, id, district, union, goalId);
  await theCourseOfAPromise(walk, commitmentId, district, union);
  await sharesAndEndings(walk, id, district, union, college);
  await evidenceAndClaims(walk, id, commitmentId, district, union);
  await indicatorsAndMeetings(walk, id, goalId, district);
  await wordsOnRecords(walk, id, commitmentId, district, union);
  await whatComesToAnEnd(walk, id, college);
  await readings(walk, id, commitmentId, district);
  await service(walk);
}

async function organizationsAndPeople(walk: Walk): Promise<void> {
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

async function aPartnership(walk: Walk) {
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

async function aPromise(walk: Walk, id: string, district: Acting, union: Acting, goalId: string): Promise<string> {
  const words = { ...promised(district, union, 'Every new teacher has a mentor.'), goalId, evidenceRequirement: { minimum: 1 } };
  return (await walk.post('makeCommitment', `/partnerships/${id}/commitments`, words, district.for)).id;
}

async function theCourseOfAPromise(walk: Walk, id: string, district: Acting, union: Acting): Promise<void> {
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

async function sharesAndEndings(walk: Walk, id: string, district: Acting, union: Acting, college: Acting): Promise<void> {
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

async function evidenceAndClaims(walk: Walk, id: string, commitmentId: string, district: Acting, union: Acting): Promise<void> {
  const about = { method: 'minutes', collectedOn: '2025-02-12', party: district.partyId, occurredOn: '2025-02-12' };
  const file = { content: 'A mentor is named for each of 14 new teachers.\n', name: 'minutes.txt', type: 'text/plain' };
  const fields = { ...about, title: 'Minutes of the mentoring group' };
  const submit = (title: string) =>
    walk.post('submitEvidence', `/partnerships/${id}/evidence`, { ...about, title, text: 'A mentor was named.' }, district.for);
  const evidence = await walk.post('submitEvidence', `/partnerships/${id}/evidence`, undefined, {
    ...district.for,
    form: { fields, file },
  });
  const item = `/evidence/${evidence.id}`;
  await walk.get('downloadEvidence', `${item}/content`);
  await walk.post(
    'reviseEvidence',
    `${item}/revisions`,
    { link: 'https://district.example/minutes', occurredOn: '2025-02-13' },
    district.for,
  );
  const verdict = { revision: 1, by: union.partyId, verdict: 'accepted', strength: 'strong', occurredOn: '2025-02-13' };
  await walk.post('appraiseEvidence', `${item}/appraisals`, verdict, union.for);
  const second = await submit('A page from a diary');
  await walk.post(
    'retractEvidence',
    `/evidence/${second.id}/retraction`,
    { reason: 'It was of another year.', occurredOn: '2025-02-13' },
    district.for,
  );
  const third = await submit('A teacher says');
  await walk.post(
    'eraseEvidenceContent',
    `/evidence/${third.id}/erasure`,
    { revision: 1, legalGround: 'Consent withdrawn', occurredOn: '2025-02-13' },
    district.for,
  );
  const on = `/commitments/${commitmentId}`;
  const link = async () => {
    const words = {
      evidenceId: evidence.id,
      to: { kind: 'criterion', criterionId: 'named' },
      by: district.partyId,
      occurredOn: '2025-02-12',
    };
    return made(await walk.post('linkEvidence', `${on}/evidence`, words, district.for), 'linkId');
  };
  await walk.post(
    'unlinkEvidence',
    `${on}/evidence/${await link()}/removal`,
    { reason: 'It belongs elsewhere.', occurredOn: '2025-02-12' },
    district.for,
  );
  await link();
  const claim = async (occurredOn: string) => {
    const words = {
      party: district.partyId,
      fulfilledOn: '2025-02-12',
      evidence: [{ evidenceId: evidence.id, revision: 1 }],
      occurredOn,
    };
    return made(await walk.post('recordClaim', `${on}/claims`, words, district.for), 'claimId');
  };
  const withdrawn = { reason: 'One was still without.', occurredOn: '2025-02-13' };
  await walk.post('withdrawClaim', `${on}/claims/${await claim('2025-02-13')}/withdrawal`, withdrawn, district.for);
  const met = {
    by: union.partyId,
    verdict: 'met',
    criteria: [{ criterionId: 'named', verdict: 'met' }],
    occurredOn: '2025-02-15',
  };
  await walk.post('recordVerdict', `${on}/claims/${await claim('2025-02-14')}/verdict`, met, union.for);
  await walk.get('listEvidence', `/partnerships/${id}/evidence?on=2025-03-31`);
  await walk.get('getEvidence', `${item}?on=2025-03-31`);
}

async function indicatorsAndMeetings(walk: Walk, id: string, goalId: string, district: Acting): Promise<void> {
  const occurredOn = '2024-09-10';
  const defined = {
    name: 'New teachers who stay',
    goalId,
    unit: 'percent',
    direction: 'up',
    baseline: { value: '71.5', asOf: '2024-06-30' },
    target: { value: '85', by: '2026-06-30' },
    occurredOn,
  };
  const indicator = await walk.post('defineIndicator', `/partnerships/${id}/indicators`, defined);
  const on = `/indicators/${indicator.id}`;
  const reading = { reading: { value: '74.0' }, asOf: '2025-01-31', n: 14, source: 'Payroll', occurredOn: '2025-02-03' };
  await walk.post('recordReading', `${on}/readings`, reading, district.for);
  await walk.post('reviseTarget', `${on}/target`, {
    target: { value: '80', by: '2026-06-30' },
    reason: 'Two schools closed.',
    occurredOn: '2025-02-03',
  });
  await walk.post('redefineIndicator', `${on}/redefinition`, {
    ...defined,
    unit: 'percent of two years',
    reason: 'One year says little.',
    occurredOn: '2025-03-01',
  });
  await walk.get('getIndicator', `${on}?on=2025-03-31`);
  await walk.get('listIndicators', `/partnerships/${id}/indicators?on=2025-03-31`);
  await walk.post('retireIndicator', `${on}/retirement`, { reason: 'Another takes its place.', occurredOn: '2025-06-30' });
  const schedule = (title: string) =>
    walk.post('scheduleMeeting', `/partnerships/${id}/meetings`, {
      kind: 'meeting',
      title,
      on: '2024-10-15',
      occurredOn: '2024-10-01',
    });
  const held = await schedule('Steering group, October');
  const reflection = { worked: 'Two schools told how they do it.', change: 'Less to read beforehand.' };
  await walk.post('holdMeeting', `/meetings/${held.id}/held`, {
    attendance: [{ party: district.partyId, roles: [district.roleId] }],
    guests: 2,
    reflection,
    occurredOn: '2024-10-15',
  });
  const cancelled = await schedule('Visit to a school');
  await walk.post('cancelMeeting', `/meetings/${cancelled.id}/cancellation`, { reason: 'Snow', occurredOn: '2024-10-14' });
  await walk.get('listMeetings', `/partnerships/${id}/meetings?on=2025-03-31`);
  await walk.get('getMeeting', `/meetings/${held.id}?on=2025-03-31`);
}

/** The union's own person says of what another hand recorded for the union: so it was, and so it was not. */
async function wordsOnRecords(walk: Walk, id: string, commitmentId: string, district: Acting, union: Acting): Promise<void> {
  const member = { partnershipId: id, partyId: union.partyId };
  const token = await walk.post('makeToken', '/tokens', {
    name: 'union-lead',
    role: 'member',
    personId: PEOPLE.union,
    member,
    expiresOn: '2099-12-31',
  });
  const signedIn = { headers: { Authorization: `Bearer ${(token as unknown as Readonly<{ token: string }>).token}` } };
  const stream = await walk.house.ledger.store.readStream(`commitment-${commitmentId}`);
  const eventOf = (type: string) => stream.find((event) => event.type === type)?.id ?? '';
  const on = `/commitments/${commitmentId}`;
  const party = { party: union.partyId, occurredOn: '2025-02-16' };
  await walk.post('confirmRecord', `${on}/records/${eventOf('FulfilmentVerified')}/confirmation`, party, signedIn);
  await walk.post(
    'contestRecord',
    `${on}/records/${eventOf('FollowedUp')}/contestation`,
    { ...party, reason: 'Nobody of us asked.' },
    signedIn,
  );
  const data = { of: { kind: 'whole' }, party: district.partyId, light: 'at-risk', percent: 50 };
  const corrected = {
    corrects: eventOf('ProgressReported'),
    replacement: { data, occurredOn: '2024-11-04' },
    reason: 'The list was counted twice.',
    occurredOn: '2025-02-16',
  };
  await walk.post('correctFact', `${on}/corrections`, corrected, district.for);
  await walk.get('listTokens', '/tokens');
  await walk.post('makeToken', '/tokens', { name: 'left-behind', role: 'viewer' });
  await walk.post('revokeToken', '/tokens/left-behind/revocation', undefined);
}

async function whatComesToAnEnd(walk: Walk, id: string, college: Acting): Promise<void> {
  const calendar = { fiscalYearStart: '07-01', timeZone: 'America/New_York' };
  const formed = { name: 'Valley pilot', purpose: 'To try it out.', calendar, parent: id, occurredOn: '2024-07-01' };
  const pilot = await walk.post('formPartnership', '/partnerships', formed);
  const joined = { organizationId: college.organizationId, occurredOn: '2024-07-01' };
  const party = await walk.post('joinParty', `/partnerships/${pilot.id}/parties`, joined);
  const left = { reason: 'The pilot is over.', occurredOn: '2025-06-30' };
  await walk.post('letPartyLeave', `/partnerships/${pilot.id}/parties/${made(party, 'partyId')}/departure`, left);
  await walk.post('endPartnership', `/partnerships/${pilot.id}/end`, left);
}

async function readings(walk: Walk, id: string, commitmentId: string, district: Acting): Promise<void> {
  const on = `/partnerships/${id}`;
  await walk.get('listOrganizations', '/organizations?q=district');
  await walk.get('getOrganization', `/organizations/${district.organizationId}`);
  await walk.get('listOrganizationCommitments', `/organizations/${district.organizationId}/commitments?on=2025-03-31`);
  await walk.get('listPartnerships', '/partnerships');
  await walk.get('getPartnership', `${on}?on=2025-03-31`);
  await walk.get('listParties', `${on}/parties?on=2025-03-31`);
  await walk.get('listRoles', `${on}/roles?on=2025-03-31`);
  await walk.get('listBodies', `${on}/bodies?on=2025-03-31`);
  await walk.get('listGoals', `${on}/goals?on=2025-03-31`);
  await walk.get('listCommitments', `${on}/commitments?on=2025-03-31&limit=2`);
  await walk.get('getCommitment', `/commitments/${commitmentId}?on=2025-03-31`);
  await walk.get('getCommitmentHistory', `/commitments/${commitmentId}/history`);
  await walk.get('getAnomalies', `${on}/anomalies?on=2025-03-31`);
  await walk.get('getScorecard', `${on}/scorecard?quarter=FY2025-Q3`);
  await walk.get('getTimeline', `${on}/timeline?axis=occurred&from=2025-02-14&to=2025-02-16`);
  await walk.get('getPartnershipState', `${on}/state?on=2025-03-31`);
  await walk.get('getDifference', `${on}/difference?axis=occurred&from=2025-02-01&to=2025-02-28`);
  await walk.get('getFollowThrough', `${on}/follow-through?from=FY2025-Q3&to=FY2025-Q3`);
  await walk.get('search', '/search?q=mentor');
  await walk.get('listEvents', '/events?limit=3');
}

async function service(walk: Walk): Promise<void> {
  const row = 'valley,Valley,Reading,07-01,America/New_York,2024-08-01';
  const table = {
    content: `key,name,purpose,fiscal_year_start,time_zone,formed_on\n${row}\n`,
    name: 'partnership.csv',
    type: 'text/csv',
  };
  // The name of the records says which partnership they are of.
  const id = derivedId(derivedId(SOURCES, 'valley'), 'partnership partnership');
  const path = `/partnerships/${id}/imports`;
  const standing = await walk.post('importTables', `${path}?dryRun=true`, undefined, { form: { fields: {}, file: table } });
  await walk.get('showImport', `${path}/${standing.id}`);
  await walk.get('live', '/health/live');
  await walk.get('ready', '/health/ready');
  await walk.get('readMetrics', '/metrics');
}

/** The id of what an act made, as its receipt says. */
function made(receipt: Answered, name: string): string {
  const id = receipt.made[name];
  if (id === undefined) throw new Error(`${receipt.stream} made no ${name}: ${JSON.stringify(receipt)}`);
  return id;
}
