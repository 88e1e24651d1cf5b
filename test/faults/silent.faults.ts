import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Leases, type OpenPostgres, openPostgres } from '#event-store';
import { ProjectionRunner } from '#projections';
import { appendMany, contents, tallies } from '../../libs/projections/src/testing/tallies.js';
import { tell } from './figures.js';
import { WRITERS, Writers } from './postgres.faults.js';
import { PostgresServer } from './postgres-server.js';

/** The server ends a statement after so long; a client that has heard nothing 5 s later gives it up. */
const BOUND_MS = 1_000;
const NEVER_MS = 0;
const CONNECTED_WITHIN_MS = 2_000;
const CONNECTIONS = 4;
const LEASE_SECONDS = 3;
/** Far longer than who gives up needs: 6 s for each connection that it has, one after the other at worst, and a few for new ones. */
const PATIENCE_MS = 60_000;
const EVENTS = 100;

/** A PostgreSQL that says nothing any more, and closes no connection. Registers the tests. */
export function silentFaults(): void {
  describe('a PostgreSQL that falls silent', () => {
    let server: PostgresServer;
    let clients: readonly Client[];

    beforeAll(async () => {
      server = await PostgresServer.start();
    });
    afterAll(() => server.stop());

    /** One that gives up, and beside it as the control one that never does. */
    const two = () => clients as readonly [bounded: Client, control: Client];
    const connected = async (fault: string) => {
      clients = await Promise.all([BOUND_MS, NEVER_MS].map((bound) => Client.of(server.url, `${fault}_${bound}`, bound)));
    };
    const closed = async () => {
      for (const client of clients) await client.close();
    };

    describe('since it stands still, and goes on later', () => {
      const fault = 'PostgreSQL stopped under writers and projector, then let go on';
      let since: number;
      let waited: number;
      /** How many commands of each client were refused while it stood still. */
      let refused: readonly number[];

      beforeAll(async () => {
        since = Date.now();
        await connected('stands');
        const [bounded, control] = two();
        await Promise.all([bounded.writers.acknowledge(100), control.writers.acknowledge(100)]);
        const before = clients.map(({ writers }) => writers.commandsRefused);
        server.standStill();
        const from = Date.now();
        await Promise.race([bounded.writers.beRefused(WRITERS), pause(PATIENCE_MS, undefined, { ref: false })]);
        waited = Math.round((Date.now() - from) / 1000);
        refused = clients.map(({ writers }, n) => writers.commandsRefused - (before[n] ?? 0));
        server.goOn();
      });
      afterAll(closed);

      it('answers every command meanwhile, and loses and doubles nothing; all goes on without a hand', async () => {
        const [{ opened, writers, projector }] = two();
        await writers.acknowledge(100);
        await writers.stop();
        await projector.waitFor(await opened.store.head(), PATIENCE_MS);
        const stands = await contents(opened.sql, tallies());
        await projector.rebuild('tallies');
        const rebuilt = await contents(opened.sql, tallies());
        const { asked, acknowledged } = writers;
        const { lost, doubled } = await writers.compared();
        const [answered = 0] = refused;
        const counts = { commands: asked, acknowledged: acknowledged.length, 'answered 503': answered, 'within s': waited };
        tell(fault, { ...counts, lost, doubled }, since);
        // Each writer has one command at a time.
        expect(answered).toBe(WRITERS);
        expect({ acknowledged: acknowledged.length, lost, doubled }).toEqual({ acknowledged: asked, lost: 0, doubled: 0 });
        // What was under way may be stored; what waited behind it was not sent.
        expect(['OUTCOME_UNKNOWN', 'STORE_UNAVAILABLE']).toEqual(expect.arrayContaining(writers.refused.map(({ code }) => code)));
        expect(stands).toBe(rebuilt);
      });

      it('control: where nobody is given up every command is unanswered after that time', () => {
        const [, answered = WRITERS] = refused;
        tell(fault, { 'waited s': waited, 'answered 503': answered }, since, 'the bound of silence');
        expect(answered).toBe(0);
      });
    });

    it('behind a network that drops all that is sent is connected to anew: the projector takes its work again. Control: not where nobody is given up', async () => {
      const since = Date.now();
      await connected('dropped');
      try {
        const [bounded, control] = two();
        await Promise.all([bounded.fallsSilent(), control.fallsSilent()]);
        const [ofBounded, ofControl] = await Promise.all([bounded, control].map(({ schema }) => Growth.of(server.url, schema)));
        if (ofBounded === undefined || ofControl === undefined) throw new Error('there are two');
        for (const until = Date.now() + PATIENCE_MS; (await ofBounded.takenIn()) < EVENTS && Date.now() < until; )
          await pause(100);
        const taken = [await ofBounded.takenIn(), await ofControl.takenIn()] as const;
        await Promise.all([ofBounded.close(), ofControl.close()]);
        const fault = 'the network to PostgreSQL drops every connection unheard, under a projector';
        tell(fault, { events: EVENTS, 'taken in': taken[0] }, since);
        tell(fault, { events: EVENTS, 'taken in': taken[1] }, since, 'the bound of silence');
        expect(taken).toEqual([EVENTS, 0]);
      } finally {
        await closed();
      }
    });
  });
}

