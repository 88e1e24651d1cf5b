import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '#event-store';
import { append, partnershipHistory, QUARTER } from './history.mjs';

const WARM_UP = 3;

/**
 * Milliseconds of answers as a client gets them: `throughline start` on a folder with one partnership, asked over HTTP.
 * @returns a list of samples for each question
 */
export async function served({ commitments, requests }) {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const { partnershipId, streams } = partnershipHistory(commitments);
  const ledger = await openEmbedded({ folder });
  await append(ledger.store, streams);
  const position = await ledger.store.head();
  await ledger.close();
  const { url, stop } = await started(folder);
  try {
    const token = (await readFile(join(folder, 'owner-token'), 'utf8')).trim();
    const ask = async (path) => {
      const begun = performance.now();
      const response = await fetch(`${url}/api/v1/partnerships/${partnershipId}${path}`, { headers: { authorization: `Bearer ${token}` } });
      const text = await response.text();
      if (response.status === 200) return performance.now() - begun;
      throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
    };
    while (!(await ask(`?atLeast=${position}`).catch((error) => (error.message.includes(': 503') ? false : Promise.reject(error)))));
    const samples = {};
    for (const [name, path] of Object.entries({
      scorecard: `/scorecard?quarter=${QUARTER}`,
      board: '/commitments?asOf=2025-04-10&limit=50',
      timeline: '/timeline?axis=occurred&limit=50',
    })) {
      for (let n = 0; n < WARM_UP; n += 1) await ask(path);
      samples[name] = [];
      for (let n = 0; n < requests; n += 1) samples[name].push(await ask(path));
    }
    return samples;
  } finally {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function started(folder) {
  const child = spawn(process.execPath, ['infra/throughline.mjs', 'start', '--data', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise((done) => child.once('exit', done));
  const url = await new Promise((resolve, reject) => {
    let said = '';
    const hear = (text) => {
      said += text;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found !== null) resolve(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`it did not start: ${said}`)));
  });
  return {
    url,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
