import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connecticutCenter, recordScenario } from '#blueprints';
import { Leases, type OpenPostgres, type Row, type Sql, SqlTexts } from '#event-store';
import { LedgerError, type Recorded, sha256, streamParts } from '#kernel';
import { recorder } from '../../../test/support/record.js';
import { Brokers, type Sender } from './kafka.js';
import { Relay, type RelayOptions } from './relay.js';
import { DescribedMessages } from './testing/described-messages.js';
import { brokerAddresses, brokers, everythingOn, ledgerOnServer, topicsOnBrokers } from './testing/engines.js';
import { happen } from './testing/history.js';
import { NOTHING_WRONG, repeatsIn, until, wrongWith } from './testing/told.js';
import { createTopics, type TopicSettings, topicOf } from './topics.js';

const EVENTS = 300;
const BATCH = 40;

/** Where a relay can be killed within a batch. */
const POINTS = {
  'before the batch is sent': 'before',
  'after the brokers acknowledged it, before the relay hears': 'sent',
  'between the acknowledgement and the checkpoint': 'between',
  'within the checkpoint transaction': 'within',
  'after the checkpoint, before the relay hears': 'after',
} as const;
type Point = (typeof POINTS)[keyof typeof POINTS];

class Killed extends Error {}

type Session = Pick<Brokers, 'sender' | 'administering' | 'reading'>;
type Reached = Readonly<{ sql: Sql; brokers: Session; killed: Promise<void> }>;

/** Brokers of which only the sessions are others. */
function sendingBy(sender: () => Promise<Sender>): Session {
  const real = brokers();
  return {
    sender,
    administering: (work) => real.administering(work),
    reading: (name, spans, take) => real.reading(name, spans, take),
  };
}

/** The brokers, which can be cut off, and how often they were asked while they were. */
class CutOff {
  isCut = false;
  asked = 0;
  private readonly real = brokers();
  readonly session: Session = {
    sender: () => this.unlessCut(() => this.real.sender()),
    administering: (work) => this.unlessCut(() => this.real.administering(work)),
    reading: (name, spans, take) => this.unlessCut(() => this.real.reading(name, spans, take)),
  };

  private unlessCut<T>(work: () => Promise<T>): Promise<T> {
    if (!this.isCut) return work();
    this.asked += 1;
    return Promise.reject(new LedgerError('unavailable', 'KAFKA_UNAVAILABLE', 'SASL PLAIN authentication failed'));
  }
}

/**
 * Database and brokers as one life of a relay reaches them: its third batch breaks off at the point, and nothing it asks
 * afterwards is answered. `guarded: false` takes one guard away: the checkpoint moves before the brokers have acknowledged.
 */
function oneLife(sql: Sql, point: Point, guarded: boolean): Reached {
  let batches = 0;
  let isDead = false;
  let die: () => void = () => undefined;
  const killed = new Promise<void>((resolve) => {
    die = resolve;
  });
  const dieAt = (reached: Point) => {
    if (reached === point && batches === 3) {
      isDead = true;
      die();
    }
    if (isDead) throw new Killed(`killed: ${point}`);
  };
  const real = brokers();
  let late: () => ReturnType<Sender['send']> = () => Promise.resolve([]);
  const sender = async (): Promise<Sender> => {
    if (isDead) throw new Killed();
    const session = await real.sender();
    return {
      close: () => session.close(),
      send: async (messages) => {
        batches += 1;
        dieAt('before');
        late = () => session.send(messages);
        const ends = guarded ? await late() : [];
        dieAt('sent');
        return ends;
      },
    };
  };
  const queries = (inner: Pick<Sql, 'query'>): Pick<Sql, 'query'> => ({
    query: async <R extends Row>(text: string, parameters?: readonly unknown[]) => {
      const movesCheckpoint = text.startsWith('update relay_checkpoints');
      if (movesCheckpoint) dieAt('between');
      const rows = await inner.query<R>(text, parameters);
      if (movesCheckpoint) dieAt('within');
      return rows;
    },
  });
  const life: Sql = {
    query: (text, parameters) => (isDead ? Promise.reject(new Killed()) : sql.query(text, parameters)),
    transaction: async (work) => {
      if (isDead) throw new Killed();
      const answer = await sql.transaction((inner) => work(queries(inner)));
      dieAt('after');
      if (!guarded) await late();
      return answer;
    },
    listen: (channel, heard) => sql.listen(channel, heard),
    close: () => sql.close(),
  };
  return { sql: life, brokers: sendingBy(sender), killed };
}

