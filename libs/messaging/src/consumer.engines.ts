import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connecticutCenter, recordScenario } from '#blueprints';
import { type OpenPostgres, type Row, type Sql, SqlTexts } from '#event-store';
import { type Instant, newId, type Recorded, sha256 } from '#kernel';
import { ProjectionRunner } from '#projections';
import { listCommitments, listEvidence, listMeetings, PROJECTIONS } from '#read-models';
import { recorder } from '../../../test/support/record.js';
import { Consumer, type ConsumerOptions, startOver } from './consumer.js';
import type { Consumes } from './consumer-advance.js';
import { parkedOf } from './consumer-place.js';
import { type IntegrationEvent, integrationEvent } from './integration-event.js';
import { Relay } from './relay.js';
import { messageOf } from './relay-batches.js';
import { COUNTED, FIGURES, type Figure, figureOf, readTally, tally } from './tally/tally.js';
import { brokers, ledgerOnServer, topicsOnBrokers } from './testing/engines.js';
import { happen, PARTNERSHIPS } from './testing/history.js';
import { until } from './testing/told.js';
import { type TopicSettings, topicOf } from './topics.js';

const EVENTS = 300;
const PAGE = 20;

/**
 * The database of a member that joins its group: the first page that Kafka brings it waits, with its place not read yet, until
 * all the places that it is to go on from are.
 * @param places how many partitions it has
 */
function joiningSlowly(sql: Sql, places: number): Sql {
  const [isBrought, arePlaced] = [new AbortController(), new AbortController()];
  let read = 0;
  return {
    query: async <R extends Row>(text: string, parameters?: readonly unknown[]) => {
      const isPlace = text.includes('from consumer_partitions');
      if (isPlace) await over(isBrought.signal);
      const rows = await sql.query<R>(text, parameters);
      if (isPlace && (read += 1) === places) setTimeout(() => arePlaced.abort(), 50);
      return rows;
    },
    transaction: (work) =>
      sql.transaction((inner) =>
        work({
          query: async <R extends Row>(text: string, parameters?: readonly unknown[]) => {
            if (text.startsWith('insert into consumer_partitions')) {
              isBrought.abort();
              await over(arePlaced.signal);
            }
            return await inner.query<R>(text, parameters);
          },
        }),
      ),
    listen: (channel, heard) => sql.listen(channel, heard),
    close: () => sql.close(),
  };
}

