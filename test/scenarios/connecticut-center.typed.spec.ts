import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connecticutCenter, recordScenario, type ScenarioRecorded } from '#blueprints';
import { reviewDocument, toCsv, toMarkdown, toText } from '#documents';
import type { Id } from '#kernel';
import { OpenLedger, type Review, reviewOf } from '#platform';
import { recorder } from '../support/record.js';

const scenario = connecticutCenter;

describe('a year and a half of the Connecticut Center and its districts', () => {
  let folder: string;
  let ledger: OpenLedger;
  let first: ScenarioRecorded;
  let review: Review;

  const record = () =>
    ledger.files.keeping((keepFile) => recordScenario(scenario, { record: recorder(ledger), texts: ledger.texts, keepFile }));

  /** A commitment of the scenario by the first words of what was promised. */
  const promised = (words: string): Id => {
    const found = [...review.names.commitments].filter(([, { statement }]) => statement.startsWith(words));
    expect(found).toHaveLength(1);
    return found[0]?.[0] ?? '';
  };
  const outcome = (name: 'kept' | 'keptLate' | 'partlyKept' | 'pushed' | 'missed') =>
    review.scorecard.commitments.outcomes[name]
      .map(({ commitmentId, period, dueOn }) => `${commitmentId} ${period ?? ''} ${dueOn}`)
      .sort();
  const item = (words: string, dueOn: string, period = '') => `${promised(words)} ${period} ${dueOn}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    ledger = await OpenLedger.inFolder(folder, { warn: () => undefined });
    first = await record();
    review = await reviewOf(ledger, scenario.partnershipId, scenario.review);
  }, 60_000);
  afterAll(async () => {
    await ledger.close();
    await rm(folder, { recursive: true });
  });

  it('is recorded through the public commands, once', async () => {
    expect(first).toMatchObject({ steps: scenario.steps.length, recorded: scenario.steps.length, alreadyRecorded: 0 });
    const head = await ledger.store.head();
    expect(await record()).toMatchObject({ recorded: 0, events: 0 });
    expect(await ledger.store.head()).toBe(head);
  });

  it('opens on the basis of its sources, since it is reconstructed, and says so', () => {
    expect(review.scorecard).toMatchObject({ basis: 'source', history: 'reconstructed', judgedThrough: '2010-12-31' });
  });

  it('counts what fell due from October to December 2010 (lines 3 and 7)', () => {
    expect(outcome('kept')).toEqual(
      [
        // Four days on site in October, confirmed; four in November, claimed and not yet judged.
        item('Center staff spend', '2010-10-31', '2010-10-31'),
        item('Center staff spend', '2010-11-30', '2010-11-30'),
        item('Meet at least quarterly', '2010-12-31', '2010-12-31'),
        item('Principals are present', '2010-10-31', '2010-10-31'),
        item('Give teachers the resources', '2010-11-19'),
        // Recorded on behalf of the principals, then confirmed by them; judged by the district.
        item('Walk through classrooms', '2010-12-10'),
      ].sort(),
    );
    // First claim rejected; done on 23 November, eleven days after the date agreed in time.
    expect(outcome('keptLate')).toEqual([item('Adopt one rubric', '2010-11-12')]);
    // Three of the four cases needed; one of the two shares done, the other announced for January.
    expect(outcome('partlyKept')).toEqual(
      [item('Each district brings', '2010-12-03'), item('Observe and survey', '2010-12-17')].sort(),
    );
    expect(outcome('pushed')).toEqual([]);
    expect(outcome('missed')).toEqual(
      [
        // Three days in December are fewer than four.
        item('Center staff spend', '2010-12-31', '2010-12-31'),
        item('Principals are present', '2010-11-30', '2010-11-30'),
        item('Principals are present', '2010-12-31', '2010-12-31'),
        // Declared broken before it was due.
        item('Free two hours', '2010-11-01'),
      ].sort(),
    );
    expect(review.scorecard.commitments.followThrough).toEqual({ kept: 6, counted: 13, rate: { num: 6, den: 13 } });
  });

  it('lists what was moved in time, what was carried in and what has no date (lines 1 to 4)', () => {
    const { uncounted, carriedIn, noDate } = review.scorecard.commitments;
    expect(uncounted.renegotiated).toEqual([
      expect.objectContaining({ commitmentId: promised('Adopt one rubric'), dueOn: '2010-10-15' }),
    ]);
    expect(uncounted.released.map(({ commitmentId }) => commitmentId)).toEqual([promised('Each district brings')]);
    expect(noDate.map(({ commitmentId }) => commitmentId)).toEqual([promised('Build the board')]);
    // Two months of too few days on site, the coaching partly done, and three months without principals at data teams.
    expect(carriedIn.map(({ dueOn }) => dueOn).sort()).toEqual([
      '2010-02-28',
      '2010-06-18',
      '2010-06-30',
      '2010-07-31',
      '2010-07-31',
      '2010-08-31',
    ]);
  });

  it('shows how a late move does not release the first date (line 1), and a rejected claim does not count (line 5)', async () => {
    const spring = await reviewOf(ledger, scenario.partnershipId, { quarter: 'FY2010-Q4', asOf: '2011-01-31' });
    const { outcomes, beside } = spring.scorecard.commitments;
    expect(outcomes.keptLate.map(({ commitmentId }) => commitmentId)).toContain(promised('Revamp professional'));
    expect(beside.reDated).toEqual([expect.objectContaining({ commitmentId: promised('Revamp professional') })]);
    // Claimed on 30 March, rejected on 7 April: missed in its own quarter, done in the next.
    const winter = (asOf: string) => reviewOf(ledger, scenario.partnershipId, { quarter: 'FY2010-Q3', asOf });
    const purpose = expect.objectContaining({ commitmentId: promised('Turn administrative meetings') });
    expect((await winter('2010-04-06')).scorecard.commitments.outcomes.kept).toContainEqual(purpose);
    expect((await winter('2010-04-07')).scorecard.commitments.outcomes.missed).toContainEqual(purpose);
    expect(spring.scorecard.commitments.carriedIn).toContainEqual(
      expect.objectContaining({ commitmentId: promised('Turn administrative meetings'), doneOn: '2010-05-18', became: 'done' }),
    );
  });

  it('knows on an earlier day only what was known then', async () => {
    const known = await reviewOf(ledger, scenario.partnershipId, { quarter: 'FY2011-Q2', asOf: '2010-11-15' });
    const { outcomes, pending } = known.scorecard.commitments;
    // The rubric had been claimed and not yet rejected.
    expect(outcomes.kept.map(({ commitmentId }) => commitmentId)).toContain(promised('Adopt one rubric'));
    expect(pending.map(({ commitmentId }) => commitmentId)).toContain(promised('Observe and survey'));
  });

  it.each([
    ['2010-09-30', 'The quarter begins on 1 Oct 2010: nothing of it is judged yet.'],
    ['2010-11-15', 'Judged through 15 Nov 2010: the quarter is not over.'],
    ['2011-01-31', 'Judged through 31 Dec 2010.'],
  ])('says how far the quarter can be judged: as of %s', async (asOf, says) => {
    const known = await reviewOf(ledger, scenario.partnershipId, { quarter: 'FY2011-Q2', asOf });
    expect(toText(reviewDocument(known.scorecard, known.earlier, known.names), 10_000)).toContain(
      `(basis: source). ${says} Counted`,
    );
  });

  it('says that a partnership was not known yet, instead of an empty review', async () => {
    await expect(reviewOf(ledger, scenario.partnershipId, { ...scenario.review, basis: 'ledger' })).rejects.toMatchObject({
      kind: 'not-found',
      problems: [expect.objectContaining({ field: 'asOf' })],
    });
  });

  it.each([
    ['docs/reference/a-review.md', (document: Parameters<typeof toMarkdown>[0]) => toMarkdown(document)],
    ['docs/reference/a-review.txt', (document: Parameters<typeof toMarkdown>[0]) => toText(document)],
  ])('prints the review that stands in %s', async (path, print) => {
    expect(print(reviewDocument(review.scorecard, review.earlier, review.names))).toBe(await readFile(path, 'utf8'));
  });

  it('opens the first page of the review in the README', async () => {
    const text = toText(reviewDocument(review.scorecard, review.earlier, review.names));
    const readme = await readFile('README.md', 'utf8');
    const shown = /<!-- review -->\n```text\n([\s\S]*?)```\n<!-- end -->/.exec(readme)?.[1] ?? '';
    expect(shown.length).toBeGreaterThan(1000);
    expect(text.startsWith(shown)).toBe(true);
  });

  it('opens every figure into the facts it counted, as CSV', () => {
    const csv = toCsv(review.scorecard, review.names);
    expect(csv.split('\n').filter((line) => line.includes(',missed,'))).toHaveLength(4);
  });
});
