import { describe, expect, it } from '@jest/globals';
import type { PostgresChosen, StoreChosen } from './configuration.js';
import { unsafeInWords, unsafeKafka, unsafeSettings } from './unsafe-settings.js';

describe('how the brokers are spoken to', () => {
  const sasl = { mechanism: 'plain', username: 'relay', password: 'a-secret' } as const;

  it('is unsafe where the password goes as it is, which is told without it', () => {
    const [said, ...more] = unsafeKafka({ tls: false, sasl }).map(unsafeInWords);
    expect(said).toMatch(/^UNSAFE: THROUGHLINE_KAFKA_SASL is plain, without TLS\. .* THROUGHLINE_KAFKA_TLS to true$/);
    expect(said).not.toContain('a-secret');
    expect(more).toEqual([]);
  });

  it.each([
    ['over TLS', { tls: true, sasl }],
    ['with a password that is never sent', { tls: false, sasl: { ...sasl, mechanism: 'scram-sha-512' as const } }],
    ['without signing in', { tls: false }],
  ])('is not %s', (_, how) => {
    expect(unsafeKafka(how)).toEqual([]);
  });
});

describe('how PostgreSQL is spoken to', () => {
  const at = (connectionString: string, owner?: string): PostgresChosen => ({
    connectionString,
    schema: 'throughline',
    connections: 10,
    ...(owner === undefined ? {} : { owner }),
  });
  const said = (store: StoreChosen) => unsafeSettings({ store }).map(({ where, what }) => `${where} ${what}`);
  const clear = 'postgres://app:a-secret@db/ledger';
  const safe = `${clear}?sslmode=verify-full`;

  it('is unsafe where another machine is spoken to without TLS, each setting for itself, and no password is told', () => {
    expect(said({ kind: 'postgres', postgres: at(clear) })).toEqual(['THROUGHLINE_POSTGRES speaks to db without TLS']);
    expect(said({ kind: 'postgres', postgres: at(safe, clear) })).toEqual([
      'THROUGHLINE_POSTGRES_OWNER speaks to db without TLS',
    ]);
    const esdb = { kind: 'esdb', connectionString: 'esdb://node', ledger: 'north' } as const;
    expect(said({ ...esdb, postgres: at(clear, clear) })).toHaveLength(2);
    expect(JSON.stringify(unsafeSettings({ store: { ...esdb, postgres: at(clear, clear) } }))).not.toContain('a-secret');
  });

  it('is not over TLS, nor where there is no such server', () => {
    expect(said({ kind: 'postgres', postgres: at(safe, safe) })).toEqual([]);
    expect(said({ kind: 'esdb', connectionString: 'esdb://node', ledger: 'north' })).toEqual([]);
    expect(said({ kind: 'embedded' })).toEqual([]);
  });
});

describe('how EventStoreDB is spoken to', () => {
  const said = (connectionString: string) =>
    unsafeSettings({ store: { kind: 'esdb', connectionString, ledger: 'north' } }).map(({ severity, what }) => [severity, what]);

  it('is unsafe without TLS on another machine, and more so where a password goes with it, which is not told', () => {
    expect(said('esdb://node-1:2113,127.0.0.1:2113?tls=false')).toEqual([['note', 'speaks to node-1:2113 without TLS']]);
    expect(said('esdb+discover://admin:a-secret@node-1,node-2?TLS=false')).toEqual([
      ['trouble', 'speaks to node-1, node-2 without TLS'],
    ]);
  });

  it.each([
    'esdb://admin:a/b@node-1:2113?tls=false',
    'esdb://admin:secret@node-1:2113/?tls=false/',
    ' esdb://admin:secret@node-1:2113?tls= false',
  ])('is so as the client reads it: %s', (connectionString) => {
    expect(said(connectionString)).toEqual([['trouble', 'speaks to node-1:2113 without TLS']]);
  });

  it.each([
    'esdb://admin:a-secret@node-1',
    'esdb://node-1?tls=true',
    'esdb://127.0.0.1:2113?tls=false',
    'esdb://localhost?tls=false',
  ])('is not as %s', (connectionString) => {
    expect(said(connectionString)).toEqual([]);
  });
});
