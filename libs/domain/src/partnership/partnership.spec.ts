import { describe, expect, it } from '@jest/globals';
import { derivedId } from '#kernel';
import { COMMAND_ID, type Given, idOf, personOf, type Streams, scenario, text } from '../testing/given.js';
import { PARTNERSHIP, partnershipWith } from '../testing/partnership.js';
import { partnershipDecider } from './partnership.decider.js';
import type { PartnershipEvent } from './partnership.events.js';
import { fiscalYearStartOn, isMemberOn } from './partnership.js';

const A = idOf('A');
const B = idOf('B');
const DISTRICT = idOf('district');
const MERGED = idOf('merged');
const CLOSED = idOf('closed');
const OTHER = idOf('other partnership');
const OVER = idOf('partnership that is over');
const BODY = idOf('body');
const GOAL = idOf('goal');
const ROLE_A = idOf(`role of ${A}`);

const made = (family: string) => derivedId(COMMAND_ID, family);
const organization: Given = { type: 'OrganizationRegistered', data: { name: 'District', kind: 'district' } };
const ended: Given<PartnershipEvent> = { type: 'PartnershipEnded', data: { reason: text('done') }, how: { on: '2024-12-31' } };
const beside: Streams = {
  [`organization-${DISTRICT}`]: [organization],
  [`organization-${MERGED}`]: [organization, { type: 'OrganizationMerged', data: { into: DISTRICT } }],
  [`organization-${CLOSED}`]: [organization, { type: 'OrganizationClosed', data: {} }],
  [`partnership-${PARTNERSHIP}`]: partnershipWith([]),
  [`partnership-${OTHER}`]: partnershipWith([]),
  [`partnership-${OVER}`]: partnershipWith([], ended),
};
const partnership = scenario(partnershipDecider, `partnership-${PARTNERSHIP}`, { beside });
const formed = (...later: readonly Given<PartnershipEvent>[]) => partnership.given(...partnershipWith([A, B], ...later));

const form = {
  type: 'FormPartnership',
  name: 'Together',
  purpose: 'That children read',
  calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' },
  history: 'lived',
} as const;
const join = { type: 'JoinParty', organizationId: DISTRICT } as const;

describe('forming a partnership', () => {
  it('names its purpose and its calendar', async () => {
    const { type: _type, ...data } = form;
    await partnership.given().when(form).then({ type: 'PartnershipFormed', data });
  });

  it('R15: every field that is wrong is named at once', async () => {
    await partnership
      .given()
      .when({
        ...form,
        name: '',
        purpose: ' ',
        history: 'invented' as 'lived',
        calendar: { fiscalYearStart: '07-15' as '07-01', timeZone: 'Mars/Olympus' },
        lateAfterDays: -1,
        parent: 'somebody',
      })
      .thenInvalid('name', 'purpose', 'history', 'calendar.fiscalYearStart', 'calendar.timeZone', 'lateAfterDays', 'parent');
  });

  it('R16: the partnership it is part of is there, and is another', async () => {
    expect(
      await partnership
        .given()
        .when({ ...form, parent: OTHER })
        .events(),
    ).toHaveLength(1);
    await partnership
      .given()
      .when({ ...form, parent: idOf('nothing') })
      .thenRefused('R16', 'parent');
    await partnership
      .given()
      .when({ ...form, parent: PARTNERSHIP })
      .thenRefused('R16', 'parent');
  });

  it('R15: it is not formed on a day to come in its own zone', async () => {
    // In Kiritimati 2 January has begun, in New York it has not.
    const how = { on: '2025-01-02', recordedAt: '2025-01-01T12:00:00.000Z' } as const;
    await partnership.given().when(form, how).thenRefused('R15', 'occurredOn');
    const calendar = { fiscalYearStart: '07-01', timeZone: 'Pacific/Kiritimati' } as const;
    expect(
      await partnership
        .given()
        .when({ ...form, calendar }, how)
        .events(),
    ).toHaveLength(1);
  });

  it('R16: nothing became of it before it was formed, and nothing of what was never formed', async () => {
    await formed().when(join, { on: '2024-06-30' }).thenRefused('R16', 'occurredOn');
    await partnership.given().when(join).thenNotFound('id');
  });
});

