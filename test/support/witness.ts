import { writeFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { newId } from '#kernel';
import { type Asked, DescribedInterface, escaped } from './described.js';

/** What was asked and answered, as it went over the wire. */
export type Exchange = Readonly<{
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  /** As the server read it; undefined where it read none. */
  body: unknown;
  status: number;
  answered: Readonly<Record<string, unknown>>;
  text: string;
}>;

const API = '/api/v1';

/** Headers of HTTP itself and of every answer alike; any other is described where it comes. */
const EVERYWHERE = new Set(
  `cache-control connection content-length content-security-policy content-type cross-origin-opener-policy
  cross-origin-resource-policy date keep-alive origin-agent-cluster referrer-policy strict-transport-security
  transfer-encoding x-content-type-options x-dns-prefetch-control x-download-options x-frame-options
  x-permitted-cross-domain-policies x-request-id x-xss-protection`.split(/\s+/),
);

/** What may come before a route is even looked for. */
const BEFORE_THE_ROUTE = [400, 401, 403, 404, 408, 413, 415, 429, 431];

/** Holds every request and answer of a server against the description, and notes which routes and statuses were met. */
export class Witness {
  readonly faults: string[] = [];
  readonly met = new Set<string>();
  private readonly seen: Exchange[] = [];

  constructor(private readonly described: DescribedInterface = DescribedInterface.served()) {}

  /** Looks on from now on; nothing of what is asked or answered changes. */
  watch(server: Server): void {
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      const keep = (chunk: unknown) => {
        if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
      };
      const { write, end } = response;
      response.write = ((...args: Parameters<typeof write>) => {
        keep(args[0]);
        return write.apply(response, args);
      }) as typeof write;
      response.end = ((...args: Parameters<typeof end>) => {
        keep(args[0]);
        return end.apply(response, args);
      }) as typeof end;
      response.on('finish', () => {
        // Express keeps the address as it came, and leaves the body beside it.
        const { method = '', originalUrl, body } = request as IncomingMessage & { originalUrl?: string; body?: unknown };
        const text = Buffer.concat(chunks).toString();
        const { statusCode: status } = response;
        const url = originalUrl ?? request.url ?? '';
        this.seen.push({ method, url, headers: request.headers, body, status, answered: response.getHeaders(), text });
      });
    });
  }

  /** Notes what the description does not say of an exchange. */
  judge(exchange: Exchange): void {
    const { method, url, status } = exchange;
    const { pathname, searchParams } = new URL(url, 'http://server');
    const fault = (what: string) => this.faults.push(`${method} ${url} answered ${status}: ${what}`);
    if (!pathname.startsWith(`${API}/`)) return;
    const verbs = this.described.at(
      pathname
        .slice(API.length)
        .replace(/(?<=.)\/$/, '')
        .toLowerCase(),
    );
    const asked = verbs?.[method === 'HEAD' ? 'get' : method.toLowerCase()];
    if (asked === undefined) {
      const wanted = verbs === undefined ? [] : [405];
      if (![...BEFORE_THE_ROUTE, ...wanted].includes(status)) fault('the route is not described: npm run docs');
      else this.judgeProblem(exchange, fault);
      return;
    }
    this.met.add(`${asked.operation.operationId} ${status}`);
    this.judgeAnswer(asked, exchange, fault);
    // What was accepted must have been as described; what was refused may have been.
    if (status < 400) this.judgeRequest(asked, exchange, searchParams, fault);
  }

  /**
   * Judges all that was seen, and leaves what was met for the reporter beside this file, which judges the whole run. At the end, not while somebody waits
   * for an answer: to compile a schema takes its time.
   */
  conclude(): readonly string[] {
    for (const exchange of this.seen.splice(0)) this.judge(exchange);
    const met = process.env['THROUGHLINE_MET'];
    if (met !== undefined) writeFileSync(join(met, newId()), [...this.met].join('\n'));
    return this.faults;
  }

  /** What is answered where no route is described is a problem like every other. */
  private judgeProblem({ method, status, answered, text }: Exchange, fault: (what: string) => void): void {
    const type = header(answered['content-type']).split(';')[0] ?? '';
    if (type !== 'application/problem+json') return void fault(`a body of type ${type}, and no problem`);
    if (method === 'HEAD') return;
    const body = JSON.parse(text) as Readonly<{ status?: unknown }>;
    const wrong = this.described.wrongWith(body, '/components/schemas/Problem');
    if (wrong !== '') fault(`its body: ${wrong}`);
    else if (body.status !== status) fault(`its body says status ${String(body.status)}`);
  }

  private judgeAnswer(asked: Asked, { method, status, answered, text }: Exchange, fault: (what: string) => void): void {
    const declared = this.described.answerOf(asked, status);
    if (declared === undefined) return void fault('the status is not described');
    const { value, pointer } = declared;
    const names = new Map(Object.entries(value.headers ?? {}).map(([name, header]) => [name.toLowerCase(), { name, header }]));
    for (const [name, said] of Object.entries(answered)) {
      const known = names.get(name);
      if (known === undefined && !EVERYWHERE.has(name)) fault(`the header ${name} is not described`);
      if (known === undefined) continue;
      const at = this.described.resolved(known.header, `${pointer}/headers/${known.name}`).pointer;
      const wrong = this.described.wrongWith(String(said), `${at}/schema`);
      if (wrong !== '') fault(`the header ${name}: ${wrong}`);
    }
    if (method === 'HEAD') return;
    const type = header(answered['content-type']).split(';')[0] ?? '';
    const media = [type, '*/*'].find((its) => value.content?.[its] !== undefined);
    if (media === undefined) return void fault(`a body of type ${type} is not described`);
    if (media === '*/*') return;
    const body: unknown = media.endsWith('json') ? JSON.parse(text) : text;
    const wrong = this.described.wrongWith(body, `${pointer}/content/${escaped(media)}/schema`);
    if (wrong !== '') fault(`its body: ${wrong}`);
  }

  private judgeRequest(asked: Asked, { headers, body }: Exchange, query: URLSearchParams, fault: (what: string) => void): void {
    const parameters = this.described.parametersOf(asked);
    for (const { value, pointer } of parameters) {
      const { name, in: place, required, schema } = value;
      const given = { query: query.get(name), path: asked.inPath[name], header: headers[name.toLowerCase()] }[place];
      if (given === undefined || given === null) {
        if (required) fault(`it took the request without ${name}`);
        continue;
      }
      const meant = schema['type'] === 'integer' ? Number(given) : given;
      const wrong = this.described.wrongWith(meant, `${pointer}/schema`);
      if (wrong !== '') fault(`it took ${name}=${String(given)}: ${wrong}`);
    }
    const known = new Set(parameters.filter(({ value }) => value.in === 'query').map(({ value }) => value.name));
    for (const name of query.keys()) if (!known.has(name)) fault(`it took ${name}, which is not described`);
    this.judgeBody(asked, headers, body, fault);
  }

  private judgeBody(
    { operation, pointer }: Asked,
    headers: Exchange['headers'],
    body: unknown,
    fault: (what: string) => void,
  ): void {
    const { requestBody } = operation;
    if (requestBody === undefined) {
      if (body !== undefined) fault('it took a body, and none is described');
      return;
    }
    const type = (headers['content-type'] ?? '').split(';')[0] ?? '';
    if (requestBody.content[type] === undefined) return void fault(`it took a body of type ${type}`);
    // The file of a form is taken in on its way and stands beside the fields.
    const said = type === 'multipart/form-data' ? { ...(body as object), file: '' } : body;
    const wrong = this.described.wrongWith(said, `${pointer}/requestBody/content/${escaped(type)}/schema`);
    if (wrong !== '') fault(`it took the body: ${wrong}`);
  }
}

function header(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
