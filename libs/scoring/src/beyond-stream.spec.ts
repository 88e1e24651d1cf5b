import type { CommitmentEvent, CommitmentTerms, IndicatorEvent, MeetingEvent } from '#domain';
import type { CivilDate } from '#kernel';
import { ends, far, leadOf, leaves, lists, reason, roleEnds, setBody } from './testing/breaches.js';
import type { History } from './testing/history.js';

const setGoal = (h: History, goalId: string) => h.partnership({ type: 'GoalSet', data: { goalId, title: goalId } }, '2024-01-01');
const defined = (
  h: History,
  id: string,
  more: Partial<Extract<IndicatorEvent, { type: 'IndicatorDefined' }>['data']>,
  on: CivilDate = '2024-11-01',
) =>
  h.indicator(
    id,
    { type: 'IndicatorDefined', data: { partnershipId: 'p', name: id, unit: '%', direction: 'up', ...more } },
    { on, id: `define ${id}` },
  );
const scheduled = (h: History, on: CivilDate, more: Partial<Extract<MeetingEvent, { type: 'MeetingScheduled' }>['data']> = {}) =>
  h.meeting(
    'm',
    { type: 'MeetingScheduled', data: { partnershipId: 'p', kind: 'meeting', title: 'm', on: '2024-12-15', ...more } },
    { on, id: 'schedule' },
  );
const made = (h: History, owner: CommitmentTerms['owner'], on: CivilDate = '2024-11-01') =>
  h.made('c', { owes: ['B'], to: ['C'], ...far, more: { owner } }, { on, by: 'B', id: 'making' });

/** A leaves and E joins; what E does then is told before it turns out that both are one organization. */
const cameBack = (say: (h: History) => void) => (h: History) => {
  leaves(h, 'A');
  const joined = (organizationId: string) => ({ partyId: 'E', organizationId });
  const joining = h.partnership({ type: 'PartyJoined', data: joined('organization-E') }, '2024-10-02');
  const role = { roleId: 'role-E', partyId: 'E', personId: 'person-E', title: 'lead' };
  h.partnership({ type: 'RoleAssigned', data: role }, '2024-10-02');
  say(h);
  const replacement = { data: joined('organization-A'), occurredOn: '2024-10-02' } as const;
  h.partnership({ type: 'FactCorrected', data: { corrects: joining, replacement, reason } }, '2024-10-04');
};

