import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../infra/local/machine.mjs';

const CACHE = resolve('node_modules/.cache/throughline/nginx');

/** A name server as Docker's: each name has the addresses of its copies, for a moment. */
export type Names = Record<string, readonly string[]>;

export type Gateway = Readonly<{ address: string; names: Names; stop: () => Promise<void> }>;

/**
 * Starts nginx itself with the configuration that is shipped. Of the test are only where it listens, whom it asks for
 * addresses, and the folder it writes in.
 */
export async function startGateway(names: Names): Promise<Gateway> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-gateway-'));
  const port = await freePort();
  const server = await nameServer(names);
  const shipped = readFileSync('infra/compose/nginx.conf', 'utf8');
  const configuration = shipped
    .replace('resolver 127.0.0.11 ', `resolver 127.0.0.1:${server.port} `)
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replaceAll(/ \/tmp\//g, ` ${folder}/`);
  writeFileSync(join(folder, 'nginx.conf'), configuration);
  // As in the container: in the foreground, and a worker or two are enough.
  const child = spawn(binary(), ['-c', join(folder, 'nginx.conf'), '-p', folder, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await ended(child);
    await server.close();
    rmSync(folder, { recursive: true });
  };
  try {
    await answers(`${address}/gateway`, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, names, stop };
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok === true) return;
    await pause(20);
  }
  throw new Error('nginx did not start');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}

/** nginx where it is installed; else the system's package, unpacked and not installed: that would start a server. */
function binary(): string {
  const installed = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx', join(CACHE, 'usr/sbin/nginx')].find(
    existsSync,
  );
  if (installed !== undefined) return installed;
  mkdirSync(CACHE, { recursive: true });
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['download', '-qq', 'nginx']);
  for (const name of readdirSync(CACHE).filter((file) => file.endsWith('.deb'))) run('dpkg', ['-x', name, '.']);
  return join(CACHE, 'usr/sbin/nginx');
}

function run(command: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(command, [...words], { cwd: CACHE, encoding: 'utf8' });
  if (status !== 0) throw new Error(`nginx is not installed, and ${command} ${words.join(' ')} failed: ${stderr}`);
}

/** Answers questions for addresses (RFC 1035), each good for a second. */
async function nameServer(names: Names): Promise<{ port: number; close: () => Promise<void> }> {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => socket.send(answerTo(question, names), from.port, from.address));
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  return { port: socket.address().port, close: () => new Promise((done) => socket.close(done)) };
}

function answerTo(question: Buffer, names: Names): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  const asked = question.subarray(12, at + 5);
  const addresses = names[labels.join('.')] ?? [];
  const header = Buffer.from(question.subarray(0, 12));
  // An answer that knows; without an address: there is no such name.
  header.writeUInt16BE(addresses.length > 0 ? 0x8180 : 0x8183, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(addresses.length, 6);
  header.writeUInt32BE(0, 8);
  const records = addresses.map((address) =>
    Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)]),
  );
  return Buffer.concat([header, asked, ...records]);
}
