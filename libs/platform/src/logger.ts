import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, pino } from 'pino';
import { withoutTokens } from './secrets.js';

/** How much is logged. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Nest's log as structured lines on stderr, so that stdout belongs to results. No request body, header, name or text is
 * ever handed to it: an error is logged by its code, message and stack, and a token in one of these is struck out.
 */
export class PinoLogger implements LoggerService {
  private readonly pino;

  /** @param destination stderr, where nothing else is said */
  constructor(level: LogLevel, destination: DestinationStream = pino.destination({ dest: 2, sync: true })) {
    const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorAlone } };
    this.pino = pino(options, { write: (line: string) => destination.write(withoutTokens(line)) });
  }

  log(message: unknown, ...more: unknown[]): void {
    this.pino.info({ of: contextOf(more) }, String(message));
  }

  error(message: unknown, ...more: unknown[]): void {
    if (message instanceof Error) this.pino.error({ of: contextOf(more), err: message }, message.message);
    else this.pino.error({ of: contextOf(more) }, String(message));
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.pino.warn({ of: contextOf(more) }, String(message));
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.pino.debug({ of: contextOf(more) }, String(message));
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.pino.fatal({ of: contextOf(more) }, String(message));
  }
}

/** Of an error no more than this: drivers hang the values of a statement on theirs, and values are people's words. */
function errorAlone(error: Error): Readonly<{ type: string; message: string; code?: unknown; stack?: string }> {
  return {
    type: error.name,
    message: error.message,
    ...('code' in error ? { code: error.code } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}

/** Nest puts the name of the speaking part last. */
function contextOf(more: readonly unknown[]): string | undefined {
  const last = more.at(-1);
  return typeof last === 'string' ? last : undefined;
}
