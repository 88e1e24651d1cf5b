/**
 * Asks every route of a server that is started for it, and keeps what was answered as the examples of the description. What
 * differs from run to run (times, salts, who owns the folder) is replaced by what looks alike and stays the same. They go to the
 * file that is named, for who compares them, or to where the description takes them from.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { API, httpApplication, OwnerToken } from '#http';
import type { Instant } from '#kernel';
import { OpenLedger } from '#platform';
import { alongEveryRoute } from '../../test/e2e/every-route.js';
import { type Step, Walk } from '../../test/e2e/walk.js';
import { alike } from './alike.js';
import type { Recorded } from './description.js';

const [examplesFile = 'infra/openapi/examples.json'] = process.argv.slice(2);
/** An example is to be read: a longer list is cut after so many. */
const SHOWN = 2;

const now = () => new Date().toISOString() as Instant;
const began = now();
const folder = await mkdtemp(join(tmpdir(), 'throughline-'));
const ledger = await OpenLedger.inFolder(folder, { warn: (message) => process.stderr.write(`${message}\n`) });
const owner = await OwnerToken.inFolder(folder);
const app = await httpApplication(ledger, owner, 'silent');
await app.init();
const server = app.getHttpServer() as Parameters<typeof request>[0];
const bearer = { Authorization: `Bearer ${owner.token}` };
const walk = new Walk({
  ledger,
  get: (path) => request(server).get(`/${API}${path}`).set(bearer),
  post: (path, headers = {}) =>
    request(server)
      .post(`/${API}${path}`)
      .set({ ...bearer, ...headers }),
});
try {
  await alongEveryRoute(walk);
  const examples: Record<string, Recorded> = {};
  const ownerId = owner.token.split('.')[0] ?? '';
  const same = alike({ ownerId, ledgerId: await ledger.store.ledgerId(), within: [began, now()] });
  for (const step of walk.steps) {
    if (step.operationId in examples || !isJson(step)) continue;
    const response = { status: step.answer.status, body: same(cut(step.answer.body)) };
    examples[step.operationId] = { path: step.path, ...(step.body === undefined ? {} : { request: same(step.body) }), response };
  }
  await writeFile(examplesFile, `${JSON.stringify(examples, null, 1)}\n`);
} finally {
  await app.close();
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
}

function isJson({ answer }: Step): boolean {
  return answer.type === 'application/json';
}

/** Lists with no more items than are read; what is left out is as the first. */
function cut(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, SHOWN).map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner)]));
}
