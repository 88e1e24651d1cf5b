import { invalid } from '#kernel';

export type Telemetry = Readonly<{
  /** Hands over what is not handed over yet, for some seconds at most. */
  stop: () => Promise<void>;
}>;

export type TelemetryOptions = Readonly<{
  /** The process as a trace names it, where OTEL_SERVICE_NAME does not. */
  service: string;
  /** Told when traces cannot be handed over, at most once a minute. */
  warn: (message: string) => void;
}>;

type Environment = Readonly<Record<string, string | undefined>>;

const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const;
/** A collector that is away must not hold up a service that ends: a batch that is not taken by then is let go. */
const TAKEN_WITHIN_MS = 3_000;
const WARNS_EVERY_MS = 60_000;

/**
 * Hands traces to a collector, where the environment names one; else nothing is loaded and nothing is made. The standard
 * `OTEL_…` keys hold: endpoint, headers, service name, sampler, batches. Traces go as JSON over HTTP.
 * @throws LedgerError `invalid` naming a key that says what cannot be
 */
export async function startTelemetry(environment: Environment, options: TelemetryOptions): Promise<Telemetry | undefined> {
  const key = ENDPOINTS.find((name) => (environment[name] ?? '') !== '');
  if (key === undefined || environment['OTEL_SDK_DISABLED'] === 'true') return undefined;
  const host = requireCollector(key, environment);
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }, { diag, DiagLogLevel }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/api'),
    ]);
  const { service, warn } = options;
  const attributes = { 'service.name': environment['OTEL_SERVICE_NAME'] ?? service };
  diag.setLogger(asWarnings(`traces are not taken by the collector at ${host}`, warn), DiagLogLevel.WARN);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes(attributes),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ timeoutMillis: TAKEN_WITHIN_MS }))],
  });
  provider.register();
  return { stop: () => within(TAKEN_WITHIN_MS, provider.shutdown()) };
}

/** The collector's host, of an address that may bear credentials. */
function requireCollector(key: string, environment: Environment): string {
  const wrong = (field: string, message: string) => invalid([{ field, rule: 'R15', message }]);
  const address = environment[key] ?? '';
  // It may bear credentials: it is not said again.
  if (!URL.canParse(address) || !/^https?:/.test(address))
    throw wrong(key, 'got "…", wanted the address of a collector, such as http://127.0.0.1:4318');
  const protocol = environment['OTEL_EXPORTER_OTLP_PROTOCOL'] ?? 'http/json';
  if (protocol !== 'http/json') throw wrong('OTEL_EXPORTER_OTLP_PROTOCOL', `got "${protocol}", wanted http/json`);
  return new URL(address).host;
}

/** What the SDK says of its troubles may quote answers of others: it is told in our words, and not for every batch. */
function asWarnings(message: string, warn: TelemetryOptions['warn']) {
  let last = Number.NEGATIVE_INFINITY;
  const tell = () => {
    if (performance.now() - last < WARNS_EVERY_MS) return;
    last = performance.now();
    warn(message);
  };
  const nothing = () => undefined;
  return { error: tell, warn: tell, info: nothing, debug: nothing, verbose: nothing };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}