describe('who administers a partnership', () => {
  it('R1: a facilitator, an importer, a service or a person of a member party; neither the clock nor anybody else', async () => {
    const note = { type: 'NoteContext', kind: 'strike', title: 'Teachers strike' } as const;
    for (const by of [undefined, A, { kind: 'importer' } as const, { kind: 'service', name: 'sync' } as const])
      expect(
        await formed()
          .when(note, by === undefined ? {} : { by })
          .events(),
      ).toHaveLength(1);
    await formed()
      .when(note, { by: { kind: 'clock' } })
      .thenRefused('R1', 'actor');
    await formed()
      .when(note, { by: personOf(idOf('outsider')) })
      .thenRefused('R1', 'actor.partyId');
    await formed({ type: 'PartyLeft', data: { partyId: A }, how: { on: '2024-12-31' } })
      .when(note, { by: A })
      .thenRefused('R1', 'actor.partyId');
  });
});

describe('parties', () => {
  it('join as organizations', async () => {
    await formed()
      .when(join)
      .then({ type: 'PartyJoined', data: { partyId: made('party'), organizationId: DISTRICT } });
  });

  it('R16: an organization that joins is there and stands', async () => {
    await formed()
      .when({ ...join, organizationId: idOf('nobody') })
      .thenRefused('R16', 'organizationId');
    await formed()
      .when({ ...join, organizationId: MERGED })
      .thenRefused('R16', 'organizationId');
    await formed()
      .when({ ...join, organizationId: CLOSED }, { on: '2025-01-02' })
      .thenRefused('R16', 'organizationId');
    await formed()
      .when({ ...join, partOf: idOf('nobody') })
      .thenRefused('R16', 'partOf');
    expect(
      await formed()
        .when({ ...join, partOf: A })
        .events(),
    ).toHaveLength(1);
  });

  it('R1: an organization is not a party twice at a time; who comes back is a new party', async () => {
    const joined: Given<PartnershipEvent> = { type: 'PartyJoined', data: { partyId: idOf('first'), organizationId: DISTRICT } };
    const left: Given<PartnershipEvent> = { type: 'PartyLeft', data: { partyId: idOf('first') }, how: { on: '2025-02-01' } };
    await formed(joined).when(join, { on: '2025-01-02' }).thenRefused('R1', 'organizationId');
    await formed(joined)
      .when({ ...join, cohort: '2' })
      .thenRefused('R1', 'organizationId');
    await formed(joined, left).when(join, { on: '2025-02-01' }).thenRefused('R1', 'organizationId');
    await formed(joined, left)
      .when(join, { on: '2025-02-02' })
      .then({ type: 'PartyJoined', data: { partyId: made('party'), organizationId: DISTRICT } });
  });

  it('R14: joining again in the same words on the same day records nothing', async () => {
    await formed({ type: 'PartyJoined', data: { partyId: idOf('first'), organizationId: DISTRICT } })
      .when(join)
      .thenNothing();
  });

  it('are members from the day they join to the day they leave, both included, and their roles end with them', () => {
    const { state } = formed({ type: 'PartyLeft', data: { partyId: A }, how: { on: '2025-02-01' } }).folded();
    expect((['2024-06-30', '2024-07-01', '2025-02-01', '2025-02-02'] as const).map((day) => isMemberOn(state, A, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([state.roles.get(ROLE_A)?.until, state.roles.get(idOf(`role of ${B}`))?.until]).toEqual(['2025-02-01', undefined]);
  });
});

describe('roles', () => {
  const assign = { type: 'AssignRole', personId: idOf('Ada'), partyId: A, title: 'Coach' } as const;

  it('are assigned to people in member parties, and name the role they succeed', async () => {
    const { type: _type, ...said } = assign;
    const data = { ...said, succeeds: ROLE_A, roleId: made('role') };
    await formed()
      .when({ ...assign, succeeds: ROLE_A })
      .then({ type: 'RoleAssigned', data });
  });

  it('R1: only in a party that is a member on that day', async () => {
    await formed()
      .when({ ...assign, partyId: idOf('nobody') })
      .thenRefused('R16', 'partyId');
    await formed({ type: 'PartyJoined', data: { partyId: idOf('late'), organizationId: DISTRICT }, how: { on: '2025-02-01' } })
      .when({ ...assign, partyId: idOf('late') }, { on: '2025-01-31', recordedAt: '2025-02-01T12:00:00.000Z' })
      .thenRefused('R1', 'partyId');
  });

  it('R16: a role succeeds one of its own party that began before', async () => {
    await formed()
      .when({ ...assign, succeeds: idOf('none') })
      .thenRefused('R16', 'succeeds');
    await formed()
      .when({ ...assign, succeeds: idOf(`role of ${B}`) })
      .thenRefused('R16', 'succeeds');
    const later: Given<PartnershipEvent> = {
      type: 'RoleAssigned',
      data: { roleId: idOf('later'), personId: idOf('Bo'), partyId: A, title: 'Coach' },
      how: { on: '2025-03-01' },
    };
    await formed(later)
      .when({ ...assign, succeeds: idOf('later') }, { recordedAt: '2025-03-02T12:00:00.000Z' })
      .thenRefused('R16', 'succeeds');
  });

  it('R14: a role that is held or has ended already records nothing', async () => {
    await formed()
      .when({ ...assign, personId: idOf(`person of ${A}`), title: 'Director' })
      .thenNothing();
    const end = { type: 'EndRole', roleId: ROLE_A } as const;
    await formed({ type: 'RoleEnded', data: { roleId: ROLE_A } })
      .when(end)
      .thenNothing();
    await formed()
      .when(end)
      .then({ type: 'RoleEnded', data: { roleId: ROLE_A } });
  });

  it('R16: what ends was there, and had begun', async () => {
    await formed()
      .when({ type: 'EndRole', roleId: idOf('none') })
      .thenRefused('R16', 'roleId');
    await formed({
      type: 'RoleAssigned',
      data: { roleId: idOf('later'), personId: idOf('Bo'), partyId: A, title: 'Coach' },
      how: { on: '2025-03-01' },
    })
      .when({ type: 'EndRole', roleId: idOf('later') }, { recordedAt: '2025-03-02T12:00:00.000Z' })
      .thenRefused('R16', 'occurredOn');
  });
});

describe('goals, bodies and the calendar', () => {
  it('R14: a goal or a body that stands already records nothing', async () => {
    await formed().when({ type: 'SetGoal', title: 'Reading' }).thenNothing();
    await formed()
      .when({ type: 'SetGoal', title: 'Maths' })
      .then({ type: 'GoalSet', data: { goalId: made('goal'), title: 'Maths' } });
    await formed().when({ type: 'EstablishBody', name: 'The board' }).thenNothing();
    await formed({ type: 'GoalRetired', data: { goalId: GOAL } })
      .when({ type: 'RetireGoal', goalId: GOAL })
      .thenNothing();
    await formed({ type: 'BodyDissolved', data: { bodyId: BODY } })
      .when({ type: 'DissolveBody', bodyId: BODY })
      .thenNothing();
  });

  it('R16: what is retired or dissolved is there and had begun, and a name is borne by one body', async () => {
    await formed()
      .when({ type: 'RetireGoal', goalId: idOf('none') })
      .thenRefused('R16', 'goalId');
    await formed()
      .when({ type: 'DissolveBody', bodyId: idOf('none') })
      .thenRefused('R16', 'bodyId');
    await formed().when({ type: 'EstablishBody', name: 'The board', cadence: 'month' }).thenRefused('R16', 'name');
    const later = { how: { on: '2025-03-01' } } as const;
    const how = { recordedAt: '2025-03-02T12:00:00.000Z' } as const;
    await formed({ type: 'GoalSet', data: { goalId: idOf('g'), title: 'Later' }, ...later })
      .when({ type: 'RetireGoal', goalId: idOf('g') }, how)
      .thenRefused('R16', 'occurredOn');
    await formed({ type: 'BodyEstablished', data: { bodyId: idOf('b'), name: 'Later' }, ...later })
      .when({ type: 'DissolveBody', bodyId: idOf('b') }, how)
      .thenRefused('R16', 'occurredOn');
  });

  it('R15: a calendar changes on the first day of a fiscal year of the new one', async () => {
    await formed().when({ type: 'ChangeReviewCalendar', fiscalYearStart: '09-01', from: '2025-07-01' }).thenInvalid('from');
    await formed()
      .when({ type: 'ChangeReviewCalendar', fiscalYearStart: '09-02' as '09-01', from: '2025-09-01' })
      .thenInvalid('fiscalYearStart');
    await formed()
      .when({ type: 'ChangeReviewCalendar', fiscalYearStart: '09-01', from: '2025-09-01' })
      .then({ type: 'ReviewCalendarChanged', data: { fiscalYearStart: '09-01', from: '2025-09-01' } });
  });

  it('R15: quarters that are over keep their names', async () => {
    const change = { type: 'ChangeReviewCalendar', fiscalYearStart: '01-01', from: '2025-01-01' } as const;
    expect(await formed().when(change, { on: '2025-03-31' }).events()).toHaveLength(1);
    await formed().when(change, { on: '2025-04-01' }).thenRefused('R15', 'from');
  });

  it('R14: a calendar that is in force already records nothing; of two for one day the later known stands', async () => {
    await formed().when({ type: 'ChangeReviewCalendar', fiscalYearStart: '07-01', from: '2025-07-01' }).thenNothing();
    const change = (fiscalYearStart: '01-01' | '07-01'): Given<PartnershipEvent> => ({
      type: 'ReviewCalendarChanged',
      data: { fiscalYearStart, from: '2026-01-01' },
    });
    const { state } = formed(change('01-01'), change('07-01')).folded();
    expect([fiscalYearStartOn(state, '2025-12-31'), fiscalYearStartOn(state, '2026-01-01')]).toEqual(['07-01', '07-01']);
  });

  it('R14: a theory of action that stands already records nothing', async () => {
    const revised: PartnershipEvent = { type: 'TheoryOfActionRevised', data: { theoryOfAction: 'If, then' } };
    await formed().when({ type: 'ReviseTheoryOfAction', theoryOfAction: 'If, then' }).then(revised);
    await formed(revised).when({ type: 'ReviseTheoryOfAction', theoryOfAction: 'If, then' }).thenNothing();
  });
});

describe('contributions', () => {
  const contribute = {
    type: 'RecordContribution',
    partyId: A,
    kind: 'money',
    amount: '1200.50',
    unit: 'USD',
    towards: 'Books',
  } as const;

  it('R1: are recorded by the party that gives', async () => {
    const { type: _type, ...said } = contribute;
    const recorded: PartnershipEvent = { type: 'ContributionRecorded', data: { ...said, contributionId: made('contribution') } };
    await formed().when(contribute, { by: A }).then(recorded);
    await formed().when(contribute, { by: B }).thenRefused('R1', 'partyId');
    await formed().when(contribute).thenRefused('R1', 'partyId');
  });

  it('R15: are decimals, not negative, and money names its currency', async () => {
    await formed()
      .when({ ...contribute, amount: '-1', towards: '', kind: 'love' as 'money' }, { by: A })
      .thenInvalid('amount', 'towards', 'kind');
    const { unit: _unit, ...bare } = contribute;
    await formed().when(bare, { by: A }).thenInvalid('unit');
  });

  it('R16: name a commitment of this partnership', async () => {
    await formed()
      .when({ ...contribute, commitmentId: idOf('none') }, { by: A })
      .thenRefused('R16', 'commitmentId');
  });
});

describe('pause and end', () => {
  const reason = text('why');
  const paused: Given<PartnershipEvent> = { type: 'PartnershipPaused', data: { reason }, how: { on: '2025-01-10' } };
  const resumed: Given<PartnershipEvent> = { type: 'PartnershipResumed', data: {}, how: { on: '2025-01-20' } };

  it('R14: what is paused, resumed or ended already records nothing', async () => {
    await formed(paused).when({ type: 'PausePartnership', reason }, { on: '2025-01-11' }).thenNothing();
    await formed().when({ type: 'ResumePartnership' }).thenNothing();
    await formed(ended).when({ type: 'EndPartnership', reason }).thenNothing();
    await formed().when({ type: 'PausePartnership', reason }).then({ type: 'PartnershipPaused', data: { reason } });
  });

  it('R10: pauses follow each other: none is resumed before it began, none begins before the last was resumed', async () => {
    const how = { on: '2025-01-09', recordedAt: '2025-02-01T12:00:00.000Z' } as const;
    await formed(paused).when({ type: 'ResumePartnership' }, how).thenRefused('R10', 'occurredOn');
    await formed(paused, resumed).when({ type: 'PausePartnership', reason }, how).thenRefused('R10', 'occurredOn');
    await formed(paused).when({ type: 'ResumePartnership' }, { on: '2025-01-20' }).then({ type: 'PartnershipResumed', data: {} });
  });

  it('R10: what has ended takes up nothing new; what happened before may still be recorded', async () => {
    await formed(ended).when({ type: 'SetGoal', title: 'Late' }).thenRefused('R10', 'occurredOn');
    const how = { on: '2024-12-31', recordedAt: '2025-02-01T12:00:00.000Z' } as const;
    expect(await formed(ended).when({ type: 'SetGoal', title: 'Late' }, how).events()).toHaveLength(1);
  });

  it('R10: who carries it on is there, goes on itself, and is another', async () => {
    const end = { type: 'EndPartnership', reason } as const;
    await formed()
      .when({ ...end, carriedOnBy: PARTNERSHIP })
      .thenRefused('R10', 'carriedOnBy');
    await formed()
      .when({ ...end, carriedOnBy: OVER })
      .thenRefused('R10', 'carriedOnBy');
    await formed()
      .when({ ...end, carriedOnBy: idOf('nothing') })
      .thenRefused('R16', 'carriedOnBy');
    await formed()
      .when({ ...end, carriedOnBy: OTHER })
      .then({ type: 'PartnershipEnded', data: { reason, carriedOnBy: OTHER } });
    await formed().when(end).then({ type: 'PartnershipEnded', data: { reason } });
  });
});
