import { describe, expect, it } from '@jest/globals';
import { A, B, C, claimed, commitmentsIn, fact, judged, made, TERMS } from '../testing/commitment.js';
import { type Given, type How, idOf, personOf, text } from '../testing/given.js';
import type { CommitmentEvent, CommitmentTerms } from './commitment.events.js';
import { dateInForce, heldShares } from './commitment.standing.js';

const commitment = commitmentsIn();
const reason = text('reason');
const CORRECTION = idOf('correction');
const LATER = { dueOn: '2025-04-15' } as const;
const on = { on: '2025-03-21' } as const;

const said = (terms: Partial<CommitmentTerms> | null, agreedBy: readonly string[], corrects = idOf('making')) => ({
  corrects,
  replacement: terms === null ? null : { data: { ...TERMS, ...terms }, occurredOn: '2024-09-01' as const },
  reason,
  agreedBy,
});
const corrected = (terms: Partial<CommitmentTerms> | null, agreedBy: readonly string[], how: How = {}): Given<CommitmentEvent> =>
  fact('FactCorrected', said(terms, agreedBy), { on: '2025-03-20', id: CORRECTION, ...how });
const confirmed = (party: string, how: How = {}) =>
  fact('RecordConfirmed', { eventId: CORRECTION, party }, { on: '2025-03-25', by: party, ...how });
const confirm = (party: string) => ({ type: 'ConfirmRecord', eventId: CORRECTION, party }) as const;

