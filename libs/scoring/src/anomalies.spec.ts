import { describe, expect, it } from '@jest/globals';
import type { CommitmentEvent } from '#domain';
import type { CivilDate, QuarterName } from '#kernel';
import { ends, far, leadOf, leaves, lists, reason, roleEnds, setBody } from './testing/breaches.js';
import { type History, history, type Terms } from './testing/history.js';

/** A owes, B is owed, C may verify; A stays bound for its share and leaves, and so does C. */
const afterwards = (say: (h: History) => void) => (h: History) => {
  setBody(h, 'board');
  h.made('c', { ...far, more: { verifier: 'C', changesAgreedBy: { bodyId: 'board' } } }, '2024-09-01');
  h.made('d', { owes: ['B'], to: ['D'], ...far }, { on: '2024-09-01', by: 'B' });
  h.milestone('c', 'm', '2024-09-02');
  h.submitted('e', 'A', 'survey', '2024-09-05');
  h.submitted('f', 'B', 'survey', '2024-09-05');
  h.moved('c', '2026-07-31', ['B'], '2024-09-06');
  h.commitment('c', { type: 'ShareKeptOn', data: { party: 'A' } }, 'A', '2024-09-30');
  leaves(h, 'A');
  leaves(h, 'C');
  say(h);
};
const later = (id: string) => ({ on: '2024-11-01', id }) as const;
const noMember = (id: string, party = 'A') => `R1 ${id}: party ${party} was not a member on 2024-11-01`;
const content = { kind: 'link', url: 'https://example.org/2' } as const;

lists('what a party that left may still do (rule 1)', [
  [
    'R1: it reports, reaches and reopens, announces, claims and answers what it was bound to, and links evidence to it',
    afterwards((h) => {
      h.commitment(
        'c',
        { type: 'ProgressReported', data: { of: { kind: 'whole' }, party: 'A', light: 'on-track' } },
        'A',
        '2024-11-01',
      );
      h.reached('c', 'm', '2024-11-01');
      h.reopened('c', 'm', '2024-11-01');
      h.announced('c', 'A', '2026-08-31', '2024-11-01');
      h.agreed('c', 'proposal-16', 'A', '2024-11-01');
      h.commitment(
        'c',
        { type: 'DueDateDeclined', data: { proposalId: 'proposal-16', by: { party: 'A' }, reason } },
        'A',
        '2024-11-01',
      );
      const link = { linkId: 'l', evidenceId: 'e', revision: 1, to: { kind: 'whole' }, stance: 'supports', by: 'A' } as const;
      h.commitment('c', { type: 'EvidenceLinked', data: link }, 'A', '2024-11-01');
      const claim = h.claimed('c', 'A', '2024-11-01');
      h.judged('c', 'C', 'A', 'not-met', '2024-11-02');
      h.unclaimed('c', claim, 'A', '2024-11-03');
      h.claimed('c', 'A', '2024-11-03');
      h.judged('c', 'C', 'A', 'partially-met', '2024-11-03');
    }),
    [],
  ],
  [
    'R1: it confirms, contests and corrects its own, and revises, erases and retracts its own evidence',
    afterwards((h) => {
      const kept = h.events().find(({ type }) => type === 'ShareKeptOn')?.id ?? '';
      h.confirmed('c', kept, 'A', '2024-11-01');
      h.commitment('c', { type: 'RecordContested', data: { eventId: kept, party: 'A', reason } }, 'A', '2024-11-01');
      h.corrected('c', kept, { occurredOn: '2024-09-29' }, ['A'], '2024-11-01');
      h.evidence('e', { type: 'EvidenceRevised', data: { revision: 2, content } }, 'A', '2024-11-01');
      h.evidence('e', { type: 'EvidenceContentErased', data: { revision: 1, legalGround: 'a law' } }, 'A', '2024-11-01');
      h.evidence('e', { type: 'EvidenceRetracted', data: { reason } }, 'A', '2024-11-01');
    }),
    [],
  ],
  [
    'R1: it proposes, follows up, breaks, gives away and plans nothing any more',
    afterwards((h) => {
      const say = (id: string, event: CommitmentEvent) => h.commitment('c', event, 'A', later(id));
      say('proposal', {
        type: 'DueDateProposed',
        data: { proposalId: 'q', of: { kind: 'whole' }, by: 'A', dueOn: '2026-07-30', reason },
      });
      say('asked', { type: 'FollowedUp', data: { party: 'A', asked: reason } });
      say('plan', { type: 'MilestonePlanned', data: { milestoneId: 'n', title: 'n' } });
      say('move', { type: 'MilestoneRescheduled', data: { milestoneId: 'm', dueOn: '2025-01-01', reason } });
      say('drop', { type: 'MilestoneDropped', data: { milestoneId: 'm', reason } });
      say('owner', { type: 'OwnerChanged', data: { owner: 'without-owner' } });
      say('kept on', { type: 'ShareKeptOn', data: { party: 'A' } });
      say('given', { type: 'ShareTransferred', data: { from: 'A', to: 'D', agreedBy: ['D', 'B'] } });
      say('broken', { type: 'CommitmentBroken', data: { party: 'A', reason } });
    }),
    ['asked', 'broken', 'drop', 'given', 'kept on', 'move', 'owner', 'plan', 'proposal'].map((id) => noMember(id)),
  ],
  [
    'R1: nor does it speak for a body, submit or appraise',
    afterwards((h) => {
      const by = { bodyId: 'board' };
      h.commitment('c', { type: 'DueDateAgreed', data: { proposalId: 'proposal-16', by } }, 'A', later('yes'));
      h.commitment('c', { type: 'DueDateDeclined', data: { proposalId: 'proposal-16', by, reason } }, 'A', later('no'));
      h.commitment('c', { type: 'RecordConfirmed', data: { eventId: 'x', party: 'board' } }, 'A', later('word'));
      h.submitted('g', 'A', 'survey', later('submission'));
      h.appraised('f', 'A', 'accepted', later('appraisal'));
      h.evidence('f', { type: 'EvidenceRevised', data: { revision: 2, content } }, 'A', later('of another'));
    }),
    ['appraisal', 'no', 'of another', 'submission', 'word', 'yes'].map((id) => noMember(id)),
  ],
  [
    'R1: nor anything in a commitment that it was not bound to',
    afterwards((h) => {
      h.commitment(
        'd',
        { type: 'ProgressReported', data: { of: { kind: 'whole' }, party: 'A', light: 'on-track' } },
        'A',
        later('report'),
      );
      h.announced('d', 'A', '2026-08-31', later('announced'));
    }),
    [noMember('announced'), noMember('report')],
  ],
  [
    'R1: its last holders of a role do so, nobody else',
    afterwards((h) => {
      const stranger = { of: { kind: 'whole' }, party: 'A', light: 'on-track' } as const;
      h.commitment('c', { type: 'ProgressReported', data: stranger }, 'B', later('report'));
    }),
    ['R1 report: only party A can do this; the act is recorded as that of B. Say whose act it is.'],
  ],
  [
    'R1: a member acts in a role that it holds that day',
    (h) => {
      h.made('c', far, '2024-09-01');
      roleEnds(h, 'A');
      h.claimed('c', 'A', '2024-10-01');
      h.claimed('c', 'A', { on: '2024-10-02', id: 'claim' });
    },
    ['R1 claim: the person held no role in party A on 2024-10-02'],
  ],
]);

