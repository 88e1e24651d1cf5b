import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CommitmentTerms } from '#domain';
import { type CivilDate, fromEpochDay } from '#kernel';
import { breaches, canonicalScorecard, commitmentViews, scorecardV1 } from '#scoring';
import { seedOf } from '../../kernel/src/testing/seed.js';
import { type History, history, type Terms } from './testing/history.js';

/** A day of the winter of 2024 to 2025, and when it was written down. */
const when = fc
  .record({ day: fc.integer({ min: 20_030, max: 20_190 }), lag: fc.integer({ min: 0, max: 60 }) })
  .map(({ day, lag }) => ({ on: fromEpochDay(day), recorded: fromEpochDay(day + lag) }));
const day = fc.integer({ min: 20_060, max: 20_240 }).map((n): CivilDate => fromEpochDay(n));
const party = fc.constantFrom('A', 'B', 'C', 'D');
const id = fc.constantFrom('c', 'd');

/** Anything may be said, in any order, also what a decider would refuse. */
const sentence = fc.oneof(
  fc.record({ id, when, due: day }).map((s) => (h: History) => void h.made(s.id, { owes: ['A', 'C'], due: s.due }, s.when)),
  fc.record({ id, when, due: day }).map((s) => (h: History) => {
    h.made(s.id, { due: s.due, more: { every: { period: 'month', quantity: { atLeast: 2, unit: 'visits' } } } }, s.when);
  }),
  fc
    .record({ id, when, due: day, by: fc.subarray(['A', 'B', 'C']) })
    .map((s) => (h: History) => void h.moved(s.id, s.due, s.by, s.when)),
  fc.record({ id, when, due: day, party }).map((s) => (h: History) => void h.announced(s.id, s.party, s.due, s.when)),
  fc.record({ id, when, party, quantity: fc.constantFrom(0.5, 1, 2) }).map((s) => (h: History) => {
    h.claimed(s.id, s.party, s.when, { quantity: s.quantity });
  }),
  fc
    .record({ id, when, by: party, of: party, verdict: fc.constantFrom('met', 'partially-met', 'not-met') })
    .map((s) => (h: History) => void h.judged(s.id, s.by, s.of, s.verdict, s.when)),
  fc.record({ id, when, party }).map((s) => (h: History) => void h.broken(s.id, s.party, s.when)),
  fc.record({ id, when, by: fc.subarray(['A', 'B', 'C']) }).map((s) => (h: History) => void h.withdrawn(s.id, s.by, s.when)),
  fc.record({ id, when, party }).map((s) => (h: History) => void h.released(s.id, s.party, ['B'], s.when)),
  fc
    .record({ id, when, from: party, to: party })
    .map((s) => (h: History) => void h.transferred(s.id, s.from, s.to, [s.to, 'B'], s.when)),
  fc.record({ id, when, n: fc.nat(40), party }).map((s) => (h: History) => {
    const about = h.events()[s.n];
    if (about !== undefined) h.confirmed(s.id, about.id, s.party, s.when);
  }),
  fc.record({ id, when, n: fc.nat(40), to: fc.option(day) }).map((s) => (h: History) => {
    const about = h.events()[s.n];
    if (about !== undefined) h.corrected(s.id, about.id, s.to === null ? null : { occurredOn: s.to }, ['A'], s.when);
  }),
  fc
    .record({ id, when, due: fc.option(day, { nil: undefined }) })
    .map((s) => (h: History) => void h.milestone(s.id, 'm', s.when, s.due)),
  fc.record({ id, when, due: day }).map((s) => (h: History) => void h.rescheduled(s.id, 'm', s.due, s.when)),
  fc.record({ id, when }).map((s) => (h: History) => void h.reached(s.id, 'm', s.when)),
  fc.record({ id, when }).map((s) => (h: History) => void h.reopened(s.id, 'm', s.when)),
);
const sentences = fc.array(sentence, { minLength: 3, maxLength: 25 });
const told = (said: readonly ((h: History) => void)[], asked: Partial<Terms> = {}) => {
  const h = history();
  h.made('c', { owes: ['A', 'C'], ...asked }, { on: '2024-09-01', id: 'making' });
  for (const say of said) say(h);
  return h;
};
const ledger = sentences.map((said) => told(said).events());
const terms = fc.record({
  owes: fc
    .subarray(['A', 'B', 'C', 'D'], { minLength: 1 })
    .chain((owing) =>
      fc.tuple(
        ...owing.map((its) => fc.option(day, { nil: undefined }).map((dueOn) => ({ party: its, ...(dueOn && { dueOn }) }))),
      ),
    ),
  to: fc.subarray(['A', 'B', 'C', 'D'], { minLength: 1 }),
  due: day,
  more: fc.constantFrom<Partial<CommitmentTerms>>({}, { dueBasis: 'none' }, { completion: { atLeast: 1 } }),
});
const every = fc
  .record({ period: fc.constantFrom('week', 'month', 'quarter'), atLeast: fc.constantFrom(1, 2) })
  .map(({ period, atLeast }) => ({ every: { period, quantity: { atLeast, unit: 'visits' } } }));
