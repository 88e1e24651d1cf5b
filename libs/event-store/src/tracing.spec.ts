import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { LedgerError } from '#kernel';
import { StoreUnavailable } from './port.js';
import {
  beginSpan,
  inSpan,
  inTracesOf,
  spanContextIn,
  traceIdOf,
  traceparentOf,
  traceparentWithin,
  withSpan,
} from './tracing.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE}-b7ad6b7169203331-01`;

/** The trace context of the nth caller. */
const caller = (n: number, flags = '01') => `00-${TRACE.slice(0, 24)}${String(n).padStart(8, '0')}-b7ad6b7169203331-${flags}`;
const eventOf = (traceparent?: string, recordedAt = new Date().toISOString()) => ({ recordedAt, metadata: { traceparent } });

describe('a trace', () => {
  describe('where nobody collects traces', () => {
    it('is handed on as it came, and made nowhere', async () => {
      expect(await inSpan('work', { traceparent: TRACEPARENT }, (span) => Promise.resolve(traceparentOf(span)))).toBe(
        TRACEPARENT,
      );
      expect(await inSpan('work', {}, (span) => Promise.resolve(traceparentOf(span)))).toBeUndefined();
      const told = await inTracesOf('batch', [eventOf(TRACEPARENT)], {}, (spans) =>
        Promise.resolve(traceparentWithin(spans, TRACEPARENT)),
      );
      expect(told).toBe(TRACEPARENT);
    });

    it.each([
      '',
      '00',
      'Wilhelmina',
      `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
      `00-${TRACE}-${'0'.repeat(16)}-01`,
      `ff-${TRACE}`,
    ])('is not what is no W3C trace context: %j', async (traceparent) => {
      expect(spanContextIn(traceparent)).toBeUndefined();
      expect(await inSpan('work', { traceparent }, (span) => Promise.resolve(traceparentOf(span)))).toBeUndefined();
    });
  });

  describe('where somebody does', () => {
    const exporter = new InMemorySpanExporter();
    const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
    beforeEach(() => {
      provider.register();
      exporter.reset();
    });
    afterAll(() => provider.shutdown());
    const finished = (name: string) => exporter.getFinishedSpans().filter((span) => span.name === name);

    it('goes on from the caller, and below the span in hand', async () => {
      await inSpan('outer', { traceparent: TRACEPARENT }, () =>
        inSpan('inner', { traceparent: caller(7) }, () => Promise.resolve(expect(traceIdOf()).toBe(TRACE))),
      );
      const [outer] = finished('outer');
      const [inner] = finished('inner');
      expect(outer?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
      expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
      expect(traceIdOf()).toBeUndefined();
    });

    it('tells of an error its code or kind, and nothing of its words; what a rule refuses is no failure', async () => {
      const fails = (error: unknown) => inSpan('work', {}, () => Promise.reject(error as Error)).catch(() => undefined);
      await fails(new LedgerError('refused', 'RULE_2', 'Wilhelmina owes only herself'));
      await fails(new StoreUnavailable('unknown', 'Wilhelmina'));
      await fails(new TypeError('Wilhelmina'));
      expect(finished('work').map(({ status, attributes }) => [attributes['error.type'], status.code])).toEqual([
        ['RULE_2', 0],
        ['OUTCOME_UNKNOWN', 2],
        ['TypeError', 2],
      ]);
      const said = finished('work').map(({ status, attributes, events }) => ({ status, attributes, events }));
      expect(JSON.stringify(said)).not.toContain('Wilhelmina');
    });

    it('of a batch gets one span, below the command of its first event, however many of its events are in it', async () => {
      const events = [eventOf(caller(1)), eventOf(), eventOf(caller(2)), eventOf(caller(1))];
      const told = await inTracesOf('batch', events, { attributes: { which: 'board' } }, (spans) =>
        Promise.resolve([
          traceparentWithin(spans, caller(1)),
          traceparentWithin(spans, caller(3)),
          traceparentWithin(spans, undefined),
        ]),
      );
      const spans = finished('batch');
      expect(spans.map((span) => span.spanContext().traceId.slice(-1))).toEqual(['1', '2']);
      for (const span of spans) {
        expect(span.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
        expect(span.attributes).toEqual({ which: 'board', 'throughline.batch.events': 4 });
      }
      expect(told).toEqual([traceparentOf(spans[0]), caller(3), undefined]);
    });

    it('of a batch is bounded: so many traces, none that its caller does not sample, none of long ago', async () => {
      const fresh = Array.from({ length: 100 }, (_, n) => eventOf(caller(n)));
      await inTracesOf('many', fresh, {}, () => Promise.resolve());
      expect(finished('many').length).toBe(32);
      const longAgo = new Date(Date.now() - 3_600_000).toISOString();
      await inTracesOf('none', [eventOf(caller(1, '00')), eventOf(caller(2), longAgo)], {}, () => Promise.resolve());
      expect(finished('none')).toEqual([]);
    });

    it('of a batch that fails says so in each', async () => {
      const failing = inTracesOf('batch', [eventOf(caller(1)), eventOf(caller(2))], {}, () => Promise.reject(new TypeError('x')));
      await expect(failing).rejects.toThrow(TypeError);
      expect(finished('batch').map(({ status }) => status.code)).toEqual([2, 2]);
    });

    it('is in hand for what is begun within it, and ends when it is told to', () => {
      const span = beginSpan('request', {});
      expect(withSpan(span, () => traceIdOf())).toBe(span.spanContext().traceId);
      expect(finished('request')).toEqual([]);
      span.end();
      expect(finished('request').length).toBe(1);
    });
  });
});
