import { LedgerError } from '#kernel';
import { StoreUnavailable } from '../port.js';

/** gRPC's status codes, as far as they tell something. */
const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

/** Nothing was sent: there was nobody to send it to. */
const NEVER_SENT =
  /No connection established|ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|Name resolution failed|Failed to discover|failed to connect/i;
/** The server says that it took nothing. */
const TURNED_AWAY = /not ready|too busy|not leader/i;

type Failed = Readonly<{ type?: unknown; code?: unknown; message?: unknown }>;

/** The kind the client gives its own errors, such as `wrong-expected-version`; undefined for any other. */
export function typeOf(error: unknown): string | undefined {
  const { type } = asFailed(error);
  return typeof type === 'string' ? type : undefined;
}

/** True where another node must be asked; the client has turned to it by itself. Nothing was done. */
export function isTurnedAway(error: unknown): boolean {
  return typeOf(error) === 'not-leader' || (isOfServer(error) && TURNED_AWAY.test(wordsOf(error)));
}

/**
 * What became of a call that failed, in the words of the port. Not every failure of the client bears its `type`: with
 * the server away it hands on raw gRPC errors, and "not ready" comes as `unknown`; so code and words are looked at too.
 * @param asked an append whose failure is not surely harmless may or may not be stored, whoever made the error; a read
 *   stores nothing
 */
export function failure(error: unknown, asked: 'append' | 'read'): unknown {
  if (error instanceof LedgerError) return error;
  if (!isOfServer(error)) return asked === 'read' ? error : brokenOff(error);
  const { code } = asFailed(error);
  const words = wordsOf(error);
  const options = { cause: error };
  const type = typeOf(error);
  if (type === 'stream-deleted') {
    const message = `${words}: a stream of the ledger was deleted for good; run: throughline doctor`;
    return new LedgerError('corrupt', 'STREAM_DELETED', message, [], options);
  }
  if (type === 'access-denied' || code === PERMISSION_DENIED || code === UNAUTHENTICATED)
    return new StoreUnavailable('not-stored', `EventStoreDB refuses the credentials: ${words}`, options);
  if (type === 'maximum-append-size-exceeded')
    return new LedgerError('invalid', 'APPEND_TOO_LARGE', `EventStoreDB takes less at once: ${words}`, [], options);
  const isHarmless =
    asked === 'read' || isTurnedAway(error) || (code === UNAVAILABLE && NEVER_SENT.test(words)) || NEVER_SENT.test(words);
  return new StoreUnavailable(isHarmless ? 'not-stored' : 'unknown', `EventStoreDB did not answer: ${words}`, options);
}

function brokenOff(cause: unknown): StoreUnavailable {
  return new StoreUnavailable('unknown', 'the client of EventStoreDB broke off, and did not say what became of the append', {
    cause,
  });
}

/** True where the server knows no such place in its log: the log it was in is gone. */
export function isNoPosition(error: unknown): boolean {
  return asFailed(error).code === INVALID_ARGUMENT || /invalid position/i.test(wordsOf(error));
}

/** An error of the client or of gRPC, and not one of this program. */
function isOfServer(error: unknown): boolean {
  const { type, code } = asFailed(error);
  return typeof type === 'string' || typeof code === 'number' || NEVER_SENT.test(wordsOf(error));
}

function wordsOf(error: unknown): string {
  const { message } = asFailed(error);
  return typeof message === 'string' ? message : String(error);
}

function asFailed(error: unknown): Failed {
  return typeof error === 'object' && error !== null ? error : {};
}
