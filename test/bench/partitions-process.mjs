// A projector in a process of its own, told over IPC when to run and with how many partitions: its program stays warm.
import { Leases, openPostgres } from '#event-store';
import { ProjectionRunner } from '#projections';
import { PROJECTIONS } from '#read-models';

const [, , url, name] = process.argv;
const { sql, store, close } = await openPostgres({ connectionString: url });
const projections = PROJECTIONS.filter((projection) => projection.name === name);
let runner;

const works = {
  async run({ partitions }) {
    const elects = new Leases(sql, { holder: `process ${process.pid}`, seconds: 15 });
    runner = new ProjectionRunner(sql, store, projections, { elects, partitions });
    await runner.start();
  },
  async stop() {
    await runner.stop();
  },
  async rebuild({ partitions }) {
    const alone = new ProjectionRunner(sql, store, projections);
    const started = performance.now();
    const { events } = await alone.rebuild(name, { partitions });
    return (events / (performance.now() - started)) * 1000;
  },
  async close() {
    await close();
  },
};

process.on('message', async ({ work, asked }) => {
  try {
    process.send({ value: await works[work](asked) });
  } catch (error) {
    process.send({ error: error.stack });
  }
  if (work === 'close') process.disconnect();
});
// Where the bench itself fails, nobody is left to tell it to close.
process.on('disconnect', () => process.exit());
process.send({ value: 'open' });
