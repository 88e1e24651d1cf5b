import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Receipt, streamParts } from '#kernel';
import { OpenLedger } from './open-ledger.js';

/** What the filter of problems leaves on a response for whoever counts. */
export type Counted = Readonly<{ problem?: string }>;

/** From a board that is in memory to a review of a large partnership. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const METHODS = ['GET', 'HEAD', 'POST'];

/**
 * How the process is doing, in the text format of Prometheus. Labels are from short lists: a route is its template, a
 * refusal its code. No id, name or address is ever one.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'throughline_http_request_duration_seconds',
    help: 'Requests by method, route and status: how many, and how long each took',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly refusals = this.counter('refused_requests_total', 'Requests answered with a problem, by its code', 'code');
  private readonly appends = this.counter('appended_events_total', 'Events that this process appended, by family', 'family');
  private readonly reachable = this.gauge('store_reachable', '1 where the store and its read models could be asked just now');
  private readonly lag = this.gauge('projection_lag_events', 'How far the log is ahead of a read model', 'projection');
  private readonly parked = this.gauge('projection_parked_events', 'Events that a read model has put aside', 'projection');
  private readonly stopped = this.gauge('projection_stopped', '1 where a read model waits for an operator', 'projection');

  constructor(private readonly ledger: OpenLedger) {
    collectDefaultMetrics({ register: this.registry });
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
    if (!alreadyRecorded) this.appends.inc({ family: streamParts(stream).family }, eventIds.length);
  };

  /** Everything, as Prometheus reads it; also where the store is away, which it then says. */
  async text(): Promise<string> {
    const statuses = await this.ledger.projections.status().catch(() => undefined);
    this.reachable.set(statuses === undefined ? 0 : 1);
    for (const gauge of [this.lag, this.parked, this.stopped]) gauge.reset();
    for (const { name: projection, lag, parked, state } of statuses ?? []) {
      if (lag !== null) this.lag.set({ projection }, Number(lag));
      this.parked.set({ projection }, parked.length);
      this.stopped.set({ projection }, state === 'stopped' ? 1 : 0);
    }
    return this.registry.metrics();
  }

  private counter<Label extends string>(name: string, help: string, ...labelNames: readonly Label[]): Counter<Label> {
    return new Counter({ name: `throughline_${name}`, help, labelNames, registers: [this.registry] });
  }

  private gauge<Label extends string>(name: string, help: string, ...labelNames: readonly Label[]): Gauge<Label> {
    return new Gauge({ name: `throughline_${name}`, help, labelNames, registers: [this.registry] });
  }
}

/** The template of the matched route: what the address bears (ids, and whatever somebody tried) is no label. */
function templateIn({ route }: Request): string {
  const matched: unknown = route;
  if (typeof matched !== 'object' || matched === null || !('path' in matched)) return 'none';
  return typeof matched.path === 'string' ? matched.path : 'none';
}
