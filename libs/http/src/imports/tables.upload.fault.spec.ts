import { Readable } from 'node:stream';
import { expect, it } from '@jest/globals';
import type { Request } from 'express';
import { fullDisk } from '../../../../test/faults/full-disk.js';
import { TablesStorage } from './tables.upload.js';

it('tables that find no room on their way in say where, and what to do', async () => {
  const disk = await fullDisk();
  try {
    await disk.fill(64 * 1024);
    const stream = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(10_000, 'x')));
    const refusal = new Promise((told) => {
      new TablesStorage(disk.folder)._handleFile({} as Request, { stream } as Express.Multer.File, told);
    });
    await expect(refusal).resolves.toMatchObject({
      kind: 'unavailable',
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(new RegExp(`the import finds no room in ${disk.folder} \\((ENOSPC|EFBIG)\\).*TMPDIR`)),
    });
  } finally {
    await disk.makeRoom();
    await disk.remove();
  }
});
