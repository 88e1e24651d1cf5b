import { describe, expect, it } from '@jest/globals';
import type { Event, OccurredOn } from '#kernel';
import { A, B, C, COMMITMENT, claimed, commitmentsIn, D, fact, judged, made, TERMS } from '../testing/commitment.js';
import { idOf, text } from '../testing/given.js';
import type { CommitmentCommand } from './commitment.commands.js';
import type { CommitmentTerms } from './commitment.events.js';

const commitment = commitmentsIn();
const reason = text('reason');
const soon = { on: '2024-09-20' } as const;

/** The command that puts other words in the place of a fact's. */
function correct(
  corrects: string,
  replacement: { data: object; occurredOn: OccurredOn } | null,
  agreedBy?: string[],
): CommitmentCommand {
  return { type: 'CorrectFact', corrects, replacement, reason, ...(agreedBy === undefined ? {} : { agreedBy }) };
}
const said = (command: CommitmentCommand): Event => {
  const { type: _, ...data } = command;
  return { type: 'FactCorrected', data };
};
const correctTerms = (terms: Partial<CommitmentTerms>, agreedBy?: string[]) =>
  correct(idOf('making'), { data: { ...TERMS, ...terms }, occurredOn: '2024-09-01' }, agreedBy);
const correctClaim = (fulfilledOn: OccurredOn, agreedBy?: string[]) =>
  correct(idOf(`claiming of ${A}`), { data: { ...claimed(A).data, fulfilledOn }, occurredOn: '2025-01-05' }, agreedBy);
const accepted = async (decided: { then: (...events: never[]) => Promise<void> }, command: CommitmentCommand) =>
  decided.then(said(command) as never);