describe('a correction of terms that another party is said to have agreed to', () => {
  it('R12: moves nothing until that party confirms it (case 19)', () => {
    const date = (...facts: Given<CommitmentEvent>[]) => dateInForce(commitment.given(made(), ...facts).folded().state);
    expect(date(corrected(LATER, [B]))).toBe('2025-02-15');
    expect(date(corrected(LATER, [B]), confirmed(B, { recordedBy: A }))).toBe('2025-02-15');
    expect(date(corrected(LATER, [B]), confirmed(B))).toBe('2025-04-15');
  });

  it('R12: strikes no making that it does not agree to have struck', () => {
    expect(commitment.given(made(), corrected(null, [B])).folded().state.made).toBeDefined();
    expect(commitment.given(made(), corrected(null, [B]), confirmed(B)).folded().state.made).toBeUndefined();
  });

  it('R1: is confirmed by each party it names, through another hand than the one that recorded it', async () => {
    const given = commitment.given(made(), corrected(LATER, [B]));
    const { type: _, ...word } = confirm(B);
    await given.when(confirm(B), { ...on, by: B }).then({ type: 'RecordConfirmed', data: word });
    await given.when(confirm(B), { ...on, by: B, recordedBy: A }).thenRefused('R1', 'party');
    await given.when(confirm(C), { ...on, by: C }).thenRefused('R1', 'eventId');
    await given
      .when({ ...confirm(B), type: 'ContestRecord', reason }, { ...on, by: B })
      .then({ type: 'RecordContested', data: { ...word, reason } });
  });

  it('R12: is confirmed for a body by who administers, where changes are agreed by a body', async () => {
    const body = idOf('body');
    const byBody = { changesAgreedBy: { bodyId: body } } as const;
    const facts = [made(byBody), corrected({ ...byBody, ...LATER }, [body])];
    const facilitator = { kind: 'person', personId: idOf('facilitator') } as const;
    const { type: _, ...word } = confirm(body);
    await commitment
      .given(...facts)
      .when(confirm(body), { ...on, by: facilitator })
      .then({ type: 'RecordConfirmed', data: word });
    await commitment
      .given(...facts)
      .when(confirm(body), { ...on, by: facilitator, recordedBy: A })
      .thenRefused('R1', 'party');
    const agreed = commitment.given(...facts, confirmed(body, { by: facilitator })).folded().state;
    expect(dateInForce(agreed)).toBe('2025-04-15');
  });

  it('R11: lets no other correction of the same fact in while it waits', async () => {
    const given = commitment.given(made(), corrected(LATER, [B]));
    const another = { type: 'CorrectFact', ...said({ ...LATER, statement: 'Every team meets.' }, []) } as const;
    await given.when(another, on).thenRefused('R11', 'corrects');
    expect(
      await commitment
        .given(made(), corrected(LATER, [B]), confirmed(B))
        .when(another, on)
        .events(),
    ).toHaveLength(1);
  });

  it('R14: is not recorded twice while it waits', async () => {
    const again = { type: 'CorrectFact', ...said(LATER, [B]) } as const;
    await commitment
      .given(made(), corrected(LATER, [B]))
      .when(again, on)
      .thenNothing();
  });

  it('R11: is taken back alone by the party whose act it was, once', async () => {
    const back = { corrects: CORRECTION, replacement: null, reason } as const;
    const given = commitment.given(made(), corrected(LATER, [B]));
    await given.when({ type: 'CorrectFact', ...back }, on).then({ type: 'FactCorrected', data: back });
    await given.when({ type: 'CorrectFact', ...back }, { ...on, by: B }).thenRefused('R11', 'corrects');
    const struck = fact('FactCorrected', back, { on: '2025-03-21' });
    const after = commitment.given(made(), corrected(LATER, [B]), struck, confirmed(B));
    expect(dateInForce(after.folded().state)).toBe('2025-02-15');
    await after.when({ type: 'CorrectFact', ...back }, { on: '2025-03-26' }).thenNothing();
  });

  it('R11: is taken back alone also where what it would correct was judged', async () => {
    const claim = idOf(`claiming of ${A}`);
    const words = { data: { ...claimed(A).data, fulfilledOn: '2024-12-10' }, occurredOn: '2025-01-05' } as const;
    const waiting = fact(
      'FactCorrected',
      { corrects: claim, replacement: words, reason, agreedBy: [B] },
      { id: CORRECTION, on: '2025-01-20' },
    );
    const two = made({ shares: [{ party: A }, { party: C }] });
    const back = { type: 'CorrectFact', corrects: CORRECTION, replacement: null, reason } as const;
    expect(await commitment.given(two, claimed(A), judged(A, B), waiting).when(back, on).events()).toHaveLength(1);
  });

  it('R11: in other words it names who agrees to these words', async () => {
    const given = commitment.given(made(), corrected(LATER, [B]));
    const inner = said({ dueOn: '2025-05-01' }, [B]);
    const reworded = { corrects: CORRECTION, replacement: { data: inner, occurredOn: '2025-03-20' }, reason } as const;
    await given.when({ type: 'CorrectFact', ...reworded }, on).thenRefused('R11', 'replacement.data.agreedBy');
    const agreed = { ...reworded, agreedBy: [B] };
    await given.when({ type: 'CorrectFact', ...agreed }, on).then({ type: 'FactCorrected', data: agreed });
  });

  it('R11: does not come into effect once others rest on what it would change', async () => {
    const two = { shares: [{ party: A }, { party: C }] };
    const facts = [made(two), corrected({}, [B, C]), confirmed(B)];
    await commitment
      .given(...facts)
      .when(confirm(C), { on: '2025-03-26', by: C })
      .then({ type: 'RecordConfirmed', data: { eventId: CORRECTION, party: C } });
    await commitment
      .given(...facts, claimed(C, { on: '2025-03-25' }))
      .when(confirm(C), { on: '2025-03-26', by: C })
      .thenRefused('R11', 'eventId');
    expect(heldShares(commitment.given(...facts, confirmed(C)).folded().state).map(({ party }) => party)).toEqual([A]);
  });

  it('R11: stays out where the person who recorded it speaks for the other party too', async () => {
    const ann = personOf(A);
    if (ann.kind !== 'person') throw new Error('a party acts through a person');
    await commitment
      .given(made(), corrected(LATER, [B]))
      .when(confirm(B), { ...on, by: B, recordedBy: { kind: 'person', id: ann.personId } })
      .thenRefused('R1', 'party');
  });
});