lists('what a commitment names is asked again (rule 16)', [
  [
    'R16: who owes, is owed or verifies was a member on the day it was made',
    (h) => {
      for (const party of ['A', 'C', 'D']) leaves(h, party);
      h.made(
        'c',
        { owes: ['A', 'B'], to: ['C', 'B'], ...far, more: { verifier: 'D' } },
        { on: '2024-11-01', by: 'B', id: 'making' },
      );
    },
    ['A', 'C', 'D'].map((party) => `R16 making: party ${party} is not a member of this partnership on 2024-11-01`),
  ],
  [
    'R16: nor is one that leaves later, or on that very day, a breach',
    (h) => {
      h.made('c', { owes: ['A'], to: ['B', 'C'], ...far }, '2024-10-01');
      leaves(h, 'C');
    },
    [],
  ],
  [
    'R16: who takes a share on or over was a member on that day',
    (h) => {
      leaves(h, 'C');
      h.made('c', far, '2024-11-01');
      h.commitment('c', { type: 'ShareAdded', data: { party: 'C', agreedBy: ['A', 'B'] } }, 'A', {
        on: '2024-11-02',
        id: 'added',
      });
      h.transferred('c', 'A', 'C', ['C', 'B'], { on: '2024-11-03', id: 'transfer' });
    },
    [
      'R16 added: party C is not a member of this partnership on 2024-11-02',
      'R16 transfer: party C is not a member of this partnership on 2024-11-03',
    ],
  ],
  [
    'R16: the owner holds the role that day: it did not end before',
    (h) => {
      roleEnds(h, 'B');
      made(h, leadOf('B'), '2024-10-01');
      h.commitment('c', { type: 'OwnerChanged', data: { owner: 'without-owner' } }, 'B', '2024-10-01');
      h.commitment('c', { type: 'OwnerChanged', data: { owner: leadOf('B') } }, 'A', { on: '2024-10-02', id: 'change' });
    },
    ['R16 change: the person did not hold the role on 2024-10-02'],
  ],
  [
    'R16: the role of an owner is there',
    (h) => void made(h, { ...leadOf('B'), roleId: 'nowhere' }),
    ['R16 making: role nowhere is not in this partnership'],
  ],
  [
    'R16: a person owns in a role of its own',
    (h) => void made(h, { ...leadOf('B'), personId: 'other' }),
    ['R16 making: this person does not hold the role'],
  ],
  [
    'R16: the role of an owner is in its party',
    (h) => void made(h, { ...leadOf('B'), party: 'C' }),
    ['R16 making: the role is in another party'],
  ],
  [
    'R16: goal, body, meeting, commitment and indicator are there',
    (h) => {
      const doneWhen = [{ id: 'k', text: 'k', indicatorId: 'no indicator' }];
      const more = { goalId: 'no goal', pledgedAt: 'no meeting', answers: 'no commitment', doneWhen };
      h.made('c', { ...far, more: { ...more, changesAgreedBy: { bodyId: 'no body' } } }, { on: '2024-11-01', id: 'making' });
    },
    ['commitment no commitment', 'goal no goal', 'governance body no body', 'indicator no indicator', 'meeting no meeting'].map(
      (what) => `R16 making: ${what} is not in this partnership`,
    ),
  ],
  [
    'R16: nothing is listed where all are',
    (h) => {
      setBody(h, 'board');
      setGoal(h, 'goal');
      defined(h, 'i', { goalId: 'goal' });
      scheduled(h, '2024-11-01', { bodyId: 'board' });
      h.made('before', far, '2024-11-01');
      const more = { goalId: 'goal', pledgedAt: 'm', answers: 'before', doneWhen: [{ id: 'k', text: 'k', indicatorId: 'i' }] };
      h.made('c', { ...far, more: { ...more, changesAgreedBy: { bodyId: 'board' }, owner: leadOf('A'), verifier: 'C' } });
    },
    [],
  ],
  [
    'R16: whom a fact names is there: in a milestone, a report, a proposal, an answer, an agreement, a correction',
    (h) => {
      const of = { kind: 'share', party: 'Z' } as const;
      const say = (id: string, event: CommitmentEvent) => h.commitment('c', event, 'A', { on: '2024-11-02', id });
      h.made('c', far, { on: '2024-11-01', id: 'making' });
      say('plan', { type: 'MilestonePlanned', data: { milestoneId: 'm', title: 'm', party: 'Z' } });
      say('report', { type: 'ProgressReported', data: { of, party: 'A', light: 'on-track' } });
      say('proposal', { type: 'DueDateProposed', data: { proposalId: 'q', of, by: 'A', dueOn: '2026-07-31', reason } });
      say('asked', { type: 'FollowedUp', data: { party: 'A', asked: reason, answered: reason, answeredBy: 'Z' } });
      say('yes', { type: 'DueDateAgreed', data: { proposalId: 'q', by: { bodyId: 'no body' } } });
      say('no', { type: 'DueDateDeclined', data: { proposalId: 'q', by: { bodyId: 'no body' }, reason } });
      say('added', { type: 'ShareAdded', data: { party: 'C', agreedBy: ['B', 'Z'] } });
      say('transfer', { type: 'ShareTransferred', data: { from: 'A', to: 'D', agreedBy: ['B', 'D', 'Z'] } });
      h.released('c', 'A', ['B', 'Z'], { on: '2024-11-02', id: 'release' });
      h.corrected('c', 'making', { occurredOn: '2024-10-31' }, ['A', 'Z'], { on: '2024-11-02', id: 'correction' });
      h.withdrawn('c', ['A', 'Z'], { on: '2024-11-03', id: 'withdrawal' });
    },
    [
      'R16 added: Z is not in this partnership',
      'R16 asked: party Z is not in this partnership',
      'R16 correction: Z is not in this partnership',
      'R16 no: governance body no body is not in this partnership',
      'R16 plan: party Z is not in this partnership',
      'R16 proposal: party Z is not in this partnership',
      'R16 release: Z is not in this partnership',
      'R16 report: party Z is not in this partnership',
      'R16 transfer: Z is not in this partnership',
      'R16 withdrawal: Z is not in this partnership',
      'R16 yes: governance body no body is not in this partnership',
    ],
  ],
  [
    'R16: the party an import names is there, though an importer needs neither membership nor role',
    (h) => {
      h.made('c', far, '2024-09-01');
      h.commitment('c', { type: 'ShareKeptOn', data: { party: 'A' } }, 'A', '2024-09-30');
      leaves(h, 'A');
      const imported = { on: '2024-11-01', recorded: '2024-11-05', asserted: '2024-11-01' } as const;
      const report = (party: string) => ({ type: 'ProgressReported', data: { of: { kind: 'whole' }, party } }) as const;
      h.commitment('c', report('A'), 'A', imported);
      h.commitment('c', report('Z'), 'Z', { ...imported, id: 'report' });
    },
    ['R1 report: party Z is not a party of this partnership'],
  ],
  [
    'R13: a successor is there, and had not ended when it took the place',
    (h) => {
      for (const id of ['a', 'b', 'c', 'd', 'late']) h.made(id, far, '2024-09-01');
      h.withdrawn('d', ['A', 'B'], '2024-10-01');
      h.confirmed('d', 'CommitmentWithdrawn-15', 'B', '2024-10-01');
      h.superseded('a', 'nowhere', ['A', 'B'], { on: '2024-10-02', id: 'a by nothing' });
      h.superseded('b', 'd', ['A', 'B'], { on: '2024-10-02', id: 'b by d' });
      // What ends it afterwards, on the same day too, is no breach.
      h.superseded('c', 'late', ['A', 'B'], { on: '2024-10-02', id: 'c by late' });
      const after = h.withdrawn('late', ['A', 'B'], '2024-10-02');
      h.confirmed('late', after, 'B', '2024-10-02');
    },
    [
      'R13 a by nothing: name the commitment of this partnership that takes its place',
      'R13 b by d: the successor has ended already',
    ],
  ],
  [
    'R13: a successor whose making was struck is not there',
    (h) => {
      h.made('a', far, '2024-09-01');
      const making = h.made('b', far, '2024-09-01');
      h.superseded('a', 'b', ['A', 'B'], { on: '2024-10-02', id: 'a by b' });
      h.corrected('b', making, null, [], { on: '2024-10-03', id: 'strike' });
    },
    ['R13 a by b: name the commitment of this partnership that takes its place'],
  ],
]);

