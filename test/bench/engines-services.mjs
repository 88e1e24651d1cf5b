import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#kernel';
import { topicsOf } from '#messaging';
import { client, newTopics } from './engines-relay.mjs';

const WRITERS = 16;
const WARM_UP = 20;
const SEEN_WITHIN_MS = 60_000;
const ASKED_AGAIN_MS = 10;

/**
 * Commands a second over HTTP, of sixteen clients that each wait for their answer: sent to one `ledger`, and shared out to two
 * on the same database. Rounds of both interleaved.
 */
export async function throughput({ url, rounds, ms, keep }) {
  await withServices(url, {}, async (start) => {
    const ledgers = [await start('ledger'), await start('ledger')];
    const round = async (processes) => {
      const until = performance.now() + ms;
      let commands = 0;
      await Promise.all(
        Array.from({ length: WRITERS }, async (_, writer) => {
          const ledger = ledgers[writer % processes];
          for (; performance.now() < until; commands += 1) await ledger.register(`Writer ${writer}`);
        }),
      );
      return commands / (ms / 1000);
    };
    for (const processes of [1, 2]) await round(processes);
    for (let n = 0; n < rounds; n += 1) for (const processes of [1, 2]) keep('commands', await round(processes), { processes });
  });
}

/**
 * Milliseconds from sending a command to its answer, to its being seen in a read model of another service, and to its message
 * at a consumer. One command at a time.
 */
export async function latency({ url, brokers, commands, keep }) {
  const topics = await newTopics(brokers);
  const settings = {
    THROUGHLINE_KAFKA: brokers.join(','),
    THROUGHLINE_KAFKA_TOPICS: topics.prefix,
    THROUGHLINE_KAFKA_PARTITIONS: String(topics.partitions),
    THROUGHLINE_KAFKA_REPLICAS: String(topics.replicas),
  };
  const heard = await listening(brokers, topics);
  try {
    await withServices(url, settings, async (start) => {
      const [ledger, queries] = [await start('ledger'), await start('queries')];
      await start('projector');
      await start('relay');
      for (let n = -WARM_UP; n < commands; n += 1) {
        const name = newId();
        const sent = performance.now();
        const { position, eventIds } = await ledger.register(name);
        const answered = performance.now();
        const told = heard.when(eventIds[0]);
        await queries.sees(name, position);
        const seen = performance.now();
        const at = await told;
        if (n < 0) continue;
        keep('latency', answered - sent, { until: 'answered' });
        keep('latency', seen - sent, { until: 'in the read model' });
        keep('latency', at - sent, { until: 'on the topic' });
      }
    });
  } finally {
    await heard.close();
  }
}

/** Notes when the message of each event came. */
async function listening(brokers, topics) {
  const came = new Map();
  const waiting = new Map();
  const consumer = client(brokers).consumer({ groupId: newId() });
  await consumer.connect();
  await consumer.subscribe({ topics: [...topicsOf(topics)], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.headers['event-id']);
      came.set(id, performance.now());
      waiting.get(id)?.();
    },
  });
  return {
    async when(id) {
      if (!came.has(id)) await new Promise((resolve) => waiting.set(id, resolve));
      return came.get(id);
    },
    close: () => consumer.disconnect(),
  };
}

/** Services on a database and a data folder of their own, all ended afterwards. */
async function withServices(url, settings, work) {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const running = [];
  try {
    await work(async (name) => {
      const service = await started(name, { THROUGHLINE_STORE: 'postgres', THROUGHLINE_POSTGRES: url, THROUGHLINE_DATA: folder, ...settings });
      running.push(service);
      return service;
    });
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

async function started(name, settings) {
  const quiet = { THROUGHLINE_REQUESTS_PER_MINUTE: '0', THROUGHLINE_PORT: '0', THROUGHLINE_LOG_LEVEL: 'error' };
  const env = { PATH: process.env.PATH, ...quiet, ...settings };
  const child = spawn(process.execPath, [`dist/apps/${name}/src/main.js`], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const line = await Promise.race([once(child.stdout.setEncoding('utf8'), 'data'), ended]);
  if (typeof line[0] !== 'string') throw new Error(`${name} did not start`);
  const { api } = JSON.parse(line[0]);
  const token = (await readFile(join(settings.THROUGHLINE_DATA, 'owner-token'), 'utf8')).trim();
  const authorization = `Bearer ${token}`;
  const answered = async (response, wanted) => {
    const text = await response.text();
    if (response.status !== wanted) throw new Error(`${name}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text);
  };
  return {
    /** Records an organization; its receipt. */
    register: async (of) =>
      await answered(
        await fetch(`${api}/organizations`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json', 'idempotency-key': newId() },
          body: JSON.stringify({ name: of, kind: 'school' }),
        }),
        201,
      ),
    /** Returns once the read model has it. */
    async sees(of, position) {
      const ask = () => fetch(`${api}/organizations?q=${of}&atLeast=${position}`, { headers: { authorization } });
      const until = performance.now() + SEEN_WITHIN_MS;
      let answer = await ask();
      // One that lags says so after a while, and is asked again.
      while (answer.status === 503 && performance.now() < until) {
        await answer.arrayBuffer();
        await pause(ASKED_AGAIN_MS);
        answer = await ask();
      }
      const { items } = await answered(answer, 200);
      if (items.length !== 1) throw new Error(`${of} is there ${items.length} times at ${position}`);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
