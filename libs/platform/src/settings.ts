import { X509Certificate } from 'node:crypto';
import { DEFAULT_LEDGER, isLedgerName, wantedOfEsdb, withoutParameter } from '#event-store';
import { LOG_LEVELS, type LogLevel } from './logger.js';

/** The programs that read settings: all in one with its commands, and each of the services. */
export const SERVICES = ['throughline', 'ledger', 'queries', 'projector', 'relay'] as const;
export type Service = (typeof SERVICES)[number];

/** One thing that can be set, as the reference of the configuration lists it. */
export type Setting = Readonly<{
  /** Its name in the environment. */
  key: string;
  /** Its name on the command line, where it has one there. */
  option?: string;
  meaning: string;
  /** What a value looks like. */
  wants: string;
  /** What of it a service takes, where that is less. */
  serviceWants?: string;
  /** What holds where nothing is said, for all or for each program; undefined where nothing does. */
  default?: string | Readonly<Partial<Record<Service, string>>>;
  /** Who reads it. */
  services: readonly Service[];
  /** Its value is never said: not in an error, not in a log. */
  secret: boolean;
  /** May be given as `<KEY>_FILE`: a file that holds the value. */
  byFile: boolean;
}>;

/** How a value is read; undefined where the text is none. */
type Reads<T> = Readonly<{
  wants: string;
  read: (text: string) => T | undefined;
  /** What is wanted of just this text, where that can be said; nothing of it is repeated. */
  wantsInstead?: (text: string) => string | undefined;
}>;

/** A setting with how it is read. */
export type Readable<T> = Setting & Reads<T>;

/** The command line makes the topics that the relay wants. */
const RELAY: readonly Service[] = ['throughline', 'relay'];

/** Far above what people and their pages ask of a ledger, far below what would keep others waiting. */
const REQUESTS_PER_MINUTE = '3000';
/** Who mistypes a token does not do it every second. */
const FAILURES_PER_MINUTE = '60';

/** Where each program listens, where nothing is said. */
const PORTS: Readonly<Record<Service, string>> = {
  throughline: '4370',
  ledger: '4371',
  queries: '4372',
  projector: '4373',
  relay: '4374',
};

function text(wants: string, isOne: (text: string) => boolean = (said) => said !== ''): Reads<string> {
  return { wants, read: (said) => (isOne(said) ? said : undefined) };
}

function wholeNumber(from: number, to: number, wants = `a whole number from ${from} to ${to}`): Reads<number> {
  const isOne = (said: string) => /^\d{1,9}$/.test(said) && Number(said) >= from && Number(said) <= to;
  return { wants, read: (said) => (isOne(said) ? Number(said) : undefined) };
}

function oneOf<const Word extends string>(...words: readonly Word[]): Reads<Word> {
  const last = words.at(-1) ?? '';
  const wants = words.length === 2 ? `${words[0]} or ${last}` : `one of ${words.join(', ')}`;
  return { wants, read: (said) => words.find((word) => word === said) };
}

function yesOrNo(): Reads<boolean> {
  return { wants: 'true or false', read: (said) => (said === 'true' ? true : said === 'false' ? false : undefined) };
}

/** An address of one of these schemes, with a host, or where its parameters name one (a socket's folder). */
function url(wants: string, ...schemes: readonly string[]): Reads<string> {
  return text(wants, (said) => {
    if (!URL.canParse(said)) return false;
    const { protocol, host, searchParams } = new URL(said);
    return schemes.includes(protocol) && (host !== '' || searchParams.has('host'));
  });
}

function brokers(): Reads<readonly string[]> {
  const isBroker = (said: string) =>
    /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/.test(said) && Number(/\d+$/.exec(said)?.[0]) <= 65_535;
  return {
    wants: 'brokers as host:port, with commas between them',
    read: (said) => (said.split(',').every(isBroker) ? said.split(',') : undefined),
  };
}

/** Whatever else a file says beside its certificates is left out. */
function certificates(): Reads<string> {
  const isCertificate = (pem: string) => {
    try {
      return new X509Certificate(pem).raw.length > 0;
    } catch {
      return false;
    }
  };
  return {
    wants: 'certificates in PEM',
    read: (said) => {
      const found = said.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
      return found.length > 0 && found.every(isCertificate) ? found.join('\n') : undefined;
    },
  };
}

type Said = Omit<Setting, 'wants' | 'services' | 'secret' | 'byFile'> &
  Readonly<{ services?: readonly Service[]; secret?: boolean; byFile?: boolean }>;

function setting<T>(how: Reads<T>, { services = SERVICES, secret = false, byFile = true, ...said }: Said): Readable<T> {
  return { ...said, ...how, services, secret, byFile };
}

