import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { boundConnections } from './sockets.js';

describe('a connection', () => {
  it('that sends its headers too slowly is answered in a problem, and ends', async () => {
    const server = createServer({ connectionsCheckingInterval: 10 }, (_request, response) => response.end());
    boundConnections(server);
    expect([server.headersTimeout, server.requestTimeout, server.maxHeadersCount]).toEqual([20_000, 130_000, 100]);
    server.headersTimeout = 50;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const talk = connect((server.address() as AddressInfo).port, '127.0.0.1');
      talk.write('GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ');
      const answer = await text(talk);
      expect(answer).toMatch(/^HTTP\/1\.1 408 Too slow\r\nContent-Type: application\/problem\+json\r\n/);
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 408, code: 'REQUEST_TOO_SLOW' });
    } finally {
      server.close();
    }
  });
});
