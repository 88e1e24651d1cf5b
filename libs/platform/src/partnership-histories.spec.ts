import { describe, expect, it } from '@jest/globals';
import { START } from '#event-store';
import type { Id, Recorded } from '#kernel';
import { PartnershipHistories } from './partnership-histories.js';

const [ONE, OTHER] = ['one', 'other'] as Id[] as [Id, Id];
const at = (n: number) => String(n).padStart(20, '0');

/** A log that counts how many events it gave. */
function logOf(...told: readonly Readonly<{ of: Id; parent?: Id; id?: string }>[]) {
  const log = told.map(({ of, parent, id }, n) => event(n + 1, of, parent, id));
  const given = { events: 0 };
  return {
    log,
    given,
    histories: (limit?: number) =>
      new PartnershipHistories(
        {
          readPartnership: (id, after = START, through = at(99)) => {
            const events = log.filter(
              ({ position, metadata }) => metadata.partnershipId === id && position > after && position <= through,
            );
            given.events += events.length;
            return Promise.resolve(events);
          },
          readAll: (after, { limit: most }) => {
            const rest = log.filter(({ position }) => position > after);
            const events = rest.slice(0, most);
            given.events += events.length;
            return Promise.resolve({ events, scannedTo: events.at(-1)?.position ?? after, caughtUp: rest.length <= most });
          },
        },
        limit,
      ),
  };
}

function event(n: number, of: Id, parent?: Id, id = `event ${n}`): Recorded {
  const data = parent === undefined ? {} : { parent };
  return { id, type: 'PartnershipFormed', data, position: at(n), metadata: { partnershipId: of } } as unknown as Recorded;
}

const ids = (events: readonly Recorded[]) => events.map(({ id }) => id);

describe('the histories of partnerships', () => {
  it('give what was recorded since, and read no more than that and the last event', async () => {
    const { log, given, histories } = logOf({ of: ONE }, { of: OTHER }, { of: ONE }, { of: ONE });
    const held = histories();
    expect(ids(await held.of(ONE, at(4)))).toEqual(['event 1', 'event 3', 'event 4']);
    log.push(event(5, ONE));
    given.events = 0;
    expect(ids(await held.of(ONE, at(5)))).toEqual(['event 1', 'event 3', 'event 4', 'event 5']);
    expect(given.events).toBe(2);
  });

  it('give the very same list where nothing was added, and an earlier position its own part', async () => {
    const { log, histories } = logOf({ of: ONE }, { of: ONE });
    const held = histories();
    const first = await held.of(ONE, at(2));
    log.push(event(3, OTHER));
    expect(await held.of(ONE, at(3))).toBe(first);
    expect(ids(await held.of(ONE, at(1)))).toEqual(['event 1']);
  });

  it('are read anew where another event stands in the place of the last one held', async () => {
    const { log, histories } = logOf({ of: ONE }, { of: ONE });
    const held = histories();
    await held.of(ONE, at(2));
    log.splice(1, 1, event(2, ONE, undefined, 'after the failover'), event(3, ONE));
    expect(ids(await held.of(ONE, at(3)))).toEqual(['event 1', 'after the failover', 'event 3']);
  });

  it('hold no more events than they may', async () => {
    const { given, histories } = logOf({ of: ONE }, { of: ONE }, { of: OTHER }, { of: OTHER });
    const held = histories(3);
    await held.of(ONE, at(4));
    await held.of(OTHER, at(4));
    given.events = 0;
    await held.of(OTHER, at(4));
    expect(given.events).toBe(0);
    await held.of(ONE, at(4));
    expect(given.events).toBe(2);
  });

  it('know the parts of a partnership as of a position, and look at each event once', async () => {
    const { log, given, histories } = logOf({ of: ONE }, { of: OTHER, parent: ONE });
    const held = histories();
    expect(await held.partsOf(ONE, at(2))).toEqual([OTHER]);
    log.push(event(3, 'third', ONE));
    given.events = 0;
    expect(await held.partsOf(ONE, at(3))).toEqual([OTHER, 'third']);
    expect(given.events).toBe(1);
  });
});
