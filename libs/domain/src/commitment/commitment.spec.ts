import { describe, expect, it } from '@jest/globals';
import { foldFacts, foldView, type Recorded } from '#kernel';
import { A, B, C, COMMITMENT, claimed, commitmentsIn, fact, judged, made, OWNER } from '../testing/commitment.js';
import { type Given, idOf, recorded, text } from '../testing/given.js';
import type { CommitmentEvent } from './commitment.events.js';
import { commitmentShape } from './commitment.js';
import { agreedSince, dateInForce, endOf, heldShares, isOpen, lastLight, openSharesOf, ownedBy } from './commitment.standing.js';

const commitment = commitmentsIn();
const reason = text('reason');
const log = (...facts: Given<CommitmentEvent>[]): Recorded<CommitmentEvent>[] => recorded(`commitment-${COMMITMENT}`, facts, A);
const view = (on: string, ...facts: Given<CommitmentEvent>[]) =>
  foldView(commitmentShape, log(...facts), { on, basis: 'ledger', timeZone: 'UTC' });
const state = (...facts: Given<CommitmentEvent>[]) => commitment.given(...facts).folded().state;

describe('a view, in the order of days', () => {
  it('takes a share that was added after the day of a release which was recorded later', () => {
    const facts = [
      made(),
      fact('ShareAdded', { party: C, agreedBy: [A, B, C] }, { on: '2025-01-05', id: idOf('addition') }),
      ...[B, C].map((party) => fact('RecordConfirmed', { eventId: idOf('addition'), party }, { on: '2025-01-05', by: party })),
      fact(
        'ShareReleased',
        { party: A, agreedBy: [B], reason },
        { on: '2025-01-02', by: B, recordedAt: '2025-01-06T12:00:00.000Z' },
      ),
    ];
    const seen = view('2025-01-31', ...facts);
    expect(seen.anomalies).toEqual([]);
    expect(heldShares(seen.state).map(({ party }) => party)).toEqual([C]);
  });

  it('keeps a confirmation that is dated before its record until the record comes', () => {
    const facts = [
      made(),
      fact('ShareReleased', { party: A, agreedBy: [B], reason }, { on: '2025-01-05', id: idOf('release') }),
      fact(
        'RecordConfirmed',
        { eventId: idOf('release'), party: B },
        { on: '2025-01-02', by: B, recordedAt: '2025-01-06T12:00:00.000Z' },
      ),
    ];
    expect(view('2025-01-04', ...facts).state.waiting.size).toBe(1);
    expect(heldShares(view('2025-01-31', ...facts).state)).toEqual([]);
  });

  it('keeps a verdict that is dated before its claim until the claim comes', () => {
    const facts = [
      made(),
      claimed(A, { on: '2025-01-20' }),
      judged(A, B, 'met', { on: '2025-01-10', recordedAt: '2025-01-21T12:00:00.000Z' }),
    ];
    const between = view('2025-01-15', ...facts);
    expect([between.anomalies, between.state.claims.size, between.state.waiting.size]).toEqual([[], 0, 1]);
    const after = view('2025-01-31', ...facts);
    expect(after.anomalies).toEqual([]);
    expect(after.state.waiting.size).toBe(0);
    expect(endOf(after.state)).toEqual({ kind: 'kept' });
  });

  it('agrees to a proposal, reaches a milestone and unlinks evidence whichever is dated first', () => {
    const proposalId = idOf('proposal');
    const milestoneId = idOf('milestone');
    const linkId = idOf('link');
    const late = { recordedAt: '2025-01-21T12:00:00.000Z' } as const;
    const { state: its, anomalies } = view(
      '2025-01-31',
      made(),
      fact('DueDateProposed', { proposalId, of: { kind: 'whole' }, by: A, dueOn: '2025-03-20', reason }, { on: '2025-01-20' }),
      fact('MilestonePlanned', { milestoneId, title: 'Teams named' }, { on: '2025-01-20' }),
      fact(
        'EvidenceLinked',
        { linkId, evidenceId: idOf('minutes'), revision: 1, to: { kind: 'whole' }, stance: 'supports', by: A },
        { on: '2025-01-20' },
      ),
      fact('DueDateAgreed', { proposalId, by: { party: B } }, { on: '2025-01-10', by: B, ...late }),
      fact('MilestoneReached', { milestoneId }, { on: '2025-01-10', ...late }),
      fact('EvidenceUnlinked', { linkId, reason }, { on: '2025-01-10', ...late }),
    );
    expect(anomalies).toEqual([]);
    expect([dateInForce(its), its.moves[0]?.agreedOn]).toEqual(['2025-03-20', '2025-01-20']);
    expect(its.milestones.get(milestoneId)?.state).toBe('reached');
    expect(its.links.get(linkId)?.unlinked).toBeDefined();
  });

  it('lists what does not apply at its place, with the rule, and never throws', () => {
    const withdrawn = fact(
      'CommitmentWithdrawn',
      { reason, agreedBy: [] },
      { on: '2025-01-02', recordedAt: '2025-01-09T12:00:00.000Z' },
    );
    const { anomalies, state: its } = view('2025-01-31', made(), claimed(A), withdrawn);
    expect(anomalies).toEqual([
      { eventId: idOf(`claiming of ${A}`), stream: `commitment-${COMMITMENT}`, rule: 'R6', why: 'the commitment was withdrawn' },
    ]);
    expect(its.claims.size).toBe(0);
  });

  it.each([
    ['R2', [claimed(A), made()]],
    ['R16', [made(), made({}, { id: idOf('again') })]],
    ['R4', [made(), claimed(C)]],
    ['R4', [made(), fact('ShareKeptOn', { party: C })]],
    ['R2', [made(), fact('ShareAdded', { party: A, agreedBy: [B] })]],
    ['R2', [made({ shares: [{ party: A }, { party: C }] }), fact('ShareTransferred', { from: A, to: C, agreedBy: [B, C] })]],
    [
      'R6',
      [
        made({ shares: [{ party: A }, { party: C }], completion: { atLeast: 1 } }),
        fact('CommitmentBroken', { party: A, reason }),
        claimed(A),
      ],
    ],
    [
      'R6',
      [
        made(),
        fact('MilestonePlanned', { milestoneId: idOf('milestone'), title: 'Teams named' }),
        fact('MilestoneDropped', { milestoneId: idOf('milestone'), reason }),
        fact('MilestoneReached', { milestoneId: idOf('milestone') }),
      ],
    ],
  ] as const)('R16: %s is named where a fact breaks it', (rule, facts) => {
    const events = log(...facts).map((event) => ({
      ...event,
      day: event.metadata.occurredOn,
      ...event.metadata,
      knownSince: event.recordedAt,
    }));
    expect(foldFacts(commitmentShape, events as never).anomalies.map((anomaly) => anomaly.rule)).toEqual([rule]);
  });

  it('follows confirmations whichever is dated first', () => {
    const onBehalf = judged(A, B, 'met', { recordedBy: A, id: idOf('verdict'), on: '2025-01-20' });
    const confirmed = fact(
      'RecordConfirmed',
      { eventId: idOf('verdict'), party: B },
      { by: B, on: '2025-01-12', recordedAt: '2025-01-22T12:00:00.000Z' },
    );
    expect(endOf(view('2025-01-31', made(), claimed(A), onBehalf, confirmed).state)).toEqual({ kind: 'kept' });
  });
});

