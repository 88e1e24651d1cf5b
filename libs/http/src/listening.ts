import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { LedgerError } from '#kernel';
import type { Readiness } from '#platform';

export type Place = Readonly<{ host: string /** 0: any free one. */; port: number }>;

/**
 * Listens.
 * @returns the address, as `http://127.0.0.1:4370`
 * @throws LedgerError `invalid` CANNOT_LISTEN where the port is taken or forbidden, or the address is not this machine's
 */
export async function listen(app: NestExpressApplication, place: Place): Promise<string> {
  await app.init();
  const server = serverOf(app);
  // Not Nest's own listen: it logs the failure that is put into words here.
  await once(server.listen(place.port, place.host), 'listening').catch((error: NodeJS.ErrnoException) => {
    throw notListening(error, place);
  });
  const { port } = server.address() as AddressInfo;
  return `http://${place.host.includes(':') ? `[${place.host}]` : place.host}:${port}`;
}

/** Resolves at the first word that the process is to end. A second one ends it at once. */
export function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

type Listening = Pick<NestExpressApplication, 'getHttpServer'>;

export type Draining = Readonly<{
  /** Goes on answering for so long after it says that it is not ready: whoever sends requests here has to notice first. */
  lingersMs: number;
  /** Then what has no answer yet is cut off. */
  withinMs: number;
}>;

const LOOKS_EVERY_MS = 50;
/** A request is on its way for no longer once its connection was let in. */
const ARRIVES_WITHIN_MS = 500;

/**
 * Ends in order: from now on it is not ready; each connection is closed with the answer it waits for; nothing that was begun
 * is cut off within the time. A request that is cut off in the end was recorded or not: repeated with its key it is once.
 */
export async function drain(app: Listening, readiness: Readiness, { lingersMs, withinMs }: Draining): Promise<void> {
  const server = serverOf(app);
  readiness.drain();
  if (!server.listening) return;
  const deadline = Date.now() + withinMs;
  await pause(Math.min(lingersMs, withinMs));
  await nobodyWaits(server, Math.min(deadline, Date.now() + ARRIVES_WITHIN_MS));
  // Not as HTTP's own close: to that a connection is idle, and to be cut off, while its first request is on the way.
  const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
  const arrived = Date.now() + ARRIVES_WITHIN_MS;
  const closing = setInterval(() => {
    if (Date.now() >= deadline) server.closeAllConnections();
    else if (Date.now() >= arrived) server.closeIdleConnections();
  }, LOOKS_EVERY_MS);
  await closed;
  clearInterval(closing);
}

/** Who still waits at the door when it shuts is cut off by the system, and each turn of the loop lets one in. */
async function nobodyWaits(server: Server, deadline: number): Promise<void> {
  let came = true;
  const comes = () => {
    came = true;
  };
  server.on('connection', comes);
  while (came && Date.now() < deadline) {
    came = false;
    await nextTurn();
  }
  server.off('connection', comes);
}

/** While it ends, each answer is the last of its connection: the next request goes to another process. */
export function lastOnItsConnection(readiness: Readiness): RequestHandler {
  return (_request: Request, response: Response, next: NextFunction) => {
    if (readiness.draining) response.setHeader('Connection', 'close');
    next();
  };
}

function serverOf(app: Listening): Server {
  return app.getHttpServer();
}

function notListening(error: NodeJS.ErrnoException, { host, port }: Place): unknown {
  const why = { EADDRINUSE: 'is in use', EACCES: 'is not allowed to you', EADDRNOTAVAIL: 'is not an address of this machine' };
  const said = why[error.code as keyof typeof why];
  if (said === undefined) return error;
  const isHost = error.code === 'EADDRNOTAVAIL';
  const message = isHost ? `${host} ${said}` : `${host}:${port} ${said}; choose another, or 0 for any free port`;
  return new LedgerError('invalid', 'CANNOT_LISTEN', message, [{ field: isHost ? '--host' : '--port', rule: 'R15', message }]);
}
