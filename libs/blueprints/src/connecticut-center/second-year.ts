import { act, appraise, claim, commitmentId, evidence, meeting, move, promise, reject, say, verify } from './acts.js';
import {
  book,
  center,
  curriculumDirector,
  dataTeams,
  district,
  facilitator,
  fidelity,
  inRole,
  leadership,
  leadPrincipal,
  otherDistricts,
  otherSuperintendents,
  partnershipId,
  principals,
  programOfficer,
  stakeholderChair,
  stakeholders,
  superintendent,
} from './people.js';

/** The director of curriculum leaves in the summer of 2010; a successor takes over what is open. */
export function handOver(): void {
  // In time for the hand-over, so that nothing is ever without an owner.
  const successor = inRole('curriculum-director-2', district, 'Director of curriculum', '2010-08-16', curriculumDirector);
  promise(
    'common-planning',
    { on: '2010-06-16', by: superintendent },
    {
      statement: 'Free two hours of common planning time a week for each data team.',
      shares: [{ party: district }],
      owedTo: [stakeholders, principals],
      dueOn: '2010-11-01',
      goalId: dataTeams,
      doneWhen: ['The timetable of every school shows the two hours'],
      owner: curriculumDirector,
    },
  );
  act('handed-over', { on: '2010-08-16', by: superintendent }, 'common-planning', {
    type: 'ChangeOwner',
    owner: { personId: successor.personId, roleId: successor.roleId ?? '', party: district },
    reason: say('The director of curriculum has left the district.'),
  });
  book.record(
    'role/curriculum-director/ended',
    { on: '2010-08-20', by: facilitator },
    {
      family: 'partnership',
      id: partnershipId,
      command: { type: 'EndRole', roleId: curriculumDirector.roleId ?? '' },
    },
  );
}

