import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { Collector, wayUp } from '../support/collector.js';

/** Words that must be nowhere but in the ledger: a name, a free text, a title, a file name. */
const MARKERS = ['Wilhelmina Marker', 'she cried in the meeting', 'Marker Elementary', 'marker-minutes'];
const CALLER = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
const TRACEPARENT = `00-${CALLER.traceId}-${CALLER.spanId}-01`;

type Receipt = Readonly<{ id: string; position: string; stream: string; made: Readonly<Record<string, string>> }>;

describe('a process that is watched', () => {
  let folder: string;
  let collector: Collector;
  let child: ChildProcess;
  let api: string;
  let token: string;
  let log = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    collector = await Collector.start();
    const words = [
      'infra/throughline.mjs',
      'start',
      '--port',
      '0',
      '--json',
      '--log-level',
      'debug',
      '--data',
      join(folder, 'data'),
    ];
    const env = { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_BSP_SCHEDULE_DELAY: '100' };
    child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], env });
    child.stderr?.setEncoding('utf8').on('data', (said: string) => {
      log += said;
    });
    let said = '';
    for await (const chunk of child.stdout ?? []) {
      said += String(chunk);
      if (said.trimEnd().endsWith('}')) break;
    }
    if (said === '') throw new Error(`it did not start: ${log}`);
    const started = JSON.parse(said) as { api: string; tokenFile: string };
    api = started.api;
    token = (await readFile(started.tokenFile, 'utf8')).trim();
  }, 120_000);
  afterAll(async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    await collector.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const asked = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${api}${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${api}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': newId(), ...headers },
      body: JSON.stringify(body),
    });
  const recorded = async (path: string, body: object, headers?: Record<string, string>): Promise<Receipt> => {
    const response = await post(path, body, headers);
    const said = await response.text();
    if (response.status !== 201) throw new Error(`${path}: ${response.status} ${said}`);
    return JSON.parse(said) as Receipt;
  };

  it('hands over one trace from the caller through the request, the command and the append to each read model', async () => {
    const { position, stream } = await recorded(
      '/organizations',
      { name: 'Marker Elementary', kind: 'school' },
      { traceparent: TRACEPARENT },
    );
    const names = ['POST /api/v1/organizations', 'organization RegisterOrganization', 'append', 'read model organizations'];
    const spans = await collector.trace(CALLER.traceId, ...names, 'read model search');
    const of = (name: string) => spans.filter((span) => span.name === name);
    const [request] = of('POST /api/v1/organizations');
    expect(request?.parent).toBe(CALLER.spanId);
    expect(request?.attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/api/v1/organizations',
      'http.response.status_code': 201,
    });
    const [command] = of('organization RegisterOrganization');
    expect(command?.attributes).toMatchObject({ 'throughline.stream': stream, 'throughline.position': position });
    const ways = ['append', 'read model organizations'].flatMap(of).map((span) => wayUp(spans, span));
    const above = ['organization RegisterOrganization', 'POST /api/v1/organizations'];
    expect(ways).toEqual([
      ['append', ...above],
      ['read model organizations', ...above],
    ]);
    expect(new Set(spans.map(({ service }) => service))).toEqual(new Set(['throughline']));
    expect(spans.filter(({ failed }) => failed)).toEqual([]);
  }, 60_000);

  it('keeps with each event the trace that it came of, so that others go on from there', async () => {
    const feed = (await (await asked('/events?limit=1')).json()) as { items: { metadata?: { traceparent?: string } }[] };
    const command = collector.of(CALLER.traceId).find(({ name }) => name === 'organization RegisterOrganization');
    expect(feed.items[0]?.metadata?.traceparent).toBe(`00-${CALLER.traceId}-${command?.spanId}-01`);
  });

  it('gives each request an id that its answer and its line of the log bear, the caller’s where it sent one', async () => {
    const requestId = newId();
    const answer = await asked('/organizations?limit=1', { 'x-request-id': requestId, traceparent: TRACEPARENT });
    expect(answer.headers.get('x-request-id')).toBe(requestId);
    const made = (await asked('/organizations?limit=1', { 'x-request-id': 'Wilhelmina Marker' })).headers.get('x-request-id');
    expect(made).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const line = lines().find((each) => each['requestId'] === requestId);
    expect(line).toMatchObject({
      ...{ level: 'info', of: 'http', msg: 'answered', method: 'GET', route: '/api/v1/organizations', status: 200 },
      traceId: CALLER.traceId,
    });
  });

  it('says nothing of anybody in a trace, a line of the log or a metric', async () => {
    const [person, text, school, file] = MARKERS as [string, string, string, string];
    const { id: partnership } = await recorded('/partnerships', {
      name: `${school} joint team`,
      purpose: `${person} asked for it`,
      calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' },
      occurredOn: '2024-07-01',
    });
    const party = async (name: string, kind: string) => {
      const organization = await recorded('/organizations', { name, kind, occurredOn: '2024-07-01' });
      const joined = await recorded(`/partnerships/${partnership}/parties`, {
        organizationId: organization.id,
        occurredOn: '2024-07-01',
      });
      return joined.made['partyId'] ?? '';
    };
    const [owing, owed] = [await party(`${school} district`, 'district'), await party(`${school} union`, 'union')];
    const { id: personId } = (await (await post('/people', { name: person })).json()) as { id: string };
    const role = { personId, partyId: owing, title: `${school} lead`, occurredOn: '2024-07-01' };
    const { made } = await recorded(`/partnerships/${partnership}/roles`, role);
    const behalf = { 'on-behalf-of': `${owing}/${made['roleId']}` };
    const promised = {
      statement: `${school} has a mentor`,
      ...{ shares: [{ party: owing }], owedTo: [owed], dueBasis: 'stated', dueOn: '2025-02-15', owner: 'without-owner' },
      ...{ doneWhen: [{ id: 'named', text: `${person} is named` }], evidenceRequirement: { minimum: 1 } },
      occurredOn: '2024-09-02',
    };
    const { id: commitment } = await recorded(`/partnerships/${partnership}/commitments`, promised, behalf);
    const reported = { party: owing, light: 'at-risk', narrative: text, occurredOn: '2024-10-01' };
    const { position } = await recorded(`/commitments/${commitment}/progress`, reported, behalf);
    const form = new FormData();
    form.set('title', `${school} minutes`);
    form.set('method', 'minutes');
    form.set('collectedOn', '2024-10-01');
    form.set('party', owing);
    form.set('file', new Blob([text], { type: 'text/plain' }), `${file}.txt`);
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId() };
    await fetch(`${api}/partnerships/${partnership}/evidence`, { method: 'POST', headers, body: form });
    // Refused, not there, not understood, and looked for: what was said stands in an address or is quoted by a parser.
    const statuses = [
      (await post(`/commitments/${commitment}/progress`, { ...reported, party: person })).status,
      (await post('/organizations', { name: school, kind: person, [text]: 1 })).status,
      (
        await fetch(`${api}/people`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: `{"${person}`,
        })
      ).status,
      (await asked(`/search?q=${encodeURIComponent(person)}&atLeast=${position}`)).status,
      (await asked(`/partnerships/${encodeURIComponent(person)}`)).status,
      (await asked(`/${encodeURIComponent(text)}`)).status,
      (await asked('/organizations', { authorization: `Bearer ${person}` })).status,
      (await asked('/organizations', { traceparent: person, 'x-request-id': text })).status,
    ];
    expect(statuses).toEqual([400, 400, 400, 200, 404, 404, 401, 200]);
    const metrics = await (await asked('/metrics')).text();
    const last = '0af7651916cd43dd8448eb211c80319d';
    await asked('/organizations?limit=1', { traceparent: `00-${last}-${CALLER.spanId}-01` });
    await collector.trace(last, 'GET /api/v1/organizations');

    for (const [where, said] of [
      ['traces', collector.bodies.join('')],
      ['log', log],
      ['metrics', metrics],
    ] as const) {
      expect([where, said.length > 2_000]).toEqual([where, true]);
      for (const marker of [...MARKERS, ...MARKERS.map(encodeURIComponent), token, token.split('.')[1] ?? '', personId])
        expect([where, marker, said.includes(marker)]).toEqual([where, marker, false]);
    }
    expect(lines().length).toBeGreaterThan(15);
    for (const line of lines())
      expect(line).toMatchObject({ level: expect.any(String), time: expect.any(String), msg: expect.any(String) });
  }, 60_000);

  it('tells in a trace what its page lists, and no more', async () => {
    const page = await readFile('docs/explanation/telemetry.md', 'utf8');
    const told = new Set(collector.spans.flatMap(({ attributes }) => Object.keys(attributes)));
    expect(told.size).toBeGreaterThan(7);
    expect([...told].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('ends in time also where the collector has gone', async () => {
    await collector.stop();
    await recorded('/organizations', { name: 'after it has gone', kind: 'school' });
    const began = performance.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(log).toContain(`traces are not taken by the collector at ${new URL(collector.endpoint).host}`);
  }, 60_000);

  /** Every line of the log; beside them stand the command line's notes, in words. */
  function lines(): Record<string, unknown>[] {
    return log
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }
});
