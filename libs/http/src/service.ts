import type { NestExpressApplication } from '@nestjs/platform-express';
import { LedgerError } from '#kernel';
import {
  type Configuration,
  heardByService,
  keysNobodyReads,
  OpenLedger,
  PinoLogger,
  type Readiness,
  type ReadModelsKept,
  readConfiguration,
  type Service,
  startTelemetry,
  type Telemetry,
  type ToWords,
  unsafeInWords,
  unsafeSettings,
  type Work,
  warnOfUnsafeStore,
} from '#platform';
import { httpApplication } from './application.js';
import { OwnerToken } from './identity/owner-token.js';
import { API } from './identity/routes.js';
import { drain, listen, toldToStop } from './listening.js';
import type { Serves } from './serves.js';

export type Duty = Readonly<{
  serves: Serves;
  readModels: ReadModelsKept;
  readiness: (ledger: OpenLedger) => Readiness;
  work?: (ledger: OpenLedger, configuration: Configuration, warn: Warn) => Promise<Work>;
}>;

type Warn = (message: string, error?: unknown) => void;
type Environment = Readonly<Record<string, string | undefined>>;

/** Done, it failed, a setting is wrong: as of the command line. */
const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const;

/** Long enough for who sends requests here to notice that it is not ready, where there is such a one. */
const LINGERS_MS = 3_000;
/** Of the time to end, what requests may take of it; the rest is for the work in hand, the leases and the store. */
const FOR_REQUESTS = 0.75;

/**
 * Runs one of the services until SIGTERM or SIGINT. Settings come from the environment; what it serves at is said on stdout
 * as a line of JSON, all else on stderr.
 * @param words what was typed after its name: it takes none but `--help`
 * @returns the exit code: 0 ended in order, 1 it failed, 2 a setting is wrong or missing, or words were typed
 */
export async function runService(
  service: Service,
  duty: Duty,
  environment: Environment = process.env,
  words: readonly string[] = process.argv.slice(2),
): Promise<number> {
  const heard = heardByService(words, service);
  if (heard !== undefined) return answered(service, heard);
  let configuration: Configuration;
  try {
    configuration = readConfiguration({}, environment, service);
  } catch (error) {
    return failed(service, error);
  }
  const log = new PinoLogger(configuration.logLevel);
  const warn: Warn = (message, error) => (error instanceof Error ? log.warn(message, error) : log.warn(message));
  for (const key of keysNobodyReads(environment))
    log.warn(`${key} is no setting, and is not read: see the reference of the configuration`);
  // Before the first word goes over a network.
  for (const finding of unsafeSettings(configuration)) log.warn(unsafeInWords(finding));
  const stopped = toldToStop();
  // From the moment it is told, also while it still starts.
  void stopped.then(() => endsWithin(configuration.drainSeconds, service));
  let telemetry: Telemetry | undefined;
  try {
    telemetry = await startTelemetry(environment, { service, warn: (message) => log.warn(message) });
    const ledger = await OpenLedger.inFolder(configuration.data, {
      warn,
      store: configuration.store,
      readModels: duty.readModels,
      shares: { service, leaseSeconds: configuration.leaseSeconds, partitions: configuration.partitions },
    });
    try {
      for (const note of ledger.notes) log.warn(note);
      await warnOfUnsafeStore(configuration.store, warn);
      return await serve(service, duty, configuration, ledger, { log, warn, stopped });
    } finally {
      await ledger.close();
    }
  } catch (error) {
    return failed(service, error);
  } finally {
    await telemetry?.stop();
    // What a client has given up, and still holds, keeps nobody: `process.exitCode` is set by then.
    setTimeout(() => process.exit(), LEFT_OVER_MS).unref();
  }
}

function answered(service: Service, heard: ToWords): number {
  if ('usage' in heard) {
    process.stdout.write(heard.usage);
    return EXIT.done;
  }
  for (const refusal of heard.refusals) process.stderr.write(`${service}: ${refusal}\n`);
  return EXIT.wrongUse;
}

async function serve(
  service: Service,
  { serves, readiness: readinessOf, work: begin }: Duty,
  configuration: Configuration,
  ledger: OpenLedger,
  { log, warn, stopped }: Readonly<{ log: PinoLogger; warn: Warn; stopped: Promise<void> }>,
): Promise<number> {
  const { data, logLevel, proxies } = configuration;
  const work = await begin?.(ledger, configuration, warn);
  try {
    const readiness = work === undefined ? readinessOf(ledger) : readinessOf(ledger).and(work.look);
    const owner = await OwnerToken.inFolder(data);
    const app = await httpApplication(ledger, owner, logLevel, { serves, limits: configuration, proxies, readiness, log });
    try {
      const address = await listen(app, configuration);
      process.stdout.write(`${JSON.stringify({ service, address, api: `${address}/${API}`, data })}\n`);
      await stopped;
      await Promise.all([work?.stop(), drainedOf(app, readiness, serves, configuration)]);
      return EXIT.done;
    } finally {
      await app.close();
    }
  } finally {
    // Also where it could not start: what it was elected for passes on at once.
    await work?.stop();
  }
}

async function drainedOf(
  app: NestExpressApplication,
  readiness: Readiness,
  serves: Serves,
  { drainSeconds }: Configuration,
): Promise<void> {
  const withinMs = drainSeconds * 1000 * FOR_REQUESTS;
  // Nobody sends requests to who only says how it is doing.
  await drain(app, readiness, { lingersMs: serves === 'probes' ? 0 : Math.min(LINGERS_MS, withinMs / 2), withinMs });
}

const LEFT_OVER_MS = 500;

/** Whatever still hangs then is cut off: each of its parts survives that. */
function endsWithin(seconds: number, service: Service): void {
  setTimeout(() => {
    process.stderr.write(`${service}: did not end within ${seconds} s, and is cut off\n`);
    process.exit(EXIT.failed);
  }, seconds * 1000).unref();
}

function failed(service: Service, error: unknown): number {
  for (const line of wordsOf(error)) process.stderr.write(`${service}: ${line}\n`);
  return error instanceof LedgerError && error.kind === 'invalid' ? EXIT.wrongUse : EXIT.failed;
}

/** Settings that are wrong, each on a line; anything else by its code, which says where to read on. */
function wordsOf(error: unknown): readonly string[] {
  if (!(error instanceof LedgerError)) return [error instanceof Error ? error.message : String(error)];
  const { code, message, problems } = error;
  if (code !== 'INVALID_INPUT' || problems.length === 0) return [`${code}: ${message}`];
  return problems.map((problem) => `${problem.field}: ${problem.message}`);
}
