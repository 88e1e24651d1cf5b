import { resolve } from 'node:path';
import { invalid, type Problem } from '#kernel';
import { LOG_LEVELS, type LogLevel } from './logger.js';

/** What can be set, by option or environment; everything has a default that works. */
export type Configuration = Readonly<{
  /** The data folder: ledger, files, owner token. */
  data: string;
  host: string;
  /** 0: any free port. */
  port: number;
  logLevel: LogLevel;
}>;

type Setting = Readonly<{ key: string; value: string | undefined }>;

/** Settings as they are typed. */
const OPTIONS = { data: '--data', host: '--host', port: '--port', logLevel: '--log-level' } as const;

/**
 * Reads the settings: options of the command line first, then `THROUGHLINE_…` of the environment, then the defaults.
 * @throws LedgerError `invalid` that names every wrong setting with the value it got and what is wanted
 */
export function readConfiguration(
  options: Readonly<{ data?: string; host?: string; port?: string; logLevel?: string }>,
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
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
  if (problems.length > 0 || logLevel === undefined) throw invalid(problems);

  return {
    data: resolve(data.value ?? '.throughline'),
    host: host.value ?? '127.0.0.1',
    port: Number(port.value ?? '4370'),
    logLevel,
  };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}
