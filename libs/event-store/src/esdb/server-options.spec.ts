import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { examineOptions } from './server-options.js';

/** As a node tells an administrator; options of the version 24 with their values as text. */
const OPTIONS = [
  { name: 'MemDb', group: 'Database Options', value: 'False' },
  { name: 'UnsafeDisableFlushToDisk', group: 'Database Options', value: 'True' },
  { name: 'UnsafeIgnoreHardDelete', group: 'Database Options', value: 'false' },
  { name: 'SkipDbVerify', group: 'Database Options', value: 'true' },
  { name: 'HttpPort', group: 'Interface Options', value: '2113' },
];

describe('the options of an EventStoreDB node', () => {
  let server: Server;
  let host: string;
  const asked: (string | undefined)[] = [];

  beforeAll(async () => {
    server = createServer(({ url, headers }, response) => {
      asked.push(url, headers.authorization);
      const isAdmin = headers.authorization === `Basic ${Buffer.from('admin:p@ss').toString('base64')}`;
      response.statusCode = isAdmin ? 200 : 401;
      response.end(isAdmin ? JSON.stringify(OPTIONS) : '');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  it('that are unsafe are named, each with what it does', async () => {
    const findings = await examineOptions(`esdb://admin:p%40ss@${host}?tls=false`);
    expect(asked).toContain('/info/options');
    expect(findings.map(({ severity, what, page }) => [severity, what, page])).toEqual([
      ['trouble', 'runs with UnsafeDisableFlushToDisk: it acknowledges what is not on a disk yet', 'not-durable.md'],
      ['trouble', 'runs with SkipDbVerify: it does not look whether its files are whole when it starts', 'not-durable.md'],
    ]);
  });

  it('that a node does not tell are said not to be known: no administrator, nobody there; every node of a cluster is asked', async () => {
    const findings = await examineOptions(`esdb+discover://someone:secret@${host},127.0.0.1:1?tls=false`);
    expect(findings).toMatchObject([
      { severity: 'note', where: `EventStoreDB, node ${host}`, what: expect.stringContaining('401') },
      { severity: 'note', where: 'EventStoreDB, node 127.0.0.1:1', what: expect.stringContaining('ECONNREFUSED') },
    ]);
    expect(JSON.stringify(findings)).not.toContain('secret');
  });
});
