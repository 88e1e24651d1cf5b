import { describe, expect, it } from '@jest/globals';
import { type Held, LeaseLost, Leases, requireHeld } from '../sql/lease.js';
import type { Sql } from '../sql/sql.js';
import { type Open, type OpenedSql, onNewLedger, refusalOf } from './opened.js';

/** Nothing runs out while a test waits. */
const LONG = 60;
/** Runs out while a test waits. */
const SHORT = 0.3;

/** What election must do on every engine that keeps the leases. Registers the tests. */
export function leasesContract(name: string, open: Open<OpenedSql>): void {
  const on = (work: (sql: Sql) => Promise<void>) => onNewLedger(open, ({ sql }) => work(sql));

  describe(`leases on ${name}`, () => {
    it(
      'are held by one at a time, and whoever waits takes over at once when one is given back',
      on(async (sql) => {
        const order: string[] = [];
        const one = await begun(new Leases(sql, { holder: 'one', seconds: LONG }), 'relay');
        const ended = new Leases(sql, { holder: 'two', seconds: LONG }).holding('relay', forever(), ({ epoch }) => {
          order.push('two begins');
          return Promise.resolve(epoch);
        });
        expect(await new Leases(sql, { holder: 'three', seconds: LONG }).standing()).toMatchObject([
          { name: 'relay', holder: 'one', epoch: 1n },
        ]);
        order.push('one ends');
        await one.end();
        expect(await ended).toBe(2n);
        expect(order).toEqual(['one ends', 'two begins']);
      }),
    );

    it(
      'are kept for longer than their time by renewals, of which all names of a process share one statement',
      on(async (sql) => {
        const renewals: (readonly string[])[] = [];
        const counting = overheard(sql, (text, parameters) => {
          if (text.startsWith('update leases') && text.includes('unnest')) renewals.push(parameters[0] as readonly string[]);
        });
        const leases = new Leases(counting, { holder: 'one', seconds: 5 });
        const held = await Promise.all(['a', 'b', 'c'].map((its) => begun(leases, its)));
        // Three renewals are the time of a lease.
        await until(() => renewals.filter(({ length }) => length === 3).length >= 4);
        for (const { held: its } of held) await sql.transaction((queries) => requireHeld(queries, its));
        expect(held.map(({ held: its }) => [its.epoch, its.lost.aborted])).toEqual([
          [1n, false],
          [1n, false],
          [1n, false],
        ]);
        for (const its of held) await its.end();
        expect(await leases.standing()).toEqual([]);
      }),
    );

    it(
      'that are not renewed are told to be lost and taken over; the holder before then writes nothing more',
      on(async (sql) => {
        let isAway = false;
        const away = overheard(sql, () => {
          if (isAway) throw new Error('the database does not answer');
        });
        const before = await begun(new Leases(away, { holder: 'one', seconds: SHORT }), 'relay');
        isAway = true;
        const after = await begun(new Leases(sql, { holder: 'two', seconds: LONG }), 'relay');
        await until(() => before.held.lost.aborted);
        expect(before.held.lost.reason).toBeInstanceOf(LeaseLost);
        expect(after.held.epoch).toBe(2n);
        const writing = sql.transaction((queries) => requireHeld(queries, before.held));
        expect(await refusalOf(writing)).toMatchObject({ kind: 'conflict', code: 'LEASE_LOST' });
        await sql.transaction((queries) => requireHeld(queries, after.held));
        // Late, as one that was stopped and goes on: it gives back what is no longer its own, and the other keeps it.
        isAway = false;
        await before.end();
        await sql.transaction((queries) => requireHeld(queries, after.held));
        await after.end();
      }),
    );

    it(
      'whose time is over are lost though nobody took over',
      on(async (sql) => {
        const { held, end } = await begun(new Leases(sql, { holder: 'one', seconds: LONG }), 'relay');
        await sql.query('update leases set until = clock_timestamp()');
        await expect(sql.transaction((queries) => requireHeld(queries, held))).rejects.toThrow(LeaseLost);
        await end();
      }),
    );

    it(
      'are waited for no longer than the signal lasts',
      on(async (sql) => {
        const { end } = await begun(new Leases(sql, { holder: 'one', seconds: LONG }), 'relay');
        const abort = new AbortController();
        const waiting = new Leases(sql, { holder: 'two', seconds: LONG }).holding('relay', abort.signal, () => Promise.resolve());
        abort.abort();
        await expect(waiting).rejects.toThrow('aborted');
        await end();
      }),
    );

    it(
      'are shared out evenly among those who are there, and each name is one process’s at a time',
      on(async (sql) => {
        const names = ['a', 'b', 'c', 'd', 'e'];
        const doing = new Map<string, string[]>();
        const members = ['one', 'two', 'three'].map((holder) => {
          const leaving = new AbortController();
          const leases = new Leases(sql, { holder, seconds: LONG });
          doing.set(holder, []);
          const comes = () =>
            leases.sharing(
              'work',
              leaving.signal,
              () => Promise.resolve(names),
              async ({ name: its, lost }) => {
                doing.get(holder)?.push(its);
                if (new Set([...doing.values()].flat()).size < [...doing.values()].flat().length) throw new Error(`${its} twice`);
                await aborted(lost);
                doing.set(holder, doing.get(holder)?.filter((other) => other !== its) ?? []);
              },
            );
          return { comes, leaves: () => leaving.abort() };
        });
        const shares = () => [...doing.values()].map(({ length }) => length).sort();
        const [one, two, three] = members as [(typeof members)[0], (typeof members)[0], (typeof members)[0]];
        const ends = [one.comes()];
        await until(() => shares().join() === '0,0,5');
        ends.push(two.comes());
        await until(() => shares().join() === '0,2,3');
        ends.push(three.comes());
        await until(() => shares().join() === '1,2,2');
        one.leaves();
        await until(() => shares().join() === '0,2,3');
        two.leaves();
        three.leaves();
        await Promise.all(ends);
        expect(shares()).toEqual([0, 0, 0]);
      }),
    );

    it(
      'end a process’s share where a part of it fails, which its caller is told',
      on(async (sql) => {
        const leases = new Leases(sql, { holder: 'one', seconds: LONG });
        const names = () => Promise.resolve(['sound', 'broken']);
        const shared = leases.sharing('work', forever(), names, async ({ name: its, lost }) => {
          if (its === 'broken') throw new Error('it broke');
          await aborted(lost);
        });
        await expect(shared).rejects.toThrow('it broke');
        expect(await leases.standing()).toEqual([]);
      }),
    );
  });
}

/** A lease in hand: `end` gives it back. */
export async function begun(leases: Leases, name: string): Promise<Readonly<{ held: Held; end: () => Promise<void> }>> {
  const ending = new AbortController();
  let ended: Promise<void> = Promise.resolve();
  const held = await new Promise<Held>((resolve, reject) => {
    ended = leases.holding(name, forever(), async (its) => {
      resolve(its);
      await aborted(ending.signal);
    });
    ended.catch(reject);
  });
  return {
    held,
    end: () => {
      ending.abort();
      return ended;
    },
  };
}

/** Resolves as soon as it is so; the test's own time ends one that never is. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

export function forever(): AbortSignal {
  return new AbortController().signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** The same database, of which somebody hears every statement first. */
export function overheard(sql: Sql, hears: (text: string, parameters: readonly unknown[]) => void): Sql {
  const over = (queries: Pick<Sql, 'query'>): Pick<Sql, 'query'> => ({
    query: async (text, parameters = []) => {
      hears(text, parameters);
      return await queries.query(text, parameters);
    },
  });
  return {
    ...over(sql),
    transaction: (work) => sql.transaction((queries) => work(over(queries))),
    listen: (channel, heard) => sql.listen(channel, heard),
    close: () => sql.close(),
  };
}
