import { resolve } from 'node:path';
import { DEFAULT_LEDGER, isLedgerName } from '#event-store';
import { invalid, type Problem } from '#kernel';
import { LOG_LEVELS, type LogLevel } from './logger.js';

/** Where the events lie: in the data folder, or in a ledger of an EventStoreDB server. */
export type StoreChosen =
  | Readonly<{ kind: 'embedded' }>
  | Readonly<{ kind: 'esdb'; connectionString: string /** Its name on the server. */; ledger: string }>;

/** What can be set, by option or environment; everything has a default that works. */
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
}>;

type Setting = Readonly<{ key: string; value: string | undefined }>;

/** Far above what people and their pages ask of a ledger, far below what would keep others waiting. */
const REQUESTS_PER_MINUTE = 3_000;
/** Who mistypes a token does not do it every second. */
const FAILURES_PER_MINUTE = 60;

/** Settings as they are typed. */
const OPTIONS = {
  data: '--data',
  host: '--host',
  port: '--port',
  logLevel: '--log-level',
  store: '--store',
  esdb: '--esdb',
  esdbLedger: '--esdb-ledger',
} as const;

/** Settings as they came from the command line. */
export type Typed = Readonly<{ [option in keyof typeof OPTIONS]?: string }>;

type Wrong = (setting: Setting, wanted: string) => void;

/**
 * Reads the settings: options of the command line first, then `THROUGHLINE_…` of the environment, then the defaults.
 * @throws LedgerError `invalid` that names every wrong setting with the value it got and what is wanted
 */
export function readConfiguration(options: Typed, environment: Readonly<Record<string, string | undefined>>): Configuration {
  const problems: Problem[] = [];
  const setting = (option: keyof typeof options, key: string): Setting => ({
    key: options[option] === undefined ? key : OPTIONS[option],
    value: options[option] ?? environment[key],
  });
  const wrong = ({ key, value }: Setting, wanted: string) =>
    problems.push({ field: key, rule: 'R15', message: `got "${value ?? ''}", wanted ${wanted}` });

  const data = setting('data', 'THROUGHLINE_DATA');
  if (data.value === '') wrong(data, 'a folder');
  const host = setting('host', 'THROUGHLINE_HOST');
  if (host.value === '') wrong(host, 'an address to listen on, such as 127.0.0.1');
  const port = setting('port', 'THROUGHLINE_PORT');
  if (port.value !== undefined && !isPort(port.value)) wrong(port, 'a port from 0 to 65535 (0: any free one)');
  const level = setting('logLevel', 'THROUGHLINE_LOG_LEVEL');
  const logLevel = LOG_LEVELS.find((known) => known === (level.value ?? 'warn'));
  if (logLevel === undefined) wrong(level, `one of ${LOG_LEVELS.join(', ')}`);
  const count = (key: string, otherwise: number, most: number): number => {
    const value = environment[key];
    if (value === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(value) || Number(value) > most) wrong({ key, value }, `a whole number from 0 to ${most}`);
    return Number(value);
  };
  const store = storeChosen(setting, wrong);
  const requestsPerMinute = count('THROUGHLINE_REQUESTS_PER_MINUTE', REQUESTS_PER_MINUTE, 1_000_000);
  const failuresPerMinute = count('THROUGHLINE_FAILURES_PER_MINUTE', FAILURES_PER_MINUTE, 1_000_000);
  const proxies = count('THROUGHLINE_PROXIES', 0, 10);
  if (problems.length > 0 || logLevel === undefined) throw invalid(problems);

  return {
    data: resolve(data.value ?? '.throughline'),
    host: host.value ?? '127.0.0.1',
    port: Number(port.value ?? '4370'),
    logLevel,
    store,
    requestsPerMinute,
    failuresPerMinute,
    proxies,
  };
}

function storeChosen(setting: (option: keyof Typed, key: string) => Setting, wrong: Wrong): StoreChosen {
  const store = setting('store', 'THROUGHLINE_STORE');
  const esdb = setting('esdb', 'THROUGHLINE_ESDB');
  const ledger = setting('esdbLedger', 'THROUGHLINE_ESDB_LEDGER');
  if (store.value === undefined || store.value === 'embedded') {
    // Whoever types where a server is means it; an environment may name one for other commands.
    if (store.value === undefined && esdb.key === OPTIONS.esdb) wrong(store, 'esdb, where --esdb names a server');
    return { kind: 'embedded' };
  }
  if (store.value !== 'esdb') wrong(store, 'embedded or esdb');
  else if (esdb.value === undefined || !/^esdb(\+discover)?:\/\/./.test(esdb.value))
    // The connection string may hold a password: it is not said again.
    wrong(
      { ...esdb, value: esdb.value === undefined ? '' : '…' },
      'a connection string, such as esdb://127.0.0.1:2113?tls=false',
    );
  const name = ledger.value ?? DEFAULT_LEDGER;
  if (!isLedgerName(name)) wrong({ ...ledger, value: name }, 'a name of up to 31 of a-z, 0-9 and _, a letter first');
  return { kind: 'esdb', connectionString: esdb.value ?? '', ledger: name };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}
