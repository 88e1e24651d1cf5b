import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it, jest } from '@jest/globals';
import { connectionTo } from './connection.js';
import { partsOf, wantedOfEsdb } from './connection-string.js';

/** What the client makes of it: what it prints, and whether it takes it. */
function clientOf(connectionString: string): Readonly<{ takes: boolean; printed: readonly unknown[] }> {
  const warning = jest.spyOn(console, 'warn').mockReturnValue(undefined);
  try {
    EventStoreDBClient.connectionString(connectionString);
    return { takes: true, printed: warning.mock.calls.flat() };
  } catch {
    return { takes: false, printed: warning.mock.calls.flat() };
  } finally {
    warning.mockRestore();
  }
}

const SOUND = [
  'esdb://127.0.0.1',
  'esdb://127.0.0.1:2113?tls=false',
  'esdb+discover://admin:a-secret@node.example:2113?tls=true&nodePreference=follower',
  'esdb://admin:p%40ss%3Aword%3F%25@node-1:2113,node_2,node-3:65535?TLS=true&tls-verify-cert=true',
  'esdb://admin:a/b@node-1:2113/?tls=false/',
  'esdb://node?maxDiscoverAttempts=3&discoveryInterval=100&gossipTimeout=5&defaultDeadline=1000&keepAliveTimeout=-1',
  'esdb://node?keepAliveInterval=-1&keepAliveTimeout=500&connectionName=a%20ledger@home&throwOnAppendFailure=true',
] as const;

const REFUSED = [
  ['an @ in the password', 'esdb://admin:hid@den-word@node:2113', 'user:password'],
  ['a colon in the password', 'esdb://admin:hid:den-word@node:2113', 'user:password'],
  ['a question mark in the password', 'esdb://admin:hid?den-word@node:2113', 'user:password'],
  ['a % in the password that begins no character', 'esdb://admin:hidden%word@node:2113', 'user:password'],
  ['a user without a password', 'esdb://hidden-word@node:2113', 'user:password'],
  ['a port that is no number', 'esdb://admin:hidden-word@node:http', 'each host'],
  ['a port with more behind it', 'esdb://admin:hidden-word@node:2113x', 'each host'],
  ['a port that there is not', 'esdb://admin:hidden-word@node:70000', 'each host'],
  ['a host that is none', 'esdb://admin:hidden-word@no de:2113', 'each host'],
  ['no host', 'esdb://admin:hidden-word@', 'user:password'],
  ['an option that nobody knows', 'esdb://admin:hidden-word@node?ca=/certificates/ca', 'no options but'],
  ['an option without a value', 'esdb://admin:hidden-word@node?tls', 'no options but'],
  ['a value that is none', 'esdb://admin:hidden-word@node?tls=no', 'no options but'],
  ['a number that is none', 'esdb://admin:hidden-word@node?gossipTimeout=5s', 'no options but'],
  ['certificates that are not to be checked', 'esdb://admin:hidden-word@node?tlsVerifyCert=false', 'no options but'],
  ['an append that is refused without a word', 'esdb://admin:hidden-word@node?throwOnAppendFailure=false', 'no options but'],
  ['pings closer than the client likes', 'esdb://admin:hidden-word@node?keepAliveInterval=10', 'no options but'],
  ['a certificate without its key', 'esdb://admin:hidden-word@node?userCertFile=/one.crt', 'userKeyFile together'],
  ['another scheme', 'http://admin:hidden-word@node', 'esdb://'],
] as const;

describe('a connection string of EventStoreDB', () => {
  it.each(SOUND)('is taken as it is meant, and the client prints nothing: %s', (connectionString) => {
    expect(wantedOfEsdb(connectionString)).toBeUndefined();
    expect(clientOf(connectionString)).toEqual({ takes: true, printed: [] });
  });

  it.each(REFUSED)('is refused with %s, in words that hold no part of it (R15)', (_, connectionString, wanted) => {
    expect(wantedOfEsdb(connectionString)).toContain(wanted);
    expect(wantedOfEsdb(connectionString)).not.toMatch(/hid|den|word@/);
  });

  it.each(REFUSED)('with %s never comes to the client, which would print it', (_what, connectionString, _wanted) => {
    const warning = jest.spyOn(console, 'warn').mockReturnValue(undefined);
    const refused = expect.objectContaining({
      kind: 'invalid',
      message: expect.not.stringMatching(/hid|den-?word/),
      problems: [expect.objectContaining({ field: 'THROUGHLINE_ESDB' })],
    });
    expect(() => connectionTo(connectionString)).toThrow(refused);
    expect(warning).not.toHaveBeenCalled();
    warning.mockRestore();
  });

  it('control: the client itself prints the password, and goes on', () => {
    for (const option of ['tlsVerifyCert=false', 'ca=/certificates/ca']) {
      const { takes, printed } = clientOf(`esdb://admin:hidden-word@node?${option}`);
      expect([takes, printed]).toEqual([true, [expect.stringContaining('hidden-word')]]);
    }
  });

  it('that names a file which is not there is refused without the words of the client', () => {
    expect(() => connectionTo('esdb://admin:hidden-word@node?tlsCAFile=/nowhere/ca.crt')).toThrow(
      'THROUGHLINE_ESDB: got "…", wanted files of certificates and keys that are there and can be read',
    );
  });

  it('has its options by any way of writing their names', () => {
    const { hosts, signIn, options } = partsOf('esdb://a:b@one:1, two/?TLS_CA-file=x&tls = false');
    expect([hosts, signIn, Object.fromEntries(options)]).toEqual([['one:1', 'two/'], 'a:b', { tlscafile: 'x', tls: 'false' }]);
  });
});
