import { describe, expect, it } from '@jest/globals';
import { newId, type Recorded } from '#kernel';
import { LedgerForked, START, StoreUnavailable } from '../port.js';
import { counted, everything, type Open, onNewLedger, positionBehind, refusalOf } from './opened.js';

/** How a stream, a partnership and the log are read and followed on every event store. Registers the tests. */
export function readingContract(open: Open): void {
  describe('reading', () => {
    it(
      'reads a stream from a revision on, and a partnership between two positions',
      onNewLedger(open, async ({ store }) => {
        const [mine, other] = [newId(), newId()];
        await store.append('a', [counted(1, {}, { partnershipId: mine }), counted(2, {}, { partnershipId: mine })], 'any');
        await store.append('b', [counted(3, {}, { partnershipId: other })], 'any');
        await store.append('c', [counted(4), counted(5, {}, { partnershipId: mine })], 'any');
        const numbers = (events: readonly Recorded[]) => events.map(({ data }) => (data as { n: number }).n);
        const log = await everything(store);
        const at = (place: number) => log[place - 1]?.position ?? 'none';
        expect(numbers(await store.readStream('a', 1n))).toEqual([2]);
        expect(await store.readStream('nowhere')).toEqual([]);
        expect(numbers(await store.readPartnership(mine))).toEqual([1, 2, 5]);
        expect(numbers(await store.readPartnership(mine, at(1)))).toEqual([2, 5]);
        expect(numbers(await store.readPartnership(mine, START, at(4)))).toEqual([1, 2]);
        expect(await store.head()).toBe(at(5));
      }),
    );

    it(
      'answers each of three hundred reads at once with its own stream, a missing one and one that no name can have among them',
      onNewLedger(open, async ({ store }) => {
        const streams = Array.from({ length: 10 }, (_, n) => `s-${n}`);
        for (const [n, stream] of streams.entries()) await store.append(stream, [counted(n), counted(n + 100)], 'any');
        const asked = Array.from({ length: 300 }, (_, n) => ({ stream: `s-${n % 11}`, from: BigInt(n % 3) }));
        const reading = asked.map(({ stream, from }) => store.readStream(stream, from));
        const impossible = refusalOf(store.readStream('s\u0000'));
        for (const [n, events] of (await Promise.all(reading)).entries()) {
          const { stream, from } = asked[n] as (typeof asked)[number];
          const all = stream === 's-10' ? [] : [0n, 1n];
          expect(events.map((event) => [event.stream, event.revision])).toEqual(
            all.filter((revision) => revision >= from).map((revision) => [stream, revision]),
          );
        }
        expect(await impossible).toBeInstanceOf(Error);
      }),
    );

    it(
      'shows every reader of a stream what was acknowledged before it asked, under sixteen writers',
      onNewLedger(open, async ({ store }) => {
        await Promise.all(
          Array.from({ length: 16 }, async (_, writer) => {
            for (let n = 0; n < 10; n += 1) {
              const { events } = await store.append(`s-${writer}`, [counted(n)], 'any');
              expect(await store.readStream(`s-${writer}`, BigInt(n))).toEqual(events);
            }
          }),
        );
      }),
    );

    it(
      'moves on where a filter matches nothing, and finds what it matches',
      onNewLedger(open, async ({ store }) => {
        expect(await store.readAll(START, { limit: 5, types: ['Rare'] })).toEqual({
          events: [],
          scannedTo: START,
          caughtUp: true,
        });
        for (let n = 0; n < 5; n += 1) await store.append(`s-${n}`, [counted(n), counted(n)], 'any');
        const end = await store.head();
        expect(await store.readAll(START, { limit: 2, types: ['Rare'] })).toEqual({ events: [], scannedTo: end, caughtUp: true });
        const { events } = await store.append('rare', [counted(1, { type: 'Rare' as 'Counted' }), counted(2)], 'any');
        const page = await store.readAll(START, { limit: 1, types: ['Rare', 'Rarer'] });
        expect(page.events).toEqual(events.slice(0, 1));
        expect(page).toMatchObject({ scannedTo: events[0]?.position, caughtUp: false });
        expect(await store.readAll(page.scannedTo, { limit: 1, types: ['Rare'] })).toMatchObject({ events: [], caughtUp: true });
      }),
    );

    it(
      'refuses a reader that stands behind its end: the ledger lost its tail or is another',
      onNewLedger(open, async ({ store }) => {
        const { position: end } = await store.append('s', [counted(1)], 'any');
        expect(await refusalOf(store.readAll(positionBehind(end), { limit: 1 }))).toBeInstanceOf(LedgerForked);
        for (const position of ['1', '', '9'.repeat(20)])
          expect(await refusalOf(store.readAll(position, { limit: 1 }))).toMatchObject({ code: 'INVALID_POSITION' });
        expect(await refusalOf(store.readAll(START, { limit: 0 }))).toBeInstanceOf(RangeError);
      }),
    );

    describe('a subscription', () => {
      it(
        'ends on abort, before it starts, while it waits and between two batches',
        onNewLedger(open, async ({ store }) => {
          const read = async (signal: AbortSignal, onPage: () => void) => {
            for await (const page of store.subscribeAll(START, { signal, batchSize: 1 })) if (page.events.length > 0) onPage();
          };
          await read(AbortSignal.abort(), () => expect('a page').toBe('none'));
          const waiting = new AbortController();
          const ended = read(waiting.signal, () => expect('a page').toBe('none'));
          setImmediate(() => waiting.abort());
          await ended;

          await store.append('s', [counted(1), counted(2), counted(3)], 'any');
          const between = new AbortController();
          let pages = 0;
          await read(between.signal, () => {
            pages += 1;
            if (pages === 2) between.abort();
          });
          expect(pages).toBe(2);
        }),
      );

      it(
        'hears of its own process and of another, and finds out by itself where nobody tells it',
        onNewLedger(open, async ({ another }) => {
          // Who is told must not need the poll: its hour would be the end of the test.
          const hour = 3_600_000;
          const own = await another({ notifies: false, pollMs: hour });
          const pairs = [
            [own, own],
            [await another({ pollMs: hour }), await another({ pollMs: hour })],
            [await another({ notifies: false, pollMs: 10 }), await another({ notifies: false })],
          ] as const;
          for (const [reader, writer] of pairs) {
            const aborting = new AbortController();
            const pages = reader.subscribeAll(await reader.head(), { signal: aborting.signal })[Symbol.asyncIterator]();
            // Each time the reader is sent to the end of the log before the event is on its way there.
            for (let n = 0; n < 5; n += 1) {
              const next = pages.next();
              const { position } = await writer.append(`s-${newId()}`, [counted(n)], 'any');
              expect((await next).value).toMatchObject({ scannedTo: position, caughtUp: true });
            }
            aborting.abort();
            expect((await pages.next()).done).toBe(true);
          }
        }),
      );

      it(
        'takes no more than its reader asks for',
        onNewLedger(open, async ({ store }) => {
          for (let n = 0; n < 3; n += 1) await store.append(`s-${n}`, [counted(n)], 'any');
          const aborting = new AbortController();
          const pages = store.subscribeAll(START, { signal: aborting.signal, batchSize: 2 })[Symbol.asyncIterator]();
          expect((await pages.next()).value).toMatchObject({ events: [{}, {}], caughtUp: false });
          await store.append('later', [counted(4)], 'any');
          expect((await pages.next()).value).toMatchObject({ events: [{ stream: 's-2' }, { stream: 'later' }], caughtUp: true });
          aborting.abort();
        }),
      );

      it(
        'fails where the store is closed under it',
        onNewLedger(open, async ({ another }) => {
          const closing = await another();
          const pages = closing.subscribeAll(START, { signal: new AbortController().signal })[Symbol.asyncIterator]();
          const first = pages.next();
          await closing.readAll(START, { limit: 1 });
          const refusal = refusalOf(first);
          await closing.close();
          expect(await refusal).toBeInstanceOf(StoreUnavailable);
          expect(await refusalOf(closing.append('s', [counted(1)], 'any'))).toMatchObject({ outcome: 'not-stored' });
        }),
      );
    });
  });
}
