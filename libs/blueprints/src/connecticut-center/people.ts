import type { OrganizationKind } from '#domain';
import type { CivilDate, Id, OccurredOn } from '#kernel';
import { type Person, ScenarioBook } from '../scenario.js';

/*
 * Connecticut Center for School Change and its district partners, after "Partners at Every Level" (JSD, February 2011).
 * The article says: six districts of 2,200 to 15,000 pupils; four to six days a month on site; data collected through
 * observations, interviews and surveys, which found uneven practice in data teams; professional development revamped;
 * administrative meetings turned from business to instruction; a stakeholder group of teachers and administrators;
 * principals who come to data team meetings, collect minutes and require commitment pledges for next steps; meeting at
 * least quarterly. Every date, number and text beyond that is illustrative.
 */

export const book = new ScenarioBook('connecticut-center', 'America/New_York');

export const partnershipId = book.id('partnership');

const STARTED: CivilDate = '2009-07-08';

/** Facilitates the whole: forms the partnership and writes down who is in it; acts for no party. */
export const facilitator: Person = { personId: book.id('person/facilitator') };

const administer = (on: OccurredOn) => ({ on, by: facilitator });

book.record('form', administer(STARTED), {
  family: 'partnership',
  id: partnershipId,
  command: {
    type: 'FormPartnership',
    name: 'Connecticut Center for School Change and six districts',
    purpose: 'Improve the instructional core at scale: system success equals student success.',
    calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' },
    history: 'reconstructed',
    blueprint: 'external partner with several districts',
    theoryOfAction:
      'If partners state their expectations, roles and time explicitly and work toward a shared outcome, student success, efficiency and learning improve.',
  },
});

/** Registers an organization, joins it to the partnership and answers its party id. */
function party(
  key: string,
  name: string,
  kind: OrganizationKind,
  joins: OccurredOn,
  size?: { count: number; unit: string },
  partOf?: Id,
): Id {
  const organizationId = book.id(`organization/${key}`);
  book.record(`organization/${key}`, administer(joins), {
    family: 'organization',
    id: organizationId,
    command: { type: 'RegisterOrganization', name, kind, place: 'Connecticut' },
  });
  if (size !== undefined) {
    book.record(`size/${key}`, administer(joins), {
      family: 'organization',
      id: organizationId,
      command: { type: 'RecordSize', ...size, asOf: STARTED },
    });
  }
  book.record(`join/${key}`, administer(joins), {
    family: 'partnership',
    id: partnershipId,
    command: { type: 'JoinParty', organizationId, ...(partOf === undefined ? {} : { partOf }) },
  });
  return book.made(`join/${key}`, 'party');
}

const pupils = (count: number) => ({ count, unit: 'pupils' });

export const center = party('center', 'Connecticut Center for School Change', 'external-partner', STARTED);
export const district = party('district', 'Small urban district', 'district', STARTED, pupils(6400));
export const principals = party('principals', 'Principals of the small urban district', 'team', STARTED, undefined, district);
export const otherDistricts = [
  party('district-2', 'Second district', 'district', STARTED, pupils(2200)),
  party('district-3', 'Third district', 'district', STARTED, pupils(3100)),
  party('district-4', 'Fourth district', 'district', STARTED, pupils(4800)),
  party('district-5', 'Fifth district', 'district', STARTED, pupils(9700)),
  party('district-6', 'Sixth district', 'district', STARTED, pupils(15000)),
] as const;
/** Established in the spring of the first year: see the commitment to establish it. */
export const stakeholders = party(
  'stakeholders',
  'Stakeholder group of teachers and administrators',
  'team',
  '2010-04-12',
  undefined,
  district,
);

/** A person who takes a role in a party. */
export function inRole(key: string, partyId: Id, title: string, from: OccurredOn, succeeds?: Person): Person {
  const personId = book.id(`person/${key}`);
  book.record(`role/${key}`, administer(from), {
    family: 'partnership',
    id: partnershipId,
    command: {
      type: 'AssignRole',
      personId,
      partyId,
      title,
      ...(succeeds?.roleId === undefined ? {} : { succeeds: succeeds.roleId }),
    },
  });
  return { personId, partyId, roleId: book.made(`role/${key}`, 'role') };
}

export const programOfficer = inRole('program-officer', center, 'Education program officer', STARTED);
export const superintendent = inRole('superintendent', district, 'Superintendent', STARTED);
export const curriculumDirector = inRole('curriculum-director', district, 'Director of curriculum', STARTED);
export const leadPrincipal = inRole('lead-principal', principals, 'Chair of the principals', STARTED);
export const otherSuperintendents = otherDistricts.map((partyId, index) =>
  inRole(`superintendent-${index + 2}`, partyId, 'Superintendent', STARTED),
);
export const stakeholderChair = inRole('stakeholder-chair', stakeholders, 'Chair of the stakeholder group', '2010-04-12');

function body(key: string, name: string, cadence: 'month' | 'quarter'): Id {
  book.record(`body/${key}`, administer(STARTED), {
    family: 'partnership',
    id: partnershipId,
    command: { type: 'EstablishBody', name, cadence },
  });
  return book.made(`body/${key}`, 'body');
}

export const alignment = body('alignment', 'Alignment meeting', 'quarter');
export const administrative = body('administrative', 'Administrative meeting', 'month');

function goal(key: string, title: string): Id {
  book.record(`goal/${key}`, administer(STARTED), {
    family: 'partnership',
    id: partnershipId,
    command: { type: 'SetGoal', title },
  });
  return book.made(`goal/${key}`, 'goal');
}

export const dataTeams = goal('data-teams', 'Data teams in every school improve teaching');
export const leadership = goal('leadership', 'Leaders at every level lead instruction');

book.record('indicator/fidelity', administer('2009-09-02'), {
  family: 'indicator',
  id: book.id('indicator/fidelity'),
  command: {
    type: 'DefineIndicator',
    partnershipId,
    name: 'Observed data team meetings that follow the protocol',
    goalId: dataTeams,
    unit: '%',
    direction: 'up',
    baseline: { value: '35', asOf: '2009-09-02' },
    target: { value: '80', by: '2011-06-30' },
    dimensions: ['school D'],
    suppressBelow: 5,
  },
});
export const fidelity = book.id('indicator/fidelity');
