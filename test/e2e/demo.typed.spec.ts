import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPrograms, spawned } from '../support/program.js';
import { Waiting } from '../support/waiting.js';

type Partnerships = Readonly<{ items: readonly Readonly<{ partnershipId: string }>[] }>;

describe('the demo, as the first command of the README starts it', () => {
  let folder: string;

  beforeAll(async () => {
    buildPrograms();
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is what npm run demo runs', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };
    expect(scripts['demo']).toBe('node infra/throughline.mjs demo');
    expect(await readFile('README.md', 'utf8')).toContain('npm ci && npm run demo\n');
  });

  it('prints the review, then serves it at the address it names until it is told to end', async () => {
    const child = spawned('demo', '--port', '0', '--data', join(folder, 'data'));
    const waiting = new Waiting();
    let [said, complaint, isOver] = ['', '', false];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      waiting.look();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    const closed = once(child, 'close');
    child.once('close', () => {
      isOver = true;
      waiting.look();
    });
    try {
      await waiting.until(() => said.includes('Ctrl-C ends it.') || isOver);
      expect([isOver, complaint]).toEqual([false, expect.stringContaining('221 acts recorded')]);
      expect(said).toMatch(/^Quarterly accountability review FY2011-Q2\n/);
      expect(said).toContain('Follow-through: 6 of 13 kept (46 %)');

      expect(said).toMatch(/^Serving .* at http:\/\/127\.0\.0\.1:[1-9]\d*$/m);
      const [, tokenFile = '', partnerships = ''] = /\$\(cat '(.+)'\)" (\S+)$/m.exec(said) ?? [];
      const docs = /^All that can be asked: (\S+)$/m.exec(said)?.[1] ?? '';
      const token = (await readFile(tokenFile, 'utf8')).trim();
      // Made just now, it is shown this once.
      expect(said).toContain(`\n  ${token}\n`);

      expect((await fetch(new URL('health/ready', partnerships))).status).toBe(200);
      const page = await fetch(docs);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
      expect((await fetch(partnerships)).status).toBe(401);

      const get = async <Body>(url: string) => {
        const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
        return [answer.status, (await answer.json()) as Body] as const;
      };
      const [status, { items }] = await get<Partnerships>(partnerships);
      expect([status, items.length]).toEqual([200, 1]);
      const [ofScorecard, scorecard] = await get<unknown>(
        `${partnerships}/${items[0]?.partnershipId ?? ''}/scorecard?quarter=FY2011-Q2&asOf=2011-01-31`,
      );
      expect([ofScorecard, scorecard]).toMatchObject([
        200,
        { data: { commitments: { followThrough: { kept: 6, counted: 13 } } } },
      ]);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await closed).toEqual([0, null]);
  }, 120_000);
});
