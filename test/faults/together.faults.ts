import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decisions, type EventStore, openEphemeral, openPostgres, SqlTexts } from '#event-store';
import { newId, type Receipt, type Recorded, type Texts } from '#kernel';
import { tally } from '../../libs/event-store/src/contract/tally.js';
import { tell } from './figures.js';
import { PostgresServer } from './postgres-server.js';

const ATTEMPTS = 500;
const PROCESSES = 4;
const BY = { actor: { kind: 'clock' }, recordedBy: { kind: 'clock', id: 'clock' } } as const;

type Engine = Readonly<{ store: EventStore; texts: Texts; close: () => Promise<void> }>;
type Sizes = Readonly<{
  copies: Readonly<{ commands: number; copies: number }>;
  writers: Readonly<{ writers: number; each: number }>;
}>;

/** Many who write the same at once, on both engines. Registers the tests. */
export function togetherFaults(sizes: Sizes): void {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterAll(() => server.stop());

  const engines: readonly (readonly [string, () => Promise<Engine>])[] = [
    ['PGlite', openEphemeral],
    ['PostgreSQL', () => onServer(server.url)],
  ];

  describe.each(engines)('on %s', (name, open) => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine.close());

    /** Each command in so many copies at once, by so many processes' worth of `Decisions`. */
    const inCopies = async (of: EventStore, commands: number, copies: number) => {
      const id = newId();
      const hands = Array.from({ length: copies }, () => new Decisions(of, engine.texts, { attempts: ATTEMPTS }));
      await hands[0]?.run(tally, id, { type: 'open', limit: 1_000_000 }, { ...BY, commandId: newId() });
      const receipts: Receipt[][] = [];
      for (let n = 0; n < commands; n += 1) {
        const meta = { ...BY, commandId: newId() };
        receipts.push(await Promise.all(hands.map((hand) => hand.run(tally, id, { type: 'add', n: 1 }, meta))));
      }
      const added = (await engine.store.readStream(`meeting-${id}`)).slice(1);
      const said = receipts.map((ofOne) => new Set(ofOne.map(({ revision }) => String(revision))));
      return { recorded: added.length, differing: said.filter(({ size }) => size !== 1).length };
    };

    it(`records ${sizes.copies.commands} commands once each, though ${sizes.copies.copies} copies of each come at once`, async () => {
      const since = Date.now();
      const { commands, copies } = sizes.copies;
      const { recorded, differing } = await inCopies(engine.store, commands, copies);
      const counts = {
        commands,
        copies,
        recorded,
        lost: Math.max(0, commands - recorded),
        doubled: Math.max(0, recorded - commands),
      };
      tell(`the same command in copies at once, ${name}`, counts, since);
      expect({ recorded, differing }).toEqual({ recorded: commands, differing: 0 });
    });

    it('control: with a log that does not bear the id of a command, each copy is recorded', async () => {
      const since = Date.now();
      const { recorded } = await inCopies(forgetful(engine.store), 20, sizes.copies.copies);
      tell(
        `the same command in copies at once, ${name}`,
        { commands: 20, recorded, doubled: recorded - 20 },
        since,
        'the command id',
      );
      expect(recorded).toBeGreaterThan(20);
    });

    /** Each adds one to a sum that it has read. */
    const onOneStream = async (of: EventStore, writers: number, each: number) => {
      const id = newId();
      const first = new Decisions(of, engine.texts, { attempts: ATTEMPTS });
      await first.run(tally, id, { type: 'open', limit: 1_000_000 }, { ...BY, commandId: newId() });
      // Of one process they would go one after the other: these are of several, which know nothing of each other.
      const processes = Array.from({ length: PROCESSES }, () => new Decisions(of, engine.texts, { attempts: ATTEMPTS }));
      const hands = Array.from({ length: writers }, (_, n) => processes[n % PROCESSES] ?? first);
      await Promise.all(
        hands.map(async (hand) => {
          for (let n = 0; n < each; n += 1) await hand.run(tally, id, { type: 'add', n: 1 }, { ...BY, commandId: newId() });
        }),
      );
      const events = (await engine.store.readStream(`meeting-${id}`)) as Recorded<{ type: string; data: { sum: number } }>[];
      const added = events.slice(1);
      const isDense = events.every(({ revision }, index) => revision === BigInt(index));
      // Whoever decided on a sum that was no longer the last wrote one that stands there already.
      return { recorded: added.length, isDense, overwritten: added.length - new Set(added.map(({ data }) => data.sum)).size };
    };

    it(`${sizes.writers.writers} writers with ${sizes.writers.each} commands each on one stream: revisions are dense, no sum twice`, async () => {
      const since = Date.now();
      const { writers, each } = sizes.writers;
      const { recorded, isDense, overwritten } = await onOneStream(engine.store, writers, each);
      const commands = writers * each;
      tell(`writers on one stream, ${name}`, { writers, commands, recorded, lost: commands - recorded, overwritten }, since);
      expect({ recorded, isDense, overwritten }).toEqual({ recorded: commands, isDense: true, overwritten: 0 });
    });

    it('control: with the expected revision not checked, decisions stand on what was no longer so', async () => {
      const since = Date.now();
      const { recorded, overwritten } = await onOneStream(unchecking(engine.store), 8, 10);
      tell(`writers on one stream, ${name}`, { writers: 8, commands: 80, recorded, overwritten }, since, 'the expected revision');
      expect(overwritten).toBeGreaterThan(0);
    });
  });
}

async function onServer(connectionString: string): Promise<Engine> {
  const { store, sql, close } = await openPostgres({ connectionString });
  return { store, texts: new SqlTexts(sql), close };
}

/** The same store, in whose log no event bears the id of its command. */
function forgetful(store: EventStore): EventStore {
  return changed(store, (stream, events, expected) =>
    store.append(
      stream,
      events.map((event) => ({ ...event, id: newId(), metadata: { ...event.metadata, commandId: newId() } })),
      expected,
    ),
  );
}

/** The same store, to which whatever a decision stood on never counts. */
function unchecking(store: EventStore): EventStore {
  return changed(store, (stream, events) => store.append(stream, events, 'any'));
}

function changed(store: EventStore, append: EventStore['append']): EventStore {
  return {
    append,
    ledgerId: () => store.ledgerId(),
    readStream: (stream, from) => store.readStream(stream, from),
    readAll: (after, options) => store.readAll(after, options),
    readPartnership: (id, after, through) => store.readPartnership(id, after, through),
    subscribeAll: (after, options) => store.subscribeAll(after, options),
    streamOfCommand: (commandId) => store.streamOfCommand(commandId),
    head: () => store.head(),
    close: () => store.close(),
  };
}