lists('what a claim and its verdict rest on beside the commitment is asked again', [
  [
    'R5: an organization does not judge its own claim as the party that it was before',
    cameBack((h) => {
      h.made('c', { owes: ['B'], to: ['C'], ...far, more: { verifier: 'A' } }, { on: '2024-09-01', by: 'B' });
      const transfer = h.transferred('c', 'B', 'E', ['E', 'C'], '2024-10-03');
      for (const party of ['E', 'C']) h.confirmed('c', transfer, party, '2024-10-03');
      h.claimed('c', 'E', '2024-10-03');
      for (const word of ['partially-met', 'not-met'] as const) h.judged('c', 'A', 'E', word, { on: '2024-10-03', id: word });
      h.judged('c', 'C', 'E', 'not-met', '2024-10-03');
    }),
    ['not-met', 'partially-met'].map((id) => `R5 ${id}: a party never verifies its own share`),
  ],
  [
    'R5: that a party judges itself is listed once',
    (h) => {
      h.made('c', { owes: ['A', 'B'], to: ['A', 'B'], ...far }, '2024-09-01');
      h.claimed('c', 'A', '2024-10-01');
      h.judged('c', 'A', 'A', 'met', { on: '2024-10-02', id: 'own' });
    },
    ['R5 own: the party was not one to judge this claim'],
  ],
]);