/** A connection string that the client takes as it is meant, or with the name of the ledger behind it, which no client knows. */
function esdb(): Reads<string> {
  const wantsInstead = (said: string) => wantedOfEsdb(withoutParameter(said, 'ledger').rest);
  const isEsdb = (said: string) => /^\s*esdb(\+discover)?:\/\/./.test(said);
  return {
    wants: 'a connection string, such as esdb://127.0.0.1:2113?tls=false',
    read: (said) => (wantsInstead(said) === undefined ? said : undefined),
    wantsInstead: (said) => (isEsdb(said) ? wantsInstead(said) : undefined),
  };
}

const POSTGRES_URL = url('a URL, such as postgres://user@host:5432/database', 'postgres:', 'postgresql:');

/** Every setting, by the name it has in the program. */
export const READABLE = {
  data: setting(text('a folder'), {
    key: 'THROUGHLINE_DATA',
    option: '--data',
    meaning: 'the data folder: the ledger of an embedded store, and always evidence files and tokens; services share one',
    default: '.throughline',
  }),
  host: setting(text('an address to listen on, such as 127.0.0.1'), {
    key: 'THROUGHLINE_HOST',
    option: '--host',
    meaning: 'the address it listens on',
    default: '127.0.0.1',
  }),
  port: setting(wholeNumber(0, 65_535, 'a port from 0 to 65535 (0: any free one)'), {
    key: 'THROUGHLINE_PORT',
    option: '--port',
    meaning: 'the port it listens on; 0: any free one',
    default: PORTS,
  }),
  logLevel: setting<LogLevel>(oneOf(...LOG_LEVELS), {
    key: 'THROUGHLINE_LOG_LEVEL',
    option: '--log-level',
    meaning: 'how much is logged',
    default: 'warn',
  }),
  store: setting(oneOf('embedded', 'postgres', 'esdb'), {
    key: 'THROUGHLINE_STORE',
    option: '--store',
    meaning:
      'where the events lie: in the data folder, on a PostgreSQL server, in EventStoreDB; a service wants one of the last two',
    serviceWants: 'postgres or esdb: several processes cannot share an embedded ledger',
    default: { throughline: 'embedded' },
  }),
  postgres: setting(POSTGRES_URL, {
    key: 'THROUGHLINE_POSTGRES',
    option: '--postgres',
    meaning:
      'the PostgreSQL server: of the events, texts and read models of store postgres; of the texts and read models of store esdb, which lie in the data folder without it; without TLS to another machine it is said to be UNSAFE',
    secret: true,
  }),
  postgresOwner: setting(POSTGRES_URL, {
    key: 'THROUGHLINE_POSTGRES_OWNER',
    meaning:
      'how the owner of the schema connects, which makes its tables; without it the user of THROUGHLINE_POSTGRES does, or finds them up to date; throughline migrate takes it where it is set, and a service need not have it',
    secret: true,
  }),
  postgresSchema: setting(
    text('a name of up to 63 of a-z, 0-9 and _, no digit first', (said) => /^[a-z_][a-z0-9_]{0,62}$/.test(said)),
    {
      key: 'THROUGHLINE_POSTGRES_SCHEMA',
      meaning: 'the schema that holds everything of the ledger; `?schema=<name>` behind THROUGHLINE_POSTGRES says the same',
      default: 'throughline',
    },
  ),
  postgresConnections: setting(wholeNumber(2, 1_000), {
    key: 'THROUGHLINE_POSTGRES_CONNECTIONS',
    meaning: 'connections to PostgreSQL that one process may hold',
    default: '10',
  }),
  esdb: setting(esdb(), {
    key: 'THROUGHLINE_ESDB',
    option: '--esdb',
    meaning: 'the EventStoreDB server or cluster of store esdb',
    secret: true,
  }),
  esdbLedger: setting(text('a name of up to 31 of a-z, 0-9 and _, a letter first', isLedgerName), {
    key: 'THROUGHLINE_ESDB_LEDGER',
    option: '--esdb-ledger',
    meaning: "the ledger's name there, before each of its streams; `?ledger=<name>` behind THROUGHLINE_ESDB says the same",
    default: DEFAULT_LEDGER,
  }),
  requestsPerMinute: setting(wholeNumber(0, 1_000_000), {
    key: 'THROUGHLINE_REQUESTS_PER_MINUTE',
    meaning: 'requests that one token may make in a minute; 0: no limit; each process counts for itself',
    default: REQUESTS_PER_MINUTE,
  }),
  failuresPerMinute: setting(wholeNumber(0, 1_000_000), {
    key: 'THROUGHLINE_FAILURES_PER_MINUTE',
    meaning: 'failed sign-ins of one address in a minute; 0: no limit; each process counts for itself',
    default: FAILURES_PER_MINUTE,
  }),
  proxies: setting(wholeNumber(0, 10), {
    key: 'THROUGHLINE_PROXIES',
    meaning: 'reverse proxies in front, whose `X-Forwarded-For` is believed',
    default: '0',
  }),
  drainSeconds: setting(wholeNumber(1, 600), {
    key: 'THROUGHLINE_DRAIN_SECONDS',
    meaning: 'how long a process that is told to stop may take to answer what it has in hand; then it ends',
    default: '20',
  }),
  leaseSeconds: setting(wholeNumber(2, 300), {
    key: 'THROUGHLINE_LEASE_SECONDS',
    meaning: 'how long what must run once may stand still before another process takes it over',
    default: '15',
    services: ['throughline', 'projector', 'relay'],
  }),
  partitions: setting(wholeNumber(1, 64), {
    key: 'THROUGHLINE_PARTITIONS',
    meaning: 'into how many parts the work of those read models is shared whose rows depend on one partnership each',
    default: '1',
    services: ['throughline', 'projector'],
  }),
  kafka: setting(brokers(), {
    key: 'THROUGHLINE_KAFKA',
    meaning: 'the brokers that the relay sends to',
    services: RELAY,
  }),
  kafkaTls: setting(yesOrNo(), {
    key: 'THROUGHLINE_KAFKA_TLS',
    meaning: 'whether the brokers are spoken to over TLS',
    default: 'false',
    services: RELAY,
  }),
  kafkaCa: setting(certificates(), {
    key: 'THROUGHLINE_KAFKA_CA',
    meaning: 'the certificates of who signs those of the brokers; nobody else may then; without it, who Node.js knows',
    services: RELAY,
    // It may be published; but what is given for it by mistake may be a key.
    secret: true,
  }),
  kafkaSasl: setting(oneOf('plain', 'scram-sha-256', 'scram-sha-512'), {
    key: 'THROUGHLINE_KAFKA_SASL',
    meaning: 'how it signs in to the brokers; it does not where nothing is said; plain without TLS is said to be UNSAFE',
    services: RELAY,
  }),
  kafkaUsername: setting(text('a user name'), {
    key: 'THROUGHLINE_KAFKA_USERNAME',
    meaning: 'as whom it signs in',
    services: RELAY,
  }),
  kafkaPassword: setting(text('a password'), {
    key: 'THROUGHLINE_KAFKA_PASSWORD',
    meaning: 'with which password',
    services: RELAY,
    secret: true,
  }),
  kafkaTopics: setting(
    text('up to 100 of a-z, A-Z, 0-9, ., _ and -', (said) => /^[A-Za-z0-9._-]{1,100}$/.test(said)),
    {
      key: 'THROUGHLINE_KAFKA_TOPICS',
      meaning: 'the first part of every topic’s name',
      default: 'throughline',
      services: RELAY,
    },
  ),
  kafkaPartitions: setting(wholeNumber(1, 1_000), {
    key: 'THROUGHLINE_KAFKA_PARTITIONS',
    meaning: 'the partitions that every topic has; it is never changed, or the order of a stream is lost',
    default: '12',
    services: RELAY,
  }),
  kafkaReplicas: setting(wholeNumber(1, 9), {
    key: 'THROUGHLINE_KAFKA_REPLICAS',
    meaning: 'the copies that brokers hold of each topic; 3 where there are three brokers or more, else it must be said',
    services: RELAY,
  }),
  otlpEndpoint: setting(url('a URL, such as http://collector:4318', 'http:', 'https:'), {
    key: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    meaning: 'where traces go; nothing is traced where nothing is said',
    byFile: false,
  }),
  otelServiceName: setting(text('a name'), {
    key: 'OTEL_SERVICE_NAME',
    meaning: 'what the process is called in traces; its own name where nothing is said',
    byFile: false,
  }),
} as const;

export type SettingName = keyof typeof READABLE;

/** What was read of each setting. */
export type Settings = { [Name in SettingName]?: (typeof READABLE)[Name] extends Readable<infer T> ? T : never };

/** What a program wants of a setting. */
export function wantsOf({ wants, serviceWants = wants }: Setting, service: Service): string {
  return service === 'throughline' ? wants : serviceWants;
}

/** Every setting there is: the reference of the configuration is made of it, and what deploys is held against it. */
export const SETTINGS: readonly Setting[] = Object.values(READABLE).map(
  ({ key, meaning, wants, services, secret, byFile, ...more }) => ({
    key,
    meaning,
    wants,
    services,
    secret,
    byFile,
    ...('option' in more ? { option: more.option } : {}),
    ...('default' in more ? { default: more.default } : {}),
  }),
);
