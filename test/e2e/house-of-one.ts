import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request, { type Response, type Test } from 'supertest';
import { API, httpApplication, OwnerToken, type Serving } from '#http';
import { newId } from '#kernel';
import { OpenLedger, type StoreChosen } from '#platform';
import { Witness } from '../support/witness.js';

export type Answered = Readonly<{
  id: string;
  stream: string;
  revision: string;
  position: string;
  eventIds: string[];
  made: Readonly<Record<string, string>>;
  alreadyRecorded: boolean;
}>;
export type ProblemBody = Readonly<{
  status: number;
  code: string;
  detail: string;
  errors: { field: string; rule: string; message: string }[];
}>;

type Headers = Readonly<Record<string, string>>;

const READY_WITHIN_MS = 30_000;

/** The whole application over a ledger in a folder of its own: an embedded one, where no other store is said. */
export class HouseOfOne {
  private constructor(
    readonly folder: string,
    readonly ledger: OpenLedger,
    readonly token: string,
    private readonly server: Server,
    private readonly stop: () => Promise<void>,
    /** Every route that the router knows, as `POST partnerships/:id/roles`. */
    readonly routes: readonly string[],
    private readonly witness: Witness,
  ) {}

  /** @param serving without limits where nothing is said */
  static async open(serving: Serving = {}, store: StoreChosen = { kind: 'embedded' }): Promise<HouseOfOne> {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    const ledger = await OpenLedger.inFolder(folder, { warn: () => undefined, store });
    const owner = await OwnerToken.inFolder(folder);
    const app = await httpApplication(ledger, owner, 'silent', serving);
    const witness = new Witness();
    witness.watch(app.getHttpServer());
    await app.listen(0, '127.0.0.1');
    // As whoever sends requests to a server does: not before it is ready.
    await ledger.projections.waitFor(await ledger.store.head(), READY_WITHIN_MS);
    return new HouseOfOne(folder, ledger, owner.token, app.getHttpServer(), () => app.close(), routesOf(app), witness);
  }

  /** @throws Error naming what was asked or answered here and is not as the description says */
  async close(): Promise<void> {
    await this.stop();
    await this.ledger.close();
    await rm(this.folder, { recursive: true, force: true });
    const faults = this.witness.conclude();
    if (faults.length > 0) throw new Error(`not as described:\n${faults.join('\n')}`);
  }

  /** A write, with a command id of its own where the headers name none. */
  post(path: string, headers: Headers = {}): Test {
    return this.signed(request(this.server).post(`/${API}${path}`)).set({ 'Idempotency-Key': newId(), ...headers });
  }

  get(path: string): Test {
    return this.signed(request(this.server).get(`/${API}${path}`));
  }

  /** Where a path lies, for who speaks HTTP by hand. */
  address(path: string): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/${API}${path}`;
  }

  /** A write that must be recorded now. */
  async recorded(path: string, body: object, headers: Headers = {}): Promise<Answered> {
    const response = await this.post(path, headers).send(body);
    if (response.status !== 201) throw new Error(`${path}: ${response.status} ${response.text}`);
    return response.body as Answered;
  }

  /** The id of the thing that an act made, as its event says. */
  async madeBy(receipt: Answered, name: string): Promise<string> {
    const events = await this.ledger.store.readStream(receipt.stream);
    const made = events.find(({ id }) => id === receipt.eventIds[0])?.data as Record<string, unknown> | undefined;
    const id = made?.[name];
    if (typeof id !== 'string') throw new Error(`${receipt.stream} did not make a ${name}`);
    return id;
  }

  /** Every row of the ledger, byte for byte, texts and evidence files among them. */
  async everything(): Promise<unknown> {
    const events = await this.ledger.sql.query('select * from events order by position');
    const texts = await this.ledger.sql.query('select * from texts order by id');
    const files: string[] = [];
    for await (const hash of this.ledger.files.all()) files.push(hash);
    return { events, texts, files };
  }

  private signed(test: Test): Test {
    return test.set('Authorization', `Bearer ${this.token}`);
  }
}

type Layer = Readonly<{ route?: Readonly<{ path: string }> }>;
type WithMethods = Readonly<{ methods: Readonly<Record<string, boolean>> }>;

/** The routes below the interface, read from the router itself. */
function routesOf(app: NestExpressApplication): readonly string[] {
  const { router } = app.getHttpAdapter().getInstance() as Readonly<{ router: Readonly<{ stack: readonly Layer[] }> }>;
  return router.stack.flatMap(({ route }) =>
    route?.path.startsWith(`/${API}/`) === true
      ? Object.keys((route as typeof route & WithMethods).methods).map(
          (method) => `${method.toUpperCase()} ${route.path.slice(API.length + 2)}`,
        )
      : [],
  );
}

/** What a wrong request is answered with: status, code, and the field and rule it names. */
export type Refusal = readonly [status: number, code: string, field: string, rule: string];

/** Expects the request to be refused with a problem that names field and rule in words, and nothing of what is inside. */
export async function refuses(asked: Test, [status, code, field, rule]: Refusal): Promise<void> {
  const response = await asked;
  const problem = problemIn(response);
  expect({ status: response.status, said: problem.status, code: problem.code }).toEqual({ status, said: status, code });
  expect(problem.errors).toContainEqual({ field, rule, message: expect.stringMatching(/\w/) });
  expect(response.text).not.toMatch(/node_modules|at \w+ \(/);
}

/** The problem an answer bears, with the form that every problem has. */
export function problemIn(response: Response): ProblemBody {
  if (!response.headers['content-type']?.startsWith('application/problem+json'))
    throw new Error(`${response.status} is no problem+json: ${response.text}`);
  // superagent does not know the type and leaves the text as it is.
  return JSON.parse(response.text || (response.body as Buffer).toString()) as ProblemBody;
}