describe('the relay', () => {
  const described = new DescribedMessages();
  let ledger: OpenPostgres;
  let topics: TopicSettings;
  const relays: Relay[] = [];

  beforeEach(async () => {
    [ledger, topics] = await Promise.all([ledgerOnServer(), topicsOnBrokers()]);
  });

  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.stop();
    await ledger.close();
  });

  const relaying = async (over: Partial<Omit<Reached, 'killed'>> = {}, options: RelayOptions = {}): Promise<Relay> => {
    const { store, sql } = ledger;
    const relay = new Relay({ store, sql, brokers: brokers(), topics, ...over }, { batchSize: BATCH, pauseMs: 50, ...options });
    relays.push(relay);
    await relay.start();
    return relay;
  };
  const toldAll = async (relay: Relay) =>
    await until(async () => (await relay.status()).lag === 0n, 60_000, 'the end of the log');
  const log = async (): Promise<readonly Recorded[]> => (await ledger.store.readAll('0'.repeat(20), { limit: 10_000 })).events;

  it('tells a real history: every event once, in order, each as it is described', async () => {
    const record = recorder({ store: ledger.store, texts: new SqlTexts(ledger.sql) });
    const keepFile = (bytes: Uint8Array) => Promise.resolve({ sha256: sha256(bytes) });
    await recordScenario(connecticutCenter, { record, texts: new SqlTexts(ledger.sql), keepFile });
    const relay = await relaying();
    await toldAll(relay);
    const lying = await everythingOn(topics);
    expect([wrongWith(lying, await log()), repeatsIn(lying)]).toEqual([NOTHING_WRONG, 0]);
    const wrong = lying.flatMap(({ topic, key, value, headers, event }) => {
      const { family } = streamParts(key);
      expect(topic).toBe(topicOf(family, topics));
      expect([headers['event-id'], headers['position']]).toEqual([event.id, event.sequence]);
      const name = event.type.slice('throughline.'.length);
      return [described.wrongWithMessage(JSON.parse(value), name), described.wrongWithHeaders(headers)].filter(
        (its) => its !== '',
      );
    });
    expect(wrong).toEqual([]);
    expect(await relay.status()).toMatchObject({ state: 'live', lag: 0n, failure: null, position: await ledger.store.head() });
  });

  it('tells what is recorded while it runs, and goes on where it stood after it was stopped', async () => {
    const first = await relaying();
    await happen(ledger.store, EVENTS);
    await toldAll(first);
    await first.stop();
    await happen(ledger.store, EVENTS);
    await toldAll(await relaying());
    const lying = await everythingOn(topics);
    expect([wrongWith(lying, await log()), repeatsIn(lying)]).toEqual([NOTHING_WRONG, 0]);
  });

  describe('killed', () => {
    const afterAKill = async (point: Point, guarded: boolean) => {
      await happen(ledger.store, EVENTS);
      const life = oneLife(ledger.sql, point, guarded);
      const first = await relaying(life, { pauseMs: 60_000 });
      await life.killed;
      await first.stop();
      await toldAll(await relaying());
      return await everythingOn(topics);
    };

    it.each(Object.entries(POINTS))('%s, it loses nothing and keeps the order', async (_, point) => {
      const lying = await afterAKill(point, true);
      expect(wrongWith(lying, await log())).toEqual(NOTHING_WRONG);
      expect(repeatsIn(lying)).toBe(point === 'before' || point === 'after' ? 0 : BATCH);
    });

    it('loses a batch where the checkpoint moves before the acknowledgement (its control)', async () => {
      const lying = await afterAKill('after', false);
      expect(wrongWith(lying, await log()).lost).toHaveLength(BATCH);
    });
  });

  describe('before it begins', () => {
    const refused = async (other: Partial<TopicSettings>) => {
      topics = { ...topics, ...other };
      return await relaying().catch((error: unknown) => error);
    };

    it('names a topic that is missing and the command that makes it', async () => {
      const error = await refused({ prefix: 'nobody.made' });
      expect(error).toMatchObject({ code: 'TOPIC_MISSING', message: expect.stringContaining('nobody.made.commitments') });
      expect(error).toMatchObject({ message: expect.stringContaining('throughline topics create') });
    });

    it('refuses another number of partitions', async () => {
      expect(await refused({ partitions: 4 })).toMatchObject({
        code: 'TOPIC_DIFFERS',
        message: expect.stringMatching(/has 3 partitions, wanted 4 \(THROUGHLINE_KAFKA_PARTITIONS\)/),
      });
    });

    it('refuses more replicas than there are brokers, and fewer brokers than replicas are wanted', async () => {
      expect(await refused({ replicas: brokerAddresses().length + 1 })).toMatchObject({ code: 'KAFKA_UNSAFE' });
    });

    it('makes missing topics so that they lose nothing, and leaves those that are there', async () => {
      const prefix = `${topics.prefix}.again`;
      expect(await createTopics(brokers(), { ...topics, prefix })).toHaveLength(6);
      expect(await createTopics(brokers(), { ...topics, prefix })).toEqual([]);
    });

    it('refuses a ledger that the topics were not told: another id, or another event at the place it had come to', async () => {
      await happen(ledger.store, EVENTS);
      const first = await relaying();
      await toldAll(first);
      await first.stop();
      await ledger.sql.query(`update relay_checkpoints set event_id = $1`, [topics.prefix]);
      await expect(relaying()).rejects.toMatchObject({
        code: 'LEDGER_FORKED',
        message: expect.stringContaining('THROUGHLINE_KAFKA_TOPICS'),
      });
      await ledger.sql.query(`update relay_checkpoints set ledger_id = $1`, [topics.prefix]);
      await expect(relaying()).rejects.toMatchObject({ code: 'LEDGER_FORKED' });
    });

    it('refuses topics in which something was told that is not known to be of this ledger, as after it was moved', async () => {
      await happen(ledger.store, EVENTS);
      const first = await relaying();
      await toldAll(first);
      await first.stop();
      await ledger.sql.query('delete from relay_checkpoints');
      await expect(relaying()).rejects.toMatchObject({
        code: 'LEDGER_FORKED',
        message: expect.stringContaining(`something was told in ${topicOf('commitment', topics)}`),
      });
      expect(repeatsIn(await everythingOn(topics))).toBe(0);
    });
  });

  const electedAs = (holder: string) => ({ elects: new Leases(ledger.sql, { holder, seconds: 30 }) });
  const cutOff = { state: 'waiting', failure: 'SASL PLAIN authentication failed' };

  it('that cannot reach the brokers stands by for nobody: it says so while another has the work, until it has reached them', async () => {
    const line = new CutOff();
    line.isCut = true;
    const failing = await relaying({ brokers: line.session }, electedAs('failing'));
    expect(await failing.status()).toMatchObject(cutOff);
    await happen(ledger.store, EVENTS);
    await toldAll(await relaying({}, electedAs('telling')));
    const before = line.asked;
    await until(() => line.asked > before + 1);
    expect(await failing.status()).toMatchObject(cutOff);
    line.isCut = false;
    await until(async () => (await failing.status()).state === 'standing-by');
    expect((await failing.status()).failure).toBeNull();
  });

  it('that stands by notices that it no longer reaches the brokers, and that it does again', async () => {
    const line = new CutOff();
    await relaying({}, electedAs('telling'));
    const standing = await relaying({ brokers: line.session }, { ...electedAs('standing'), looksEveryMs: 50 });
    await until(async () => (await standing.status()).state === 'standing-by');
    line.isCut = true;
    await until(async () => (await standing.status()).state === 'waiting');
    expect(await standing.status()).toMatchObject(cutOff);
    line.isCut = false;
    await until(async () => (await standing.status()).state === 'standing-by');
  });

  it('that has nothing to tell notices that the brokers are gone, and that they are there again', async () => {
    const line = new CutOff();
    await happen(ledger.store, EVENTS);
    const relay = await relaying({ brokers: line.session }, { looksEveryMs: 50 });
    await toldAll(relay);
    await until(async () => (await relay.status()).state === 'live');
    line.isCut = true;
    await until(async () => (await relay.status()).state === 'waiting');
    expect(await relay.status()).toMatchObject(cutOff);
    line.isCut = false;
    await until(async () => (await relay.status()).state === 'live');
    expect((await relay.status()).failure).toBeNull();
    expect(repeatsIn(await everythingOn(topics))).toBe(0);
  });

  it('that is told to end while a batch is not acknowledged gives it up within seconds, and closes it before the next has its turn, which tells it', async () => {
    const elects = (holder: string) => new Leases(ledger.sql, { holder, seconds: 30 });
    const real = brokers();
    const happened: string[] = [];
    const unanswering = async (): Promise<Sender> => {
      const session = await real.sender();
      return {
        // Not even that it is closed ends it.
        send: () => {
          happened.push('a batch is sent');
          return new Promise(() => undefined);
        },
        close: async () => {
          happened.push('what it gave up is closed');
          await session.close();
        },
      };
    };
    const nexts = (): Promise<Sender> => {
      happened.push('the next begins');
      return real.sender();
    };
    await happen(ledger.store, EVENTS);
    const ending = await relaying({ brokers: sendingBy(unanswering) }, { elects: elects('ending') });
    await until(() => happened.length > 0);
    const next = await relaying({ brokers: sendingBy(nexts) }, { elects: elects('next') });
    await until(async () => (await next.status()).state === 'standing-by');
    const began = performance.now();
    await ending.stop();
    // Of 30 seconds that its lease would last, and no end that the brokers would have.
    expect(performance.now() - began).toBeLessThan(25_000);
    expect((await ending.status()).state).toBe('idle');
    await toldAll(next);
    expect(happened).toEqual(['a batch is sent', 'what it gave up is closed', 'the next begins']);
    const lying = await everythingOn(topics);
    expect([wrongWith(lying, await log()), repeatsIn(lying)]).toEqual([NOTHING_WRONG, 0]);
  });

  it('whose lease is taken while a batch is not acknowledged gives it up, closes it, and tells it when it has its turn again', async () => {
    const real = brokers();
    const happened: string[] = [];
    const sender = async (): Promise<Sender> => {
      if (happened.length > 0) {
        happened.push('it begins again');
        return await real.sender();
      }
      return {
        send: () => {
          happened.push('a batch is sent');
          return new Promise(() => undefined);
        },
        close: () => {
          happened.push('what it gave up is closed');
          return Promise.resolve();
        },
      };
    };
    await happen(ledger.store, EVENTS);
    const elects = new Leases(ledger.sql, { holder: 'losing', seconds: 3 });
    const relay = await relaying({ brokers: sendingBy(sender) }, { elects });
    await until(() => happened.length > 0);
    await ledger.sql.query(`update leases set epoch = epoch + 1, holder = 'another', until = now() where name = 'relay'`);
    await toldAll(relay);
    expect(happened).toEqual(['a batch is sent', 'what it gave up is closed', 'it begins again']);
    const lying = await everythingOn(topics);
    expect([wrongWith(lying, await log()), repeatsIn(lying)]).toEqual([NOTHING_WRONG, 0]);
  });

  it('waits for brokers that are away, says so, and stops when it is told to', async () => {
    const relay = await relaying({ brokers: new Brokers({ brokers: ['127.0.0.1:1'] }) });
    expect(await relay.status()).toMatchObject({ state: 'waiting', failure: expect.stringContaining('127.0.0.1:1') });
    await relay.stop();
    expect((await relay.status()).state).toBe('idle');
  });
});
