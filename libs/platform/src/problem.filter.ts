import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { databaseFailure } from '#event-store';
import { type ErrorKind, LedgerError, type Problem } from '#kernel';
import { ReadModelBehind } from '#projections';
import type { Counted } from './metrics.js';
import { withoutTokens } from './secrets.js';

/** The answer to a failed request, RFC 9457 `application/problem+json`. `code` is stable; `detail` is for people. */
export type ProblemDetails = Readonly<{
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: readonly Problem[];
  /** Of READ_MODEL_BEHIND: the position that was asked for, and each read model that has not reached it. */
  behind?: Readonly<{ asked: string; readModels: readonly Readonly<{ name: string; reached: string | null }>[] }>;
}>;

/** 400: mend the request; 422: the request is understood, a rule forbids it; 409: somebody was faster, read again. */
const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  refused: 422,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  reused: 422,
  unavailable: 503,
  corrupt: 500,
};

const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  ROLE_FORBIDS: 403,
  NOT_YOUR_PARTY: 403,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TOO_SLOW: 408,
  CONTENT_ERASED: 410,
  FILE_TOO_LARGE: 413,
  BODY_TOO_LARGE: 413,
  MEDIA_TYPE_REFUSED: 415,
  CONTENT_TYPE_REFUSED: 415,
  ENCODING_REFUSED: 415,
  RATE_LIMITED: 429,
  HEADERS_TOO_LARGE: 431,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is wrong',
  401: 'Not signed in',
  403: 'Not for this token to do',
  404: 'Not there, or not yours',
  405: 'Not asked in this way',
  408: 'Too slow',
  409: 'Somebody else was faster',
  410: 'Erased',
  412: 'Decided on an older revision',
  413: 'Too large',
  415: 'Of a type that is not taken',
  422: 'A rule forbids it',
  429: 'Too often',
  431: 'Too large',
  500: 'Something broke here',
  503: 'Not available now',
};

/** How long a caller waits before it tries again, in seconds. */
const RETRY_AFTER = '1';

/** Answers every error as a problem in words; what is not meant for callers goes to the log alone. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { params, readableAborted } = host.switchToHttp().getRequest<Request>();
    // Who asked has hung up: nobody hears the answer, and nothing broke here.
    if (readableAborted) return;
    const problem = problemOf(isAddressed(error, params) ? notThere(error) : error);
    // What is away comes back, and probes ask every second: its words, without where they came from.
    if (problem.status === 503) this.log.warn(`${problem.code}: ${problem.detail}`);
    else if (problem.status >= 500) this.log.error(error);
    if (response.headersSent) {
      // Part of the body is out already: only a broken connection still says that it is not whole.
      response.destroy();
      return;
    }
    if (problem.status === 503) response.setHeader('Retry-After', RETRY_AFTER);
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    Object.assign(response.locals, { problem: problem.code } satisfies Counted);
    // What was asked is never said back with a token in it, wherever it stood by mistake.
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(withoutTokens(JSON.stringify(problem)));
  }
}

/** What the address names and the domain did not find is not there; the same name within a body is a matter of rule 16. */
function isAddressed(error: unknown, params: Readonly<Record<string, unknown>>): error is LedgerError {
  if (!(error instanceof LedgerError) || error.code !== 'RULE_16') return false;
  return error.problems.some(({ field }) => Object.hasOwn(params, field));
}

function notThere({ message, problems }: LedgerError): LedgerError {
  return new LedgerError('not-found', 'NOT_FOUND', message, problems);
}

/** An error as callers may see it. */
export function problemOf(thrown: unknown): ProblemDetails {
  // Texts and read models are asked for beside the store, which says itself when its database is away.
  const error = databaseFailure(thrown);
  // What refuses a body while it is read comes wrapped, with a status of the parser's choice.
  if (error instanceof HttpException && error.cause instanceof LedgerError) return problemOf(error.cause);
  if (error instanceof LedgerError) {
    const status = STATUS_OF_CODE[error.code] ?? STATUS[error.kind];
    const errors = error.problems.length > 0 ? error.problems.map(asSent) : headerOf(error);
    const said = problem(status, error.code, error.message, errors);
    return error instanceof ReadModelBehind ? { ...said, behind: { asked: error.asked, readModels: error.readModels } } : said;
  }
  const status = statusSaid(error);
  switch (status) {
    case 400:
      return malformed(error);
    case 404:
      return problem(404, 'NO_SUCH_ROUTE', 'There is nothing at this address', []);
    case 413:
      return tooLarge(error);
    case 415:
      return encodingRefused(error);
    default:
      return problem(500, 'INTERNAL', 'The request could not be answered; the log of the server says why', []);
  }
}

/** What two kinds of refusal answer to is a header, of which their makers know nothing. */
function headerOf({ kind, message }: LedgerError): readonly Problem[] {
  if (kind === 'reused') return [{ field: 'Idempotency-Key', rule: 'R14', message }];
  return kind === 'stale' ? [{ field: 'If-Match', rule: 'R14', message }] : [];
}

/** Whose act it is, a caller says in a header. */
function asSent(problem: Problem): Problem {
  return problem.field === 'actor.partyId' ? { ...problem, field: 'On-Behalf-Of' } : problem;
}

function problem(status: number, code: string, detail: string, errors: readonly Problem[]): ProblemDetails {
  return { title: TITLES[status] ?? 'The request failed', status, code, detail, errors };
}

/** Express's parsers and Nest's exceptions both bear a status; nothing else of them is trusted. */
function statusSaid(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number') return error.status;
  return 500;
}

function malformed(error: unknown): ProblemDetails {
  const said = error instanceof Error ? error.message : '';
  // Nest hands on no more of the parsers' errors than their words.
  if (said.startsWith('Failed to decode param')) {
    const message = 'the address is not percent-encoded UTF-8';
    return problem(400, 'MALFORMED_ADDRESS', message, [{ field: 'address', rule: 'R15', message }]);
  }
  // Without the piece of the body that the parser quotes.
  const message = `the body could not be read: ${said.replace(/, (?:\.\.\.)?"[\s\S]*/, '')}`;
  return problem(400, 'MALFORMED_BODY', message, [{ field: fieldOfForm(error) ?? 'body', rule: 'R15', message }]);
}

/** The field of a multipart form at which its parser stopped. */
function fieldOfForm(error: unknown): string | undefined {
  const cause: unknown = error instanceof HttpException ? error.cause : undefined;
  if (!(cause instanceof Error)) return undefined;
  if ('field' in cause && typeof cause.field === 'string') return cause.field;
  return 'code' in cause && cause.code === 'LIMIT_FILE_COUNT' ? 'file' : undefined;
}

function encodingRefused(error: unknown): ProblemDetails {
  const isCompression = error instanceof Error && error.message.includes('content encoding');
  const field = isCompression ? 'Content-Encoding' : 'Content-Type';
  const message = isCompression ? 'wanted gzip, deflate, br or none' : 'wanted charset=utf-8';
  return problem(415, 'ENCODING_REFUSED', `${field}: ${message}`, [{ field, rule: 'R15', message }]);
}

/** The multipart parser counts files, Express the rest of the body. */
function tooLarge(error: unknown): ProblemDetails {
  const isFile = fieldOfForm(error) !== undefined;
  const message = isFile ? 'a file of evidence is at most 26214400 bytes (25 MiB)' : 'the body is larger than is taken here';
  return problem(413, isFile ? 'FILE_TOO_LARGE' : 'BODY_TOO_LARGE', message, [
    { field: isFile ? 'file' : 'body', rule: 'R15', message },
  ]);
}
