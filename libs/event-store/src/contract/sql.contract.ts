import { describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { START } from '../port.js';
import { migrate, newLedgerId } from '../sql/migrate.js';
import { int8, ROW_COLUMNS, restoreRows, type StoredRow, storedRow } from '../sql/rows.js';
import { ConnectionLost, type Sql, sqlState, storedWords } from '../sql/sql.js';
import { SqlEventStore } from '../sql/sql-event-store.js';
import { counted, densePositions, everything, type Open, type OpenedSql, onNewLedger, refusalOf } from './opened.js';

/** What every event store in tables must do besides. Registers the tests. */
export function sqlEventStoreContract(name: string, open: Open<OpenedSql>): void {
  describe(`the tables of the event store on ${name}`, () => {
    it.each(["update events set type = 'Other'", 'delete from events', 'truncate events', 'truncate events cascade'])(
      'refuse to %s',
      async (statement) => {
        await onNewLedger(open, async ({ store, sql }) => {
          const { events } = await store.append('s', [counted(1)], 'any');
          const refusal = await refusalOf(sql.query(statement));
          // The trigger's refusal, or before it that of the right the role lacks.
          expect(['TL002', '42501']).toContain(sqlState(refusal));
          expect(await everything(store)).toEqual(events);
        })();
      },
    );

    it(
      'are made once, however often and however many at once make them',
      onNewLedger(open, async ({ store, sql }) => {
        await store.append('s', [counted(1)], 'any');
        const ledgerId = await store.ledgerId();
        await Promise.all([migrate(sql), migrate(sql), migrate(sql)]);
        expect(await store.ledgerId()).toBe(ledgerId);
        expect(await everything(store)).toHaveLength(1);
      }),
    );

    it(
      'tell an earlier version, which is brought up to date, from a later one and from none, which are left as they are',
      onNewLedger(open, async ({ store, sql }) => {
        expect(await migrate(sql)).toEqual([]);
        const ofThisVersion = await appliedIn(sql);
        // As an earlier version made it, which had no numbers for functions, and other ones.
        const earlier = [
          'drop table leases',
          `delete from migrations where name in ('0007_leases', '0008_append_events', '0009_restore_events')`,
          `insert into migrations (name, checksum) values ('append_events', 'of then'), ('restore_events', 'of then')`,
        ];
        for (const statement of earlier) await sql.query(statement);
        expect(await migrate(sql)).toEqual(['0007_leases', '0008_append_events', '0009_restore_events']);
        expect(await migrate(sql)).toEqual([]);
        expect(await appliedIn(sql)).toMatchObject({ ...ofThisVersion, append_events: 'of then' });
        await store.append('s', [counted(1)], 'any');

        // A function that a later version replaced: an earlier one would take that back.
        await sql.query(`insert into migrations (name, checksum) values ('9999_append_events', 'of later')`);
        const later = await appliedIn(sql);
        const refusal = await refusalOf(migrate(sql));
        expect(refusal).toMatchObject({ kind: 'corrupt', code: 'SCHEMA_NEWER' });
        expect(String(refusal)).toContain(
          'has 9999_append_events, which this version does not know. Start the version that made it',
        );
        await sql.query(`delete from migrations where name = '9999_append_events'`);

        await sql.query(`update migrations set checksum = 'another' where name = '0008_append_events'`);
        expect(await refusalOf(migrate(sql))).toMatchObject({ kind: 'corrupt', code: 'MIGRATION_CHANGED' });
        expect({ ...(await appliedIn(sql)), '9999_append_events': 'of later' }).toEqual({
          ...later,
          '0008_append_events': 'another',
        });
      }),
    );

    it(
      'take what an error says into a text column, also where it quotes a NUL, which none holds',
      onNewLedger(open, async ({ sql }) => {
        const kept = async (words: string) => (await sql.query('select $1::text as words', [words]))[0]?.['words'];
        const error = new RangeError('no such thing: "a\0b"');
        expect(await kept(storedWords(error))).toBe('RangeError: no such thing: "a\uFFFDb"');
        await expect(kept(String(error))).rejects.toThrow('invalid byte sequence');
      }),
    );

    it(
      'give the ledger a new id where it is asked for one',
      onNewLedger(open, async ({ store, sql }) => {
        const before = await store.ledgerId();
        const after = await newLedgerId(sql);
        expect(after).not.toBe(before);
        expect(await store.ledgerId()).toBe(after);
      }),
    );

    it(
      'take rows back verbatim, onto the end of the log only',
      onNewLedger(open, async ({ store, sql }) => {
        await onNewLedger(open, async (copy) => {
          await store.append('a', [counted(1, {}, { partnershipId: newId() }), counted(2)], 'any');
          await store.append('b', [counted(3, { data: { n: 3, note: '\u0000 "quoted" {curly} \\ 😀' } })], 'any');
          const rows = await rowsOf(sql);
          expect(rows).toHaveLength(3);
          const [first, second, third] = rows as [StoredRow, StoredRow, StoredRow];
          await restoreRows(copy.sql, [first]);
          const wrong: readonly (readonly StoredRow[])[] = [
            [first],
            [third],
            [second, { ...third, position: second.position }],
            [{ ...second, revision: '2' }],
            [{ ...second, recordedAt: '2000-01-01T00:00:00.000Z' }],
          ];
          for (const chunk of wrong) expect(await refusalOf(restoreRows(copy.sql, chunk))).toMatchObject({ code: 'TL003' });
          await restoreRows(copy.sql, [second, third]);
          expect(await rowsOf(copy.sql)).toEqual(rows);
          expect(await everything(copy.store)).toEqual(await everything(store));
          expect(await copy.store.append('a', [counted(4)], { revision: 1n })).toMatchObject({ position: densePositions(4)[3] });
        })();
      }),
    );

    it(
      'hand every batch on after its commit and before any of its appends is answered',
      onNewLedger(open, async ({ sql }) => {
        const handed: StoredRow[] = [];
        let answered = 0;
        const answeredBefore: number[] = [];
        const store = new SqlEventStore(sql, {
          committed: async (rows) => {
            answeredBefore.push(answered);
            expect(await rowsOf(sql)).toHaveLength(handed.length + rows.length);
            handed.push(...rows);
          },
        });
        await Promise.all(
          Array.from({ length: 20 }, async (_, n) => {
            await store.append(`s-${n % 5}`, [counted(n), counted(n)], 'any');
            answered += 2;
          }),
        );
        await store.close();
        expect(handed).toEqual(await rowsOf(sql));
        // When a batch is handed on, at most the batches before it have been answered.
        const sizes = answeredBefore.map((before) => before <= handed.length - 2);
        expect(answeredBefore[0]).toBe(0);
        expect(sizes.every(Boolean)).toBe(true);
      }),
    );

    it(
      'leave the outcome unknown to every caller of a batch that could not be handed on',
      onNewLedger(open, async ({ sql }) => {
        const store = new SqlEventStore(sql, { committed: () => Promise.reject(new Error('the disk is full')) });
        const outcomes = await Promise.allSettled(['a', 'b'].map((stream) => store.append(stream, [counted(1)], 'any')));
        for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: { outcome: 'unknown' } });
        await store.close();
      }),
    );

    it(
      'R14: take a command on one stream, also where it comes at the same instant on two, from one process or from two',
      onNewLedger(open, async ({ store, another }) => {
        const stores = [store, await another()];
        for (let round = 0; round < 20; round += 1) {
          const of = { commandId: newId() };
          const streams = stores.flatMap((by, process) =>
            ['a', 'b'].map((name) => ({ by, stream: `${name}${process}-${round}` })),
          );
          const outcomes = await Promise.allSettled(
            streams.map(({ by, stream }) => by.append(stream, [counted(1, {}, of)], 'any')),
          );
          expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
          for (const outcome of outcomes)
            if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'reused', code: 'COMMAND_REUSED' });
        }
        expect(await everything(store)).toHaveLength(20);
      }),
    );

    it(
      'R14: let a command go on in its own stream, and a conflict be told as one',
      onNewLedger(open, async ({ store }) => {
        const of = { commandId: newId() };
        await store.append('a', [counted(1, {}, of), counted(2, {}, of)], 'no-stream');
        await store.append('a', [counted(3, {}, of)], { revision: 1n });
        expect(await refusalOf(store.append('a', [counted(4, {}, of)], 'no-stream'))).toMatchObject({ code: 'STREAM_EXISTS' });
        const beside = await Promise.allSettled([
          store.append('b', [counted(5, {}, of)], 'any'),
          store.append('c', [counted(6)], 'any'),
        ]);
        expect(beside.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
      }),
    );

    it(
      'tell a reader of commits that could not listen when it first read, once it reads again',
      onNewLedger(open, async ({ sql, store }) => {
        let isAway = true;
        const listen: Sql['listen'] = (channel, heard) =>
          isAway ? Promise.reject(new ConnectionLost(false, 'away')) : sql.listen(channel, heard);
        const query: Sql['query'] = (text, parameters) =>
          isAway && text.includes('from ledger')
            ? Promise.reject(new ConnectionLost(false, 'away'))
            : sql.query(text, parameters);
        const transaction: Sql['transaction'] = (work) => sql.transaction(work);
        // It never looks by itself in the time of a test.
        const reader = new SqlEventStore({ query, listen, transaction, close: () => sql.close() }, { pollMs: 600_000 });
        const firstPage = async () => {
          const over = new AbortController();
          for await (const { events } of reader.subscribeAll(START, { signal: over.signal })) return events.length;
          return 0;
        };
        await store.append('a', [counted(1)], 'any');
        expect(await firstPage()).toBe(1);
        isAway = false;
        const over = new AbortController();
        const pages = reader.subscribeAll(START, { signal: over.signal });
        expect((await pages.next()).value?.events).toHaveLength(1);
        const heard = pages.next();
        const writer = new SqlEventStore(sql);
        await writer.append('a', [counted(2)], 'any');
        expect((await heard).value?.events).toHaveLength(1);
        over.abort();
        await pages.return();
        await reader.close();
        await writer.close();
      }),
    );

    it(
      'are read in the schema of today, and their bytes stay',
      onNewLedger(open, async ({ sql, store }) => {
        const { events } = await store.append('s', [counted(1), counted(2, { schema: 3 })], 'any');
        const rows = await rowsOf(sql);
        const add = (note: string) => (data: unknown) => ({ ...(data as object), note });
        const today = new SqlEventStore(sql, { upcasters: { Counted: [add('from 1 to 2'), (data) => ({ last: data })] } });
        expect((await today.readStream('s')).map(({ data, schema }) => ({ data, schema }))).toEqual([
          { data: { last: { n: 1, note: 'from 1 to 2' } }, schema: 3 },
          { data: { n: 2 }, schema: 3 },
        ]);
        await today.close();
        expect(await rowsOf(sql)).toEqual(rows);
        expect(events.map(({ schema }) => schema)).toEqual([1, 3]);
      }),
    );

    it(
      'show a missing event instead of reading over it',
      onNewLedger(open, async ({ sql, store }) => {
        await store.append('s', [counted(1), counted(2)], 'any');
        await sql.query(
          `insert into events (position, stream, revision, id, type, command_id, recorded_at, body)
            select 4, 'gap', 0, gen_random_uuid(), e.type, e.command_id, e.recorded_at, e.body from events e limit 1`,
        );
        expect(await refusalOf(everything(store))).toMatchObject({ kind: 'corrupt', code: 'EVENT_MISSING' });
      }),
    );
  });
}

describe('an int8 column', () => {
  it('is exact beyond 2^53 and is never taken from a number', () => {
    expect(int8('9007199254740993')).toBe(2n ** 53n + 1n);
    expect(int8('9223372036854775807')).toBe(2n ** 63n - 1n);
    for (const value of [9007199254740992, 1n, null, '1.0', '']) expect(() => int8(value)).toThrow(TypeError);
  });
});

async function rowsOf(sql: Parameters<typeof migrate>[0]): Promise<StoredRow[]> {
  return (await sql.query(`select ${ROW_COLUMNS} from events e order by e.position`)).map(storedRow);
}

async function appliedIn(sql: Parameters<typeof migrate>[0]): Promise<Readonly<Record<string, string>>> {
  const rows = await sql.query<{ name: string; checksum: string }>('select m.name, m.checksum from migrations m');
  return Object.fromEntries(rows.map(({ name, checksum }) => [name, checksum]));
}
