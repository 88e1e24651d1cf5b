import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LedgerError } from '#kernel';
import { readConfiguration } from './configuration.js';

const fieldsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof LedgerError) return error.problems.map(({ field }) => field);
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('the configuration', () => {
  it('works without anything set', () => {
    expect(readConfiguration({}, {})).toEqual({
      data: resolve('.throughline'),
      host: '127.0.0.1',
      port: 4370,
      logLevel: 'warn',
      store: { kind: 'embedded' },
      requestsPerMinute: 3_000,
      failuresPerMinute: 60,
      proxies: 0,
    });
  });

  it('takes the environment, and an option before it', () => {
    const environment = {
      THROUGHLINE_DATA: 'from-environment',
      THROUGHLINE_HOST: '::1',
      THROUGHLINE_PORT: '8080',
      THROUGHLINE_LOG_LEVEL: 'debug',
      THROUGHLINE_REQUESTS_PER_MINUTE: '0',
      THROUGHLINE_FAILURES_PER_MINUTE: '5',
      THROUGHLINE_PROXIES: '1',
    };
    expect(readConfiguration({}, environment)).toEqual({
      data: resolve('from-environment'),
      host: '::1',
      port: 8080,
      logLevel: 'debug',
      store: { kind: 'embedded' },
      requestsPerMinute: 0,
      failuresPerMinute: 5,
      proxies: 1,
    });
    expect(readConfiguration({ data: 'from-option', port: '0' }, environment)).toMatchObject({
      data: resolve('from-option'),
      host: '::1',
      port: 0,
    });
  });

  it('takes a server of EventStoreDB for the events, and wants its address', () => {
    const esdb = 'esdb://127.0.0.1:2113?tls=false';
    const { store } = readConfiguration({ store: 'esdb', esdb }, {});
    expect(store).toEqual({ kind: 'esdb', connectionString: esdb, ledger: 'throughline' });
    const environment = { THROUGHLINE_STORE: 'esdb', THROUGHLINE_ESDB: esdb, THROUGHLINE_ESDB_LEDGER: 'valley' };
    expect(readConfiguration({}, environment).store).toEqual({ kind: 'esdb', connectionString: esdb, ledger: 'valley' });
    expect(readConfiguration({ store: 'embedded' }, environment).store).toEqual({ kind: 'embedded' });
    expect(fieldsOf(() => readConfiguration({ store: 'esdb' }, {}))).toEqual(['THROUGHLINE_ESDB']);
    expect(fieldsOf(() => readConfiguration({ esdb }, {}))).toEqual(['THROUGHLINE_STORE']);
    expect(fieldsOf(() => readConfiguration({ store: 'elsewhere' }, {}))).toEqual(['--store']);
    const wrong = { store: 'esdb', esdb: 'http://user:secret@host', esdbLedger: 'a.b' };
    expect(fieldsOf(() => readConfiguration(wrong, {}))).toEqual(['--esdb', '--esdb-ledger']);
    expect(() => readConfiguration(wrong, {})).not.toThrow(/secret/);
  });

  it.each(['-1', '65536', '80.5', '', ' 80', '0x50', 'eighty'])('refuses "%s" for a port (R15)', (port) => {
    expect(fieldsOf(() => readConfiguration({ port }, {}))).toEqual(['--port']);
  });

  it('names every wrong setting at once, by the name it was given under (R15)', () => {
    const read = () => readConfiguration({ data: '', logLevel: 'loud' }, { THROUGHLINE_HOST: '', THROUGHLINE_PORT: 'eighty' });
    expect(fieldsOf(read)).toEqual(['--data', 'THROUGHLINE_HOST', 'THROUGHLINE_PORT', '--log-level']);
  });

  it.each(['-1', '1.5', '', 'all', '1000001'])('refuses "%s" for a limit (R15)', (limit) => {
    expect(fieldsOf(() => readConfiguration({}, { THROUGHLINE_REQUESTS_PER_MINUTE: limit }))).toEqual([
      'THROUGHLINE_REQUESTS_PER_MINUTE',
    ]);
  });

  it('says what it got and what is wanted', () => {
    expect(() => readConfiguration({}, { THROUGHLINE_LOG_LEVEL: 'loud' })).toThrow(
      'THROUGHLINE_LOG_LEVEL: got "loud", wanted one of silent, fatal, error, warn, info, debug',
    );
  });
});
