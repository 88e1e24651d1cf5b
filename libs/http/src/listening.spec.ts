import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Readiness } from '#platform';
import { drain } from './listening.js';

describe('a server that is told to end', () => {
  let server: Server;
  let readiness: Readiness;
  let answers: (() => void)[];
  let agent: Agent;

  beforeEach(async () => {
    answers = [];
    readiness = new Readiness([]);
    agent = new Agent({ keepAlive: true });
    server = createServer((_asked, response) => {
      answers.push(() => response.end('answered'));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => {
    agent.destroy();
    server.closeAllConnections();
  });

  const ask = async (): Promise<string> => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ port, host: '127.0.0.1', agent });
    asked.end();
    const [response] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
    let said = '';
    for await (const piece of response) said += String(piece);
    return said;
  };
  const inHand = async (count: number) => {
    while (answers.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  const draining = (lingersMs: number, withinMs: number) =>
    drain({ getHttpServer: () => server }, readiness, { lingersMs, withinMs });

  it('is not ready at once, answers what it has in hand, and closes also what clients would keep open', async () => {
    const answer = ask();
    await inHand(1);
    const drained = draining(0, 20_000);
    await expect(readiness.look()).rejects.toMatchObject({ code: 'DRAINING' });
    answers[0]?.();
    expect(await answer).toBe('answered');
    await drained;
    expect(server.listening).toBe(false);
  });

  it('answers a request that was on its way to it on a connection that it had let in', async () => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    await Promise.all([once(socket, 'connect'), once(server, 'connection')]);
    const drained = draining(0, 20_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.write('GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n');
    await inHand(1);
    answers[0]?.();
    let said = '';
    for await (const piece of socket) said += String(piece);
    expect(said).toMatch(/^HTTP\/1.1 200 OK[\s\S]*answered/);
    await drained;
  });

  it('lets in everybody who waits at the door before it shuts it', async () => {
    const { port } = server.address() as AddressInfo;
    server.on('request', () => answers.pop()?.());
    const waiting = Array.from({ length: 30 }, async () => {
      const socket = connect(port, '127.0.0.1').setEncoding('utf8');
      socket.write('GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n');
      let said = '';
      for await (const piece of socket) said += String(piece);
      return said.split('\r\n')[0];
    });
    const drained = draining(0, 20_000);
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['HTTP/1.1 200 OK']));
    await drained;
  });

  it('goes on taking requests until who sends them can have noticed', async () => {
    const drained = draining(300, 20_000);
    const answer = ask();
    await inHand(1);
    answers[0]?.();
    expect(await answer).toBe('answered');
    await drained;
    await expect(ask()).rejects.toThrow();
  });

  it('cuts off in the end what nobody answers', async () => {
    const answer = ask().catch((error: NodeJS.ErrnoException) => error.code);
    await inHand(1);
    await draining(0, 100);
    expect(await answer).toBe('ECONNRESET');
  });
});
