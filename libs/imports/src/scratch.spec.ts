import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Scratch } from './scratch.js';
import { placed } from './testing/placed.js';

describe('the scratch file of a dry run', () => {
  it('has no name as long as it lasts, so that nothing is left whatever ends the process', () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-scratch-'));
    try {
      const scratch = Scratch.open(folder);
      // On Windows an open file keeps its name.
      if (process.platform !== 'win32') expect(readdirSync(folder)).toEqual([]);
      const places = [placed(0n), placed(1n)];
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