/** What was pledged in September 2010 and before, and how the second autumn went. */
export function secondAutumn(): void {
  const at = { on: '2010-09-15', by: superintendent } as const;
  promise(
    'resources',
    { on: '2010-09-15', by: leadPrincipal },
    {
      statement: 'Give teachers the resources to design lessons based on data.',
      shares: [{ party: principals }],
      owedTo: [stakeholders],
      dueOn: '2010-11-19',
      goalId: dataTeams,
      pledgedAt: '2010-q3',
      evidence: { minimum: 1 },
      owner: leadPrincipal,
    },
  );
  promise(
    'second-look',
    { on: '2010-09-15', by: programOfficer },
    {
      statement: 'Observe and survey the data teams a second time and compare with January.',
      shares: [
        { party: center, does: 'observations' },
        { party: district, does: 'survey' },
      ],
      owedTo: [principals, stakeholders],
      dueOn: '2010-12-17',
      goalId: dataTeams,
      pledgedAt: '2010-q3',
      evidence: { minimum: 2, methods: ['observation', 'survey'] },
      owner: programOfficer,
    },
  );
  promise('rubric', at, {
    statement: 'Adopt one rubric for data team meetings in all schools.',
    shares: [{ party: district }],
    owedTo: [principals, center],
    dueOn: '2010-10-15',
    goalId: dataTeams,
    pledgedAt: '2010-q3',
    owner: superintendent,
  });
  promise('board', at, {
    statement: "Build the board of education's understanding of the partnership.",
    shares: [{ party: district }, { party: center }],
    owedTo: [stakeholders],
    goalId: leadership,
    pledgedAt: '2010-q3',
    owner: superintendent,
  });
  promise(
    'walkthroughs',
    { on: '2010-09-15', by: leadPrincipal },
    {
      statement: 'Walk through classrooms together once and write down what was seen.',
      shares: [{ party: principals }, { party: center }],
      owedTo: [district],
      dueOn: '2010-12-10',
      goalId: leadership,
      pledgedAt: '2010-q3',
      owner: leadPrincipal,
    },
  );

  evidence(
    'lesson-kits',
    { on: '2010-11-15', by: leadPrincipal },
    {
      title: 'Samples of lessons designed from data, two a school',
      method: 'student-work',
      collectedOn: '2010-11-12',
      commitment: 'resources',
      content: { kind: 'text', text: say('Twelve lessons, each with the data it answers.') },
    },
  );
  evidence(
    'teachers-say',
    { on: '2010-11-18', by: stakeholderChair },
    {
      title: 'What teachers in the stakeholder group report',
      method: 'testimony',
      collectedOn: '2010-11-17',
      commitment: 'resources',
      content: { kind: 'text', text: say('The kits reached every grade; science asks for more.') },
    },
  );
  appraise('lesson-kits', { on: '2010-11-22', by: stakeholderChair }, 'accepted', 'strong', 'Every sample names its data.');
  claim('done', { on: '2010-11-18', by: leadPrincipal }, 'resources', {
    fulfilledOn: '2010-11-17',
    evidence: ['lesson-kits', 'teachers-say'],
  });
  verify('done', { on: '2010-11-24', by: stakeholderChair }, 'resources');

  move('earlier', { on: '2010-10-04', by: superintendent }, 'rubric', '2010-11-12', 'Teachers asked to try two rubrics first.', [
    { on: '2010-10-06', by: leadPrincipal },
    { on: '2010-10-07', by: programOfficer },
  ]);
  claim('first', { on: '2010-11-11', by: superintendent }, 'rubric', { fulfilledOn: '2010-11-10' });
  reject('first', { on: '2010-11-16', by: leadPrincipal }, 'rubric', 'Two of six schools still use their own rubric.');
  claim('done', { on: '2010-11-30', by: superintendent }, 'rubric', { fulfilledOn: '2010-11-23' });
  verify('done', { on: '2010-12-02', by: leadPrincipal }, 'rubric');

  book.record(
    'context/freeze',
    { on: '2010-10-12', by: facilitator },
    {
      family: 'partnership',
      id: partnershipId,
      command: { type: 'NoteContext', kind: 'funding', title: 'The city freezes the school budget for the rest of the year.' },
    },
  );
  act('broken', { on: '2010-10-20', by: superintendent }, 'common-planning', {
    type: 'DeclareBroken',
    party: district,
    reason: say('With the budget frozen no cover can be paid.'),
  });

  claim('observed', { on: '2010-12-15', by: programOfficer }, 'second-look', { fulfilledOn: '2010-12-14' });
  evidence(
    'observations-2',
    { on: '2010-12-15', by: programOfficer },
    {
      title: 'Notes of 21 observed data team meetings, second round',
      method: 'observation',
      collectedOn: '2010-12-14',
      commitment: 'second-look',
      content: book.file(
        'school,meetings observed,followed the protocol\nA,4,4\nB,4,2\nC,3,3\nD,3,1\nE,4,2\nF,3,1\n',
        'text/csv',
      ),
    },
  );
  act('announced', { on: '2010-12-13', by: superintendent }, 'second-look', {
    type: 'AnnounceDueDate',
    party: district,
    expectedOn: '2011-01-28',
    reason: say('The survey goes out with the January payroll.'),
  });
  verify('observed', { on: '2010-12-20', by: leadPrincipal }, 'second-look');
  book.record(
    'reading/2010-12',
    { on: '2010-12-15', by: programOfficer },
    {
      family: 'indicator',
      id: fidelity,
      command: {
        type: 'RecordReading',
        reading: { value: '61.9' },
        asOf: '2010-12-14',
        n: 21,
        source: 'observations of December 2010',
      },
    },
  );
  book.record(
    'reading/2010-12/d',
    { on: '2010-12-15', by: programOfficer },
    {
      family: 'indicator',
      id: fidelity,
      command: {
        type: 'RecordReading',
        reading: { absent: 'suppressed' },
        asOf: '2010-12-14',
        for: { dimension: 'school D' },
        n: 3,
        source: 'observations of December 2010',
      },
    },
  );

  // Recorded by the program officer on behalf of the principals: it stands as theirs once they confirm it.
  claim('seen', { on: '2010-12-09', by: leadPrincipal, recordedBy: programOfficer }, 'walkthroughs', {
    fulfilledOn: '2010-12-08',
  });
  claim('seen-too', { on: '2010-12-09', by: programOfficer }, 'walkthroughs', { fulfilledOn: '2010-12-08' });
  act('seen/confirmed', { on: '2010-12-16', by: leadPrincipal }, 'walkthroughs', {
    type: 'ConfirmRecord',
    eventId: book.event('walkthroughs/seen', 'commitment', commitmentId('walkthroughs')),
    party: principals,
  });
  verify('seen', { on: '2010-12-17', by: superintendent }, 'walkthroughs');
  verify('seen-too', { on: '2010-12-17', by: superintendent }, 'walkthroughs');
}

/** The network institute: four cases are needed, five districts are left. */
export function institute(): void {
  meeting(
    'institute',
    { on: '2010-12-01', by: programOfficer },
    {
      title: 'Network institute',
      kind: 'institute',
      there: [center, district, ...otherDistricts.filter((_, index) => index !== 1)],
      worked: 'Cases with student work started the best talk.',
      didNot: 'Too many slides.',
    },
  );
  const bringing = [superintendent, otherSuperintendents[0], otherSuperintendents[2]].filter((person) => person !== undefined);
  for (const [index, person] of bringing.entries()) {
    claim(`case-${index}`, { on: '2010-12-01', by: person }, 'case-of-practice', { fulfilledOn: '2010-12-01' });
    verify(`case-${index}`, { on: '2010-12-02', by: programOfficer }, 'case-of-practice');
  }
}
