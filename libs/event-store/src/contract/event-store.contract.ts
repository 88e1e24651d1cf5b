import { describe, expect, it } from '@jest/globals';
import { canonicalJson, LedgerError, newId, type Recorded } from '#kernel';
import {
  APPEND_LIMITS,
  DuplicateEvent,
  type EventStore,
  type Expected,
  RevisionConflict,
  START,
  StoreUnavailable,
  StreamExists,
  StreamMissing,
} from '../port.js';
import { counted, everything, expectLogOrder, type Open, onNewLedger, refusalOf } from './opened.js';
import { readingContract } from './reading.contract.js';

/** What every event store must do, whatever it stands on. Registers the tests. */
export function eventStoreContract(name: string, open: Open): void {
  describe(`the event store on ${name}`, () => {
    describe('what an append expects of its stream', () => {
      type Outcome = 'stored' | typeof RevisionConflict | typeof StreamExists | typeof StreamMissing;
      /** On a missing stream and on one at revision 1: what becomes of one append, and how many of six at once are stored. */
      const cases: readonly (readonly [
        string,
        Expected,
        missing: readonly [Outcome, number],
        existing: readonly [Outcome, number],
      ])[] = [
        ['any', 'any', ['stored', 6], ['stored', 6]],
        ['no stream', 'no-stream', ['stored', 1], [StreamExists, 0]],
        ['a stream that exists', 'stream-exists', [StreamMissing, 0], ['stored', 6]],
        ['the revision it has', { revision: 1n }, [RevisionConflict, 0], ['stored', 1]],
        ['an earlier revision', { revision: 0n }, [RevisionConflict, 0], [RevisionConflict, 0]],
        ['a later revision', { revision: 2n }, [RevisionConflict, 0], [RevisionConflict, 0]],
      ];

      it.each(cases)('%s: alone, on a missing stream and on one at revision 1', async (_, expected, missing, existing) => {
        await onNewLedger(open, async ({ store }) => {
          await store.append('existing', [counted(1), counted(2)], 'no-stream');
          for (const [stream, [outcome], size] of [
            ['missing', missing, 0],
            ['existing', existing, 2],
          ] as const) {
            const appending = store.append(stream, [counted(3)], expected);
            if (outcome === 'stored') expect(await appending).toMatchObject({ revision: BigInt(size) });
            else expect(await refusalOf(appending)).toBeInstanceOf(outcome);
            expect(await store.readStream(stream)).toHaveLength(outcome === 'stored' ? size + 1 : size);
          }
        })();
      });

      it.each(cases)('%s: six at once, from two processes', async (_, expected, missing, existing) => {
        await onNewLedger(open, async ({ store, another }) => {
          await store.append('existing', [counted(1), counted(2)], 'no-stream');
          const stores = [store, await another()];
          for (const [stream, [, winners], size] of [
            ['missing', missing, 0],
            ['existing', existing, 2],
          ] as const) {
            const appends = Array.from({ length: 6 }, (__, n) =>
              (stores[n % 2] as EventStore).append(stream, [counted(n)], expected),
            );
            const outcomes = await Promise.allSettled(appends);
            expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(winners);
            const revisions = (await store.readStream(stream)).map(({ revision }) => Number(revision));
            expect(revisions).toEqual(Array.from({ length: size + winners }, (__, index) => index));
          }
        })();
      });

      it(
        'tells the loser of a race at which revision the stream is',
        onNewLedger(open, async ({ store }) => {
          await store.append('s', [counted(1)], 'no-stream');
          const [first, second] = await Promise.allSettled([
            store.append('s', [counted(2), counted(3)], { revision: 0n }),
            store.append('s', [counted(4)], { revision: 0n }),
          ]);
          expect(first).toMatchObject({ status: 'fulfilled', value: { revision: 2n, position: await store.head() } });
          expect(second).toMatchObject({ status: 'rejected', reason: { code: 'REVISION_CONFLICT', actual: 2n } });
        }),
      );

      it(
        'stores two appends to one stream at once in the order they came',
        onNewLedger(open, async ({ store }) => {
          await Promise.all([store.append('s', [counted(1), counted(2)], 'any'), store.append('s', [counted(3)], 'any')]);
          expect((await store.readStream('s')).map(({ data }) => data)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
        }),
      );
    });

    it.each([1, 7, 100, 1000])(
      'gives sixteen writers and a reader in batches of %i every event exactly once, in order',
      async (limit) => {
        await onNewLedger(open, async ({ store, another, positions }) => {
          const stores = [store, await another(), await another()];
          const writes = Array.from({ length: 16 }, async (_, writer) => {
            for (let n = 0; n < 12; n += 1) {
              const events = Array.from({ length: 1 + ((writer + n) % 3) }, () => counted(n));
              await (stores[writer % stores.length] as EventStore).append(`writer-${writer % 9}`, events, 'any');
            }
          });
          const reading = new AbortController();
          const seen: Recorded[] = [];
          const reader = (async () => {
            const reads = stores[1] as EventStore;
            for await (const page of reads.subscribeAll(START, { signal: reading.signal, batchSize: limit })) {
              expect(page.events.length).toBeLessThanOrEqual(limit);
              seen.push(...page.events);
              if (seen.length === 384) reading.abort();
            }
          })();
          await Promise.all([...writes, reader]);
          expect(seen).toHaveLength(384);
          expectLogOrder({ positions }, seen);
          expect(new Set(seen.map(({ id }) => id)).size).toBe(384);
          expect(await everything(store, limit)).toEqual(seen);
          for (let stream = 0; stream < 9; stream += 1) {
            const revisions = seen.filter((event) => event.stream === `writer-${stream}`).map(({ revision }) => revision);
            expect(revisions).toEqual(revisions.map((_, index) => BigInt(index)));
          }
        })();
      },
    );

    it(
      'fails one bad append among good ones alone, and leaves no gap',
      onNewLedger(open, async ({ store, positions }) => {
        const taken = counted(0);
        await store.append('first', [taken], 'no-stream');
        const outcomes = await Promise.allSettled(
          Array.from({ length: 16 }, (_, n) => store.append(`s-${n}`, n === 7 ? [counted(n), taken] : [counted(n)], 'no-stream')),
        );
        for (const [n, outcome] of outcomes.entries())
          expect([n, outcome.status]).toEqual([n, n === 7 ? 'rejected' : 'fulfilled']);
        expect(outcomes[7]).toMatchObject({ reason: { code: 'DUPLICATE_EVENT', stream: 's-7' } });
        expect((outcomes[7] as PromiseRejectedResult).reason).toBeInstanceOf(DuplicateEvent);
        const log = await everything(store);
        expect(log).toHaveLength(16);
        expectLogOrder({ positions }, log);
        expect(await store.readStream('s-7')).toEqual([]);
      }),
    );

    readingContract(open);

    describe('what comes in at the door', () => {
      it(
        'takes an append at its limits and refuses one beyond, leaving the log as it was',
        onNewLedger(open, async ({ store }) => {
          const many = (count: number) => Array.from({ length: count }, (_, n) => counted(n));
          expect(await store.append('many', many(APPEND_LIMITS.events), 'any')).toMatchObject({ revision: 499n });
          expect(await refusalOf(store.append('more', many(APPEND_LIMITS.events + 1), 'any'))).toMatchObject({ kind: 'invalid' });
          const { type, schema, data, metadata } = counted(1, { data: { n: 1, note: '' } });
          const room = APPEND_LIMITS.bytes - canonicalJson({ type, schema, data, metadata }).length;
          const long = (bytes: number) => [counted(1, { data: { n: 1, note: 'x'.repeat(bytes) } })];
          const last = await store.append('long', long(room), 'any');
          expect(last).toMatchObject({ revision: 0n });
          expect(await refusalOf(store.append('longer', long(room + 1), 'any'))).toMatchObject({ kind: 'invalid' });
          expect(await refusalOf(store.append('none', [], 'any'))).toMatchObject({ kind: 'invalid' });
          expect(await store.head()).toBe(last.position);
          expect(await everything(store)).toHaveLength(501);
        }),
      );

      it(
        'refuses what has no canonical form, and names it (R15)',
        onNewLedger(open, async ({ store }) => {
          const bad = [
            [counted(Number.NaN), 'events[0]'],
            [counted(1, { data: { n: 1, note: '\ud800' } }), 'events[0]'],
            [counted(1, { data: { n: 1n as unknown as number } }), 'events[0]'],
            [counted(1, { id: 'no-uuid' }), 'events[0].id'],
            [counted(1, { id: newId().toUpperCase() }), 'events[0].id'],
            [counted(1, { schema: 0 }), 'events[0].schema'],
            [counted(1, { type: 'C\u0000' as 'Counted' }), 'events[0].type'],
          ] as const;
          for (const [event, field] of bad) {
            const refusal = await refusalOf(store.append('s', [event], 'any'));
            expect(refusal).toBeInstanceOf(LedgerError);
            expect(refusal).toMatchObject({ kind: 'invalid', problems: [{ field, rule: 'R15' }] });
          }
          for (const stream of ['', 'a\u0000', '\udc00', 'x'.repeat(256)])
            expect(await refusalOf(store.append(stream, [counted(1)], 'any'))).toMatchObject({ problems: [{ field: 'stream' }] });
          expect(await refusalOf(store.append('s', [counted(1)], { revision: -2n }))).toMatchObject({ kind: 'invalid' });
          expect(await store.head()).toBe(START);
        }),
      );

      it(
        'keeps all of Unicode as it came, U+0000 and every character beyond the first plane included',
        onNewLedger(open, async ({ store }) => {
          const notes: string[] = [];
          for (let from = 0; from < 0x110000; from += 0x4000) {
            const points = Array.from({ length: 0x4000 }, (_, index) => from + index);
            notes.push(String.fromCodePoint(...points.filter((point) => point < 0xd800 || point > 0xdfff)));
          }
          expect(notes[0]?.startsWith('\u0000\u0001')).toBe(true);
          for (const [n, note] of notes.entries()) await store.append('unicode', [counted(n, { data: { n, note } })], 'any');
          const read = await store.readStream('unicode');
          expect(read.map(({ data }) => (data as { note: string }).note)).toEqual(notes);
        }),
      );
    });

    it(
      'R14: takes a command on one stream, also where one process has it on four at the same instant',
      onNewLedger(open, async ({ store }) => {
        for (let round = 0; round < 10; round += 1) {
          const of = { commandId: newId() };
          const outcomes = await Promise.allSettled(
            ['a', 'b', 'c', 'd'].map((name) => store.append(`${name}-${round}`, [counted(1, {}, of)], 'any')),
          );
          const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
          expect(refusals).toMatchObject(Array.from({ length: 3 }, () => ({ kind: 'reused', code: 'COMMAND_REUSED' })));
        }
        expect(await everything(store)).toHaveLength(10);
      }),
    );

    it(
      'stays exact at revisions beyond 2^53',
      onNewLedger(open, async ({ store, seed }) => {
        if (seed === undefined) return notTried('a stream that old');
        const far = 2n ** 53n + 1n;
        await seed({ stream: 'far', revision: far });
        expect(await store.append('far', [counted(1)], { revision: far })).toMatchObject({ revision: far + 1n });
        expect(await refusalOf(store.append('far', [counted(2)], { revision: far }))).toMatchObject({ actual: far + 1n });
        expect((await store.readStream('far', far + 1n)).map(({ revision }) => revision)).toEqual([far + 1n]);
      }),
    );

    it(
      'never lets recordedAt go back, even where the clock does',
      onNewLedger(open, async ({ store, seed }) => {
        if (seed === undefined) return notTried('a clock that went back');
        const future = '2999-12-31T23:59:59.999Z';
        await seed({ stream: 'clock', revision: 0n, recordedAt: future });
        const [seeded] = await store.readStream('clock');
        const { events } = await store.append('clock', [counted(1)], 'any');
        expect(seeded?.recordedAt.slice(0, 4)).toMatch(/2999|3000/);
        expect(events.map(({ recordedAt }) => recordedAt)).toEqual([seeded?.recordedAt]);
        expect(await store.readStream('clock', 1n)).toEqual(events);
      }),
    );

    it(
      'answers an append with exactly what a reader gets',
      onNewLedger(open, async ({ store }) => {
        const before = new Date().toISOString();
        const { events, position, revision } = await store.append('s', [counted(1), counted(2)], 'any');
        expect(await store.readStream('s')).toEqual(events);
        expect([position, revision]).toEqual([events[1]?.position, 1n]);
        expect(await store.head()).toBe(position);
        // The store's clock is this machine's here; a minute of leeway says that it is UTC.
        for (const { recordedAt } of events) expect(Math.abs(Date.parse(recordedAt) - Date.parse(before))).toBeLessThan(60_000);
        expect(await store.ledgerId()).toMatch(/^[0-9a-f-]{36}$/);
      }),
    );

    it(
      'keeps what it acknowledged when it is killed under sixteen writers, once and in order',
      onNewLedger(
        () => open('to be killed'),
        async ({ store, positions, killAndRestart }) => {
          await store.append('before', [counted(1)], 'any');
          const ledgerId = await store.ledgerId();
          const given = Array.from({ length: 64 }, (_, n) => counted(n));
          const appends = given.map((event, n) => store.append(`s-${n % 16}`, [event], 'any'));
          const settled = Promise.allSettled(appends);
          await Promise.race(appends);
          const restarted = await killAndRestart();
          try {
            const outcomes = await settled;
            const log = await everything(restarted.store);
            expectLogOrder({ positions }, log);
            for (const [n, outcome] of outcomes.entries()) {
              const there = log.filter(({ id }) => id === given[n]?.id).length;
              if (outcome.status === 'fulfilled') expect([n, there]).toEqual([n, 1]);
              else {
                expect(outcome.reason).toBeInstanceOf(StoreUnavailable);
                if ((outcome.reason as StoreUnavailable).outcome === 'not-stored') expect([n, there]).toEqual([n, 0]);
              }
            }
            expect(await restarted.store.ledgerId()).toBe(ledgerId);
            await restarted.store.append('after', [counted(2)], 'no-stream');
          } finally {
            await restarted.close();
          }
        },
      ),
    );
  });
}

/** Said where the run shows it: a server that is not ours to reach into. */
function notTried(what: string): void {
  process.stderr.write(`not tried on this engine, into which nobody can put it: ${what}\n`);
}
