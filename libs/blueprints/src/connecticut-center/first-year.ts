import type { CivilDate } from '#kernel';
import { appraise, claim, evidence, meeting, move, promise, reject, report, say, verify } from './acts.js';
import {
  administrative,
  alignment,
  book,
  center,
  curriculumDirector,
  dataTeams,
  district,
  fidelity,
  leadership,
  leadPrincipal,
  otherDistricts,
  principals,
  programOfficer,
  superintendent,
} from './people.js';

/** The days a month that center staff were in the district, and which of them the district has confirmed. */
const ON_SITE: readonly Readonly<{ month: string; last: CivilDate; days: number; confirmed: boolean }>[] = [
  { month: '2009-09', last: '2009-09-30', days: 5, confirmed: true },
  { month: '2009-10', last: '2009-10-31', days: 6, confirmed: true },
  { month: '2009-11', last: '2009-11-30', days: 4, confirmed: true },
  { month: '2009-12', last: '2009-12-31', days: 4, confirmed: true },
  { month: '2010-01', last: '2010-01-31', days: 5, confirmed: true },
  { month: '2010-02', last: '2010-02-28', days: 3, confirmed: false },
  { month: '2010-03', last: '2010-03-31', days: 5, confirmed: true },
  { month: '2010-04', last: '2010-04-30', days: 4, confirmed: true },
  { month: '2010-05', last: '2010-05-31', days: 5, confirmed: true },
  { month: '2010-06', last: '2010-06-30', days: 4, confirmed: true },
  { month: '2010-08', last: '2010-08-31', days: 4, confirmed: true },
  { month: '2010-09', last: '2010-09-30', days: 5, confirmed: true },
  { month: '2010-10', last: '2010-10-31', days: 4, confirmed: true },
  { month: '2010-11', last: '2010-11-30', days: 4, confirmed: false },
  { month: '2010-12', last: '2010-12-31', days: 3, confirmed: false },
];

const inDistrict = [center, district, principals];

/** Expectations stated by both sides in the summer of 2009. */
export function statedExpectations(): void {
  meeting(
    'start',
    { on: '2009-08-26', by: programOfficer },
    {
      title: 'Alignment meeting: what we expect of each other',
      bodyId: alignment,
      there: [...inDistrict, ...otherDistricts],
      worked: 'Each side said plainly what it needs from the other.',
      didNot: 'No time was left for the calendar of visits.',
      change: 'Send the calendar a week ahead.',
    },
  );
  promise(
    'on-site',
    { on: '2009-08-26', by: programOfficer },
    {
      statement: 'Center staff spend four to six days a month in the district as advisors, coaches and critical friends.',
      shares: [{ party: center, does: 'four to six days on site' }],
      owedTo: [district],
      dueOn: '2010-12-31',
      goalId: leadership,
      pledgedAt: 'start',
      every: { period: 'month', quantity: { atLeast: 4, atMost: 6, unit: 'days' } },
      owner: programOfficer,
    },
  );
  promise(
    'access',
    { on: '2009-08-26', by: superintendent },
    {
      statement:
        'Center staff get access to all parts of district operations: human resources, finance, professional development, accountability.',
      shares: [{ party: district }],
      owedTo: [center],
      dueOn: '2009-10-30',
      goalId: leadership,
      pledgedAt: 'start',
      doneWhen: ['Named contacts in each department', 'Accounts for the data systems'],
      owner: superintendent,
    },
  );
  promise(
    'quarterly',
    { on: '2009-08-26', by: superintendent },
    {
      statement: 'Meet at least quarterly to align resources and monitor the work.',
      shares: [{ party: center }, { party: district }],
      owedTo: [center, district],
      dueOn: '2010-12-31',
      goalId: leadership,
      pledgedAt: 'start',
      every: { period: 'quarter' },
      owner: superintendent,
    },
  );
  claim('done', { on: '2009-10-22', by: superintendent }, 'access', { fulfilledOn: '2009-10-20' });
  verify('done', { on: '2009-11-04', by: programOfficer }, 'access');
}

/** Days on site, month by month: recorded as they were reported. */
export function daysOnSite(): void {
  for (const { month, last, days, confirmed } of ON_SITE) {
    claim(month, { on: last, by: programOfficer }, 'on-site', { fulfilledOn: last, period: last, quantity: days });
    if (confirmed) verify(month, { on: last, by: superintendent, assertedOn: last }, 'on-site');
  }
  report('snow', { on: '2010-02-26', by: programOfficer }, 'on-site', 'at-risk', 'Two visits were lost to snow days.');
}

