import { Leases, openPostgres, type Row, type Sql } from '#event-store';
import { ProjectionRunner } from '#projections';
import { tallies } from '../../libs/projections/src/testing/tallies.js';

/**
 * A projector that stops itself (SIGSTOP) within its second batch, at the point named, as a machine does that is suspended.
 * When it is continued it goes on as if nothing had been; then it says what became of that batch, and ends. `off` names the
 * guards that are switched off. Waits for a word on stdin first.
 */
const [url = '', schema = '', point = '', off = '', seconds = ''] = process.argv.slice(2);

await new Promise((resolve) => process.stdin.once('data', resolve));
const { sql, store } = await openPostgres({ connectionString: url, schema, connections: 3 });
let batches = 0;

const unguarded = (text: string) =>
  off.includes('compare-and-set') && text.startsWith('update projection_checkpoints')
    ? text.replace('and position = $5', 'and $5::text is not null')
    : text;

const paused: Sql = {
  query: (text, parameters) => sql.query(text, parameters),
  listen: (channel, heard) => sql.listen(channel, heard),
  close: () => sql.close(),
  transaction: async (work) => {
    let isBatch = false;
    const stopsAt = (reached: string) => {
      if (reached !== point || batches !== 2) return;
      process.stdout.write('stops\n');
      process.kill(process.pid, 'SIGSTOP');
    };
    try {
      const answer = await sql.transaction((queries) =>
        work({
          query: async <R extends Row>(text: string, parameters?: readonly unknown[]) => {
            if (text.includes('from leases')) {
              isBatch = true;
              batches += 1;
              stopsAt('before');
              if (off.includes('lease')) return [{}] as R[];
            }
            const rows = await queries.query<R>(unguarded(text), parameters);
            if (text.includes('from leases')) stopsAt('within');
            return rows;
          },
        }),
      );
      if (isBatch && batches === 2) await said('written');
      return answer;
    } catch (error) {
      if (isBatch && batches === 2) await said(error instanceof Error ? error.name : String(error));
      throw error;
    }
  },
};

/** Nothing comes behind what was said. */
function said(word: string): Promise<never> {
  process.stdout.write(`${word}\n`, () => process.kill(process.pid, 'SIGKILL'));
  return new Promise(() => undefined);
}

const elects = new Leases(sql, { holder: `process ${process.pid}`, seconds: Number(seconds) });
await new ProjectionRunner(paused, store, [tallies()], { batchSize: 2, elects }).start();