describe('corrections of facts', () => {
  const two = made({ shares: [{ party: A }, { party: C }] });

  it('R11: the party whose act it was corrects it, and nobody else', async () => {
    const command = correctClaim('2024-12-10');
    await accepted(commitment.given(two, claimed(A)).when(command, { on: '2025-01-06' }), command);
    await commitment.given(two, claimed(A)).when(command, { on: '2025-01-06', by: B }).thenRefused('R11', 'corrects');
    await commitment.given(two, claimed(A)).when(command, { on: '2025-01-06', by: C }).thenRefused('R11', 'corrects');
  });

  it('R11: the replacement obeys every rule of the original', async () => {
    const given = commitment.given(two, claimed(A), judged(A, B));
    await given.when(correctClaim('2025-01-06'), { on: '2025-01-07' }).thenRefused('R15', 'fulfilledOn');
    await given.when(correctClaim('2024-13-01'), { on: '2025-01-11' }).thenInvalid('replacement.data.fulfilledOn');
    const own = correct(idOf(`verdict of ${B} on ${A}`), { data: { ...judged(A, A).data }, occurredOn: '2025-01-10' });
    await given.when(own, { on: '2025-01-11', by: B }).thenRefused('R5', 'by');
    await commitment
      .given(made())
      .when(correctTerms({ owedTo: [A] }), soon)
      .thenRefused('R2', 'shares[0].party');
    await commitment
      .given(made())
      .when(correctTerms({ dueOn: '2024-08-31' }), soon)
      .thenRefused('R2', 'dueOn');
  });

  it('R11: the id by which others name a fact is left as it is', async () => {
    const renamed = correct(idOf(`claiming of ${A}`), {
      data: { ...claimed(A).data, claimId: idOf('other') },
      occurredOn: '2025-01-05',
    });
    await commitment.given(two, claimed(A)).when(renamed, { on: '2025-01-06' }).thenRefused('R11', 'replacement.data.claimId');
    const moved = correct(idOf('making'), { data: { ...TERMS, partnershipId: idOf('elsewhere') }, occurredOn: '2024-09-01' });
    await commitment.given(made()).when(moved, soon).thenRefused('R11', 'replacement.data.partnershipId');
  });

  it('R11: a judged claim is corrected only with the agreement of who judged it (case 24)', async () => {
    const given = commitment.given(two, claimed(A, {}, { fulfilledOn: '2025-01-05' }), judged(A, B));
    await given.when(correctClaim('2024-12-10'), { on: '2025-01-11' }).thenRefused('R11', 'agreedBy');
    const agreed = correctClaim('2024-12-10', [B]);
    await accepted(given.when(agreed, { on: '2025-01-11' }), agreed);
  });

  it('R11: a fact that others name is not struck before them', async () => {
    const strike = correct(idOf(`claiming of ${A}`), null, [B]);
    await commitment.given(two, claimed(A), judged(A, B)).when(strike, { on: '2025-01-11' }).thenRefused('R11', 'corrects');
    await accepted(commitment.given(two, claimed(A)).when(strike, { on: '2025-01-11' }), strike);
    const making = correct(idOf('making'), null, [B, C]);
    await commitment.given(two, claimed(A)).when(making, { on: '2025-01-11' }).thenRefused('R11', 'corrects');
  });

  it('R11: verdicts are corrected by the party that gave them', async () => {
    const verdict = idOf(`verdict of ${B} on ${A}`);
    const command = correct(verdict, { data: { ...judged(A, B, 'partially-met').data }, occurredOn: '2025-01-10' });
    const given = commitment.given(two, claimed(A), judged(A, B));
    await given.when(command, { on: '2025-01-11' }).thenRefused('R11', 'corrects');
    await accepted(given.when(command, { on: '2025-01-11', by: B }), command);
  });

  it('R14: words that stand already are not recorded again', async () => {
    await commitment.given(made()).when(correctTerms({}), soon).thenNothing();
  });

  it('is seen in the words and on the day of the correction, the first words kept', () => {
    const corrected = fact('FactCorrected', {
      corrects: idOf('making'),
      replacement: { data: { ...TERMS, dueOn: '2025-03-01' }, occurredOn: '2024-09-02' },
      reason,
    });
    const { state } = commitment.given(made(), corrected).folded();
    expect(state.made).toMatchObject({ day: '2024-09-02', data: { dueOn: '2025-03-01' } });
    expect(state.made?.corrected?.first).toMatchObject({ day: '2024-09-01', data: { dueOn: '2025-02-15' } });
  });
});

describe('records made on behalf of a party', () => {
  const onBehalf = claimed(A, { recordedBy: B });
  const confirm = { type: 'ConfirmRecord', eventId: idOf(`claiming of ${A}`), party: A } as const;

  it('R1: are confirmed or contested by that party, through another hand than the one that made them', async () => {
    const given = commitment.given(made(), onBehalf);
    const { type: _, ...word } = confirm;
    await given.when(confirm, { on: '2025-01-06' }).then({ type: 'RecordConfirmed', data: word });
    await given
      .when({ ...confirm, type: 'ContestRecord', reason }, { on: '2025-01-06' })
      .then({ type: 'RecordContested', data: { ...word, reason } });
    await given.when(confirm, { on: '2025-01-06', by: C }).thenRefused('R1', 'party');
    await given.when(confirm, { on: '2025-01-06', recordedBy: B }).thenRefused('R1', 'party');
    await given.when(confirm, { on: '2025-01-06', recordedBy: C }).thenRefused('R1', 'actor');
    await given.when({ ...confirm, eventId: idOf('X') }, { on: '2025-01-06' }).thenNotFound('eventId');
  });

  it('R14: are not confirmed twice', async () => {
    const confirmed = fact('RecordConfirmed', { eventId: idOf(`claiming of ${A}`), party: A }, { on: '2025-01-06' });
    await commitment.given(made(), onBehalf, confirmed).when(confirm, { on: '2025-01-07' }).thenNothing();
  });

  it('R11: are corrected, once another party confirmed them, only with its agreement', async () => {
    const released = fact('ShareReleased', { party: A, agreedBy: [B], reason }, { id: idOf('release') });
    const confirmed = fact('RecordConfirmed', { eventId: idOf('release'), party: B }, { by: B });
    const two = made({ shares: [{ party: A }, { party: C }] });
    const reasoned = correct(idOf('release'), {
      data: { party: A, agreedBy: [B], reason: text('another') },
      occurredOn: '2025-01-01',
    });
    await commitment.given(two, released, confirmed).when(reasoned).thenRefused('R11', 'agreedBy');
  });
});

