import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { withoutParameter } from '#event-store';
import { invalid, type Problem } from '#kernel';
import type { LogLevel } from './logger.js';
import { READABLE, type Readable, SETTINGS, type Service, type SettingName, type Settings, wantsOf } from './settings.js';

/** A ledger's place on a PostgreSQL server. */
export type PostgresChosen = Readonly<{
  connectionString: string;
  schema: string;
  connections: number;
  /** How the owner of the schema connects, where that is not who reads and appends. */
  owner?: string;
}>;

/** Where the events lie: in the data folder, on a PostgreSQL server, or in a ledger of an EventStoreDB server. */
export type StoreChosen =
  | Readonly<{ kind: 'embedded' }>
  | Readonly<{ kind: 'postgres'; postgres: PostgresChosen }>
  | Readonly<{
      kind: 'esdb';
      connectionString: string;
      /** Its name on the server. */
      ledger: string;
      /** Where texts, read models and the copy of the log lie; in the data folder where nothing is said. */
      postgres?: PostgresChosen;
    }>;

/** The brokers that the relay sends to, and what it wants of their topics. */
export type KafkaChosen = Readonly<{
  brokers: readonly string[];
  tls: boolean;
  /** Certificates, in PEM, of who alone may have signed those of the brokers. */
  ca?: string;
  sasl?: Readonly<{ mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; username: string; password: string }>;
  /** The first part of every topic's name. */
  topics: string;
  partitions: number;
  /** Undefined: as many as there should be on so many brokers. */
  replicas?: number;
}>;

/** What can be set, by option or environment; everything but where servers are has a default that works. */
export type Configuration = Readonly<{
  /** The data folder: ledger, files, owner token. */
  data: string;
  host: string;
  /** 0: any free port. */
  port: number;
  logLevel: LogLevel;
  store: StoreChosen;
  /** Requests that one token may make in a minute; 0: no limit. */
  requestsPerMinute: number;
  /** Failed sign-ins of one address in a minute; 0: no limit. */
  failuresPerMinute: number;
  /** Reverse proxies in front of it, whose word on the address of who asks is believed. */
  proxies: number;
  /** How long it may take to end once it is told to. */
  drainSeconds: number;
  /** After how long without a sign of life another process takes over what is done once; 0 where it does nothing such. */
  leaseSeconds: number;
  /** Into how many parts the work of a read model is shared, where it can be. */
  partitions: number;
  /** Where brokers are set; always of the relay. */
  kafka?: KafkaChosen;
}>;

/** Settings as they came from the command line. */
export type Typed = Readonly<{ [Name in SettingName]?: string }>;

type Environment = Readonly<Record<string, string | undefined>>;
type ReadsFile = (path: string) => string;

/** A value with the name it was given under. */
type Given = Readonly<{ name: string; value: string | undefined }>;

/**
 * Reads the settings of a program: options of the command line first, then the environment, where each key may instead be
 * given as `<KEY>_FILE`, then the defaults.
 * @throws LedgerError `invalid` that names every wrong or missing setting with the value it got, never that of a secret, and
 *   what is wanted (R15)
 */
export function readConfiguration(
  options: Typed,
  environment: Environment,
  service: Service = 'throughline',
  readFile: ReadsFile = (path) => readFileSync(path, 'utf8'),
): Configuration {
  const reader = new Reader(options, environment, service, readFile);
  const settings = reader.all();
  const store = storeChosen(settings, reader);
  const kafka = service === 'relay' || settings.kafka !== undefined ? kafkaChosen(settings, reader) : undefined;
  reader.requireSound();
  // What has a default is there, where it is read and nothing was wrong.
  const { data, host, port, logLevel, requestsPerMinute, failuresPerMinute, proxies, drainSeconds } = settings as Sound;
  const { leaseSeconds = 0, partitions = 1 } = settings;
  return {
    data: resolve(data),
    host,
    port,
    logLevel,
    store,
    requestsPerMinute,
    failuresPerMinute,
    proxies,
    drainSeconds,
    leaseSeconds,
    partitions,
    ...(kafka === undefined ? {} : { kafka }),
  };
}

/**
 * Where the brokers are, and how one signs in: for a program beside the ledger that follows the topics.
 * @throws LedgerError `invalid` as `readConfiguration` does (R15)
 */
export function readKafka(
  environment: Environment,
  readFile: ReadsFile = (path) => readFileSync(path, 'utf8'),
): Omit<KafkaChosen, 'partitions' | 'replicas'> {
  const reader = new Reader({}, environment, 'relay', readFile);
  const { brokers, tls, ca, sasl, topics } = kafkaChosen(reader.of(KAFKA), reader);
  reader.requireSound();
  return { brokers, tls, topics, ...(ca === undefined ? {} : { ca }), ...(sasl === undefined ? {} : { sasl }) };
}

