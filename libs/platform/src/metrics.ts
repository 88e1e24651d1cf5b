import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { heard, START } from '#event-store';
import { type Receipt, streamParts } from '#kernel';
import { relayLag } from '#messaging';
import { distance } from '#projections';
import { secondsBehind } from './behind.js';
import { CountedAnomalies } from './counted-anomalies.js';
import { leasesWanted } from './leases-wanted.js';
import { METRICS, type MetricName } from './metrics.list.js';
import { OpenLedger } from './open-ledger.js';

/** What the filter of problems leaves on a response for whoever counts. */
export type Counted = Readonly<{ problem?: string }>;

/** What is looked at of a ledger. */
type Looked = Pick<OpenLedger, 'store' | 'sql' | 'projections'>;

const METHODS = ['GET', 'HEAD', 'POST'];

/** Well below what Prometheus waits for the whole: a store that says nothing must be told of, not waited for. */
const STORE_ANSWERS_WITHIN_MS = 5_000;

/**
 * How the process is doing, in the text format of Prometheus: what `METRICS` lists, and prom-client's own of the process
 * (the delay of the event loop among them). Labels are from short lists: a route is its template, a refusal its code. No
 * id, name or address is ever one.
 */
@Injectable()
export class Metrics implements OnModuleDestroy {
  private readonly registry = new Registry();
  private readonly requests = this.histogram('http_request_duration_seconds');
  private readonly refusals = this.counter('refused_requests_total');
  private readonly appended = this.counter('appended_events_total');
  private readonly commands = this.counter('commands_total');
  private readonly again = this.counter('commands_decided_again_total');
  private readonly appends = this.histogram('append_duration_seconds');
  private readonly batches = this.histogram('append_batch_appends');
  private readonly reachable = this.gauge('store_reachable');
  private readonly lag = this.gauge('projection_lag_events');
  private readonly lagSeconds = this.gauge('projection_lag_seconds');
  private readonly parked = this.gauge('projection_parked_events');
  private readonly stopped = this.gauge('projection_stopped');
  private readonly told = this.counter('relay_told_events_total');
  private readonly relayLag = this.gauge('relay_lag_events');
  private readonly relayLagSeconds = this.gauge('relay_lag_seconds');
  private readonly relayStopped = this.gauge('relay_stopped');
  private readonly relayWaiting = this.gauge('relay_waiting');
  private readonly leaseHeld = this.gauge('lease_held');
  private readonly leaseEpoch = this.gauge('lease_epoch');
  private readonly connections = this.gauge('database_connections');
  private readonly anomalies = this.gauge('anomalies');
  private readonly allCounted = this.gauge('anomalies_counted');
  private readonly counted: CountedAnomalies;
  /** The topics of the relay of this process, where it has one. */
  private topics: string | undefined;
  /** What asks the store now. */
  private looking: Promise<boolean> | undefined;
  private readonly deaf: readonly (() => void)[];

  constructor(@Inject(OpenLedger) private readonly ledger: Looked) {
    collectDefaultMetrics({ register: this.registry });
    this.counted = new CountedAnomalies(ledger);
    this.deaf = [
      heard('command', ({ outcome }) => this.commands.inc({ outcome })),
      heard('again', ({ because }) => this.again.inc({ because })),
      heard('append', ({ seconds, outcome }) => this.appends.observe({ outcome }, seconds)),
      heard('batch', ({ appends }) => this.batches.observe(appends)),
      heard('told', ({ events }) => this.told.inc(events)),
      heard('relay', ({ topics, state }) => {
        this.topics = topics;
        this.relayStopped.set({ topics }, state === 'stopped' ? 1 : 0);
        this.relayWaiting.set({ topics }, state === 'waiting' ? 1 : 0);
      }),
    ];
  }

  onModuleDestroy(): void {
    for (const end of this.deaf) end();
  }

