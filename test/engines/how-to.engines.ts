import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../infra/local/machine.mjs';
import { typedPage } from '../support/page.js';
import { buildPrograms } from '../support/program.js';

const SERVICES = ['ledger', 'queries', 'projector', 'relay'];
const FIRST_PORT = 4371;
const ENGINES = 'infra/local/engines.mjs';
/** Others than the engines are given that the page starts. */
const PORTS = { from: 12_000, to: 19_000 };

describe('a how-to that starts engines, typed as it is written, prints what stands in it', () => {
  let folder: string;
  let environment: Readonly<Record<string, string>>;

  beforeEach(async () => {
    buildPrograms();
    // Of its own: engines that are up for this clone are none of its business.
    folder = await mkdtemp(join(tmpdir(), 'throughline-how-to-'));
    // PostgreSQL does not run as root; its user has to come by here.
    await chmod(folder, 0o755);
    environment = { TMPDIR: folder };
  });
  afterEach(async () => {
    spawnSync(process.execPath, [ENGINES, 'down'], { env: { ...process.env, ...environment } });
    await rm(folder, { recursive: true });
  });

  it('run-the-services: from nothing to an act, its answer and its message, and back to nothing', async () => {
    const free = (await Promise.all(SERVICES.map(() => freePort(PORTS)))).map(String);
    const { printed, shown } = await typedPage('docs/how-to/run-the-services.md', {
      scripts: { 'infra:up': `${ENGINES} up`, 'infra:down': `${ENGINES} down` },
      folders: ['dist', 'infra'],
      environment,
      instead: (commands) =>
        SERVICES.reduce((said, service, n) => {
          const start = `node infra/service.mjs ${service}`;
          return said.replaceAll(start, `THROUGHLINE_PORT=${free[n]} ${start}`).replaceAll(String(FIRST_PORT + n), free[n] ?? '');
        }, commands),
    });
    expect(shown.length).toBeGreaterThan(8);
    expect(printed).toEqual(shown);
    expect(await readdir(folder)).toEqual([]);
  }, 300_000);
});
