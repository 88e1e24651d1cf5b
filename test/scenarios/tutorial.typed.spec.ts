import { beforeAll, describe, expect, it } from '@jest/globals';
import { canRunPages, type Outcome, typedPage } from '../support/page.js';

/** Where there is no shell with curl, the page cannot be typed. */
(canRunPages ? describe : describe.skip)('the tutorial, typed as it is written', () => {
  let printed: readonly Outcome[];
  let shown: readonly Outcome[];

  beforeAll(async () => {
    ({ printed, shown } = await typedPage('docs/tutorial/first-review.md'));
  }, 300_000);

  it('prints what stands in the page, command by command', () => {
    expect(printed).toEqual(shown);
  });

  it('goes from an empty folder to a review in which the other party has judged', () => {
    const reviews = printed.filter(({ typed }) => typed.includes('-- review ')).map((outcome) => outcome.printed);
    expect(reviews).toHaveLength(3);
    expect(reviews[0]).toContain('Kept or late, and only claimed: 1 (P1)');
    expect(reviews[1]).toContain('verified by those it is owed to: 1 (P1)');
    expect(reviews[2]).toContain('Kept or late, and only claimed: 1 (P1)');
  });
});
