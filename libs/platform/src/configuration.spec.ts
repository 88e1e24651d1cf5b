import { resolve } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from '@jest/globals';
import { LedgerError } from '#kernel';
import { type Configuration, keysNobodyReads, readConfiguration, readKafka } from './configuration.js';
import { READABLE, SERVICES, SETTINGS, type Service, type Setting, wantsOf } from './settings.js';

type Environment = Readonly<Record<string, string>>;

const refusalOf = (read: () => unknown): LedgerError => {
  try {
    read();
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};
const fieldsOf = (read: () => unknown): readonly string[] => refusalOf(read).problems.map(({ field }) => field);

const DEFAULTS: Configuration = {
  data: resolve('.throughline'),
  host: '127.0.0.1',
  port: 4370,
  logLevel: 'warn',
  store: { kind: 'embedded' },
  requestsPerMinute: 3_000,
  failuresPerMinute: 60,
  proxies: 0,
  drainSeconds: 20,
  leaseSeconds: 15,
  partitions: 1,
};

const ON_POSTGRES = { THROUGHLINE_STORE: 'postgres', THROUGHLINE_POSTGRES: 'postgres://app:hidden@db:5432/ledger' };
const RELAYING = { ...ON_POSTGRES, THROUGHLINE_KAFKA: 'one:9092,two:9093' };
/** All that a program needs to start with every setting it reads. */
const NEEDED: Readonly<Record<Service, Environment>> = {
  throughline: {},
  ledger: ON_POSTGRES,
  queries: ON_POSTGRES,
  projector: ON_POSTGRES,
  relay: RELAYING,
};

describe('the configuration', () => {
  it('works without anything set', () => {
    expect(readConfiguration({}, {})).toEqual(DEFAULTS);
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
      THROUGHLINE_DRAIN_SECONDS: '30',
      THROUGHLINE_PARTITIONS: '4',
    };
    expect(readConfiguration({}, environment)).toEqual({
      ...DEFAULTS,
      data: resolve('from-environment'),
      host: '::1',
      port: 8080,
      logLevel: 'debug',
      requestsPerMinute: 0,
      failuresPerMinute: 5,
      proxies: 1,
      drainSeconds: 30,
      partitions: 4,
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

  it('takes a PostgreSQL server for all but files, and beside EventStoreDB for all but events', () => {
    const postgres = { connectionString: 'postgres://db/ledger', schema: 'throughline', connections: 10 };
    expect(readConfiguration({ store: 'postgres', postgres: 'postgres://db/ledger' }, {}).store).toEqual({
      kind: 'postgres',
      postgres,
    });
    const set = {
      THROUGHLINE_POSTGRES: 'postgresql:///ledger?host=/run/postgresql',
      THROUGHLINE_POSTGRES_OWNER: 'postgres://owner@db/ledger',
      THROUGHLINE_POSTGRES_SCHEMA: 'valley',
      THROUGHLINE_POSTGRES_CONNECTIONS: '4',
    };
    const beside = {
      connectionString: set.THROUGHLINE_POSTGRES,
      owner: 'postgres://owner@db/ledger',
      schema: 'valley',
      connections: 4,
    };
    expect(readConfiguration({ store: 'postgres' }, set).store).toEqual({ kind: 'postgres', postgres: beside });
    expect(readConfiguration({ store: 'esdb', esdb: 'esdb://here' }, set).store).toMatchObject({
      kind: 'esdb',
      postgres: beside,
    });
    expect(fieldsOf(() => readConfiguration({ store: 'postgres' }, {}))).toEqual(['THROUGHLINE_POSTGRES']);
    expect(fieldsOf(() => readConfiguration({ postgres: 'postgres://db/ledger' }, {}))).toEqual(['THROUGHLINE_STORE']);
  });

  describe('a place on a server that is named behind its address, as throughline move takes it', () => {
    const esdb = { THROUGHLINE_STORE: 'esdb', THROUGHLINE_ESDB: 'esdb://here:2113?tls=false&ledger=north' };
    const at = (query: string, more: Environment = {}) => ({
      THROUGHLINE_STORE: 'postgres',
      THROUGHLINE_POSTGRES: `postgres://app:hidden@db/ledger?${query}`,
      ...more,
    });
    const storeOf = (environment: Environment) => readConfiguration({}, environment, 'ledger').store;

    it('is the same as one named by a setting of its own, and no driver sees it', () => {
      const postgres = { connectionString: 'postgres://app:hidden@db/ledger?sslmode=require', schema: 'valley', connections: 10 };
      expect(storeOf(at('schema=valley&sslmode=require'))).toEqual({ kind: 'postgres', postgres });
      const same = at('sslmode=require&schema=valley', { THROUGHLINE_POSTGRES_SCHEMA: 'valley' });
      expect(storeOf(same)).toEqual({ kind: 'postgres', postgres });
      const owner = 'postgres://owner@db/ledger';
      expect(storeOf({ ...same, THROUGHLINE_POSTGRES_OWNER: `${owner}?schema=valley` })).toEqual({
        kind: 'postgres',
        postgres: { ...postgres, owner },
      });
      const typed = { store: 'postgres', postgres: 'postgres://db/ledger?schema=valley' };
      expect(readConfiguration(typed, {}).store).toMatchObject({ postgres: { schema: 'valley' } });
      expect(readConfiguration({}, esdb).store).toEqual({
        kind: 'esdb',
        connectionString: 'esdb://here:2113?tls=false',
        ledger: 'north',
      });
    });

    it('is refused where the setting names another, or where it is no name (R15)', () => {
      const messageOf = (environment: Environment) => refusalOf(() => readConfiguration({}, environment, 'throughline')).message;
      expect(messageOf(at('schema=valley', { THROUGHLINE_POSTGRES_SCHEMA: 'other' }))).toBe(
        'THROUGHLINE_POSTGRES_SCHEMA: got "other", wanted valley, as schema= behind THROUGHLINE_POSTGRES says',
      );
      expect(messageOf(at('schema=Bad'))).toBe(
        'THROUGHLINE_POSTGRES: got "…", wanted behind schema= a name of up to 63 of a-z, 0-9 and _, no digit first, as in ' +
          'THROUGHLINE_POSTGRES_SCHEMA',
      );
      const owner = { THROUGHLINE_POSTGRES_OWNER: 'postgres://owner@db/ledger?schema=valley' };
      expect(messageOf(at('', owner))).toBe('THROUGHLINE_POSTGRES_OWNER: got "…", wanted no other schema than throughline');
      expect(messageOf({ ...esdb, THROUGHLINE_ESDB_LEDGER: 'south' })).toBe(
        'THROUGHLINE_ESDB_LEDGER: got "south", wanted north, as ledger= behind THROUGHLINE_ESDB says',
      );
    });
  });

  it.each(SERVICES.filter((service) => service !== 'throughline'))('wants of %s a store that processes can share', (service) => {
    const kafka = service === 'relay' ? { THROUGHLINE_KAFKA: 'here:9092' } : {};
    expect(fieldsOf(() => readConfiguration({}, kafka, service))).toEqual(['THROUGHLINE_STORE']);
    const esdb = { ...kafka, THROUGHLINE_STORE: 'esdb', THROUGHLINE_ESDB: 'esdb://here' };
    expect(fieldsOf(() => readConfiguration({}, esdb, service))).toEqual(['THROUGHLINE_POSTGRES']);
    expect(readConfiguration({}, { ...esdb, THROUGHLINE_POSTGRES: 'postgres://db/ledger' }, service).store.kind).toBe('esdb');
  });

  it('gives each service a port of its own', () => {
    const ports = SERVICES.map((service) => readConfiguration({}, NEEDED[service], service).port);
    expect(ports).toEqual([4370, 4371, 4372, 4373, 4374]);
  });

  it('wants of the relay brokers, and a user and a password where it signs in', () => {
    expect(fieldsOf(() => readConfiguration({}, ON_POSTGRES, 'relay'))).toEqual(['THROUGHLINE_KAFKA']);
    const kafka = { brokers: ['one:9092', 'two:9093'], tls: false, topics: 'throughline', partitions: 12 };
    expect(readConfiguration({}, RELAYING, 'relay').kafka).toEqual(kafka);
    const signing = { ...RELAYING, THROUGHLINE_KAFKA_TLS: 'true', THROUGHLINE_KAFKA_SASL: 'scram-sha-512' };
    expect(fieldsOf(() => readConfiguration({}, signing, 'relay'))).toEqual([
      'THROUGHLINE_KAFKA_USERNAME',
      'THROUGHLINE_KAFKA_PASSWORD',
    ]);
    const signed = { ...signing, THROUGHLINE_KAFKA_USERNAME: 'relay', THROUGHLINE_KAFKA_PASSWORD: 'word' };
    const sasl = { mechanism: 'scram-sha-512', username: 'relay', password: 'word' };
    expect(readConfiguration({}, { ...signed, THROUGHLINE_KAFKA_REPLICAS: '1' }, 'relay').kafka).toEqual({
      ...kafka,
      tls: true,
      sasl,
      replicas: 1,
    });
    const unsaid = { ...RELAYING, THROUGHLINE_KAFKA_USERNAME: 'relay' };
    expect(fieldsOf(() => readConfiguration({}, unsaid, 'relay'))).toEqual(['THROUGHLINE_KAFKA_SASL']);
    expect(readConfiguration({}, RELAYING, 'ledger').kafka).toBeUndefined();
  });

  it.each(['-1', '65536', '80.5', '', ' 80', '0x50', 'eighty'])('refuses "%s" for a port (R15)', (port) => {
    expect(fieldsOf(() => readConfiguration({ port }, {}))).toEqual(['--port']);
  });

  it('names every wrong setting at once, by the name it was given under (R15)', () => {
    const read = () => readConfiguration({ data: '', logLevel: 'loud' }, { THROUGHLINE_HOST: '', THROUGHLINE_PORT: 'eighty' });
    expect(fieldsOf(read)).toEqual(['--data', 'THROUGHLINE_HOST', 'THROUGHLINE_PORT', '--log-level']);
  });

  it('says what it got and what is wanted', () => {
    expect(() => readConfiguration({}, { THROUGHLINE_LOG_LEVEL: 'loud' })).toThrow(
      'THROUGHLINE_LOG_LEVEL: got "loud", wanted one of silent, fatal, error, warn, info, debug',
    );
  });

  it('says of a setting that is not set just that, and of one that is set to nothing what it got (R15)', () => {
    const messageOf = (environment: Environment) =>
      refusalOf(() => readConfiguration({}, environment, 'queries')).problems.map(({ message }) => message);
    const wanted = 'wanted a URL, such as postgres://user@host:5432/database';
    expect(messageOf({ THROUGHLINE_STORE: 'postgres' })).toEqual([`not set, ${wanted}`]);
    expect(messageOf({ THROUGHLINE_STORE: 'postgres', THROUGHLINE_POSTGRES: '' })).toContain(`got "", ${wanted}`);
    expect(messageOf({})).toEqual(['not set, wanted postgres or esdb: several processes cannot share an embedded ledger']);
    expect(() => readConfiguration({ postgres: 'postgres://db/ledger' }, {})).toThrow(
      'THROUGHLINE_STORE: not set, wanted postgres, where --postgres names a server',
    );
  });

  it.each(['embedded', 'elsewhere'])('offers a service only the stores that it takes, where it got %s (R15)', (store) => {
    const { problems } = refusalOf(() => readConfiguration({}, { THROUGHLINE_STORE: store }, 'projector'));
    const message = `got "${store}", wanted postgres or esdb: several processes cannot share an embedded ledger`;
    expect(problems).toEqual([{ field: 'THROUGHLINE_STORE', rule: 'R15', message }]);
  });

  it('names a key that nobody reads beside what is missing, which it may have been meant for (R15)', () => {
    const mistyped = { THROUGHLINE_STORE: 'postgres', THROUGHLINE_POSTGRESS: 'postgres://app:hidden@db/ledger' };
    const { problems, message } = refusalOf(() => readConfiguration({}, mistyped, 'queries'));
    expect(problems.map(({ field }) => field)).toEqual(['THROUGHLINE_POSTGRES', 'THROUGHLINE_POSTGRESS']);
    expect(message).toMatch(/THROUGHLINE_POSTGRESS: is no setting, and is not read$/);
  });

  it('tells which keys look like settings and are none', () => {
    const environment = { ...RELAYING, THROUGHLINE_ESDB_FILE: 'esdb', THROUGHLINE_LEASE_SECOND: '5', PATH: '/bin' };
    expect(keysNobodyReads(environment)).toEqual(['THROUGHLINE_LEASE_SECOND']);
    expect(keysNobodyReads(Object.fromEntries(SETTINGS.map(({ key }) => [key, '1'])))).toEqual([]);
  });

  it('never says again a password that stands in an address, whatever the address is for', () => {
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: 'grpc://user:secret@collector:4317' };
    expect(() => readConfiguration({}, environment)).toThrow('OTEL_EXPORTER_OTLP_ENDPOINT: got "grpc://…@collector:4317"');
    expect(() => readConfiguration({}, environment)).not.toThrow(/secret/);
  });

  describe.each(Object.values(READABLE).map((setting) => [setting.key, setting as Setting] as const))('%s', (key, setting) => {
    const { services, secret, byFile } = setting;
    /** Which no setting takes. */
    const wrong = 'no such\nthing?';
    const readBy = (service: Service, environment: Environment, readFile?: (path: string) => string) =>
      readConfiguration({}, { ...NEEDED[service], ...environment }, service, readFile);
    // What is a folder, a name or a password takes any words but none.
    const isAnyWords = readsAnyWords(key);
    const value = isAnyWords ? '' : wrong;

    it.each(services)('is refused to %s where it is wrong: what it got, never a secret, and what it wants (R15)', (service) => {
      const { problems } = refusalOf(() => readBy(service, { [key]: value }));
      const got = secret && value !== '' ? '…' : value;
      expect(problems).toContainEqual({ field: key, rule: 'R15', message: `got "${got}", wanted ${wantsOf(setting, service)}` });
      expect(problems.filter(({ field }) => field === key)).toHaveLength(1);
    });

    it('says what it is for, and to whom', () => {
      expect(SETTINGS).toContainEqual(expect.objectContaining({ key, meaning: setting.meaning, services, secret }));
      for (const service of SERVICES.filter((other) => !services.includes(other)))
        expect(() => readBy(service, { [key]: value })).not.toThrow();
    });

    it('may be given by a file, unless it is a standard of others', () => {
      const [service] = services as [Service];
      const file = `${key}_FILE`;
      const reads = (environment: Environment, content: string) => {
        const { [key]: _needed, ...others } = NEEDED[service] as Record<string, string>;
        return () =>
          readConfiguration({}, { ...others, ...environment }, service, (path) => {
            if (path === '/run/secret') return content;
            throw new Error('not there');
          });
      };
      if (!byFile) {
        expect(reads({ [file]: '/run/secret' }, value)).not.toThrow();
        return;
      }
      const got = secret && value !== '' ? '…' : value;
      expect(refusalOf(reads({ [file]: '/run/secret' }, `${value}\n`)).problems).toContainEqual({
        field: file,
        rule: 'R15',
        message: `got "${got}", wanted ${wantsOf(setting, service)}`,
      });
      expect(refusalOf(reads({ [file]: '/nowhere' }, '')).problems).toContainEqual({
        field: file,
        rule: 'R15',
        message: 'got "/nowhere", wanted a file that can be read',
      });
      expect(fieldsOf(reads({ [file]: '/run/secret', [key]: 'both' }, 'both'))).toContain(file);
    });
  });

  it('takes a password from a file without the new line at its end', () => {
    const environment = {
      ...RELAYING,
      THROUGHLINE_KAFKA_SASL: 'plain',
      THROUGHLINE_KAFKA_USERNAME: 'relay',
      THROUGHLINE_KAFKA_PASSWORD_FILE: '/run/secrets/kafka',
    };
    const { kafka } = readConfiguration({}, environment, 'relay', () => ' two words \n');
    expect(kafka?.sasl?.password).toBe(' two words ');
  });

  describe('who signs for the brokers', () => {
    const [one = '', two = ''] = rootCertificates;
    const file = { ...RELAYING, THROUGHLINE_KAFKA_CA_FILE: '/run/secrets/kafka-ca' };
    const read = (content: string, more: Environment = { THROUGHLINE_KAFKA_TLS: 'true' }) =>
      readConfiguration({}, { ...file, ...more }, 'relay', () => content).kafka;

    it('is read from a file of certificates, whatever else it says', () => {
      expect(read(`${one}\n`)).toMatchObject({ tls: true, ca: one });
      expect(read(`# The old one\r\n${one}\r\n# The new one\r\n${two}\r\n`)?.ca).toBe(`${one}\n${two}`);
    });

    it.each([
      ['nothing', ''],
      ['no PEM', 'kafka-ca.pem'],
      ['a key', '-----BEGIN PRIVATE KEY-----\nhidden\n-----END PRIVATE KEY-----'],
      ['one that is cut off beside one that is whole', `${one}\n${two.slice(0, 200)}\n-----END CERTIFICATE-----`],
    ])('is refused where the file holds %s, and nothing of it is said (R15)', (_, content) => {
      const { problems, message } = refusalOf(() => read(content));
      expect(problems.map(({ field }) => field)).toEqual(['THROUGHLINE_KAFKA_CA_FILE']);
      expect(message).toContain('wanted certificates in PEM');
      expect(message).not.toContain('hidden');
    });

    it('is of no use without TLS, and refused: the setting that lacks is named once (R15)', () => {
      const { problems } = refusalOf(() => read(one, {}));
      const message = 'not set, wanted true, where THROUGHLINE_KAFKA_CA is given';
      expect(problems).toEqual([{ field: 'THROUGHLINE_KAFKA_TLS', rule: 'R15', message }]);
      expect(fieldsOf(() => read(one, { THROUGHLINE_KAFKA_TLS: 'yes' }))).toEqual(['THROUGHLINE_KAFKA_TLS']);
    });

    it('is read by a program beside the ledger too', () => {
      expect(readKafka({ ...file, THROUGHLINE_KAFKA_TLS: 'true' }, () => one)).toEqual({
        brokers: ['one:9092', 'two:9093'],
        tls: true,
        ca: one,
        topics: 'throughline',
      });
    });
  });

  it('never says a password that stands in an address', () => {
    const environment = { THROUGHLINE_STORE: 'postgres', THROUGHLINE_POSTGRES: 'mysql://app:hidden@db/ledger' };
    expect(refusalOf(() => readConfiguration({}, environment)).message).not.toMatch(/hidden/);
  });
});

function readsAnyWords(key: string): boolean {
  return [
    'THROUGHLINE_DATA',
    'THROUGHLINE_HOST',
    'THROUGHLINE_KAFKA_USERNAME',
    'THROUGHLINE_KAFKA_PASSWORD',
    'OTEL_SERVICE_NAME',
  ].includes(key);
}