lists('evidence that is named or judged is asked again', [
  [
    'R16: the item and the revision are there, in a link, a claim, a reading and minutes',
    (h) => {
      h.made('c', far, '2024-11-01');
      h.submitted('e', 'A', 'survey', '2024-11-01');
      h.linked('c', 'e', '2024-11-02');
      h.linked('c', 'no item', { on: '2024-11-02', id: 'link' });
      const link = { linkId: 'l', evidenceId: 'e', revision: 2, to: { kind: 'whole' }, stance: 'supports' } as const;
      h.commitment('c', { type: 'EvidenceLinked', data: link }, 'A', { on: '2024-11-02', id: 'second' });
      h.claimed('c', 'A', { on: '2024-11-02', id: 'claim' }, { evidence: ['e', 'no item'] });
      defined(h, 'i', {});
      const reading = { readingId: 'r', reading: { value: '1' }, asOf: '2024-11-01', source: 's', for: { party: 'Z' } } as const;
      h.indicator(
        'i',
        { type: 'ReadingRecorded', data: { ...reading, evidenceId: 'no item' } },
        { on: '2024-11-02', id: 'reading' },
      );
      scheduled(h, '2024-11-01');
      h.meeting('m', { type: 'MeetingHeld', data: { attendance: [], minutes: 'no item' } }, { on: '2024-12-15', id: 'held' });
    },
    [
      'R16 claim: evidence no item is not in this partnership',
      'R16 held: evidence no item is not in this partnership',
      'R16 link: evidence no item is not in this partnership',
      'R16 reading: evidence no item is not in this partnership',
      'R16 reading: party Z is not in this partnership',
      'R16 second: there is no revision 2 of it: the latest is 1',
    ],
  ],
  [
    'R16: revisions are counted as they were numbered, whatever their days',
    (h) => {
      const content = { kind: 'link', url: 'https://example.org' } as const;
      h.made('c', far, '2024-11-01');
      h.submitted('e', 'A', 'survey', '2024-11-01');
      h.evidence('e', { type: 'EvidenceRevised', data: { revision: 2, content } }, 'A', { on: '2024-11-05', id: 'second' });
      h.evidence('e', { type: 'EvidenceRevised', data: { revision: 3, content } }, 'A', {
        on: '2024-11-04',
        recorded: '2024-11-06',
        id: 'third',
      });
      const link = { linkId: 'l', evidenceId: 'e', revision: 3, to: { kind: 'whole' }, stance: 'supports' } as const;
      h.commitment('c', { type: 'EvidenceLinked', data: link }, 'A', '2024-11-07');
    },
    ['R16 third: revision 3 does not follow revision 1'],
  ],
  [
    'R16: an item whose submission was struck is not there',
    (h) => {
      scheduled(h, '2024-11-01');
      const submission = h.submitted('e', 'A', 'minutes', '2024-11-01');
      h.meeting('m', { type: 'MeetingHeld', data: { attendance: [], minutes: 'e' } }, { on: '2024-12-15', id: 'held' });
      const strike = { corrects: submission, replacement: null, reason } as const;
      h.evidence('e', { type: 'FactCorrected', data: strike }, 'A', { on: '2024-12-16', id: 'strike' });
    },
    ['R16 held: evidence e is not in this partnership'],
  ],
  [
    'R5: an organization does not appraise its own evidence as the party that it came back as',
    cameBack((h) => {
      h.submitted('e', 'A', 'survey', '2024-09-01');
      h.appraised('e', 'E', 'accepted', { on: '2024-10-03', id: 'appraisal' });
      h.appraised('e', 'B', 'accepted', '2024-10-03');
    }),
    ['R5 appraisal: a party never appraises its own evidence'],
  ],
]);