const KAFKA: readonly SettingName[] = [
  'kafka',
  'kafkaTls',
  'kafkaCa',
  'kafkaTopics',
  'kafkaSasl',
  'kafkaUsername',
  'kafkaPassword',
];

/** Keys of an environment that look like settings and are none: a slip of the pen would leave the default in force, unsaid. */
export function keysNobodyReads(environment: Environment): readonly string[] {
  const known = new Set(SETTINGS.flatMap(({ key, byFile }) => (byFile ? [key, `${key}_FILE`] : [key])));
  return Object.keys(environment).filter((key) => key.startsWith('THROUGHLINE_') && !known.has(key));
}

/** Settings that every program reads and that have a default. */
type Sound = Required<
  Pick<Settings, 'data' | 'host' | 'port' | 'logLevel' | 'requestsPerMinute' | 'failuresPerMinute' | 'proxies' | 'drainSeconds'>
>;

/** Reads each setting where it was given, and gathers what is wrong. */
class Reader {
  private readonly problems: Problem[] = [];

  constructor(
    private readonly options: Typed,
    private readonly environment: Environment,
    readonly service: Service,
    private readonly readFile: ReadsFile,
  ) {}

  /** Every setting that the program reads and that was given or has a default. */
  all(): Settings {
    return this.of(Object.keys(READABLE) as SettingName[]);
  }

