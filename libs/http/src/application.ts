import { type LoggerService, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { RecordAct } from '#domain';
import { LedgerError } from '#kernel';
import { LedgerModule, type LogLevel, Metrics, type OpenLedger, PinoLogger, problemOf, Readiness } from '#platform';
import { headers } from './door/headers.js';
import { JSON_BODY } from './door/json-body.js';
import { onlyKnownMethods } from './door/methods.js';
import { inHand } from './door/requests.js';
import { boundConnections } from './door/sockets.js';
import { CommandsModule, HttpModule } from './http.module.js';
import { NamedTokens } from './identity/named-tokens.js';
import type { OwnerToken } from './identity/owner-token.js';
import { API } from './identity/routes.js';
import { type RateLimits, signIn } from './identity/sign-in.js';
import { lastOnItsConnection } from './listening.js';
import { describedAt } from './openapi/serve.js';
import { recordOver } from './record.js';
import type { Serves } from './serves.js';

/** What may be set of how it is served. */
export type Serving = Readonly<{
  /** Everything where nothing is said. */
  serves?: Serves;
  /** None where nothing is said. */
  limits?: RateLimits;
  /** Reverse proxies in front, each of which adds the address it was asked from to X-Forwarded-For. */
  proxies?: number;
  /** Whether it can do what it is for: that its store answers and its read models run, where nothing is said. */
  readiness?: Readiness;
  log?: LoggerService;
}>;

const UNLIMITED: RateLimits = { requestsPerMinute: 0, failuresPerMinute: 0 };

@Module({})
class Server {}

@Module({})
class Recorder {}

/** The HTTP application over an open ledger, not listening yet. Closing it leaves the ledger open. */
export async function httpApplication(
  ledger: OpenLedger,
  owner: OwnerToken,
  logLevel: LogLevel,
  serving: Serving = {},
): Promise<NestExpressApplication> {
  const { serves = 'everything', limits = UNLIMITED, proxies = 0, log = new PinoLogger(logLevel) } = serving;
  const readiness = serving.readiness ?? Readiness.ofReadModels(ledger);
  const tokens = new NamedTokens(owner.folder);
  const app = await NestFactory.create<NestExpressApplication>(
    { module: Server, imports: [LedgerModule.holding(ledger, readiness), HttpModule.with(tokens, serves)] },
    { logger: log, bodyParser: false, abortOnError: false },
  );
  boundConnections(app.getHttpServer());
  app.disable('x-powered-by');
  app.set('trust proxy', proxies);
  // An ETag is the revision a write answers with; one over the bytes of a read would be taken for it.
  app.set('etag', false);
  app.setGlobalPrefix(API);
  // In this order: who asks, and how often, is settled before a byte of the body is read.
  app.use(inHand, app.get(Metrics).count, lastOnItsConnection(readiness), ...headers(), describedAt, nothingOutside);
  app.use(signIn(owner, tokens, limits), onlyKnownMethods(serves));
  app.useBodyParser('json', JSON_BODY);
  return app;
}

/** The way into the ledger without HTTP: the same commands over the same bus. */
export async function recorder(
  ledger: OpenLedger,
  logLevel: LogLevel,
): Promise<{ record: RecordAct; close: () => Promise<void> }> {
  const context = await NestFactory.createApplicationContext(
    { module: Recorder, imports: [LedgerModule.holding(ledger), CommandsModule] },
    { logger: new PinoLogger(logLevel), abortOnError: false },
  );
  return { record: recordOver(context.get(CommandBus)), close: () => context.close() };
}

const OUTSIDE = problemOf(
  new LedgerError(
    'not-found',
    'NO_SUCH_ROUTE',
    `There is nothing at this address: everything lies under /${API}, and /api/docs says what`,
  ),
);

/** Nest answers in problems only below its prefix; outside, Express would send a page of its own. */
function nothingOutside({ path }: Request, response: Response, next: NextFunction): void {
  if (path.startsWith(`/${API}/`)) next();
  else response.status(OUTSIDE.status).type('application/problem+json').send(JSON.stringify(OUTSIDE));
}