/** What was met on and monitored, quarter by quarter. */
export function quarterlyMeetings(): void {
  const quarters: readonly Readonly<{ key: string; on: CivilDate; last: CivilDate; title: string }>[] = [
    { key: '2009-q4', on: '2009-11-18', last: '2009-12-31', title: 'Alignment meeting, autumn' },
    { key: '2010-q1', on: '2010-02-03', last: '2010-03-31', title: 'Alignment meeting: what the data says' },
    { key: '2010-q2', on: '2010-05-12', last: '2010-06-30', title: 'Alignment meeting, spring' },
    { key: '2010-q3', on: '2010-09-15', last: '2010-09-30', title: 'Alignment meeting: the second year' },
    { key: '2010-q4', on: '2010-11-17', last: '2010-12-31', title: 'Alignment meeting, autumn of the second year' },
  ];
  for (const { key, on, last, title } of quarters) {
    meeting(
      key,
      { on, by: programOfficer },
      {
        title,
        bodyId: alignment,
        there: inDistrict,
        worked: 'Resources were compared with the goals, line by line.',
        ...(key === '2010-q1' ? { change: 'Principals join from now on.' } : {}),
      },
    );
    claim(`${key}/center`, { on, by: programOfficer }, 'quarterly', { fulfilledOn: on, period: last });
    claim(`${key}/district`, { on, by: superintendent }, 'quarterly', { fulfilledOn: on, period: last });
    verify(`${key}/center`, { on, by: superintendent }, 'quarterly');
    verify(`${key}/district`, { on, by: programOfficer }, 'quarterly');
  }
  for (const on of ['2010-03-16', '2010-04-20', '2010-05-18', '2010-10-19', '2010-11-16'] as const) {
    meeting(
      `administrative/${on}`,
      { on, by: superintendent },
      {
        title: 'Administrative meeting',
        bodyId: administrative,
        there: [district, principals],
      },
    );
  }
}

/** The data-team case: observations, interviews and surveys find uneven practice. */
export function dataTeamCase(): void {
  promise(
    'find-out',
    { on: '2009-10-14', by: programOfficer },
    {
      statement:
        'Collect data through observations, interviews and surveys on how schools carry out data teams, and bring it to the superintendent.',
      shares: [{ party: center }],
      owedTo: [district],
      dueOn: '2009-12-15',
      goalId: dataTeams,
      doneWhen: ['Every school observed at least once', 'Findings brought to the director of curriculum and the superintendent'],
      evidence: { minimum: 3, methods: ['observation', 'interview', 'survey'] },
      owner: programOfficer,
    },
  );
  report(
    'half',
    { on: '2009-11-18', by: programOfficer },
    'find-out',
    'at-risk',
    'Half of the schools observed; substitutes are short.',
  );
  move(
    'later',
    { on: '2009-12-01', by: programOfficer },
    'find-out',
    '2010-01-29',
    'Substitutes could not be found before the holidays.',
    [{ on: '2009-12-03', by: superintendent }],
  );
  evidence(
    'observations',
    { on: '2010-01-20', by: programOfficer },
    {
      title: 'Notes of 23 observed data team meetings',
      method: 'observation',
      collectedOn: '2010-01-19',
      commitment: 'find-out',
      content: book.file(
        'school,meetings observed,followed the protocol\nA,4,3\nB,5,1\nC,4,2\nD,3,0\nE,4,1\nF,3,1\n',
        'text/csv',
      ),
    },
  );
  evidence(
    'interviews',
    { on: '2010-01-21', by: programOfficer },
    {
      title: 'Interviews with data team leaders',
      method: 'interview',
      collectedOn: '2010-01-15',
      commitment: 'find-out',
      content: {
        kind: 'text',
        text: say('Leaders describe very different purposes: some plan instruction, some fill in forms.'),
      },
    },
  );
  evidence(
    'survey',
    { on: '2010-01-26', by: curriculumDirector },
    {
      title: 'Survey of data team members',
      method: 'survey',
      collectedOn: '2010-01-22',
      commitment: 'find-out',
      content: book.file(
        'statement,agree,disagree\nOur meetings change what I teach next,61,78\nI know the protocol,83,56\n',
        'text/csv',
      ),
    },
  );
  appraise(
    'survey',
    { on: '2010-01-28', by: programOfficer },
    'accepted',
    'moderate',
    'Two thirds answered; schools differ widely.',
  );
  appraise('observations', { on: '2010-01-28', by: superintendent }, 'accepted', 'strong', 'Same form used in every school.');
  appraise(
    'interviews',
    { on: '2010-01-28', by: superintendent },
    'accepted',
    'moderate',
    'Consistent with what principals report.',
  );
  claim('done', { on: '2010-01-28', by: programOfficer }, 'find-out', {
    fulfilledOn: '2010-01-27',
    evidence: ['observations', 'interviews', 'survey'],
  });
  verify('done', { on: '2010-02-03', by: superintendent }, 'find-out');
  book.record(
    'reading/2010-01',
    { on: '2010-01-28', by: programOfficer },
    {
      family: 'indicator',
      id: fidelity,
      command: {
        type: 'RecordReading',
        reading: { value: '34.8' },
        asOf: '2010-01-19',
        n: 23,
        source: 'observations of January 2010',
      },
    },
  );
}

