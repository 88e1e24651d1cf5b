import { type Id, LedgerError, type NewEvent, type Receipt, type StreamName } from '#kernel';
import { type Measured, measure } from './measures.js';
import {
  type Appended,
  type EventStore,
  type Expected,
  RevisionConflict,
  StoreUnavailable,
  StreamExists,
  StreamMissing,
} from './port.js';
import { inSpan, SpanKind, traceparentOf } from './tracing.js';

/** Who runs what on which stream, and the trace it continues. */
export type Observed = Readonly<{ name: string; stream: StreamName; commandId: Id; traceparent: string | undefined }>;

/**
 * Runs a command in a span of its own, and tells what became of it to who counts.
 * @param run gets the `traceparent` that belongs into what is recorded, so that what comes of it is one trace with it
 */
export async function observedCommand(
  { name, stream, commandId, traceparent }: Observed,
  run: (traceparent: string | undefined) => Promise<Receipt>,
): Promise<Receipt> {
  const attributes = { 'throughline.stream': stream, 'throughline.command.id': commandId };
  return await inSpan(name, { attributes, traceparent }, async (span) => {
    try {
      const receipt = await run(traceparentOf(span));
      span.setAttributes({ 'throughline.position': receipt.position, 'throughline.events': receipt.eventIds.length });
      measure('command', () => ({ outcome: receipt.alreadyRecorded ? 'already' : 'recorded' }));
      return receipt;
    } catch (error) {
      measure('command', () => ({ outcome: refusalOf(error) }));
      throw error;
    }
  });
}

/** Appends in a span of its own, and tells who counts how long it took, with what it waited for those it was gathered with. */
export async function observedAppend(
  store: Pick<EventStore, 'append'>,
  stream: StreamName,
  events: readonly NewEvent[],
  expected: Expected,
): Promise<Appended> {
  const attributes = { 'throughline.stream': stream, 'throughline.events': events.length };
  return await inSpan('append', { kind: SpanKind.CLIENT, attributes }, async () => {
    const began = performance.now();
    const told = (outcome: Measured['append']['outcome']) =>
      measure('append', () => ({ seconds: (performance.now() - began) / 1000, outcome }));
    try {
      const appended = await store.append(stream, events, expected);
      told('stored');
      return appended;
    } catch (error) {
      told(failureOf(error));
      throw error;
    }
  });
}

function failureOf(error: unknown): Measured['append']['outcome'] {
  if (error instanceof RevisionConflict || error instanceof StreamExists || error instanceof StreamMissing) return 'conflict';
  if (!(error instanceof StoreUnavailable)) return 'failed';
  return error.outcome === 'unknown' ? 'unknown' : 'unavailable';
}

function refusalOf(error: unknown): Measured['command']['outcome'] {
  if (!(error instanceof LedgerError) || error.kind === 'corrupt') return 'failed';
  if (error.kind === 'conflict' || error.kind === 'stale') return 'conflict';
  return error.kind === 'unavailable' ? 'unavailable' : 'refused';
}
