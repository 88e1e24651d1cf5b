// How fast one read model takes in a whole log: in 1, 2 and 4 partitions, run by one process and shared by two.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openPostgres, START } from '#event-store';
import { ProjectionWatch } from '#projections';
import { PROJECTIONS } from '#read-models';
import { database } from './databases.mjs';
import { append, partnershipHistory } from './history.mjs';

const FULL = { rounds: 5, partnerships: 40, commitments: 60 };
const QUICK = { rounds: 2, partnerships: 8, commitments: 10 };
const SHAPES = [1, 2].flatMap((processes) => [1, 2, 4].map((partitions) => ({ processes, partitions })));
/** The read model whose folding is most work of its own: each commitment is folded anew with each batch that touches it. */
const READ_MODEL = 'commitments-board';
const PATIENCE_MS = 600_000;

/**
 * Rounds of all shapes interleaved, so that what else the machine does meets each alike.
 * @param postgresUrl a server; a database of its own is made on it
 * @returns events per second, each as `{ driver, what, processes, partitions, value }`; `what` is `catch-up`, or `rebuild in
 *   partitions` (by one process)
 */
export async function partitions({ postgresUrl, quick }) {
  const sizes = quick ? QUICK : FULL;
  const url = await database('throughline_partitions', postgresUrl);
  const { sql, store, close } = await openPostgres({ connectionString: url });
  for (let n = 0; n < sizes.partnerships; n += 1) await append(store, partnershipHistory(sizes.commitments).streams);
  const head = await store.head();
  const events = Number(head.slice(0, START.length));
  const projectors = await Promise.all([begun(url), begun(url)]);
  const readModel = PROJECTIONS.filter(({ name }) => name === READ_MODEL);
  const samples = [];
  const keep = (what, shape, value) => samples.push({ driver: 'throughline-server', what, ...shape, value });

  const caughtUp = async ({ processes, partitions }) => {
    await forget(sql);
    const running = projectors.slice(0, processes);
    const started = performance.now();
    await Promise.all(running.map((projector) => projector.ask('run', { partitions })));
    // A watch of its own: what one saw in the round before says nothing.
    const watch = new ProjectionWatch(sql, store, readModel, { pollMs: 5 });
    await watch.waitFor(head, PATIENCE_MS);
    const perSecond = (events / (performance.now() - started)) * 1000;
    await watch.stop();
    await Promise.all(running.map((projector) => projector.ask('stop')));
    return perSecond;
  };

  try {
    // Programs are warm before anything counts.
    for (const processes of [1, 2]) await caughtUp({ processes, partitions: 2 });
    for (let round = 0; round < sizes.rounds; round += 1) {
      for (const shape of SHAPES) keep('catch-up', shape, await caughtUp(shape));
      for (const partitions of [1, 2, 4])
        keep('rebuild in partitions', { processes: 1, partitions }, await projectors[0].ask('rebuild', { partitions }));
    }
  } finally {
    for (const projector of projectors) await projector.ask('close');
    await close();
  }
  return samples;
}

/** Nothing was ever built. */
async function forget(sql) {
  const [there] = await sql.query(`select to_regclass('projection_builds') is not null as there`);
  if (!there.there) return;
  const tables = await sql.query(
    `select tablename::text as name from pg_tables where schemaname = current_schema() and tablename like 'rm\\_%'`,
  );
  for (const { name } of tables) await sql.query(`drop table ${name}`);
  await sql.query('delete from projection_builds');
}

async function begun(url) {
  const child = fork(fileURLToPath(new URL('./partitions-process.mjs', import.meta.url)), [url, READ_MODEL], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const answer = () =>
    new Promise((resolve, reject) => {
      const gone = (code) => reject(new Error(`a projector ended with ${code}`));
      child.once('exit', gone);
      child.once('message', ({ value, error }) => {
        child.off('exit', gone);
        if (error === undefined) resolve(value);
        else reject(new Error(error));
      });
    });
  await answer();
  return {
    ask(work, asked = {}) {
      child.send({ work, asked });
      return answer();
    },
  };
}
