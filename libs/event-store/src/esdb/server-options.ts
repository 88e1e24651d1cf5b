import { readFile } from 'node:fs/promises';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Finding } from '../embedded/check.js';
import { isOwnMachine } from '../sql/in-the-clear.js';
import { partsOf } from './connection-string.js';

/** Options with which a node loses or hides what it acknowledged, each with what it does. */
const UNSAFE: Readonly<Record<string, string>> = {
  memdb: 'keeps events in memory alone',
  unsafedisableflushtodisk: 'acknowledges what is not on a disk yet',
  skipdbverify: 'does not look whether its files are whole when it starts',
  unsafeignoreharddelete: 'lets a scavenge forget which streams were deleted for good',
  unsafeallowsurplusnodes: 'lets more nodes vote than the cluster has, so that two leaders may stand beside each other',
};

const ANSWERS_WITHIN_MS = 5_000;

/** A node to be asked over HTTP, as the connection string names it. */
type Node = Readonly<{ host: string; isSecure: boolean; credentials?: string; ca?: string }>;

/**
 * Asks each node that a connection string names how it was started. The client has no question for it; the node tells an
 * administrator over HTTP on the same port (`/info/options`).
 * @returns what is unsafe, and which nodes would not say
 */
export async function examineOptions(connectionString: string): Promise<readonly Finding[]> {
  const nodes = await nodesIn(connectionString);
  return (await Promise.all(nodes.map(examineNode))).flat();
}

async function examineNode(node: Node): Promise<Finding[]> {
  const where = `EventStoreDB, node ${node.host}`;
  const page = 'not-durable.md';
  const options = await optionsOf(node).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  if (options instanceof Error)
    return [
      {
        severity: 'note',
        where,
        what: `did not say how it was started: ${options.message}`,
        why: 'Whether it keeps what it acknowledges is not known',
        todo: 'Look for options named Unsafe…, MemDb and SkipDbVerify in its configuration; it tells them to an administrator',
        page,
      },
    ];
  return options.flatMap(({ name, value }): Finding[] => {
    const does = value.toLowerCase() === 'true' ? UNSAFE[name.toLowerCase()] : undefined;
    if (does === undefined) return [];
    const why = 'A crash may lose or hide events that were acknowledged';
    const todo = `Take ${name} out of its configuration and start it again, one node after the other`;
    return [{ severity: 'trouble', where, what: `runs with ${name}: it ${does}`, why, todo, page }];
  });
}

async function optionsOf({ host, isSecure, credentials, ca }: Node): Promise<{ name: string; value: string }[]> {
  const headers = { accept: 'application/json', ...(credentials === undefined ? {} : { authorization: `Basic ${credentials}` }) };
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  const url = `${isSecure ? 'https' : 'http'}://${host}/info/options`;
  const [status, body] = await new Promise<[number, string]>((resolve, reject) => {
    const asked = isSecure
      ? requestSecure(url, { headers, signal, ...(ca === undefined ? {} : { ca }) })
      : requestPlain(url, { headers, signal });
    asked.once('error', reject);
    asked.once('response', (response) => {
      text(response).then((said) => resolve([response.statusCode ?? 0, said]), reject);
    });
    asked.end();
  });
  if (status !== 200) throw new Error(`it answered ${status}`);
  return namesAndValues(JSON.parse(body));
}

function namesAndValues(said: unknown): { name: string; value: string }[] {
  if (!Array.isArray(said)) throw new Error('it answered something else');
  return (said as unknown[]).flatMap((option) => {
    const fields = typeof option === 'object' && option !== null ? (option as Readonly<Record<string, unknown>>) : {};
    const { name, value } = fields;
    return typeof name === 'string' ? [{ name, value: String(value) }] : [];
  });
}

/**
 * The nodes on other machines that a connection string speaks to without TLS, and whether it signs in there.
 * @returns no host where there is TLS, or where every node is this machine
 */
export function nodesInTheClear(connectionString: string): Readonly<{ hosts: readonly string[]; signsIn: boolean }> {
  const { signIn, hosts, options } = partsOf(connectionString);
  const isClear = options.get('tls') === 'false';
  return {
    hosts: isClear ? hosts.filter((host) => !isOwnMachine(host.replace(/:\d+$/, ''))) : [],
    signsIn: signIn !== undefined,
  };
}

async function nodesIn(connectionString: string): Promise<readonly Node[]> {
  const { signIn, hosts, options } = partsOf(connectionString);
  const file = options.get('tlscafile');
  return await Promise.all(
    hosts.map(async (host) => ({
      host: /:\d+$/.test(host) ? host : `${host}:2113`,
      isSecure: options.get('tls') !== 'false',
      ...(signIn === undefined
        ? {}
        : { credentials: Buffer.from(signIn.split(':').map(decodeURIComponent).join(':')).toString('base64') }),
      ...(file === undefined ? {} : { ca: await readFile(decodeURIComponent(file), 'utf8') }),
    })),
  );
}