  /** Of these settings, those that were given or have a default. */
  of(names: readonly SettingName[]): Settings {
    const read = names.flatMap((name) => {
      const value = this.read(name, READABLE[name]);
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(read);
  }

  /** Notes that a setting is wrong or missing. */
  wrong(name: SettingName, wanted: string = this.wanted(name)): void {
    const setting = READABLE[name];
    const { name: field, value } = this.given(name, setting);
    // What a secret is, is not said again: nor what was mistaken for one.
    this.problem(field, setting.secret && value !== undefined && value !== '' ? '…' : value, wanted);
  }

  /** Notes that a setting is not there; one that was wrong is noted already. */
  missing(name: SettingName, wanted: string = this.wanted(name)): void {
    const { name: field } = this.given(name, READABLE[name]);
    if (!this.isNoted(READABLE[name])) this.problemOnce(field, undefined, wanted);
  }

  /** Whether it was typed on the command line, and not only left in an environment. */
  isTyped(name: SettingName): boolean {
    return this.options[name] !== undefined;
  }

  /** Whether it was said at all, and does not only have its default. */
  isGiven(name: SettingName): boolean {
    return this.given(name, READABLE[name]).value !== undefined;
  }

  /** @throws LedgerError `invalid` where anything was noted; a key that nobody reads may be why, and is named too */
  requireSound(): void {
    if (this.problems.length === 0) return;
    const message = 'is no setting, and is not read';
    throw invalid([...this.problems, ...keysNobodyReads(this.environment).map((field) => ({ field, rule: 'R15', message }))]);
  }

  private wanted(name: SettingName): string {
    return wantsOf(READABLE[name], this.service);
  }

  private read(name: SettingName, setting: Readable<unknown>): unknown {
    if (!setting.services.includes(this.service)) return undefined;
    const { value } = this.given(name, setting);
    const otherwise = typeof setting.default === 'object' ? setting.default[this.service] : setting.default;
    const text = value ?? otherwise;
    if (text === undefined) return undefined;
    const read = setting.read(text);
    if (read === undefined && !this.isNoted(setting)) this.wrong(name, setting.wantsInstead?.(text) ?? this.wanted(name));
    return read;
  }

  private given(name: SettingName, { key, option, byFile }: Readable<unknown>): Given {
    const typed = this.options[name];
    if (typed !== undefined) return { name: option ?? key, value: typed };
    const value = this.environment[key];
    const file = `${key}_FILE`;
    const path = byFile ? this.environment[file] : undefined;
    if (path === undefined) return { name: key, value };
    if (value !== undefined) this.problemOnce(file, path, `nothing beside ${key}: one of the two`);
    else {
      try {
        // An editor ends a file with a new line.
        return { name: file, value: this.readFile(path).replace(/\r?\n$/, '') };
      } catch {
        this.problemOnce(file, path, 'a file that can be read');
      }
    }
    return { name: key, value };
  }

  private isNoted({ key }: Readable<unknown>): boolean {
    return this.problems.some(({ field }) => field === `${key}_FILE`);
  }

  private problemOnce(field: string, got: string | undefined, wanted: string): void {
    if (!this.problems.some((problem) => problem.field === field)) this.problem(field, got, wanted);
  }

  private problem(field: string, got: string | undefined, wanted: string): void {
    const said = got === undefined ? 'not set' : `got "${withoutCredentials(got)}"`;
    this.problems.push({ field, rule: 'R15', message: `${said}, wanted ${wanted}` });
  }
}

/** An address of what is no secret may bear a password all the same. */
function withoutCredentials(address: string): string {
  return address.replace(/\/\/.*@/, '//…@');
}

function storeChosen(settings: Settings, reader: Reader): StoreChosen {
  const isService = reader.service !== 'throughline';
  const { store, esdb } = settings;
  if (store === 'postgres') return { kind: 'postgres', postgres: postgresChosen(settings, reader, true) ?? NOWHERE };
  if (store === 'esdb') {
    if (esdb === undefined) reader.missing('esdb');
    const { address, name: ledger } = placeOn('esdb', 'esdbLedger', settings, reader);
    const postgres = postgresChosen(settings, reader, isService);
    return { kind: 'esdb', connectionString: address, ledger, ...(postgres === undefined ? {} : { postgres }) };
  }
  // Whoever types where a server is means it; an environment may name one for other commands.
  if (reader.isTyped('esdb') && !reader.isTyped('store')) reader.wrong('store', 'esdb, where --esdb names a server');
  else if (reader.isTyped('postgres') && !reader.isTyped('store'))
    reader.wrong('store', 'postgres, where --postgres names a server');
  else if (isService && store === undefined) reader.missing('store');
  else if (isService) reader.wrong('store');
  return { kind: 'embedded' };
}

const NOWHERE: PostgresChosen = { connectionString: '', schema: '', connections: 0 };

function postgresChosen(settings: Settings, reader: Reader, isNeeded: boolean): PostgresChosen | undefined {
  const { postgres, postgresOwner, postgresConnections: connections = 0 } = settings;
  if (postgres === undefined) {
    if (isNeeded) reader.missing('postgres');
    return undefined;
  }
  const { address: connectionString, name: schema } = placeOn('postgres', 'postgresSchema', settings, reader);
  if (postgresOwner === undefined) return { connectionString, schema, connections };
  const { rest: owner, said = schema } = withoutParameter(postgresOwner, 'schema');
  if (said !== schema) reader.wrong('postgresOwner', `no other schema than ${schema}`);
  return { connectionString, schema, connections, owner };
}

/**
 * A server's address, and the name of the ledger's place there, which may stand behind it as `throughline move` takes it, or
 * in a setting of its own. One that a driver would drop unsaid is another place.
 */
function placeOn(
  server: 'postgres' | 'esdb',
  naming: 'postgresSchema' | 'esdbLedger',
  settings: Settings,
  reader: Reader,
): Readonly<{ address: string; name: string }> {
  const parameter = server === 'postgres' ? 'schema' : 'ledger';
  const { rest: address, said } = withoutParameter(settings[server] ?? '', parameter);
  const { [naming]: name = '' } = settings;
  if (said === undefined) return { address, name };
  const { wants, read, key } = READABLE[naming];
  if (read(said) === undefined) reader.wrong(server, `behind ${parameter}= ${wants}, as in ${key}`);
  // A wrong name is noted already.
  else if (reader.isGiven(naming) && name !== '' && name !== said)
    reader.wrong(naming, `${said}, as ${parameter}= behind ${READABLE[server].key} says`);
  return { address, name: said };
}

function kafkaChosen(settings: Settings, reader: Reader): KafkaChosen {
  const { kafka, kafkaTls: tls = false, kafkaTopics: topics = '', kafkaPartitions: partitions = 0 } = settings;
  const { kafkaReplicas: replicas, kafkaCa: ca } = settings;
  if (kafka === undefined) reader.missing('kafka');
  // A wrong word is noted already.
  if (ca !== undefined && settings.kafkaTls === false) reader.wrong('kafkaTls', 'true, where THROUGHLINE_KAFKA_CA is given');
  const sasl = saslChosen(settings, reader);
  return {
    brokers: kafka ?? [],
    tls,
    ...(ca === undefined ? {} : { ca }),
    ...(sasl === undefined ? {} : { sasl }),
    topics,
    partitions,
    ...(replicas === undefined ? {} : { replicas }),
  };
}

function saslChosen(settings: Settings, reader: Reader): KafkaChosen['sasl'] {
  const { kafkaSasl: mechanism, kafkaUsername: username, kafkaPassword: password } = settings;
  if (mechanism === undefined) {
    if (username !== undefined || password !== undefined)
      reader.missing('kafkaSasl', `${READABLE.kafkaSasl.wants}, where a user name or a password is given`);
    return undefined;
  }
  if (username === undefined) reader.missing('kafkaUsername', `a user name, for ${mechanism}`);
  if (password === undefined) reader.missing('kafkaPassword', `a password, for ${mechanism}`);
  return { mechanism, username: username ?? '', password: password ?? '' };
}
