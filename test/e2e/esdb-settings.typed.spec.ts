import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { buildPrograms } from '../support/program.js';

jest.setTimeout(120_000);

/** Of each the client would say parts, or all of it, or be silent and take it for something else. */
const WRONG = [
  ['an @ in the password that is not escaped', 'esdb://admin:hid@den-word@node.invalid:2113'],
  ['a colon in the password that is not escaped', 'esdb://admin:hid:den-word@node.invalid:2113'],
  ['a port that is no number', 'esdb://admin:hidden-word@node.invalid:http'],
  ['an option that the client does not know', 'esdb://admin:hidden-word@node.invalid:2113?ca=/ca.crt'],
  ['certificates that are not to be checked', 'esdb://admin:hidden-word@node.invalid:2113?tlsVerifyCert=false'],
] as const;

describe('a connection string of EventStoreDB that is wrong', () => {
  let folder: string;

  beforeAll(async () => {
    buildPrograms();
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  /** A built program that is to refuse its settings: no part of the password is said, and nothing is made. */
  const refused = async (program: string, words: readonly string[], settings: Readonly<Record<string, string>>) => {
    const { PATH = '' } = process.env;
    const env = { PATH, THROUGHLINE_DATA: join(folder, 'data'), ...settings };
    const child = spawn(process.execPath, [`dist/apps/${program}/src/main.js`, ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    expect(stdout + stderr).not.toMatch(/hid|den-?word|node\.invalid/);
    expect(await readdir(folder)).toEqual([]);
    return { code: child.exitCode, stderr };
  };
  // At this address nobody listens: who asked a server before the settings were read would say so, and exit with 1.
  const STORE = { THROUGHLINE_STORE: 'esdb', THROUGHLINE_POSTGRES: 'postgres://app@127.0.0.1:1/none' };

  it.each(WRONG)('is refused to a service at its start, by its key: %s', async (_, connectionString) => {
    const { code, stderr } = await refused('ledger', [], { ...STORE, THROUGHLINE_ESDB: connectionString });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^ledger: THROUGHLINE_ESDB: got "…", wanted .*\n$/)]);
  });

  it.each(WRONG)('is refused to throughline, as it was typed or set: %s', async (_, connectionString) => {
    const typed = await refused('throughline', ['start', '--store', 'esdb', '--esdb', connectionString], {});
    expect([typed.code, typed.stderr]).toEqual([2, expect.stringContaining('--esdb [R15] got "…", wanted ')]);
    const set = await refused('throughline', ['doctor'], { ...STORE, THROUGHLINE_ESDB: connectionString });
    expect([set.code, set.stderr]).toEqual([2, expect.stringContaining('THROUGHLINE_ESDB [R15] got "…", wanted ')]);
  });

  it.each(WRONG)('is refused to throughline move, by its option: %s', async (_, connectionString) => {
    const ends = ['--from', connectionString, '--from-data', join(folder, 'from'), '--to', join(folder, 'to')];
    const { code, stderr } = await refused('throughline', ['move', ...ends], {});
    expect([code, stderr]).toEqual([2, expect.stringContaining('--from [R15] wanted ')]);
  });
});
