import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { warnOfUnsafeStore } from './unsafe-store.js';

const UNSAFE = JSON.stringify([{ name: 'UnsafeDisableFlushToDisk', value: 'True' }]);
const SAFE = JSON.stringify([{ name: 'UnsafeDisableFlushToDisk', value: 'False' }]);

describe('a start on EventStoreDB', () => {
  let node: Server;
  let host: string;
  let options = SAFE;

  beforeAll(async () => {
    node = createServer(({ headers }, reply) => {
      reply.statusCode = headers.authorization === undefined ? 401 : 200;
      reply.end(options);
    });
    await once(node.listen(0, '127.0.0.1'), 'listening');
    host = `127.0.0.1:${(node.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    node.close();
  });

  const said = async (signIn: string) => {
    const warnings: string[] = [];
    const connectionString = `esdb://${signIn}${host}?tls=false`;
    await warnOfUnsafeStore({ kind: 'esdb', connectionString, ledger: 'north' }, (message) => warnings.push(message));
    return warnings;
  };

  it('says which option of a node loses what it acknowledges, and nothing of a node that has none', async () => {
    expect(await said('admin:a-secret@')).toEqual([]);
    options = UNSAFE;
    expect(await said('admin:a-secret@')).toEqual([
      expect.stringMatching(/^UNSAFE: EventStoreDB, node .* runs with UnsafeDisableFlushToDisk/),
    ]);
  });

  it('says loudly of a node that tells it nothing that it is not known to keep what it acknowledges', async () => {
    options = UNSAFE;
    expect(await said('')).toEqual([
      expect.stringMatching(
        /^PERHAPS UNSAFE: EventStoreDB, node .* did not say how it was started: it answered 401\. Whether it keeps .* is not known\./,
      ),
    ]);
  });

  it('asks nobody where the events lie elsewhere', async () => {
    const warnings: string[] = [];
    await warnOfUnsafeStore({ kind: 'embedded' }, (message) => warnings.push(message));
    expect(warnings).toEqual([]);
  });
});
