import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { Scratch } from './scratch.js';

const place = (revision: bigint) => ({
  position: String(revision + 1n).padStart(20, '0'),
  revision,
  recordedAt: '2025-02-15T09:30:00.000Z' as const,
  id: newId(),
  stream: 'meeting-1',
});

describe('the scratch file of a dry run', () => {
  it('has no name as long as it lasts, so that nothing is left whatever ends the process', () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-scratch-'));
    try {
      const scratch = Scratch.open(folder);
      // On Windows an open file keeps its name.
      if (process.platform !== 'win32') expect(readdirSync(folder)).toEqual([]);
      const places = [place(0n), place(1n)];
      const numbers = places.map((each) => scratch.add(each, '{"type":"Counted","data":{"n":1}}'));
      expect(numbers.map((number) => scratch.read(number))).toEqual(
        places.map((each) => ({ ...each, type: 'Counted', data: { n: 1 } })),
      );
      scratch.end();
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
