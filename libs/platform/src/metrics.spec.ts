import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { organizationDecider } from '#domain';
import { type DecisionStore, Decisions, type EventStore, measure, type Sql, SqlTexts } from '#event-store';
import { type Id, newId } from '#kernel';
import { type PoisonPolicy, type Projection, ProjectionRunner, type Projections, ProjectionWatch } from '#projections';
import { PROJECTIONS } from '#read-models';
import { metricIn } from '../../../test/support/metrics.js';
import { ephemeralLedger } from '../../projections/src/testing/ledger.js';
import { appendMany, plainEvent, tallies } from '../../projections/src/testing/tallies.js';
import { idOf, partnershipOfTwo, promise, tell } from '../../read-models/src/testing/told.js';
import { Metrics } from './metrics.js';

const PATIENCE_MS = 20_000;
/** For all that it asks, where nothing else is said. */
const PROMETHEUS_WAITS_MS = 10_000;

describe('metrics', () => {
  let sql: Sql;
  let store: EventStore;
  let metrics: Metrics;
  const ends: (() => unknown)[] = [];

  beforeEach(async () => {
    ({ sql, store } = await ephemeralLedger());
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  /** Counts as a process does that runs no read model: how these stand lies in the database. */
  const watch = (projections: readonly Projection[] = []) => {
    const counting = new Metrics({ store, sql, projections: new ProjectionWatch(sql, store, projections) });
    ends.push(() => counting.onModuleDestroy());
    metrics = counting;
  };
  const run = async (projection: Projection, policy: PoisonPolicy = 'stop') => {
    const runner = new ProjectionRunner(sql, store, [projection], { policy });
    ends.push(() => runner.stop());
    await runner.start();
    return runner;
  };
  const caughtUp = async (runner: ProjectionRunner) => runner.waitFor(await store.head(), PATIENCE_MS);
  const values = async (...lines: readonly string[]) => {
    const said = await metrics.text();
    return lines.map((line) => metricIn(said, `throughline_${line}`));
  };

  it('say how far and how long a read model that stands still is behind, and that it is not once it goes on', async () => {
    const projection = tallies();
    const lag = ['projection_lag_events{projection="tallies"}', 'projection_lag_seconds{projection="tallies"}'];
    watch([projection]);
    const before = await run(projection);
    await appendMany(store, 2);
    await caughtUp(before);
    expect(await values(...lag)).toEqual([0, 0]);
    await before.stop();
    const [first] = await appendMany(store, 1);
    const since = Date.parse(first?.recordedAt ?? '');
    await pause(50);
    await appendMany(store, 2);
    const from = Date.now();
    const [events, seconds] = await values(...lag);
    expect(events).toBe(3);
    // Of the first that it has not taken in, not of the last.
    expect(seconds).toBeGreaterThanOrEqual((from - since) / 1000);
    expect(seconds).toBeLessThanOrEqual((Date.now() - since) / 1000);
    await caughtUp(await run(projection));
    expect(await values(...lag)).toEqual([0, 0]);
  });

  it('say of topics that were never told anything that the whole log is ahead of them', async () => {
    watch();
    measure('relay', () => ({ topics: 'untold', state: 'waiting' }));
    const lag = 'relay_lag_events{topics="untold"}';
    expect(await values(lag)).toEqual([0]);
    await appendMany(store, 3);
    expect(await values(lag)).toEqual([3]);
  });

  it('tell a relay that waits, also one that would stand by, from one that stands by and from one that stopped', async () => {
    watch();
    const said = ['relay_waiting{topics="told"}', 'relay_stopped{topics="told"}'];
    const found: number[][] = [];
    for (const state of ['waiting', 'standing-by', 'stopped', 'live']) {
      measure('relay', () => ({ topics: 'told', state }));
      found.push(await values(...said));
    }
    expect(found).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
      [0, 0],
    ]);
  });

  it('say of a store that says nothing that it could not be asked, sooner than Prometheus gives up, and ask it once', async () => {
    let answers: () => void = () => undefined;
    let asked = 0;
    const silent: Projections['status'] = () => {
      asked += 1;
      return new Promise((resolve) => {
        answers = () => resolve([]);
      });
    };
    const projections = Object.assign(new ProjectionWatch(sql, store, []), { status: silent });
    metrics = new Metrics({ store, sql, projections });
    ends.push(() => metrics.onModuleDestroy());
    const began = performance.now();
    expect(await values('store_reachable')).toEqual([0]);
    expect(performance.now() - began).toBeLessThan(PROMETHEUS_WAITS_MS);
    const again = values('store_reachable');
    // What it was asked before is answered after all.
    answers();
    expect([await again, asked]).toEqual([[1], 1]);
  });

  it('tell a read model that put a poison event aside from one that it stopped', async () => {
    const poisoned = tallies(({ type }) => type === 'Poison');
    const [parking, stopping] = [
      { ...poisoned, name: 'parking' },
      { ...poisoned, name: 'stopping' },
    ];
    watch([parking, stopping]);
    await appendMany(store, 2);
    await store.append('tally-poison', [plainEvent('Poison')], 'any');
    await caughtUp(await run(parking, 'park'));
    await expect(caughtUp(await run(stopping))).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
    const names = ['projection_parked_events', 'projection_stopped', 'projection_lag_events'];
    expect(await values(...names.map((name) => `${name}{projection="parking"}`))).toEqual([1, 0, 0]);
    expect(await values(...names.map((name) => `${name}{projection="stopping"}`))).toEqual([0, 1, 1]);
  });

  describe('of commands', () => {
    const ACTOR = { actor: { kind: 'service', name: 'spec' }, recordedBy: { kind: 'service', id: 'spec' } } as const;
    const LINES = [
      'commands_total{outcome="recorded"}',
      'commands_total{outcome="conflict"}',
      'commands_decided_again_total{because="conflict"}',
      'append_duration_seconds_count{outcome="stored"}',
      'append_duration_seconds_count{outcome="conflict"}',
    ];
    const addAlias = (decisions: Decisions, id: Id, alias: string) =>
      decisions.run(organizationDecider, id, { type: 'AddAlias', alias }, { ...ACTOR, commandId: newId() });
    /** An organization that is registered, and who decides on it but is overtaken so many times. */
    const overtaken = async (times: number) => {
      const texts = new SqlTexts(sql);
      const other = new Decisions(store, texts);
      const command = { type: 'RegisterOrganization', name: 'Northfield', kind: 'district' } as const;
      const { id } = await other.run(organizationDecider, newId(), command, { ...ACTOR, commandId: newId() });
      let left = times;
      const slower: DecisionStore = {
        readStream: (stream) => store.readStream(stream),
        readPartnership: (partnershipId) => store.readPartnership(partnershipId),
        streamOfCommand: (commandId) => store.streamOfCommand(commandId),
        append: async (stream, events, expected) => {
          if (left-- > 0) await addAlias(other, id, `N${left}`);
          return await store.append(stream, events, expected);
        },
      };
      return { id, decisions: new Decisions(slower, texts, { attempts: 2 }) };
    };

    it('count one that was overtaken and then recorded, with its append that was in vain', async () => {
      watch();
      const { id, decisions } = await overtaken(1);
      await addAlias(decisions, id, 'NPS');
      expect(await values(...LINES)).toEqual([3, Number.NaN, 1, 3, 1]);
    });

    it('count one that was overtaken to the end as a conflict, and as nothing else', async () => {
      watch();
      const { id, decisions } = await overtaken(2);
      await expect(addAlias(decisions, id, 'NPS')).rejects.toMatchObject({ kind: 'conflict' });
      expect(await values(...LINES)).toEqual([3, 1, 2, 3, 2]);
    });
  });

  it('count what breaks a rule beyond its stream, by the rule (R16), some after each look; and what comes to it', async () => {
    const partnerships = PROJECTIONS.filter(({ name }) => name === 'partnerships');
    watch(partnerships);
    await tell(store, [...partnershipOfTwo(), promise('stand'), promise('serve a goal', { goalId: idOf('no such goal') })]);
    for (const projection of partnerships) await caughtUp(await run(projection));
    expect(await values('anomalies_counted', 'anomalies{rule="R16"}')).toEqual([0, Number.NaN]);
    const counted = async (wanted: number) => {
      const until = Date.now() + PATIENCE_MS;
      for (;;) {
        const found = await values('anomalies_counted', 'anomalies{rule="R16"}', 'anomalies{rule="R1"}');
        if ((found[0] === 1 && found[1] === wanted) || Date.now() > until) return found;
        await pause(10);
      }
    };
    expect(await counted(1)).toEqual([1, 1, Number.NaN]);
    await tell(store, [promise('serve another', { goalId: idOf('no such goal') })]);
    expect(await counted(2)).toEqual([1, 2, Number.NaN]);
  });
});