/** Pledges made at the meeting of February 2010, and what became of them by the summer. */
export function pledgesOfFebruary(): void {
  const at = { on: '2010-02-03', by: superintendent } as const;
  promise('revamp', at, {
    statement: 'Revamp professional development to focus on building learning communities.',
    shares: [{ party: district }],
    owedTo: [center, principals],
    dueOn: '2010-04-30',
    goalId: dataTeams,
    pledgedAt: '2010-q1',
    doneWhen: ['A plan for the year adopted', 'First session held with every data team'],
    evidence: { minimum: 1 },
    owner: curriculumDirector,
  });
  promise('purpose', at, {
    statement: 'Turn administrative meetings from business to instructional purposes.',
    shares: [{ party: district }],
    owedTo: [principals],
    dueOn: '2010-03-31',
    goalId: leadership,
    pledgedAt: '2010-q1',
    doneWhen: ['At least half of each agenda is on instruction'],
    evidence: { minimum: 1, methods: ['minutes'] },
    owner: superintendent,
  });
  promise(
    'presence',
    { on: '2010-02-03', by: leadPrincipal },
    {
      statement: 'Principals are present at data team meetings, collect minutes and require commitment pledges for next steps.',
      shares: [{ party: principals }],
      owedTo: [district],
      dueOn: '2010-12-31',
      goalId: dataTeams,
      pledgedAt: '2010-q1',
      every: { period: 'month' },
      owner: leadPrincipal,
    },
  );
  promise('stakeholders', at, {
    statement: 'Establish a stakeholder group of teachers and administrators.',
    shares: [{ party: district }],
    owedTo: [principals, center],
    dueOn: '2010-04-15',
    goalId: leadership,
    pledgedAt: '2010-q1',
    owner: superintendent,
  });
  promise(
    'coaching',
    { on: '2010-02-03', by: programOfficer },
    {
      statement: 'Coach principals in using tools and rubrics to monitor data teams in their buildings.',
      shares: [{ party: center }],
      owedTo: [principals],
      dueOn: '2010-06-18',
      goalId: dataTeams,
      pledgedAt: '2010-q1',
      owner: programOfficer,
    },
  );

  // A first claim that those it is owed to do not accept.
  evidence(
    'agendas',
    { on: '2010-03-29', by: superintendent },
    {
      title: 'Agendas of the administrative meetings of March',
      method: 'minutes',
      collectedOn: '2010-03-16',
      commitment: 'purpose',
      content: { kind: 'text', text: say('16 March: budget, buses, testing calendar, one hour on data teams.') },
    },
  );
  claim('first', { on: '2010-03-30', by: superintendent }, 'purpose', { fulfilledOn: '2010-03-29', evidence: ['agendas'] });
  appraise('agendas', { on: '2010-04-07', by: leadPrincipal }, 'accepted', 'moderate', 'The agendas are what was sent.');
  reject('first', { on: '2010-04-07', by: leadPrincipal }, 'purpose', 'Business still took two thirds of the time.');
  evidence(
    'minutes-may',
    { on: '2010-05-20', by: superintendent },
    {
      title: 'Minutes of the administrative meeting of May',
      method: 'minutes',
      collectedOn: '2010-05-18',
      commitment: 'purpose',
      content: { kind: 'text', text: say('18 May: two hours on what good data team talk sounds like; business by memo.') },
    },
  );
  claim('second', { on: '2010-05-20', by: superintendent }, 'purpose', { fulfilledOn: '2010-05-18', evidence: ['minutes-may'] });
  verify('second', { on: '2010-05-26', by: leadPrincipal }, 'purpose');

  claim('done', { on: '2010-04-14', by: superintendent }, 'stakeholders', { fulfilledOn: '2010-04-12' });
  verify('done', { on: '2010-04-15', by: leadPrincipal }, 'stakeholders');

  // A date that is moved after it had passed: the old date stands, the promise is late.
  report('behind', { on: '2010-04-20', by: curriculumDirector }, 'revamp', 'off-track', 'The plan waits for the budget vote.');
  move('after', { on: '2010-05-05', by: curriculumDirector }, 'revamp', '2010-06-18', 'The budget vote came late.', [
    { on: '2010-05-06', by: programOfficer },
    { on: '2010-05-10', by: leadPrincipal },
  ]);
  evidence(
    'plan',
    { on: '2010-06-11', by: curriculumDirector },
    {
      title: 'Plan of professional development, adopted',
      method: 'document',
      collectedOn: '2010-06-10',
      commitment: 'revamp',
      content: { kind: 'link', url: 'https://district.example/plan-of-professional-development' },
    },
  );
  claim('done', { on: '2010-06-11', by: curriculumDirector }, 'revamp', { fulfilledOn: '2010-06-10', evidence: ['plan'] });
  verify('done', { on: '2010-06-15', by: programOfficer }, 'revamp');

  claim('partly', { on: '2010-06-16', by: programOfficer }, 'coaching', { fulfilledOn: '2010-06-15' });
  verify('partly', { on: '2010-06-21', by: leadPrincipal }, 'coaching', 'partially-met', 'Five of six principals were coached.');

  for (const last of ['2010-03-31', '2010-04-30', '2010-05-31', '2010-09-30', '2010-10-31'] as const) {
    claim(last, { on: last, by: leadPrincipal }, 'presence', { fulfilledOn: last, period: last });
    verify(last, { on: last, by: superintendent }, 'presence');
  }
}