lists('what was open at an end is asked again (rules 8, 9 and 10)', [
  [
    'R8: a party leaves no open share, and nothing that is owed to it alone',
    (h) => {
      h.made('owes', { owes: ['A'], to: ['B'], ...far });
      h.made('owed', { owes: ['B'], to: ['A'], ...far }, { on: '2024-09-01', by: 'B' });
      h.made('both', { owes: ['B'], to: ['A', 'C'], ...far }, { on: '2024-09-01', by: 'B' });
      leaves(h, 'A');
    },
    [
      'R8 A leaves: party A has an open share in owes: each is transferred, released, declared broken or kept on first',
      'R8 A leaves: party A is the only party left that owed is owed to: each is released or re-addressed first',
    ],
  ],
  [
    'R8: what is owed to others is left to them until the last one leaves',
    (h) => {
      h.made('both', { owes: ['B'], to: ['A', 'C'], ...far }, { on: '2024-09-01', by: 'B' });
      leaves(h, 'A');
      leaves(h, 'C', '2024-11-01');
    },
    ['R8 C leaves: party C is the only party left that both is owed to: each is released or re-addressed first'],
  ],
  [
    'R8: what was settled before the leaving was recorded is settled, whatever its day',
    (h) => {
      h.made('c', far);
      h.released('c', 'A', ['B'], '2024-10-03');
      h.partnership({ type: 'PartyLeft', data: { partyId: 'A' } }, { on: '2024-10-01', recorded: '2024-10-05' });
    },
    [],
  ],
  [
    'R8: so is what had happened by the day of the leaving, however late it became known',
    (h) => {
      h.made('c', far);
      leaves(h, 'A');
      h.released('c', 'A', ['B'], { on: '2024-09-30', recorded: '2024-10-05' });
    },
    [],
  ],
  [
    'R9: a party that leaves owns nothing, unless it stays bound',
    (h) => {
      h.made('c', { owes: ['B'], to: ['C'], ...far, more: { owner: leadOf('A') } }, { on: '2024-09-01', by: 'B' });
      h.made('d', { owes: ['A'], to: ['C'], ...far, more: { owner: leadOf('A') } });
      h.commitment('d', { type: 'ShareKeptOn', data: { party: 'A' } }, 'A', '2024-09-30');
      leaves(h, 'A');
    },
    ['R9 A leaves: role role-A owns c: each is given a new owner, or explicitly left without owner, first'],
  ],
  [
    'R9: a role that ends owns nothing',
    (h) => {
      h.made('c', { ...far, more: { owner: leadOf('A') } });
      h.made('d', { ...far, more: { owner: leadOf('A') } });
      h.commitment('d', { type: 'OwnerChanged', data: { owner: 'without-owner' } }, 'A', '2024-10-01');
      roleEnds(h, 'A');
      h.commitment('c', { type: 'OwnerChanged', data: { owner: leadOf('B') } }, 'B', '2024-10-02');
    },
    ['R9 role ends: role role-A owns c: each is given a new owner, or explicitly left without owner, first'],
  ],
  [
    'R10: a partnership that ends leaves nothing open',
    (h) => {
      h.made('c', far);
      h.made('d', far);
      const withdrawal = h.withdrawn('d', ['A', 'B'], '2024-09-30');
      h.confirmed('d', withdrawal, 'B', '2024-09-30');
      ends(h);
    },
    ['R10 end: c would be left open: each ends first, or the partnership that carries them on is named'],
  ],
  [
    'R10: unless another carries it on',
    (h) => {
      h.made('c', far);
      h.partnership({ type: 'PartnershipEnded', data: { reason, carriedOnBy: 'q' } }, '2024-10-01');
    },
    [],
  ],
]);

