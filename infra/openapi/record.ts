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
import { OpenLedger } from '#platform';
import { alongEveryRoute } from '../../test/e2e/every-route.js';
import { type Step, Walk } from '../../test/e2e/walk.js';
import type { Recorded } from './description.js';

const [examplesFile = 'infra/openapi/examples.json'] = process.argv.slice(2);
/** An example is to be read: a longer list is cut after so many. */
const SHOWN = 2;

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
  const same = alike(owner.token.split('.')[0] ?? '', await ledger.store.ledgerId());
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

/** Replaces instants, hashes, ids that are new in each run and secrets; the same one by the same each time. */
function alike(ownerId: string, ledgerId: string): (value: unknown) => unknown {
  const today = new Date().toISOString().slice(0, 10);
  const instants = new Map<string, string>();
  const hashes = new Map<string, string>();
  const ids = new Map([[ownerId, '00000000-0000-7000-8000-000000000000']]);
  const text = (said: string): string =>
    said
      .replaceAll(ledgerId, '4317006e-bcaf-43d2-bdd5-d408bac11b33')
      .replaceAll(new RegExp(`${today}T[\\d:.]+Z`, 'g'), (instant) => numbered(instants, instant, later))
      .replaceAll(today, '2025-04-10')
      .replaceAll(/\b[0-9a-f]{64}\b/g, (hash) => numbered(hashes, hash, (number) => number.toString(16).padStart(64, '0')))
      .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, (id) =>
        numbered(ids, id, (number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`),
      );
  const same = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(same);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key === 'token') return [key, `union-lead.${'x'.repeat(43)}`];
        if (key === 'next' && typeof inner === 'string' && !/^\d{20}$/.test(inner)) return [key, 'WyJjdXJzb3IiXQ'];
        return [key, same(inner)];
      }),
    );
  };
  return same;
}

function numbered(known: Map<string, string>, found: string, make: (number: number) => string): string {
  const replaced = known.get(found) ?? make(known.size + 1);
  known.set(found, replaced);
  return replaced;
}

function later(number: number): string {
  return new Date(Date.UTC(2025, 3, 10, 14, 0, 0, number)).toISOString();
}
