import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const README_COMMAND = 'npm ci && npm test';

describe('.ci/run', () => {
  let clone: string;

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'throughline-ci-'));
    mkdirSync(join(clone, 'bin'));
    cpSync('.ci', join(clone, '.ci'), { recursive: true });
  });
  afterEach(() => rmSync(clone, { recursive: true }));

  /** Runs it with an `npm` that says what it was asked, and fails at one word. */
  const ran = (fails: string) => {
    writeFileSync(join(clone, 'bin', 'npm'), `#!/bin/sh\necho "npm $*"\n[ "$1" != ${fails} ] || exit 3\n`, { mode: 0o755 });
    const PATH = `${join(clone, 'bin')}${delimiter}${process.env['PATH']}`;
    const { status, stdout } = spawnSync('bash', [join(clone, '.ci', 'run')], {
      encoding: 'utf8',
      env: { ...process.env, PATH },
    });
    return { status, asked: stdout.split('\n').filter((line) => line.startsWith('npm ')) };
  };

  it('begins with the command of the README, as it stands there', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`\n${README_COMMAND}\n`);
    expect(readFileSync('.ci/run', 'utf8')).toContain(`bash -c '${README_COMMAND}'\n`);
  });

  it('ends where the packages cannot be installed, and tests nothing with those of before', () => {
    expect(ran('ci')).toEqual({ status: 3, asked: ['npm ci'] });
  });

  it('ends where a test fails', () => {
    expect(ran('test')).toEqual({ status: 3, asked: ['npm ci', 'npm test'] });
  });
});
