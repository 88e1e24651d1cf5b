import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { LedgerError } from '#kernel';

/** What a span says of the work: short words, counts, ids of streams and commands. Never a name, a text or a person's id. */
export type Spanning = Readonly<{
  kind?: SpanKind;
  attributes?: Attributes;
  /** The W3C trace context that the work continues, where no span is in hand. */
  traceparent?: string | undefined;
}>;

/** The traces that a batch belongs to, by their ids, each with the span of the work in it. */
export type SpansByTrace = ReadonlyMap<string, Span>;

/** What came of a trace: an event, or what was told of one. */
export type Traceable = Readonly<{ recordedAt: string; metadata: Readonly<{ traceparent?: string | undefined }> }>;

export { type Attributes, type Span, SpanKind, SpanStatusCode };

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/;

/** A batch after a pause may hold events of as many traces as events; who looks at one trace is served by these. */
const MOST_TRACES = 32;
/** A read model that catches up takes in events of traces that nobody looks at any more. */
const TRACED_FOR_MS = 15 * 60_000;

// Makes nothing until an SDK is loaded; then what it makes is the SDK's.
const tracer = trace.getTracer('throughline');

/** The span context that a W3C `traceparent` says; undefined where there is none, or it says nothing. */
export function spanContextIn(traceparent: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  const found: SpanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(found) ? found : undefined;
}

/**
 * A span as the W3C `traceparent` by which others continue it: of the span itself where one is made, else of the one it
 * continues; undefined where there is neither.
 */
export function traceparentOf(span: Pick<Span, 'spanContext'> | undefined): string | undefined {
  const found = span?.spanContext();
  if (found === undefined || !isSpanContextValid(found)) return undefined;
  return `00-${found.traceId}-${found.spanId}-${found.traceFlags.toString(16).padStart(2, '0')}`;
}

/** The trace that a span belongs to, the one in hand where none is said; undefined where it belongs to none. */
export function traceIdOf(span: Span | undefined = trace.getActiveSpan()): string | undefined {
  const found = span?.spanContext();
  return found !== undefined && isSpanContextValid(found) ? found.traceId : undefined;
}

/** Begins a span below the one in hand, else in the trace it continues, else in a trace of its own. Its end is the caller's. */
export function beginSpan(name: string, { kind = SpanKind.INTERNAL, attributes = {}, traceparent }: Spanning): Span {
  return tracer.startSpan(name, { kind, attributes }, continued(traceparent));
}

/** Does work with a span in hand: spans that begin within it lie below. */
export function withSpan<T>(span: Span, work: () => T): T {
  return context.with(trace.setSpan(context.active(), span), work);
}

/** Does work in a span of its own; an error is told by its code or kind alone, since its words may be somebody's. */
export async function inSpan<T>(name: string, spanning: Spanning, work: (span: Span) => Promise<T>): Promise<T> {
  const span = beginSpan(name, spanning);
  try {
    return await withSpan(span, () => work(span));
  } catch (error) {
    markFailed(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/**
 * Does work on a batch of events, which are of many traces, with a span in each of these: below the command that led to
 * the first event of the trace, so that a trace goes on from the command to all that came of it. Bounded: the traces of
 * the first events, and only of such as were recorded a short while ago.
 */
export async function inTracesOf<T>(
  name: string,
  events: readonly Traceable[],
  { kind = SpanKind.INTERNAL, attributes = {} }: Spanning,
  work: (spans: SpansByTrace) => Promise<T>,
): Promise<T> {
  const spans = new Map<string, Span>();
  const since = new Date(Date.now() - TRACED_FOR_MS).toISOString();
  for (const { recordedAt, metadata } of events) {
    if (spans.size === MOST_TRACES) break;
    const origin = metadata.traceparent === undefined ? undefined : spanContextIn(metadata.traceparent);
    if (origin === undefined || spans.has(origin.traceId) || recordedAt < since) continue;
    if ((origin.traceFlags & TraceFlags.SAMPLED) === 0) continue;
    const said = { ...attributes, 'throughline.batch.events': events.length };
    spans.set(origin.traceId, tracer.startSpan(name, { kind, attributes: said }, within(origin)));
  }
  try {
    return await work(spans);
  } catch (error) {
    for (const span of spans.values()) markFailed(span, error);
    throw error;
  } finally {
    for (const span of spans.values()) span.end();
  }
}

/** By which what an event leads to elsewhere is continued: below the span of the work on its trace, else below its command. */
export function traceparentWithin(spans: SpansByTrace, traceparent: string | undefined): string | undefined {
  const traceId = spanContextIn(traceparent)?.traceId;
  return traceparentOf(traceId === undefined ? undefined : spans.get(traceId)) ?? traceparent;
}

/** Says that the work of a span failed, by the error's code or kind. What a rule refuses is told, and is no failure of the work. */
export function markFailed(span: Span, error: unknown): void {
  const isOfLedger = error instanceof LedgerError;
  span.setAttribute('error.type', isOfLedger ? error.code : error instanceof Error ? error.name : typeof error);
  if (!isOfLedger || error.kind === 'unavailable' || error.kind === 'corrupt') span.setStatus({ code: SpanStatusCode.ERROR });
}

function continued(traceparent: string | undefined): Context {
  const inHand = context.active();
  if (trace.getSpan(inHand) !== undefined) return inHand;
  const origin = spanContextIn(traceparent);
  return origin === undefined ? inHand : trace.setSpanContext(inHand, origin);
}

function within(origin: SpanContext): Context {
  return trace.setSpanContext(ROOT_CONTEXT, origin);
}
