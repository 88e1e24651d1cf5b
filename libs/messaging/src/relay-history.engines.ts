import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type OpenPostgres, openPostgres, START } from '#event-store';
import { newId, type Recorded } from '#kernel';
import { Consumer } from './consumer.js';
import type { Brokers } from './kafka.js';
import { Relay } from './relay.js';
import { readTally, tally } from './tally/tally.js';
import { brokers, deleteTopic, everythingOn, ledgerOnServer, serverUrl, topicsOnBrokers } from './testing/engines.js';
import { happen } from './testing/history.js';
import { NOTHING_WRONG, until, wrongWith } from './testing/told.js';
import { createTopics, endsOf, type TopicSettings, topicOf } from './topics.js';

const STREAMS = 12;

type Session = Pick<Brokers, 'sender' | 'administering' | 'reading'>;

/** Brokers as they are, asked for nothing that lies on the topics. */
function unread(): Session {
  const real = brokers();
  return { sender: () => real.sender(), administering: (work) => real.administering(work), reading: () => Promise.resolve() };
}

describe('what the topics were told', () => {
  let ledger: OpenPostgres;
  let topics: TopicSettings;
  let schema: string;
  const folder = mkdtempSync(join(tmpdir(), 'throughline-history-'));
  const running: (Relay | Consumer)[] = [];

  beforeEach(async () => {
    [ledger, topics] = await Promise.all([ledgerOnServer(), topicsOnBrokers()]);
    const [row] = await ledger.sql.query<{ schema: string }>('select current_schema()::text as schema');
    schema = row?.schema ?? '';
  });
  afterEach(async () => {
    for (const its of running.splice(0)) await its.stop();
    await ledger.close();
    rmSync(join(folder, 'dump'), { force: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const relaying = async (by: Session = brokers(), { store, sql } = ledger): Promise<Relay> => {
    const relay = new Relay({ store, sql, brokers: by, topics }, { pauseMs: 50 });
    running.push(relay);
    await relay.start();
    return relay;
  };
  /** A relay tells all there is, and ends. */
  const toldAll = async (by?: Session): Promise<void> => {
    const relay = await relaying(by);
    await until(async () => (await relay.status()).lag === 0n);
    await relay.stop();
  };
  const log = async (): Promise<readonly Recorded[]> => (await ledger.store.readAll(START, { limit: 10_000 })).events;
  /** Each stream goes on with so many claims. */
  const goOn = async (claims: number): Promise<void> => {
    const streams = new Map((await log()).map((event) => [event.stream, event]));
    for (const [stream, { type, schema: version, data, metadata }] of streams) {
      const again = Array.from({ length: claims }, () => ({ type, schema: version, data, metadata, id: newId() }));
      await ledger.store.append(stream, again, 'any');
    }
  };
  const run = (tool: string, ...words: string[]) => {
    const { status, stderr } = spawnSync(tool, [...words, serverUrl()], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  };
  const dump = () => run('pg_dump', '--format', 'custom', '--schema', schema, '--file', join(folder, 'dump'));
  const restore = async () => {
    await ledger.close();
    run('pg_restore', '--clean', '--if-exists', join(folder, 'dump'), '--dbname');
    ledger = await openPostgres({ connectionString: serverUrl(), schema });
  };
  /** Claims are told that a restore then takes back, and of each stream fewer others are recorded instead. */
  const anotherHistory = async () => {
    await happen(ledger.store, 2 * STREAMS, STREAMS);
    await toldAll();
    dump();
    await goOn(3);
    await toldAll();
  };
  const restoredAndGrown = async () => {
    await restore();
    await goOn(2);
  };

  describe('and a restore of log and checkpoint took back', () => {
    const words = /tells of event .* THROUGHLINE_KAFKA_TOPICS/;
    const forked = { code: 'LEDGER_FORKED', message: expect.stringMatching(words) };

    it('is found by its ids, though the ledger has gone on since: the relay refuses, and tells nothing', async () => {
      await anotherHistory();
      const before = (await everythingOn(topics)).length;
      await restoredAndGrown();
      await expect(relaying()).rejects.toMatchObject(forked);
      expect(await everythingOn(topics)).toHaveLength(before);
      // New topics tell the history that there is.
      topics = await topicsOnBrokers();
      await toldAll();
      expect(wrongWith(await everythingOn(topics), await log())).toEqual(NOTHING_WRONG);
    });

    it('is found also by a relay that was not ended meanwhile', async () => {
      await anotherHistory();
      const name = `relay of ${schema}`;
      const connectionString = Object.assign(new URL(serverUrl()), { search: `?application_name=${name}` }).href;
      const its = await openPostgres({ connectionString, schema });
      const relay = await relaying(brokers(), its);
      await until(async () => (await relay.status()).state === 'live');
      await restoredAndGrown();
      // A server that comes back has lost its connections.
      await ledger.sql.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [name]);
      await until(async () => words.test((await relay.status().catch(() => undefined))?.failure ?? ''));
      expect(await relay.status()).toMatchObject({ state: 'stopped' });
      await relay.stop();
      await its.close();
    });

    it('is found where a version before this one told it, which noted no ends', async () => {
      await anotherHistory();
      await restoredAndGrown();
      await ledger.sql.query('delete from relay_ends');
      await expect(relaying()).rejects.toMatchObject(forked);
    });

    it('control: where nobody reads what was told, the relay goes on, and a consumer lacks what is recorded without a word', async () => {
      await anotherHistory();
      const its = await ledgerOnServer();
      const consumes = { ...tally, name: `tally-${newId()}` };
      const parts = { sql: its.sql, brokers: brokers(), topics, families: ['commitment'] as const, consumes };
      const consumer = new Consumer(parts, { pauseMs: 50 });
      running.push(consumer);
      await consumer.start();
      await until(async () => (await consumer.behind()) === 0n);
      const figures = await readTally(its.sql);
      await restoredAndGrown();
      await toldAll(unread());
      await until(async () => (await consumer.behind()) === 0n);
      expect(await consumer.status()).toMatchObject({ state: 'running', failure: null });
      expect(await readTally(its.sql)).toEqual(figures);
      expect(wrongWith(await everythingOn(topics), await log()).foreign).toHaveLength(3 * STREAMS);
      await consumer.stop();
      await its.close();
    });
  });

  it('is no matter where no message of it is kept, or no end of it was noted: the relay goes on', async () => {
    await happen(ledger.store, 2 * STREAMS, STREAMS);
    await toldAll();
    await ledger.sql.query('delete from relay_ends');
    await goOn(1);
    await toldAll();
    const topic = topicOf('commitment', topics);
    await brokers().administering(async (admin) => {
      const partitions = (await endsOf(admin, topic)).map(({ partition, end }) => ({ partition, offset: String(end) }));
      await admin.deleteTopicRecords({ topic, partitions });
    });
    await ledger.sql.query('update relay_ends set end_offset = 0');
    await goOn(1);
    await toldAll();
    const lying = await everythingOn(topics);
    expect(new Set(lying.map(({ event }) => event.id))).toEqual(new Set((await log()).slice(-STREAMS).map(({ id }) => id)));
  });

  it('must be of a ledger: what somebody else writes behind it is refused', async () => {
    await happen(ledger.store, STREAMS, STREAMS);
    await toldAll();
    const sender = await brokers().sender();
    await sender.send([{ topic: topicOf('meeting', topics), key: 'meeting', value: 'not of a ledger', headers: {} }]);
    await sender.close();
    await expect(relaying()).rejects.toMatchObject({
      code: 'LEDGER_FORKED',
      message: expect.stringMatching(/meetings\/\d at offset 0 is no message of a ledger/),
    });
  });

  describe('in a topic that somebody deleted', () => {
    const deleted = async () => {
      await happen(ledger.store, 2 * STREAMS, STREAMS);
      await toldAll();
      await deleteTopic(brokers(), topicOf('commitment', topics));
    };
    const remedy = /(gone|lost its end).*THROUGHLINE_KAFKA_TOPICS/;

    it('is gone: the relay does not call for the topic alone, and refuses the one that is made anew', async () => {
      await deleted();
      const missing = await relaying().catch((error: unknown) => error);
      expect(missing).toMatchObject({ code: 'TOPIC_MISSING', message: expect.stringMatching(remedy) });
      expect(missing).not.toMatchObject({ message: expect.stringContaining('Run: throughline topics create') });
      await until(async () => (await createTopics(brokers(), topics)).length > 0);
      await goOn(1);
      const anew = await relaying().catch((error: unknown) => error);
      expect(anew).toMatchObject({ code: 'MESSAGES_MISSING', message: expect.stringMatching(remedy) });
      expect(anew).toMatchObject({ message: expect.stringMatching(/commitments\/\d was told up to offset \d+ and ends at 0/) });
    });

    it('is not known to have been told where no ends were noted: the relay calls for a topic that is new, and goes on in it', async () => {
      await happen(ledger.store, STREAMS, STREAMS);
      await toldAll();
      await ledger.sql.query('delete from relay_ends');
      await deleteTopic(brokers(), topicOf('meeting', topics));
      await expect(relaying()).rejects.toMatchObject({
        code: 'TOPIC_MISSING',
        message: expect.stringMatching(
          /meetings\. Run: throughline topics create, unless something was told there before: then name new/,
        ),
      });
      await until(async () => (await createTopics(brokers(), topics)).length > 0);
      await goOn(1);
      await toldAll();
      expect(wrongWith(await everythingOn(topics), await log())).toEqual(NOTHING_WRONG);
    });

    it('control: where no ends were noted, the relay goes on in an empty one, and what was told there is told to nobody any more', async () => {
      await deleted();
      await until(async () => (await createTopics(brokers(), topics)).length > 0);
      await ledger.sql.query('delete from relay_ends');
      await goOn(1);
      await toldAll();
      expect(wrongWith(await everythingOn(topics), await log()).lost).toHaveLength(2 * STREAMS);
    });
  });
});
