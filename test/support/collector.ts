import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Value = Readonly<{ stringValue?: string; intValue?: string | number; boolValue?: boolean; doubleValue?: number }>;
type Attribute = Readonly<{ key: string; value: Value }>;
type Written = Readonly<{
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes?: readonly Attribute[];
  status?: Readonly<{ code?: number; message?: string }>;
}>;
type Sent = Readonly<{
  resourceSpans: readonly Readonly<{
    resource: Readonly<{ attributes: readonly Attribute[] }>;
    scopeSpans: readonly Readonly<{ spans: readonly Written[] }>[];
  }>[];
}>;

const PATIENCE_MS = 30_000;

/** A span as a collector was handed it. */
export type SpanSeen = Readonly<{
  service: string;
  traceId: string;
  spanId: string;
  parent: string;
  name: string;
  failed: boolean;
  attributes: Readonly<Record<string, unknown>>;
}>;

/** Takes traces over OTLP (JSON over HTTP), as a collector does, and keeps them. */
export class Collector {
  readonly spans: SpanSeen[] = [];
  /** Everything that was sent, byte for byte. */
  readonly bodies: string[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly server: Server,
    /** What OTEL_EXPORTER_OTLP_ENDPOINT says. */
    readonly endpoint: string,
  ) {}

  static async start(): Promise<Collector> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const collector = new Collector(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      void text(request).then((body) => {
        collector.take(body);
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    return collector;
  }

  of(traceId: string): readonly SpanSeen[] {
    return this.spans.filter((span) => span.traceId === traceId);
  }

  /** The first span that is so, once there is one. */
  async span(isIt: (span: SpanSeen) => boolean): Promise<SpanSeen> {
    await this.until(() => this.spans.some(isIt));
    const found = this.spans.find(isIt);
    if (found === undefined) throw new Error(`no such span among ${this.spans.map(({ name }) => name).join(', ')}`);
    return found;
  }

  /** The spans of a trace once these names are among them. @throws Error naming what was there instead */
  async trace(traceId: string, ...names: readonly string[]): Promise<readonly SpanSeen[]> {
    const isWhole = () => names.every((name) => this.of(traceId).some((span) => span.name === name));
    await this.until(isWhole);
    const found = this.of(traceId);
    if (!isWhole()) throw new Error(`wanted ${names.join(', ')}; there were ${found.map(({ name }) => name).join(', ')}`);
    return found;
  }

  /** Safe to call twice. */
  async stop(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async until(isSo: () => boolean): Promise<void> {
    const late = AbortSignal.timeout(PATIENCE_MS);
    while (!isSo() && !late.aborted)
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve);
        late.addEventListener('abort', () => resolve(), { once: true });
      });
  }

  private take(body: string): void {
    this.bodies.push(body);
    for (const { resource, scopeSpans } of (JSON.parse(body) as Sent).resourceSpans) {
      const service = String(asRecord(resource.attributes)['service.name']);
      for (const { traceId, spanId, parentSpanId = '', name, status, attributes = [] } of scopeSpans.flatMap(
        ({ spans }) => spans,
      ))
        this.spans.push({
          ...{ service, traceId, spanId, name, parent: parentSpanId },
          failed: status?.code === 2,
          attributes: asRecord(attributes),
        });
    }
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}

/** The names of the spans from one up to the root of its trace, the span itself first. */
export function wayUp(spans: readonly SpanSeen[], from: SpanSeen): string[] {
  const above = spans.find(({ spanId }) => spanId === from.parent);
  return [from.name, ...(above === undefined ? [] : wayUp(spans, above))];
}

function asRecord(attributes: readonly Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
