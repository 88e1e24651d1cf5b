import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, pino } from 'pino';
import { ConnectionLost, traceIdOf } from '#event-store';
import { LedgerError } from '#kernel';
import { withoutTokens } from './secrets.js';

/** How much is logged. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The request in hand, as every line that is logged while it is answered names it. */
export type RequestInHand = Readonly<{ requestId: string; traceId?: string }>;

const IN_HAND = new AsyncLocalStorage<RequestInHand>();

/** Answers a request: what is logged on the way bears its id, and its trace's. */
export function answering<T>(request: RequestInHand, work: () => T): T {
  return IN_HAND.run(request, work);
}

/**
 * The log as lines of JSON on stderr, so that stdout belongs to results. No request body, header, address, name or text is
 * ever handed to it: an error is logged by its code, message and, unless something is only away, stack; what it quotes of what it got is struck out, and so
 * is a token wherever it stands. What is said may be words, an error, or an object whose `msg` are the words.
 */
export class PinoLogger implements LoggerService {
  private readonly pino;

  /** @param destination stderr, where nothing else is said */
  constructor(level: LogLevel, destination: DestinationStream = pino.destination({ dest: 2, sync: true })) {
    const options = {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
      mixin: inHand,
      serializers: { err: errorAlone },
    };
    this.pino = pino(options, { write: (line: string) => destination.write(withoutTokens(line)) });
  }

  log(message: unknown, ...more: unknown[]): void {
    this.pino.info(...said(message, more));
  }

  error(message: unknown, ...more: unknown[]): void {
    this.pino.error(...said(message, more));
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.pino.warn(...said(message, more));
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.pino.debug(...said(message, more));
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.pino.fatal(...said(message, more));
  }
}

/** Which request, and which trace, a line belongs to. */
function inHand(): Readonly<{ requestId?: string; traceId?: string }> {
  const request = IN_HAND.getStore();
  const traceId = request?.traceId ?? traceIdOf();
  return {
    ...(request === undefined ? {} : { requestId: request.requestId }),
    ...(traceId === undefined ? {} : { traceId }),
  };
}

/** Of an error no more than this: drivers hang the values of a statement on theirs, and values are people's words. */
function errorAlone(error: Error): Readonly<{ type: string; message: string; code?: unknown; stack?: string }> {
  const message = wordsOf(error);
  return {
    type: error.name,
    message,
    ...('code' in error ? { code: error.code } : {}),
    // A stack begins with the message as it was. What is away comes back: where that was noticed helps nobody.
    ...(error.stack === undefined || isAway(error) ? {} : { stack: error.stack.replace(error.message, () => message) }),
  };
}

function isAway(error: Error): boolean {
  return error instanceof ConnectionLost || (error instanceof LedgerError && error.kind === 'unavailable');
}

/**
 * What an error says, without what it quotes: databases and parsers say what they got (`invalid input syntax for type
 * integer: "…"`). From the first quotation mark to the last: what is quoted may bear some of its own.
 */
function wordsOf({ message }: Error): string {
  return message.replace(/"[\s\S]*"/, '"…"');
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a line, and its words. Nest puts the name of the speaking part last; an error may stand before it. */
function said(message: unknown, more: readonly unknown[]): [Fields, string] {
  const of = more.at(-1);
  const [cause] = more;
  const fields = {
    ...(typeof of === 'string' ? { of } : {}),
    ...(cause instanceof Error ? { err: cause } : {}),
  };
  if (message instanceof Error) return [{ ...fields, err: message }, wordsOf(message)];
  if (typeof message !== 'object' || message === null || !('msg' in message)) return [fields, String(message)];
  const { msg, ...others } = message;
  return [{ ...fields, ...others }, String(msg)];
}
