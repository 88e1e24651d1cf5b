// PGlite in a thread of its own: a long query would stop the event loop of the thread it runs in.
// Plain JavaScript, because a worker thread loads its file as it lies there, from the sources as from the build.
// In:  { id, do: 'query' | 'listen' | 'unlisten' | 'dump' | 'close', text?, parameters?, channel? }
// Out: { id, value } | { id, error } | { channel, payload }; the first answer has id 0: the database is open.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { amcheck } from '@electric-sql/pglite/contrib/amcheck';

const ERROR_FIELDS = ['code', 'severity', 'detail', 'hint', 'schema', 'table', 'column', 'constraint', 'where', 'position'];
const unlisten = new Map();
let database;

function asData(error) {
  const fields = Object.fromEntries(
    ERROR_FIELDS.filter((name) => error?.[name] !== undefined).map((name) => [name, error[name]]),
  );
  return { message: error?.message ?? String(error), ...fields };
}

async function open() {
  const { dataDir, template } = workerData;
  database = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(template === undefined ? {} : { loadDataDir: new Blob([template]) }),
    extensions: { amcheck },
  });
}

async function answer({ do: what, text, parameters, channel }) {
  switch (what) {
    case 'query':
      return (await database.query(text, parameters)).rows;
    case 'listen':
      if (!unlisten.has(channel))
        unlisten.set(channel, await database.listen(channel, (payload) => parentPort.postMessage({ channel, payload })));
      return undefined;
    case 'unlisten':
      await unlisten.get(channel)?.();
      unlisten.delete(channel);
      return undefined;
    case 'dump':
      return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
    case 'close':
      await database.close();
      return undefined;
    default:
      throw new Error(`unknown request ${what}`);
  }
}

async function reply(id, work) {
  try {
    parentPort.postMessage({ id, value: await work() });
  } catch (error) {
    parentPort.postMessage({ id, error: asData(error) });
  }
}

parentPort.on('message', async (request) => {
  await reply(request.id, () => answer(request));
  if (request.do === 'close') parentPort.close();
});
await reply(0, open);
