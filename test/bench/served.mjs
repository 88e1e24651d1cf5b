import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '#event-store';
import { newId } from '#kernel';
import { append, partnershipHistory, QUARTER } from './history.mjs';

const WARM_UP = 3;

/** What is asked about the partnership. */
const QUESTIONS = {
  scorecard: `/scorecard?quarter=${QUARTER}`,
  state: '/state?on=2025-04-10',
  board: '/commitments?asOf=2025-04-10&limit=50',
  timeline: '/timeline?axis=occurred&limit=50',
};

/**
 * Milliseconds of answers as a client gets them: `throughline start` on a folder with one partnership, asked over HTTP. Each
 * question is asked right after a fact was recorded in the partnership, so that nothing made before can answer it, and then
 * once again.
 * @returns of each question two lists of samples: `<question> after a write`, and `<question> again`
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
    const headers = { authorization: `Bearer ${token}` };
    const asked = async (path, options) => {
      const begun = performance.now();
      const response = await fetch(`${url}/api/v1/partnerships/${partnershipId}${path}`, options);
      const text = await response.text();
      if (response.ok) return { ms: performance.now() - begun, text };
      throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
    };
    const ask = async (path) => (await asked(path, { headers })).ms;
    const write = async (title) => {
      const body = JSON.stringify({ title });
      const options = { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': newId() }, body };
      return JSON.parse((await asked('/goals', options)).text).position;
    };
    // Into the read models too: that a projection is under way is no part of the answer.
    const settled = async (position) => {
      while (!(await ask(`?atLeast=${position}`).catch((error) => (error.message.includes(': 503') ? false : Promise.reject(error)))));
    };
    await settled(position);
    const samples = {};
    for (const [name, path] of Object.entries(QUESTIONS)) {
      const [first, again] = [[], []];
      for (let n = 0; n < WARM_UP + requests; n += 1) {
        await settled(await write(`Goal beside ${name} ${n}`));
        first.push(await ask(path));
        again.push(await ask(path));
      }
      samples[`${name} after a write`] = first.slice(WARM_UP);
      samples[`${name} again`] = again.slice(WARM_UP);
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
