import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { beginSpan, SpanKind, SpanStatusCode, traceIdOf, withSpan } from '#event-store';
import { newId } from '#kernel';
import { answering, type Counted, templateIn } from '#platform';

/** As a proxy or a caller makes one: a UUID, or its digits alone. Anything else might say more than an id. */
const REQUEST_ID = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const log = new Logger('http');

/**
 * Gives a request its id (`X-Request-Id`, the caller's where it sent one) and its place in a trace (`traceparent`), which
 * every line that is logged for it bears; says in the end, at level `info`, how it was answered. The address is told by
 * its template alone.
 */
export function inHand(request: Request, response: Response, next: NextFunction): void {
  const requestId = REQUEST_ID.exec(request.get('X-Request-Id') ?? '')?.[0] ?? newId();
  response.setHeader('X-Request-Id', requestId);
  const { method } = request;
  const span = beginSpan(method, { kind: SpanKind.SERVER, traceparent: request.get('traceparent') });
  const traceId = traceIdOf(span);
  const named = { requestId, ...(traceId === undefined ? {} : { traceId }) };
  const began = performance.now();
  response.once('close', () => {
    const route = templateIn(request);
    const { problem } = response.locals as Counted;
    const status = response.writableFinished ? response.statusCode : undefined;
    span.updateName(`${method} ${route}`);
    span.setAttributes({ 'http.request.method': method, 'http.route': route });
    if (status !== undefined) span.setAttribute('http.response.status_code', status);
    if (problem !== undefined) span.setAttribute('error.type', problem);
    if (status === undefined || status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    const ms = Math.round(performance.now() - began);
    answering(named, () => log.log({ msg: 'answered', method, route, status: status ?? 'gone', ms, problem }));
  });
  answering(named, () => withSpan(span, next));
}
