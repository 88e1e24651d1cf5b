import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Everything that is measured, in the order of the table's columns. */
export const DRIVERS = [
  { name: 'throughline-server', says: 'Throughline on PostgreSQL', module: './ledger.mjs', open: 'openServer', on: 'server' },
  { name: 'throughline-embedded', says: 'Throughline embedded', module: './ledger.mjs', open: 'openDefault', on: 'folder' },
  { name: 'plain-server', says: 'plain SQL on PostgreSQL', module: './plain.mjs', open: 'openServer', on: 'server' },
  { name: 'plain-embedded', says: 'plain SQL on PGlite', module: './plain.mjs', open: 'openDefault', on: 'folder' },
  { name: 'emmett', says: 'Emmett', module: './peers/emmett.mjs', open: 'open', on: 'server' },
  { name: 'message-db', says: 'message-db', module: './peers/message-db.mjs', open: 'open', on: 'server' },
];

/**
 * Starts a driver in a process of its own.
 * @param place where its data lies: `{ url }` of a database of its own, or `{ folder }`
 * @returns `ask(work, asked)`, one at a time, and `close()`
 */
export async function start({ name, module, open }, place) {
  const child = fork(here('./process.mjs'), [module, open], {
    env: { ...process.env, BENCH_PLACE: JSON.stringify(place) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const answer = () =>
    new Promise((resolve, reject) => {
      const gone = (code) => reject(new Error(`${name} ended with ${code}`));
      child.once('exit', gone);
      child.once('message', ({ value, error }) => {
        child.off('exit', gone);
        if (error === undefined) resolve(value);
        else reject(new Error(`${name}: ${error}`));
      });
    });
  await answer();
  const ask = (work, asked = {}) => {
    child.send({ work, asked });
    return answer();
  };
  const close = async () => {
    child.send({ work: 'close' });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${name} ended with ${code}`);
  };
  return { name, ask, close };
}
