import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { holderOf } from './read-models-kept.js';

describe('the holder of a lease', () => {
  it('is named by its service, its machine and its number there, as the page of the operations shows it', () => {
    const page = readFileSync('docs/operations/nobody-does-the-work.md', 'utf8');
    const [, shown = ''] = /its last holder was (.+)$/m.exec(page) ?? [];
    expect(shown.replace('relay-1/4131', `${hostname()}/${process.pid}`)).toBe(holderOf('relay'));
  });
});