async function over(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

/** Where a consumer can be killed within a transaction. */
const POINTS = {
  'before its own write': 'before',
  'between its own write and its place': 'between',
  'after both, before the commit': 'within',
  'after the commit, before Kafka hears of it': 'after',
} as const;
type Point = (typeof POINTS)[keyof typeof POINTS];

class Killed extends Error {}

/**
 * The database as one life of a consumer reaches it: its third page breaks off at the point, and nothing is answered afterwards.
 * @returns killed: once it is, how many events that page has; the last one of a partition may be less than full
 */
function oneLife(sql: Sql, point: Point, isOneTransaction: boolean): Readonly<{ sql: Sql; killed: Promise<number> }> {
  let pages = 0;
  let size = 0;
  let isDead = false;
  let die: (size: number) => void = () => undefined;
  const killed = new Promise<number>((resolve) => {
    die = resolve;
  });
  const dieAt = (reached: Point) => {
    if (reached === point && pages === 3) {
      isDead = true;
      die(size);
    }
    if (isDead) throw new Killed(`killed: ${point}`);
  };
  const life: Sql = {
    query: (text, parameters) => (isDead ? Promise.reject(new Killed()) : sql.query(text, parameters)),
    transaction: async (work) => {
      if (isDead) throw new Killed();
      const whole = (inner: Pick<Sql, 'query'>) =>
        work({
          query: async <R extends Row>(text: string, parameters?: readonly unknown[]) => {
            if (text.startsWith('insert into tally')) {
              pages += 1;
              const counts = parameters?.[2] as readonly number[];
              size = counts.reduce((sum, count) => sum + count, 0);
              dieAt('before');
            }
            const rows = await inner.query<R>(text, parameters);
            if (text.startsWith('insert into tally')) dieAt('between');
            if (text.startsWith('update consumer_partitions')) dieAt('within');
            return rows;
          },
        });
      const answer = isOneTransaction ? await sql.transaction(whole) : await whole(sql);
      dieAt('after');
      return answer;
    },
    listen: (channel, heard) => sql.listen(channel, heard),
    close: () => sql.close(),
  };
  return { sql: life, killed };
}

describe('a consumer', () => {
  let ledger: OpenPostgres;
  let topics: TopicSettings;
  let consumes: Consumes;
  const running: Consumer[] = [];

  beforeEach(async () => {
    [ledger, topics] = await Promise.all([ledgerOnServer(), topicsOnBrokers()]);
    consumes = { ...tally, name: `tally-${newId()}` };
  });

  afterEach(async () => {
    for (const consumer of running.splice(0)) await consumer.stop();
    await ledger.close();
  });

  const consuming = async (over: Partial<{ sql: Sql; consumes: Consumes }> = {}, options: ConsumerOptions = {}) => {
    const parts = { sql: ledger.sql, brokers: brokers(), topics, families: COUNTED, consumes, ...over };
    const consumer = new Consumer(parts, { pageSize: PAGE, pauseMs: 50, ...options });
    running.push(consumer);
    await consumer.start();
    return consumer;
  };

  /** Tells events as a relay would, some of them again and again. */
  const tell = async (events: readonly Recorded[]) => {
    const ledgerId = await ledger.store.ledgerId();
    const sender = await brokers().sender();
    await sender.send(events.map((event) => messageOf(event, { ledgerId }, topics)));
    await sender.close();
  };

  /** Until everything that lies on the topics is taken in, by whichever member. */
  const caughtUp = async () => {
    const [member] = running.slice(-1);
    await until(async () => (await member?.behind()) === 0n);
  };

  const sumOf = (offsets: readonly string[]) => offsets.reduce((sum, offset) => sum + Math.max(Number(offset), 0), 0);
  /** How many messages its database is ahead of what Kafka was told that it has taken in; below 0 where Kafka was told more. */
  const untoldToKafka = async () => {
    const committed = await brokers().administering((admin) =>
      admin.fetchOffsets({ groupId: consumes.name, topics: COUNTED.map((family) => topicOf(family, topics)) }),
    );
    const rows = await ledger.sql.query<{ next: string }>(
      'select next_offset::text as next from consumer_partitions where consumer = $1',
      [consumes.name],
    );
    const told = committed.flatMap(({ partitions }) => partitions.map(({ offset }) => offset));
    return sumOf(rows.map(({ next }) => next)) - sumOf(told);
  };

  const tallied = async () => Object.fromEntries(await readTally(ledger.sql));

  /** The same figures from the ledger itself. */
  const expected = async () => {
    const { events } = await ledger.store.readAll('0'.repeat(20), { limit: 10_000 });
    const counted: Record<string, { asOf: Instant } & Partial<Record<Figure, number>>> = {};
    for (const event of events) {
      const figure = event.type.startsWith('Record') ? undefined : figureOf(asTold(event));
      const { partnershipId } = event.metadata;
      if (figure === undefined || partnershipId === undefined) continue;
      const of = (counted[partnershipId] ??= { asOf: event.recordedAt });
      of[figure] = (of[figure] ?? 0) + 1;
      // In the order of the log: the last one is the newest.
      of.asOf = event.recordedAt;
    }
    return counted;
  };
  const asTold = (event: Recorded): IntegrationEvent =>
    integrationEvent(event, { ledgerId: newId(), of: event.type === 'FactCorrected' ? 'FactCorrected' : undefined });

  it('takes each event in once, however often it is told, in the order of its stream', async () => {
    const events = await happen(ledger.store, EVENTS);
    await tell(events);
    // A relay that was killed after the acknowledgement begins again somewhat earlier.
    await tell(events.slice(EVENTS / 3));
    await consuming();
    await caughtUp();
    expect(await tallied()).toMatchObject(await expected());
    await tell(events.slice(0, EVENTS / 2));
    await tell(await happen(ledger.store, EVENTS));
    await caughtUp();
    expect(await tallied()).toMatchObject(await expected());
  });

  it('counts repeated events again where it does not drop them (its control)', async () => {
    const events = await happen(ledger.store, EVENTS);
    await tell(events);
    await tell(events);
    await consuming({}, { switchedOff: ['repeats'] });
    await caughtUp();
    const [one] = PARTNERSHIPS;
    const [counted, right] = [await tallied(), await expected()];
    expect(counted[one ?? '']?.promised).toBe(2 * (right[one ?? '']?.promised ?? 0));
  });

  describe('killed', () => {
    const afterAKill = async (point: Point, isOneTransaction: boolean) => {
      await tell(await happen(ledger.store, EVENTS));
      const life = oneLife(ledger.sql, point, isOneTransaction);
      const first = await consuming({ sql: life.sql }, { pauseMs: 60_000 });
      const size = await life.killed;
      await first.stop();
      const untold = await untoldToKafka();
      await consuming();
      await caughtUp();
      return { size, untold };
    };

    it.each(Object.entries(POINTS))('%s, it neither loses nor doubles an event', async (_, point) => {
      const { size, untold } = await afterAKill(point, true);
      expect(await tallied()).toMatchObject(await expected());
      // Kafka hears of a page once it is written, and never before.
      expect(untold).toBe(point === 'after' ? size : 0);
      // Where that page was the last of its partition, Kafka hears of it with the next.
      await tell(await happen(ledger.store, EVENTS));
      await until(async () => (await untoldToKafka()) === 0);
    });

    it('loses what it had not written where its place is kept in a transaction of its own (its control)', async () => {
      await afterAKill('before', false);
      expect(await tallied()).not.toMatchObject(await expected());
    });
  });

  it('shares its partitions with other members who come and go, and still takes each event in once', async () => {
    const members = [await consuming()];
    for (let round = 0; round < 4; round += 1) {
      await tell(await happen(ledger.store, EVENTS));
      members.push(await consuming());
      if (round % 2 === 1) await members.shift()?.stop();
    }
    await caughtUp();
    expect(await tallied()).toMatchObject(await expected());
  });

  it('goes on where its database says, whatever Kafka was told: built anew it equals what stood', async () => {
    await tell(await happen(ledger.store, EVENTS));
    const first = await consuming();
    await caughtUp();
    await first.stop();
    const stood = await tallied();
    await startOver(ledger.sql, consumes);
    expect(await tallied()).toEqual({});
    await consuming();
    await caughtUp();
    expect(await tallied()).toEqual(stood);
  });

  it('does not call lost what its restored database lacks, where Kafka brings what comes later before it has read its places', async () => {
    await tell(await happen(ledger.store, EVENTS));
    const first = await consuming();
    await caughtUp();
    await first.stop();
    await startOver(ledger.sql, consumes);
    await tell(await happen(ledger.store, EVENTS));
    const warnings: unknown[] = [];
    const warn = (_: string, error?: unknown) => warnings.push(error);
    await consuming({ sql: joiningSlowly(ledger.sql, COUNTED.length * topics.partitions) }, { warn });
    await caughtUp();
    expect(await tallied()).toMatchObject(await expected());
    expect(warnings).toEqual([]);
  });

  describe('before an event that it cannot take in', () => {
    const refusing = (events: readonly Recorded[], isMended: () => boolean): Consumes => {
      const poison = events[Math.floor(events.length / 2)]?.id;
      return {
        ...consumes,
        takeIn: async (queries, told) => {
          if (!isMended() && told.some(({ id }) => id === poison)) await queries.query('select 1 / 0');
          await tally.takeIn(queries, told);
        },
      };
    };

    it('stands still and names it, goes on with the other partitions, and with this one once the cause is mended', async () => {
      const events = await happen(ledger.store, EVENTS);
      await tell(events);
      let isMended = false;
      const consumer = await consuming({ consumes: refusing(events, () => isMended) });
      await until(async () => (await consumer.status()).state === 'stopped');
      const { failure } = await consumer.status();
      expect(failure).toContain(events[EVENTS / 2]?.id);
      expect(failure).toContain('division by zero');
      isMended = true;
      await caughtUp();
      expect(await tallied()).toMatchObject(await expected());
      await until(async () => (await consumer.status()).state === 'running');
    });

    it('leaves it out where it is told to, says so, and takes in all others', async () => {
      const events = await happen(ledger.store, EVENTS);
      await tell(events);
      const consumer = await consuming({ consumes: refusing(events, () => false) }, { policy: 'park' });
      await caughtUp();
      expect((await consumer.status()).parked).toMatchObject([
        { eventId: events[EVENTS / 2]?.id, error: expect.stringContaining('division by zero') },
      ]);
      expect(await parkedOf(ledger.sql, consumes.name)).toHaveLength(1);
      const counted = Object.values(await tallied()).flatMap((its) => FIGURES.map((figure) => its[figure]));
      expect(counted.reduce((a, b) => a + b, 0)).toBe(EVENTS - 1);
    });
  });

  it('stands still where an event was left out of its stream, or another history is told', async () => {
    const events = await happen(ledger.store, 2, 1);
    await tell(events.slice(1));
    const consumer = await consuming();
    await until(async () => (await consumer.status()).state === 'stopped');
    expect((await consumer.status()).failure).toMatch(/revision 0 comes next, and 1 \(event .*\) was told/);
    await consumer.stop();
    topics = await topicsOnBrokers();
    consumes = { ...tally, name: `tally-${newId()}` };
    const [first] = events;
    if (first === undefined) throw new Error('nothing happened');
    await tell([first, { ...first, id: newId() }]);
    const other = await consuming();
    await until(async () => (await other.status()).state === 'stopped');
    expect((await other.status()).failure).toContain('build it anew');
  });

  it('stands still where a topic ends before its place, as one that was made anew does: nothing is dropped as if it had come before', async () => {
    await tell(await happen(ledger.store, EVENTS));
    const first = await consuming();
    await caughtUp();
    await first.stop();
    await ledger.sql.query('update consumer_partitions set next_offset = next_offset + 1000 where next_offset > 0');
    await tell(await happen(ledger.store, EVENTS));
    const second = await consuming();
    await until(async () => (await second.status()).state === 'stopped');
    expect((await second.status()).failure).toMatch(/ends at offset \d+, and 1\d{3} comes next/);
    await second.stop();
    await startOver(ledger.sql, consumes);
    await consuming();
    await caughtUp();
    expect(await tallied()).toMatchObject(await expected());
  });

  it('makes from the topics alone the tally that the read models have of a real history', async () => {
    const { store, sql } = ledger;
    const texts = new SqlTexts(sql);
    const keepFile = (bytes: Uint8Array) => Promise.resolve({ sha256: sha256(bytes) });
    await recordScenario(connecticutCenter, { record: recorder({ store, texts }), texts, keepFile });
    const relay = new Relay({ store, sql, brokers: brokers(), topics });
    const readModels = new ProjectionRunner(sql, store, PROJECTIONS);
    await Promise.all([relay.start(), readModels.start(), consuming()]);
    await until(async () => (await relay.status()).lag === 0n);
    await relay.stop();
    await caughtUp();
    await readModels.waitFor(await store.head(), 60_000);
    await readModels.stop();
    const { partnershipId } = connecticutCenter;
    const now = '2011-01-31T12:00:00.000Z';
    const [board, evidence, meetings] = await Promise.all([
      listCommitments(sql, partnershipId, { now, limit: 500 }),
      listEvidence(sql, partnershipId, { now, limit: 500 }),
      listMeetings(sql, partnershipId),
    ]);
    const items = board.data?.items ?? [];
    const claims = items.flatMap((item) => item.claims);
    const judged = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
    expect((await tallied())[partnershipId]).toMatchObject({
      promised: items.length,
      claimed: claims.length,
      met: judged('met'),
      partlyMet: judged('partially-met'),
      notMet: judged('not-met'),
      linked: items.reduce((sum, { linked }) => sum + linked.supporting.length + linked.contradicting.length, 0),
      evidence: evidence.data?.items.length,
      meetings: meetings.data.filter(({ heldOn }) => heldOn !== undefined && heldOn !== null).length,
      corrected: 0,
    });
    expect(items.length).toBeGreaterThan(10);
  }, 120_000);
});
