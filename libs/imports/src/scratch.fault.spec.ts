import { expect, it } from '@jest/globals';
import { fullDisk } from '../../../test/faults/full-disk.js';
import { Scratch } from './scratch.js';
import { placed } from './testing/placed.js';

it('a dry run whose scratch file finds no room says where, and what to do', async () => {
  const disk = await fullDisk();
  try {
    const scratch = Scratch.open(disk.folder);
    await disk.fill(64 * 1024);
    const body = JSON.stringify({ type: 'Counted', data: { note: 'x'.repeat(10_000) } });
    try {
      expect(() => {
        for (let revision = 0n; revision < 100n; revision += 1n) scratch.add(placed(revision), body);
      }).toThrow(
        expect.objectContaining({
          kind: 'unavailable',
          code: 'STORE_UNAVAILABLE',
          message: expect.stringMatching(new RegExp(`no room in ${disk.folder} \\((ENOSPC|EFBIG)\\).*TMPDIR`)),
        }),
      );
    } finally {
      await disk.makeRoom();
      scratch.end();
    }
  } finally {
    await disk.remove();
  }
});
