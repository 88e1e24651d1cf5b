import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { buildPrograms } from '../support/program.js';

// Where nobody answers for names, each program asks for a while.
jest.setTimeout(120_000);

/** A host that nobody has (RFC 6761), and a port at which nobody listens: nothing is sent anywhere. */
const IN_THE_CLEAR = 'postgres://app:a-secret@db.invalid/ledger';
const KAFKA = {
  THROUGHLINE_KAFKA: '127.0.0.1:1',
  THROUGHLINE_KAFKA_SASL: 'plain',
  THROUGHLINE_KAFKA_USERNAME: 'relay',
  THROUGHLINE_KAFKA_PASSWORD: 'a-secret',
};
const OF_POSTGRES = 'speaks to db.invalid without TLS';
const OF_KAFKA = 'THROUGHLINE_KAFKA_SASL is plain, without TLS';

describe('settings that leave what is said to whoever is in the network', () => {
  let folder: string;

  beforeAll(async () => {
    buildPrograms();
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  /** A built program run to its end, without anybody to speak to. */
  const said = async (program: string, words: readonly string[], settings: Readonly<Record<string, string>>) => {
    const { PATH = '' } = process.env;
    const env = { PATH, THROUGHLINE_DATA: folder, THROUGHLINE_STORE: 'postgres', ...settings };
    const child = spawn(process.execPath, [`dist/apps/${program}/src/main.js`, ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    expect(stdout + stderr).not.toContain('a-secret');
    return { stdout, stderr };
  };

  it.each(['ledger', 'queries', 'projector', 'relay'])('are said by %s at its start', async (service) => {
    const { stderr } = await said(service, [], { THROUGHLINE_POSTGRES: IN_THE_CLEAR, ...KAFKA });
    expect(stderr).toContain(`UNSAFE: THROUGHLINE_POSTGRES ${OF_POSTGRES}`);
    expect(stderr.includes(`UNSAFE: ${OF_KAFKA}`)).toBe(service === 'relay');
  });

  it('are said by the tally', async () => {
    const { stderr } = await said('tally', [], { TALLY_POSTGRES: IN_THE_CLEAR, ...KAFKA });
    expect(stderr).toContain(`UNSAFE: TALLY_POSTGRES ${OF_POSTGRES}`);
    expect(stderr).toContain(`UNSAFE: ${OF_KAFKA}`);
  });

  it.each(['start', 'review north FY2025-Q3', 'migrate', 'projections rebuild timeline'])(
    'are said by throughline %s',
    async (words) => {
      const settings = { THROUGHLINE_POSTGRES: IN_THE_CLEAR, THROUGHLINE_POSTGRES_OWNER: IN_THE_CLEAR };
      const { stderr } = await said('throughline', words.split(' '), settings);
      expect(stderr).toContain(`UNSAFE: THROUGHLINE_POSTGRES ${OF_POSTGRES}`);
      expect(stderr).toContain(`UNSAFE: THROUGHLINE_POSTGRES_OWNER ${OF_POSTGRES}`);
    },
  );

  it('are said by throughline topics create', async () => {
    const { stderr } = await said('throughline', ['topics', 'create'], { THROUGHLINE_POSTGRES: IN_THE_CLEAR, ...KAFKA });
    expect(stderr).toContain(`UNSAFE: ${OF_KAFKA}`);
  }, 60_000);

  it('are said by throughline move', async () => {
    const to = ['--to', IN_THE_CLEAR, '--to-data', join(folder, 'moved')];
    const { stderr } = await said('throughline', ['move', '--from', join(folder, 'none'), ...to], {});
    expect(stderr).toContain(`UNSAFE: --to ${OF_POSTGRES}`);
  }, 60_000);

  it('are findings of throughline doctor', async () => {
    const { stdout } = await said('throughline', ['doctor', '--json'], { THROUGHLINE_POSTGRES: IN_THE_CLEAR, ...KAFKA });
    const { findings } = JSON.parse(stdout) as { findings: readonly object[] };
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'note', where: 'THROUGHLINE_POSTGRES', what: OF_POSTGRES, page: 'in-the-clear.md' }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'trouble', where: 'THROUGHLINE_KAFKA_SASL', page: 'in-the-clear.md' }),
    );
  }, 60_000);
});
