import { Leases, openPostgres, type Row, type Sql } from '#event-store';
import { ProjectionRunner } from '#projections';
import { tallies } from '../../libs/projections/src/testing/tallies.js';

/**
 * A process to be killed, and it kills itself: a projector on a PostgreSQL schema, whose second batch ends with kill -9 at
 * the point named. `one-transaction` off: writes and checkpoint no longer share one. With a number of partitions it shares them
 * with others, under leases. Waits for a word on stdin first.
 */
const [url = '', schema = '', point = '', guard = '', partitions] = process.argv.slice(2);
/** What the killed one held is another's so soon. */
const LEASE_SECONDS = 1;

await new Promise((resolve) => process.stdin.once('data', resolve));
const { sql, store } = await openPostgres({ connectionString: url, schema, connections: 3 });
let batches = 0;

const dieAt = async (reached: string) => {
  // Its partitions go side by side: another's batch may be counted while this one's is written.
  if (reached !== point || batches < 2) return;
  process.kill(process.pid, 'SIGKILL');
  // Nothing that comes behind runs.
  await new Promise(() => undefined);
};

const mortal: Sql = {
  query: (text, parameters) => sql.query(text, parameters),
  listen: (channel, heard) => sql.listen(channel, heard),
  close: () => sql.close(),
  transaction: async (work) => {
    const whole = async (queries: Pick<Sql, 'query'>) => {
      const answer = await work({
        query: async <R extends Row>(text: string, parameters?: readonly unknown[]) => {
          const movesCheckpoint = text.startsWith('update projection_checkpoints');
          if (movesCheckpoint) {
            batches += 1;
            await dieAt('before');
          }
          const rows = await queries.query<R>(text, parameters);
          if (movesCheckpoint) await dieAt('between');
          return rows;
        },
      });
      await dieAt('after');
      return answer;
    };
    const answer = guard === 'one-transaction' ? await sql.transaction(whole) : await whole(sql);
    // The database has it; the projector that would go on from there never hears so.
    await dieAt('committed');
    return answer;
  },
};

const shared = () => ({
  partitions: Number(partitions),
  elects: new Leases(sql, { holder: `process ${process.pid}`, seconds: LEASE_SECONDS }),
});
const options = { batchSize: 2, ...(partitions === undefined ? {} : shared()) };
const runner = new ProjectionRunner(mortal, store, [tallies()], options);
await runner.start();
