import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

// No file system of that kind can be made wherever tests run: its one answer is put in the place of the real one.
jest.unstable_mockModule('node:fs/promises', () => ({
  ...files,
  link: () => Promise.reject(Object.assign(new Error('operation not supported'), { code: 'ENOTSUP' })),
}));
const { writeNew } = await import('./durable-files.js');

describe('a new file, where a file has no second name', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await files.mkdtemp(join(tmpdir(), 'throughline-'));
  });
  afterEach(() => files.rm(folder, { recursive: true }));

  it('is made once, whoever tries, and is for whom it is meant', async () => {
    const path = join(folder, 'kept');
    const tried = await Promise.all(['one', 'two', 'three'].map((content) => writeNew(path, content, 0o600)));
    expect(tried.filter(Boolean)).toHaveLength(1);
    expect(await files.readFile(path, 'utf8')).toBe(['one', 'two', 'three'][tried.indexOf(true)]);
    expect((await files.stat(path)).mode & 0o777).toBe(0o600);
    expect(await writeNew(path, 'later')).toBe(false);
    expect(await files.readdir(folder)).toEqual(['kept']);
  });
});