describe('corrections of terms', () => {
  const later = { dueOn: '2025-04-15' } as const;

  it('R12: a party alone corrects terms within 30 days, before anything was claimed, linked or due', async () => {
    await accepted(commitment.given(made()).when(correctTerms(later), { on: '2024-10-01' }), correctTerms(later));
    await commitment.given(made()).when(correctTerms(later), { on: '2024-10-02' }).thenRefused('R12', 'agreedBy');
  });

  it('R12: not after something was claimed or linked, nor on the day it falls due', async () => {
    const linked = fact(
      'EvidenceLinked',
      { linkId: idOf('link'), evidenceId: idOf('minutes'), revision: 1, to: { kind: 'whole' }, stance: 'supports', by: A },
      { on: '2024-09-02' },
    );
    await commitment
      .given(made(), claimed(A, { on: '2024-09-02' }, { fulfilledOn: '2024-09-02' }))
      .when(correctTerms(later), soon)
      .thenRefused('R12', 'agreedBy');
    await commitment.given(made(), linked).when(correctTerms(later), soon).thenRefused('R12', 'agreedBy');
    const short = made({ dueOn: '2024-09-20' });
    await commitment.given(short).when(correctTerms(later), soon).thenRefused('R12', 'agreedBy');
    await accepted(commitment.given(short).when(correctTerms(later), { on: '2024-09-19' }), correctTerms(later));
  });

  it('R12: nor after the day first promised, where all agreed to another only when it had passed', async () => {
    const proposalId = idOf('proposal');
    const given = commitment.given(
      made({ dueOn: '2024-09-10' }),
      fact('DueDateProposed', { proposalId, of: { kind: 'whole' }, by: A, dueOn: '2024-12-01', reason }, { on: '2024-09-11' }),
      fact('DueDateAgreed', { proposalId, by: { party: B } }, { on: '2024-09-12', by: B }),
    );
    await given.when(correctTerms(later), soon).thenRefused('R12', 'agreedBy');
  });

  it('R12: later only with the agreement that a change would need (case 19)', async () => {
    const agreed = correctTerms(later, [B]);
    await accepted(commitment.given(made()).when(agreed, { on: '2025-03-20' }), agreed);
    await commitment.given(made()).when(correctTerms(later), { on: '2025-03-20' }).thenRefused('R12', 'agreedBy');
    const twoOwed = made({ owedTo: [B, D] });
    await commitment
      .given(twoOwed)
      .when(correctTerms({ ...later, owedTo: [B, D] }, [B]), { on: '2025-03-20' })
      .thenRefused('R12', 'agreedBy');
  });

  it('R12: a party that a correction binds or names as owed agrees too', async () => {
    const joined = { shares: [{ party: A }, { party: C }] };
    await commitment
      .given(made())
      .when(correctTerms(joined, [B]), { on: '2025-03-20' })
      .thenRefused('R12', 'agreedBy');
    await accepted(
      commitment.given(made()).when(correctTerms(joined, [B, C]), { on: '2025-03-20' }),
      correctTerms(joined, [B, C]),
    );
  });

  it('R12: striking the making is a change of all its terms', async () => {
    const strike = correct(idOf('making'), null);
    await accepted(commitment.given(made()).when(strike, soon), strike);
    await commitment.given(made()).when(strike, { on: '2025-01-11' }).thenRefused('R12', 'agreedBy');
  });

  it('R16: a commitment does not come to answer itself', async () => {
    const itself = commitmentsIn([], { [`commitment-${COMMITMENT}`]: [made()] });
    await itself
      .given(made())
      .when(correctTerms({ answers: COMMITMENT }), soon)
      .thenRefused('R16', 'answers');
  });

  it('R12: words that bind nobody are corrected at any time', async () => {
    const statement = correctTerms({ statement: 'Every grade team meets every week.' });
    await accepted(commitment.given(made()).when(statement, { on: '2025-03-20' }), statement);
  });

  it('R12: what all agreed to is corrected by all, but for its reason', async () => {
    const proposal = { proposalId: idOf('proposal'), of: { kind: 'whole' }, by: A, dueOn: '2025-03-20', reason } as const;
    const given = commitment.given(
      made(),
      fact('DueDateProposed', proposal, { on: '2025-01-10', id: idOf('proposing') }),
      fact(
        'DueDateAgreed',
        { proposalId: proposal.proposalId, by: { party: B } },
        { on: '2025-01-12', by: B, id: idOf('agreeing') },
      ),
    );
    const earlier = correct(idOf('agreeing'), {
      data: { proposalId: proposal.proposalId, by: { party: B } },
      occurredOn: '2025-01-11',
    });
    await given.when(earlier, { on: '2025-01-20', by: B }).thenRefused('R12', 'agreedBy');
    const strike = correct(idOf('agreeing'), null);
    await given.when(strike, { on: '2025-01-20', by: B }).thenRefused('R12', 'agreedBy');
    const struck = correct(idOf('agreeing'), null, [A]);
    await accepted(given.when(struck, { on: '2025-01-20', by: B }), struck);
    const reasoned = correct(
      idOf('proposing'),
      { data: { ...proposal, reason: text('a better reason') }, occurredOn: '2025-01-10' },
      [B],
    );
    await accepted(given.when(reasoned, { on: '2025-01-20' }), reasoned);
  });

  it('R12: a release that was agreed is taken back only by all who agreed', async () => {
    const released = fact('ShareReleased', { party: A, agreedBy: [B], reason }, { id: idOf('release') });
    const strike = correct(idOf('release'), null);
    await commitment.given(made(), released).when(strike).thenRefused('R12', 'agreedBy');
    await accepted(commitment.given(made(), released).when({ ...strike, agreedBy: [B] } as CommitmentCommand), {
      ...strike,
      agreedBy: [B],
    } as CommitmentCommand);
  });

  it('R3: criteria lock with the first claim or linked evidence, also where the claim was withdrawn', async () => {
    const easier = { doneWhen: [{ id: 'c1', text: 'Minutes of some meetings' }] };
    await accepted(commitment.given(made()).when(correctTerms(easier), soon), correctTerms(easier));
    const claim = claimed(A, { on: '2024-09-02' }, { fulfilledOn: '2024-09-02' });
    const withdrawn = fact('ClaimWithdrawn', { claimId: idOf(`claim of ${A}`) }, { on: '2024-09-03' });
    await commitment.given(made(), claim).when(correctTerms(easier), soon).thenRefused('R3', 'replacement.data.doneWhen');
    await commitment
      .given(made(), claim, withdrawn)
      .when(correctTerms(easier), soon)
      .thenRefused('R3', 'replacement.data.doneWhen');
    await accepted(commitment.given(made(), claim).when(correctTerms(easier, [B]), soon), correctTerms(easier, [B]));
  });

  it('R4: nor by asking for all of fewer shares', async () => {
    const three = made({ shares: [{ party: A }, { party: C }, { party: D }], completion: { atLeast: 2 } });
    const fewer = (...shares: { party: string }[]) => correctTerms({ shares, completion: 'all' }, [B, C, D]);
    await commitment
      .given(three)
      .when(fewer({ party: A }), soon)
      .thenRefused('R4', 'replacement.data.completion');
    await accepted(commitment.given(three).when(fewer({ party: A }, { party: C }), soon), fewer({ party: A }, { party: C }));
  });

  it('R12: of a standing promise not alone once its first period has fallen due, nor the day it begins with', async () => {
    const every = { every: { period: 'week', quantity: { atLeast: 5, unit: 'visits' } } } as const;
    const fewer = correctTerms({ every: { period: 'week', quantity: { atLeast: 1, unit: 'visits' } } });
    // 1 September 2024 is a Sunday: the first whole week ends on the 8th.
    await commitment.given(made(every)).when(fewer, { on: '2024-09-08' }).thenRefused('R12', 'agreedBy');
    await accepted(commitment.given(made(every)).when(fewer, { on: '2024-09-07' }), fewer);
    const begun = (occurredOn: OccurredOn) => correct(idOf('making'), { data: { ...TERMS, ...every }, occurredOn });
    await commitment.given(made(every)).when(begun('2024-09-20'), { on: '2024-09-20' }).thenRefused('R12', 'agreedBy');
  });

  it('R12: a promise that is due once does not become a standing one, nor the other way round, but while it is fresh', async () => {
    const weekly = { every: { period: 'week' } } as const;
    const standing = correctTerms(weekly, [B]);
    await accepted(commitment.given(made()).when(standing, soon), standing);
    await commitment.given(made()).when(standing, { on: '2024-10-20' }).thenRefused('R12', 'agreedBy');
    const once = correctTerms({}, [B]);
    await commitment.given(made(weekly)).when(once, { on: '2024-10-20' }).thenRefused('R12', 'agreedBy');
    const monthly = correctTerms({ every: { period: 'month' } }, [B]);
    await accepted(commitment.given(made(weekly)).when(monthly, { on: '2024-10-20' }), monthly);
  });

  it('R2: a proposal is not corrected to a day before all had agreed to it', async () => {
    const proposal = { proposalId: idOf('proposal'), of: { kind: 'whole' }, by: A, dueOn: '2025-03-20', reason } as const;
    const given = commitment.given(
      made(),
      fact('DueDateProposed', proposal, { on: '2025-01-05', id: idOf('proposing') }),
      fact('DueDateAgreed', { proposalId: proposal.proposalId, by: { party: B } }, { on: '2025-02-10', by: B }),
    );
    const to = (dueOn: OccurredOn) => correct(idOf('proposing'), { data: { ...proposal, dueOn }, occurredOn: '2025-01-05' }, [B]);
    await given.when(to('2025-02-09'), { on: '2025-02-11' }).thenRefused('R2', 'replacement.data.dueOn');
    await accepted(given.when(to('2025-02-10'), { on: '2025-02-11' }), to('2025-02-10'));
  });

  it('R5: who has judged a claim is not corrected away from those it is owed to', async () => {
    const two = { shares: [{ party: A }, { party: C }] };
    await commitment
      .given(made(two), claimed(A), judged(A, B))
      .when(correctTerms({ ...two, owedTo: [D] }, [B, C, D]), { on: '2025-02-11' })
      .thenRefused('R11', 'corrects');
  });

  it('R16: who is named as having agreed is there to confirm it', async () => {
    await commitment
      .given(made())
      .when(correctTerms(later, [B, idOf('stranger')]), soon)
      .thenRefused('R16', 'agreedBy[1]');
  });

  it('R4: the number that completion asks for never shrinks, whoever agrees', async () => {
    const three = { shares: [{ party: A }, { party: C }, { party: D }], completion: { atLeast: 2 } } as const;
    await commitment
      .given(made(three))
      .when(correctTerms({ ...three, completion: { atLeast: 1 } }, [B, C, D]), soon)
      .thenRefused('R4', 'replacement.data.completion');
  });
});