/** A promise of every quarter or month, claimed for the one that ends on a day. */
const claimedFor = (h: History, id: string, period: 'month' | 'quarter', last: CivilDate) => {
  h.made(id, { ...far, more: { every: { period } } }, '2024-09-01');
  h.claimed(id, 'A', { on: '2025-03-31', id: `claim of ${id}` }, { period: last });
};
const newCalendar = (h: History, from: `${number}-02-01`) =>
  h.partnership({ type: 'ReviewCalendarChanged', data: { fiscalYearStart: '02-01', from } }, '2025-03-31');

lists('the period that a claim names is asked again of the calendar', [
  [
    'line 2: the quarter of a claim is one by the calendar as it is known, a month is one by any',
    (h) => {
      claimedFor(h, 'quarterly', 'quarter', '2025-03-31');
      claimedFor(h, 'before', 'quarter', '2024-12-31');
      claimedFor(h, 'monthly', 'month', '2025-03-31');
      newCalendar(h, '2025-02-01');
    },
    ['R15 claim of quarterly: name the quarter by its last day, 2025-04-30'],
  ],
  [
    'line 2: where the periods were others before, a claim may name one of those',
    (h) => {
      const each = (period: 'month' | 'quarter'): Partial<Terms> => ({ ...far, more: { every: { period } } });
      h.made('c', each('month'), { on: '2024-09-01', id: 'making' });
      h.claimed('c', 'A', '2024-10-31', { period: '2024-10-31' });
      const correction = h.corrected('c', 'making', { data: h.terms(each('quarter')) }, ['A', 'B'], '2024-11-05');
      h.confirmed('c', correction, 'B', '2024-11-05');
    },
    [],
  ],
  [
    'line 2: a calendar that is changed for later leaves the quarters before as they were',
    (h) => {
      claimedFor(h, 'quarterly', 'quarter', '2025-03-31');
      newCalendar(h, '2026-02-01');
    },
    [],
  ],
]);

describe('a scorecard', () => {
  it('lists what broke a rule by the end of its quarter, of the partnership as of a commitment', () => {
    const h = history();
    h.made('c', far, '2024-09-01');
    leaves(h, 'A', '2025-05-01');
    h.made('d', { owes: ['B'], to: ['A', 'C'], ...far }, { on: '2025-05-02', by: 'B', id: 'making' });
    const listed = (quarter: QuarterName) =>
      h.card(quarter, '2025-06-10').anomalies.map(({ rule, eventId }) => `${rule} ${eventId}`);
    expect([listed('FY2025-Q3'), listed('FY2025-Q4')]).toEqual([[], ['R8 A leaves', 'R16 making']]);
  });

  it('lists what did not apply in the partnership by the end of its quarter', () => {
    const h = history();
    h.partnership({ type: 'PartyJoined', data: { partyId: 'again', organizationId: 'organization-A' } }, '2025-05-01');
    const listed = (quarter: QuarterName) => h.card(quarter, '2025-06-10').anomalies.map(({ rule, why }) => `${rule} ${why}`);
    expect([listed('FY2025-Q3'), listed('FY2025-Q4')]).toEqual([[], ['R1 the organization was a party already']]);
  });
});
