import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDeployment } from '../architecture/compose/deployment.js';
import { buildPrograms } from '../support/program.js';

describe('the command line with the settings of its container in the services profile', () => {
  const into = mkdtempSync(join(tmpdir(), 'throughline-compose-'));
  const secrets = mkdtempSync(join(tmpdir(), 'throughline-secrets-'));

  beforeAll(() => {
    spawnSync(process.execPath, ['infra/compose/prepare.mjs', '--into', into]);
    buildPrograms();
  });
  afterAll(() => {
    for (const folder of [into, secrets]) rmSync(folder, { recursive: true });
  });

  /** Natively, where neither store nor brokers are. */
  const typed = (more: Readonly<Record<string, string>>, ...words: string[]) => {
    const { entrypoint = [], command = [], environment = {} } = readDeployment(into).services['throughline'] ?? {};
    writeFileSync(join(secrets, 'postgres-app'), 'postgres://throughline_app:word@127.0.0.1:1/throughline');
    writeFileSync(join(secrets, 'esdb'), 'esdb://admin:word@127.0.0.1:1?tls=false');
    const here = Object.entries(environment).map(([key, value]) => [key, value.replace('/run/secrets', secrets)] as const);
    const elsewhere = { THROUGHLINE_DATA: join(secrets, 'data'), THROUGHLINE_KAFKA: '127.0.0.1:1', OTEL_SDK_DISABLED: 'true' };
    const env = { PATH: process.env['PATH'], ...Object.fromEntries(here), ...elsewhere, ...more };
    const [program = '', ...rest] = [...entrypoint, ...(words.length > 0 ? words : command)];
    return spawnSync(program, rest, { env, encoding: 'utf8' });
  };

  it('runs doctor, which says that nobody answers', () => {
    const { status, stdout } = typed({}, 'doctor');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^trouble: PostgreSQL: does not answer: .*127\.0\.0\.1:1/m);
  });

  it('says how it is used, where nothing is typed', () => {
    expect(typed({})).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^Usage: throughline /) });
  });

  it('control: runs nothing with a setting that is wrong', () => {
    const { status, stderr } = typed({ THROUGHLINE_KAFKA_PARTITIONS: 'twelve' }, 'doctor');
    expect([status, stderr]).toEqual([2, expect.stringContaining('THROUGHLINE_KAFKA_PARTITIONS')]);
  });
});