  /** Counts a request when it has been answered, or its asker has gone. */
  readonly count = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.requests.startTimer();
    response.once('close', () => {
      const method = METHODS.includes(request.method) ? request.method : 'other';
      stop({ method, route: templateIn(request), status: response.writableFinished ? String(response.statusCode) : 'gone' });
      const { problem } = response.locals as Counted;
      if (problem !== undefined) this.refusals.inc({ code: problem });
    });
    next();
  };

  /** Counts what an act appended; nothing where it was recorded before. */
  readonly recorded = ({ stream, eventIds, alreadyRecorded }: Receipt): void => {
    if (!alreadyRecorded) this.appended.inc({ family: streamParts(stream).family }, eventIds.length);
  };

  /** Everything, as Prometheus reads it; also where the store is away, which it then says. */
  async text(): Promise<string> {
    this.lookAtConnections();
    const isReachable = await this.storeAnswers();
    this.reachable.set(isReachable ? 1 : 0);
    if (isReachable) this.lookAtAnomalies();
    return this.registry.metrics();
  }

  private lookAtConnections(): void {
    for (const [state, count] of Object.entries(this.ledger.sql.connections?.() ?? {})) this.connections.set({ state }, count);
  }

  /** One look at a time: those at a store that says nothing would use up its connections. */
  private async storeAnswers(): Promise<boolean> {
    this.looking ??= this.lookAtStore()
      .then(() => true)
      .catch(() => false)
      .finally(() => {
        this.looking = undefined;
      });
    const over = new AbortController();
    const late = pause(STORE_ANSWERS_WITHIN_MS, false, { signal: over.signal });
    try {
      return await Promise.race([this.looking, late]);
    } finally {
      over.abort();
    }
  }

  private async lookAtStore(): Promise<void> {
    await this.lookAtProjections();
    await this.lookAtLeases();
    if (this.topics !== undefined) await this.lookAtTopics(this.topics);
  }

  private async lookAtLeases(): Promise<void> {
    this.leaseHeld.reset();
    for (const { name: lease, epoch, secondsLeft } of await leasesWanted(this.ledger.sql)) {
      this.leaseHeld.set({ lease }, secondsLeft > 0 ? 1 : 0);
      this.leaseEpoch.set({ lease }, Number(epoch));
    }
  }

  private async lookAtTopics(topics: string): Promise<void> {
    const { store, sql } = this.ledger;
    const { position, lag } = await relayLag(sql, store, topics);
    // Nothing was ever told: the whole log is ahead.
    this.relayLag.set({ topics }, Number(lag ?? distance(START, await store.head())));
    this.relayLagSeconds.set({ topics }, lag === 0n ? 0 : await secondsBehind(store, position ?? START));
  }

  private async lookAtProjections(): Promise<void> {
    for (const gauge of [this.lag, this.lagSeconds, this.parked, this.stopped]) gauge.reset();
    for (const { name: projection, lag, position, parked, state } of await this.ledger.projections.status()) {
      this.parked.set({ projection }, parked.length);
      this.stopped.set({ projection }, state === 'stopped' ? 1 : 0);
      if (lag === null || position === null) continue;
      this.lag.set({ projection }, Number(lag));
      this.lagSeconds.set({ projection }, lag === 0n ? 0 : await secondsBehind(this.ledger.store, position));
    }
  }

  /** What is known by now; the counting goes on a while after the answer. */
  private lookAtAnomalies(): void {
    this.anomalies.reset();
    for (const [rule, count] of this.counted.byRule()) this.anomalies.set({ rule }, count);
    this.allCounted.set(this.counted.isComplete ? 1 : 0);
    this.counted.goOn().catch(() => undefined);
  }

  private histogram<Name extends MetricName<'histogram'>>(name: Name) {
    const { help, labels, buckets } = METRICS[name];
    return new Histogram({
      name: `throughline_${name}`,
      help,
      labelNames: labels,
      buckets: [...buckets],
      registers: [this.registry],
    });
  }

  private counter<Name extends MetricName<'counter'>>(name: Name) {
    const { help, labels } = METRICS[name];
    return new Counter({ name: `throughline_${name}`, help, labelNames: labels, registers: [this.registry] });
  }

  private gauge<Name extends MetricName<'gauge'>>(name: Name) {
    const { help, labels } = METRICS[name];
    return new Gauge({ name: `throughline_${name}`, help, labelNames: labels, registers: [this.registry] });
  }
}

/** The template of the matched route: what the address bears (ids, and whatever somebody tried) is told to no log or trace. */
export function templateIn({ route }: Request): string {
  const matched: unknown = route;
  if (typeof matched !== 'object' || matched === null || !('path' in matched)) return 'none';
  return typeof matched.path === 'string' ? matched.path : 'none';
}
