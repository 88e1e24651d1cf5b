import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { CommandsModule, HttpModule, type OwnerToken, type RecordAct, recordOver } from '#http';
import { LedgerError } from '#kernel';
import { LedgerModule, type LogLevel, type OpenLedger, PinoLogger, problemOf } from '#platform';

/** Every address of the interface lies under it. */
export const API = 'api/v1';

/** A body of JSON is at most this large; files come as multipart. */
const BODY_LIMIT = '1mb';

@Module({})
class Server {}

@Module({})
class Recorder {}

/** The HTTP application over an open ledger, not listening yet. Closing it leaves the ledger open. */
export async function httpApplication(
  ledger: OpenLedger,
  owner: OwnerToken,
  logLevel: LogLevel,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    { module: Server, imports: [LedgerModule.holding(ledger), HttpModule.ownedBy(owner)] },
    { logger: new PinoLogger(logLevel), bodyParser: false, rawBody: true, abortOnError: false },
  );
  app.disable('x-powered-by');
  app.use(helmet());
  app.use(onlyForWhoAsked);
  // An ETag is the revision a write answers with; one over the bytes of a read would be taken for it.
  app.set('etag', false);
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.setGlobalPrefix(API);
  app.use(nothingOutside);
  return app;
}

/** Answers hold what parties say among themselves: no cache keeps them. */
function onlyForWhoAsked(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
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
  new LedgerError('not-found', 'NO_SUCH_ROUTE', `There is nothing at this address: everything lies under /${API}`),
);

/** Nest answers in problems only below its prefix; outside, Express would send a page of its own. */
function nothingOutside({ path }: Request, response: Response, next: NextFunction): void {
  if (path.startsWith(`/${API}/`)) next();
  else response.status(OUTSIDE.status).type('application/problem+json').send(JSON.stringify(OUTSIDE));
}
