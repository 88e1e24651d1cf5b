// The benchmarks of the services on real engines: `npm run bench:engines` writes docs/reference/benchmarks-engines.md with its
// raw samples beside it.
//
//   --quick            small sizes and few rounds: proves that the bench works; writes to a temporary folder
//   --out <folder>     where the page and the samples go
//
// Nothing here asserts a time. What does not answer, or is missing: that fails.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../infra/build.mjs';
import { aboutServer, database } from './databases.mjs';
import { start } from './drivers.mjs';
import { about, report } from './engines-report.mjs';

const FOLDER = 'docs/reference';
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, out: { type: 'string' } } });
await build();
// Sources of the services: known only once they are built.
const { partitions } = await import('./partitions.mjs');
const { latency, throughput } = await import('./engines-services.mjs');

const FULL = { rounds: 5, commitments: 3_000, throughputMs: 5_000, commands: 500 };
const QUICK = { rounds: 2, commitments: 50, throughputMs: 500, commands: 20 };
/** As many as the relay sends at a time. */
const AT_ONCE = 1_000;

await measured();

async function measured() {
  const { POSTGRES_URL, KAFKA_BROKERS } = process.env;
  if (POSTGRES_URL === undefined || KAFKA_BROKERS === undefined) throw new Error('the bench needs engines: npm run bench:engines starts them');
  const quick = values.quick === true;
  const sizes = quick ? QUICK : FULL;
  const brokers = KAFKA_BROKERS.split(',');
  const samples = [];
  const keep = (what, value, shape = {}) => samples.push({ what, ...shape, value });
  const began = performance.now();
  const step = (name) => process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s: ${name}\n`);

  step('relay and producer');
  await telling({ brokers, sizes, keep, step });
  step('a read model in partitions');
  samples.push(...(await partitions({ postgresUrl: POSTGRES_URL, quick })));
  step('commands over HTTP');
  await throughput({ url: await database('throughline_commands'), rounds: sizes.rounds, ms: sizes.throughputMs, keep });
  step('from a command to everybody');
  await latency({ url: await database('throughline_latency'), brokers, commands: sizes.commands, keep });

  const out = values.out ?? (quick ? await mkdtemp(join(tmpdir(), 'throughline-benchmarks-')) : FOLDER);
  const made = about({ quick, sizes, seconds: (performance.now() - began) / 1000, server: await aboutServer() });
  await writeFile(join(out, 'benchmarks-engines.ndjson'), `${[made, ...samples].map((line) => JSON.stringify(line)).join('\n')}\n`);
  const text = report(samples, made);
  await writeFile(join(out, 'benchmarks-engines.md'), text);
  step(`wrote ${join(out, 'benchmarks-engines.md')}`);
  process.stdout.write(text);
}

/** The relay beside the plain producer, each in a process of its own. */
async function telling({ brokers, sizes, keep, step }) {
  const module = './engines-relay.mjs';
  const place = { url: await database('throughline_relay'), brokers };
  const relay = await start({ name: 'relay', module, open: 'openRelay' }, place);
  const producer = await start({ name: 'producer', module, open: 'openProducer' }, place);
  const messages = await relay.ask('fill', { commitments: sizes.commitments });
  keep('messages', messages);
  const warm = await relay.ask('tell');
  await producer.ask('learn', { prefix: warm.prefix, messages });
  await producer.ask('forget', warm);
  await producer.ask('forget', await producer.ask('produce', { atOnce: AT_ONCE }));
  for (let round = 0; round < sizes.rounds; round += 1) {
    step(`relay and producer: round ${round + 1} of ${sizes.rounds}`);
    for (const [driver, work] of [
      [relay, 'tell'],
      [producer, 'produce'],
    ]) {
      const told = await driver.ask(work, { atOnce: AT_ONCE });
      keep(driver.name, told.perSecond);
      await producer.ask('forget', told);
    }
  }
  await relay.close();
  await producer.close();
}