describe('what stands of shares', () => {
  const transferred = fact('ShareTransferred', { from: A, to: C, agreedBy: [B, C] }, { id: idOf('transfer') });
  const confirm = (party: string, on: '2025-01-03' | '2025-01-04') =>
    fact('RecordConfirmed', { eventId: idOf('transfer'), party }, { by: party, on });
  const owing = (...facts: Given<CommitmentEvent>[]) => heldShares(state(...facts)).map(({ party }) => party);

  it('R8: a transfer stands when every party named as agreeing has confirmed it, known since the last', () => {
    expect(owing(made(), transferred)).toEqual([A]);
    expect(owing(made(), transferred, confirm(C, '2025-01-03'))).toEqual([A]);
    const facts = [made(), transferred, confirm(C, '2025-01-03'), confirm(B, '2025-01-04')];
    expect(owing(...facts)).toEqual([C]);
    const [given] = state(...facts).shares;
    const exit = given?.exits[0];
    expect(exit && agreedSince(state(...facts), exit)).toBe('2025-01-04T12:00:00.000Z');
  });

  it('a transfer hands on the date in force, and the first one', () => {
    const own = made({ shares: [{ party: A, dueOn: '2025-01-31' }] });
    const facts = [own, transferred, confirm(C, '2025-01-03'), confirm(B, '2025-01-04')];
    expect(dateInForce(state(...facts), C)).toBe('2025-01-31');
    expect(heldShares(state(...facts))).toMatchObject([{ party: C, receivedFrom: A, originalDueOn: '2025-01-31' }]);
  });

  it('R4: shares that are released or transferred are required no more; where none is left it is released', () => {
    const two = made({ shares: [{ party: A }, { party: C }] });
    const released = fact('ShareReleased', { party: A, agreedBy: [], reason }, { by: B });
    expect(owing(two, released)).toEqual([C]);
    expect(endOf(state(two, released, claimed(C), judged(C, B)))).toEqual({ kind: 'kept' });
    expect(endOf(state(made(), released))).toEqual({ kind: 'released' });
  });

  it('R8: a share that is kept on keeps nobody from leaving, and stays bound', () => {
    expect(openSharesOf(state(made()), A)).toHaveLength(1);
    const kept = state(made(), fact('ShareKeptOn', { party: A }));
    expect([openSharesOf(kept, A).length, heldShares(kept).length]).toEqual([0, 1]);
  });

  it('R9: a role owns what is open and its own', () => {
    expect(ownedBy(state(made({ owner: OWNER })), OWNER.roleId)).toBe(true);
    expect(ownedBy(state(made()), OWNER.roleId)).toBe(false);
    expect(ownedBy(state(made({ owner: OWNER }), claimed(A), judged(A, B)), OWNER.roleId)).toBe(false);
  });

  it('R10: a commitment is open from its making to its end', () => {
    expect([
      isOpen(state()),
      isOpen(state(made())),
      isOpen(state(made(), fact('CommitmentBroken', { party: A, reason }))),
    ]).toEqual([false, true, false]);
  });

  it('the last light is that of the last report that gave one', () => {
    const report = (data: object) => fact('ProgressReported', { of: { kind: 'whole' }, party: A, ...data });
    expect(lastLight(state(made(), report({ light: 'at-risk' }), report({ percent: 50 })))?.data.light).toBe('at-risk');
  });
});
