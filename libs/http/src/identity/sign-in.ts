import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { LedgerError } from '#kernel';
import type { SignedIn } from '../asked.js';
import type { NamedTokens } from './named-tokens.js';
import type { OwnerToken } from './owner-token.js';
import { API, needOf } from './routes.js';

/** How much one token may ask, and how often one address may fail to sign in; 0 is without limit. */
export type RateLimits = Readonly<{ requestsPerMinute: number; failuresPerMinute: number }>;

const MINUTE_MS = 60_000;
const BEARER = /^Bearer +(\S+)$/i;

/**
 * Finds out who asks, before a byte of the body is read: every request bears `Authorization: Bearer <token>`, and nothing
 * else signs in, neither a query nor a cookie. What needs no sign-in is not counted.
 * @returns a handler that leaves the principal on the request, or hands on LedgerError UNAUTHENTICATED (the same for no
 *   token, a wrong, a revoked and an expired one) or RATE_LIMITED
 */
export function signIn(
  owner: OwnerToken,
  named: NamedTokens,
  { requestsPerMinute, failuresPerMinute }: RateLimits,
): RequestHandler {
  const perToken = limiter('requests', requestsPerMinute, (request) => (request as SignedIn).principal?.name ?? '');
  // Only failures count: whoever bears a good token is not kept out by a neighbour who guesses.
  const perAddress = limiter('sign-ins', failuresPerMinute, (request) => ipKeyGenerator(request.ip ?? ''));

  return (request: SignedIn, response, next) => {
    if (needOf(request.method, request.path.slice(API.length + 2)) === 'nothing') return next();
    const token = BEARER.exec(request.get('Authorization') ?? '')?.[1];
    principalOf(token).then((principal) => {
      if (principal === undefined) return perAddress(request, response, orElse(next, unauthenticated()));
      request.principal = principal;
      return perToken(request, response, next);
    }, next);
  };

  async function principalOf(token: string | undefined) {
    return token === undefined ? undefined : (owner.principalOf(token) ?? (await named.principalOf(token)));
  }
}

export function unauthenticated(): LedgerError {
  const message = 'wanted Bearer and a token that is known here';
  return new LedgerError('refused', 'UNAUTHENTICATED', `Authorization: ${message}`, [
    { field: 'Authorization', rule: 'R1', message },
  ]);
}

/** Counts by the minute in this process, tells of it in `RateLimit` and `RateLimit-Policy`, and refuses what is too much. */
function limiter(what: string, limit: number, keyGenerator: (request: Request) => string): RequestHandler {
  if (limit === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: MINUTE_MS,
    limit,
    identifier: what,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator,
    handler: (_request: Request, _response: Response, next: NextFunction) => next(tooMany(what, limit)),
  });
}

function tooMany(what: string, limit: number): LedgerError {
  const message = `more than ${limit} ${what === 'requests' ? 'requests of this token' : 'failed sign-ins of this address'} in a minute`;
  return new LedgerError('refused', 'RATE_LIMITED', message, [{ field: 'Authorization', rule: 'R15', message }]);
}

function orElse(next: NextFunction, refusal: LedgerError): NextFunction {
  return (error?: unknown) => next(error ?? refusal);
}
