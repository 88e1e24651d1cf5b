import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { LedgerError } from '#kernel';
import { problemOf } from '#platform';

/** Headers come within this, or who sends them one by one holds a connection for nothing. */
const HEADERS_WITHIN_MS = 20_000;
/** A whole request comes within this: 25 MiB at 200 kB a second. */
const REQUEST_WITHIN_MS = 130_000;
/** Longer than proxies keep a connection, so that it is theirs to close it. */
const IDLE_FOR_MS = 75_000;
const MOST_HEADERS = 100;

/** Bounds what a connection may take, and answers in a problem what Node would not even hand on to a route. */
export function boundConnections(server: Server): void {
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = REQUEST_WITHIN_MS;
  server.keepAliveTimeout = IDLE_FOR_MS;
  server.maxHeadersCount = MOST_HEADERS;
  server.on('clientError', answer);
}

function answer(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { title, ...problem } = problemOf(refusalOf(error));
  const body = JSON.stringify({ title, ...problem });
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${title}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function refusalOf({ code }: NodeJS.ErrnoException): LedgerError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return refusal('HEADERS_TOO_LARGE', 'headers', 'the address and the headers are larger than 16 KiB together');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return refusal('REQUEST_TOO_SLOW', 'request', 'the request did not come in time');
    default:
      return refusal('MALFORMED_REQUEST', 'request', 'this is not HTTP/1.1');
  }
}

function refusal(code: string, field: string, message: string): LedgerError {
  return new LedgerError('invalid', code, message, [{ field, rule: 'R15', message }]);
}