lists('what takes up something new is asked again (rules 10 and 16)', [
  [
    'R10: nothing is made, submitted, defined or scheduled after the partnership has ended',
    (h) => {
      ends(h);
      h.made('c', far, { on: '2024-10-02', id: 'making' });
      h.submitted('e', 'A', 'survey', { on: '2024-10-02', id: 'submission' });
      defined(h, 'i', {}, '2024-10-02');
      scheduled(h, '2024-10-02');
      h.indicator('i', { type: 'IndicatorRedefined', data: { name: 'i', unit: '%', direction: 'down', reason } }, '2024-10-03');
    },
    ['define i', 'making', 'schedule', 'submission'].map((id) => `R10 ${id}: the partnership ended on 2024-10-01`),
  ],
  [
    'R16: a meeting is of a body that is there',
    (h) => void scheduled(h, '2024-12-01', { bodyId: 'nobody' }),
    ['R16 schedule: body nobody is not in this partnership'],
  ],
  [
    'R16: a meeting is of no body that was dissolved before it was scheduled',
    (h) => {
      setBody(h, 'board');
      h.partnership({ type: 'BodyDissolved', data: { bodyId: 'board' } }, '2024-11-30');
      scheduled(h, '2024-12-01', { bodyId: 'board' });
    },
    ['R16 schedule: the body was dissolved on 2024-11-30'],
  ],
  [
    'R16: nor of one whose end on that very day was known already',
    (h) => {
      setBody(h, 'board');
      h.partnership({ type: 'BodyDissolved', data: { bodyId: 'board' } }, '2024-12-01');
      scheduled(h, '2024-12-01', { bodyId: 'board' });
    },
    ['R16 schedule: the body was dissolved on 2024-12-01'],
  ],
  [
    'R16: a body that is dissolved once its meeting was scheduled breaks nothing',
    (h) => {
      setBody(h, 'board');
      scheduled(h, '2024-12-01', { bodyId: 'board' });
      h.partnership({ type: 'BodyDissolved', data: { bodyId: 'board' } }, '2024-12-01');
    },
    [],
  ],
  [
    'R1: who attended was a member that day, in roles of its own',
    (h) => {
      leaves(h, 'A');
      scheduled(h, '2024-12-01');
      const attendance = [{ party: 'A' }, { party: 'B', roles: ['role-B'] }, { party: 'C', roles: ['role-D'] }];
      h.meeting('m', { type: 'MeetingHeld', data: { attendance } }, { on: '2024-12-15', id: 'held' });
    },
    ['R1 held: party A was not a member on 2024-12-15', 'R1 held: role role-D was not held in party C on 2024-12-15'],
  ],
  [
    'R16: an indicator is of a goal that is there and not retired, and made of indicators that are there',
    (h) => {
      setGoal(h, 'goal');
      const madeOf = [{ indicatorId: 'no indicator', weight: '1' }];
      defined(h, 'i', { goalId: 'goal' }, '2024-10-01');
      h.partnership({ type: 'GoalRetired', data: { goalId: 'goal' } }, '2024-10-01');
      defined(h, 'j', { goalId: 'no goal', madeOf }, '2024-11-01');
      const redefined = { name: 'i', unit: '%', direction: 'up', goalId: 'goal', madeOf, reason } as const;
      h.indicator('i', { type: 'IndicatorRedefined', data: redefined }, { on: '2024-10-02', id: 'redefine i' });
    },
    [
      'R16 define j: goal no goal is not in this partnership',
      'R16 define j: indicator no indicator is not in this partnership',
      'R16 redefine i: indicator no indicator is not in this partnership',
      'R16 redefine i: the goal was retired on 2024-10-01',
    ],
  ],
  [
    'R16: a contribution is to a commitment that is there',
    (h) => {
      h.made('c', far, '2024-09-01');
      const given = (contributionId: string, commitmentId: string) =>
        h.partnership(
          {
            type: 'ContributionRecorded',
            data: { contributionId, partyId: 'A', commitmentId, kind: 'in-kind', towards: 'a room' },
          },
          { on: '2024-10-01', id: contributionId },
        );
      given('to c', 'c');
      given('to nothing', 'nowhere');
    },
    ['R16 to nothing: commitment nowhere is not in this partnership'],
  ],
]);

lists('what strikes the opening of a stream, and the words on that, break no rule', [
  [
    'R11: a commitment, evidence, an indicator and a meeting',
    (h) => {
      const making = h.made('c', far, '2024-09-01');
      const strike = h.corrected('c', making, null, ['A', 'B'], '2024-09-02');
      h.confirmed('c', strike, 'B', '2024-09-03');
      const struck = (corrects: string) => ({ type: 'FactCorrected', data: { corrects, replacement: null, reason } }) as const;
      h.evidence('e', struck(h.submitted('e', 'A', 'minutes', '2024-09-01')), 'A', '2024-09-02');
      h.indicator('i', struck(defined(h, 'i', {}, '2024-09-01')), '2024-09-02');
      h.meeting('m', struck(scheduled(h, '2024-09-01')), '2024-09-02');
    },
    [],
  ],
]);
