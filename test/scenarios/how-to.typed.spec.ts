import { describe, expect, it } from '@jest/globals';
import { canRunPages, typedPage } from '../support/page.js';

/** Where there is no shell with curl, the pages cannot be typed. */
(canRunPages ? describe : describe.skip)('a how-to, typed as it is written, prints what stands in it', () => {
  it.each([
    'record-over-http',
    'import-history',
    'back-up-and-restore',
    'move-a-ledger',
    'give-access',
    'prepare-a-quarterly-review',
    'record-a-meeting',
    'change-a-promise',
    'let-a-party-leave',
    'look-back',
    'erase-personal-data',
  ])(
    '%s',
    async (page) => {
      const { printed, shown } = await typedPage(`docs/how-to/${page}.md`);
      expect(shown.length).toBeGreaterThan(3);
      expect(printed).toEqual(shown);
    },
    300_000,
  );
});