/** Writers and a projector on one pool of connections, over a line of their own. */
class Client {
  private constructor(
    readonly schema: string,
    readonly line: Line,
    readonly opened: OpenPostgres,
    readonly projector: ProjectionRunner,
    readonly writers: Writers,
  ) {}

  /** @param statementTimeoutMs 0: it gives up nothing, a wait for one of its connections neither */
  static async of(server: string, schema: string, statementTimeoutMs: number): Promise<Client> {
    const line = await Line.to(server);
    const connectTimeoutMs = statementTimeoutMs === NEVER_MS ? NEVER_MS : CONNECTED_WITHIN_MS;
    const bounds = { connections: CONNECTIONS, statementTimeoutMs, connectTimeoutMs };
    const opened = await openPostgres({ connectionString: line.url, schema, ...bounds });
    const elects = new Leases(opened.sql, { holder: 'the one', seconds: LEASE_SECONDS });
    const projector = new ProjectionRunner(opened.sql, opened.store, [tallies()], { elects });
    await projector.start();
    return new Client(schema, line, opened, projector, new Writers(opened));
  }

  /** Once its projector has taken in everything, nothing of what is sent gets through any more. */
  async fallsSilent(): Promise<void> {
    await this.writers.stop();
    await this.projector.waitFor(await this.opened.store.head(), PATIENCE_MS);
    this.line.fallSilent();
  }

  async close(): Promise<void> {
    this.line.restore();
    await this.writers.stop();
    await this.projector.stop();
    await this.opened.close();
    await this.line.close();
  }
}

/** What another client appends that is connected, and how much of it the projector took in. */
class Growth {
  private constructor(
    private readonly opened: OpenPostgres,
    private readonly before: number,
  ) {}

  static async of(server: string, schema: string): Promise<Growth> {
    const opened = await openPostgres({ connectionString: server, schema });
    const before = Number(await opened.store.head());
    await appendMany(opened.store, EVENTS);
    return new Growth(opened, before);
  }

  async takenIn(): Promise<number> {
    const [row] = await this.opened.sql.query<{ position: string }>('select position from projection_checkpoints');
    return Number(row?.position) - this.before;
  }

  async close(): Promise<void> {
    await this.opened.close();
  }
}

/** A network between a client and the server, which can fall silent. */
class Line {
  private readonly ends = new Set<Socket>();
  private silent: readonly Socket[] = [];

  private constructor(
    private readonly between: Server,
    readonly url: string,
  ) {}

  static async to(server: string): Promise<Line> {
    const { port, hostname } = new URL(server);
    const between = createServer();
    await new Promise<void>((resolve) => void between.listen(0, '127.0.0.1', resolve));
    const address = between.address();
    if (address === null || typeof address === 'string') throw new Error('a port is there');
    const url = Object.assign(new URL(server), { host: `127.0.0.1:${address.port}` }).href;
    const line = new Line(between, url);
    between.on('connection', (here) => line.join(here, connect(Number(port), hostname)));
    return line;
  }

  /** Whoever is connected hears nothing any more, and is not heard. */
  fallSilent(): void {
    this.silent = [...this.ends];
    for (const end of this.silent) end.unpipe().pause();
  }

  /** Those connections break in the open. */
  restore(): void {
    for (const end of this.silent) end.destroy();
  }

  async close(): Promise<void> {
    for (const end of this.ends) end.destroy();
    await new Promise((resolve) => this.between.close(resolve));
  }

  private join(here: Socket, there: Socket): void {
    for (const [end, other] of [
      [here, there],
      [there, here],
    ] as const) {
      this.ends.add(end);
      end.pipe(other);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        this.ends.delete(end);
        if (!this.silent.includes(end)) other.destroy();
      });
    }
  }
}