/** Due once: by the date of the whole, or by those of its shares. */
const once = fc.option(fc.tuple(day, fc.option(day, { nil: undefined })), { nil: undefined }).map((own): Partial<Terms> => {
  if (own === undefined) return {};
  const [first, second] = own;
  return {
    owes: [
      { party: 'A', dueOn: first },
      { party: 'C', ...(second && { dueOn: second }) },
    ],
    more: { dueBasis: 'none' },
  };
});
/** What a promise asks for in each period, as it was made and afterwards; nothing of one that is due once. */
const periods = fc.option(fc.tuple(every, every), { nil: [{}, {}] as const });
const instant = fc.integer({ min: 20_050, max: 20_260 }).map((n) => `${fromEpochDay(n)}T23:00:00.000Z` as const);
const basis = fc.constantFrom('ledger', 'source');
const runs = () => ({ numRuns: 150, seed: seedOf() });

describe('a scorecard', () => {
  it('judges a quarter by what was agreed in it: terms that all correct after it change none of its figures (rule 12)', () => {
    fc.assert(
      fc.property(sentences, terms, once, periods, (said, others, dated, [first, then]) => {
        const h = told(said, { ...dated, more: { ...dated.more, ...first } });
        const figures = () => {
          const { commitments, byParty, byGoal, silent, milestones, slippage, lateness } = h.card('FY2025-Q3', '2025-07-20');
          const { beside: _, ...counted } = commitments;
          return { counted, byParty, byGoal, silent, milestones, slippage, lateness };
        };
        // Another day of the making, or none, is a correction of a fact, and counts for ever.
        fc.pre(!h.events().some((event) => event.type === 'FactCorrected' && event.data.corrects === 'making'));
        const before = figures();
        const correction = h.corrected(
          'c',
          'making',
          { data: h.terms({ ...others, more: { ...others.more, ...then } }) },
          ['A', 'B', 'C', 'D'],
          '2025-07-10',
        );
        for (const party of ['B', 'C', 'D']) h.confirmed('c', correction, party, '2025-07-10');
        expect(figures()).toEqual(before);
      }),
      runs(),
    );
  });

  it('never changes by facts recorded after the instant it is known at, on basis ledger', () => {
    fc.assert(
      fc.property(ledger, instant, (events, asOf) => {
        const request = { quarter: 'FY2025-Q3', asOf, basis: 'ledger' } as const;
        const then = events.filter((event) => event.recordedAt <= asOf);
        expect(canonicalScorecard(scorecardV1({ events }, request))).toBe(
          canonicalScorecard(scorecardV1({ events: then }, request)),
        );
      }),
      runs(),
    );
  });

  it('is the same for the same events, in whatever order they are handed over', () => {
    fc.assert(
      fc.property(
        ledger.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        instant,
        ([events, shuffled], asOf) => {
          const request = { quarter: 'FY2025-Q3', asOf, basis: 'ledger' } as const;
          const found = canonicalScorecard(scorecardV1({ events: shuffled }, request));
          expect(found).toBe(canonicalScorecard(scorecardV1({ events }, request)));
        },
      ),
      runs(),
    );
  });

  it('never throws, whatever part of a history is there, and neither do views and breaches', () => {
    fc.assert(
      fc.property(
        ledger.chain((events) => fc.subarray(events)),
        instant,
        basis,
        (events, asOf, on) => {
          canonicalScorecard(scorecardV1({ events }, { quarter: 'FY2025-Q3', asOf, basis: on }));
          commitmentViews(events, { on: '2025-03-31', asOf, basis: on });
          breaches(events, { asOf, basis: on });
        },
      ),
      runs(),
    );
  });

  it('counts every item once: outcomes, pending and carried in have no item in common', () => {
    fc.assert(
      fc.property(ledger, instant, (events, asOf) => {
        const { commitments } = scorecardV1({ events }, { quarter: 'FY2025-Q3', asOf, basis: 'ledger' });
        const items = [...Object.values(commitments.outcomes).flat(), ...commitments.pending, ...commitments.carriedIn];
        const names = items.map((item) => `${item.commitmentId} ${item.period ?? ''}`);
        expect(new Set(names).size).toBe(names.length);
      }),
      runs(),
    );
  });
});
