import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

describe('a run of which two routes are described', () => {
  let folder: string;

  /** A suite that met something. */
  const put = (path: string, met: string) => {
    const note = `require('node:fs').writeFileSync(require('node:path').join(process.env.THROUGHLINE_MET, '${met}'), '${met}')`;
    writeFileSync(join(folder, path), `it('is met', () => ${note});\n`);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-reporter-'));
    for (const path of ['test/e2e', 'libs/http/src/openapi']) mkdirSync(join(folder, path), { recursive: true });
    put('test/e2e/read.spec.ts', 'readThing 200');
    put('test/e2e/make.spec.ts', 'makeThing 201');
    put('test/e2e/move.postgres.spec.ts', 'nothing 200');
    put('test/e2e/typed.typed.spec.ts', 'nothing 200');
    put('libs/other.spec.ts', 'nothing 200');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** @param statuses of the route that makes a thing, as they are described */
  const run = (statuses: readonly string[], leftOut: string, ...words: readonly string[]) => {
    const responses = Object.fromEntries(statuses.map((status) => [status, {}]));
    const paths = {
      '/things': { get: { operationId: 'readThing', responses: { 200: {} } }, post: { operationId: 'makeThing', responses } },
    };
    writeFileSync(join(folder, 'libs/http/src/openapi/openapi.json'), JSON.stringify({ paths }));
    const config = {
      rootDir: folder,
      transform: {},
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.(typed|postgres)\\.', leftOut],
      reporters: [resolve('test/support/described-reporter.js')],
    };
    const jest = [resolve('node_modules/jest/bin/jest.js'), '--runInBand', '--no-cache', '--config', JSON.stringify(config)];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...jest, ...words], { encoding: 'utf8', cwd: folder });
    return { status, judged: stdout.includes('routes and statuses met'), stderr };
  };
  const NOTHING = 'nowhere';

  it.each<[string, Parameters<typeof run>, object]>([
    ['passes where all was met', [['201'], NOTHING], { status: 0, judged: true }],
    ['fails, and names it, where something was never met', [['201', '404'], NOTHING], { status: 1, stderr: 'makeThing 404' }],
    [
      'fails where an end-to-end suite did not run, and nobody chose so',
      [['201'], 'make'],
      { status: 1, stderr: 'make.spec.ts' },
    ],
    ['is not judged where somebody chose some files', [['201', '404'], NOTHING, 'read'], { status: 0, judged: false }],
    ['is not judged where somebody chose some tests', [['201', '404'], NOTHING, '-t', 'met'], { status: 0, judged: false }],
    ['is judged where somebody chose all of them', [['201', '404'], NOTHING, 'e2e'], { status: 1, stderr: 'makeThing 404' }],
    ['is not judged where it is of other suites alone', [['201', '404'], 'e2e'], { status: 0, judged: false }],
  ])('%s', (_, words, { stderr = '', ...wanted }: { stderr?: string }) => {
    expect(run(...words)).toMatchObject({ ...wanted, stderr: expect.stringContaining(stderr) });
  });
});
