import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { decisionsContract } from './contract/decisions.contract.js';
import { eventStoreContract } from './contract/event-store.contract.js';
import { counted, type Opened } from './contract/opened.js';
import { Schemas } from './contract/schemas.js';
import { newFolder } from './embedded/samples.js';
import { emptyDatabase } from './embedded/template.js';
import { WorkerSql } from './embedded/worker-sql.js';
import { EsdbDouble } from './esdb/double/index.js';
import { EsdbEventStore } from './esdb/esdb-event-store.js';
import { prefixOf } from './esdb/log-reader.js';
import { serverVersion } from './esdb/server-version.js';
import { migrate } from './sql/migrate.js';
import { SqlTexts } from './texts.js';

// Some tests wait for sixteen writers: on a machine that is busy with other things, for a while.
jest.setTimeout(60_000);

const url = process.env['EVENTSTOREDB_URL'];
const name = url === undefined ? 'EventStoreDB (protocol double)' : 'EventStoreDB (server)';

// A server that is there is shared by all ledgers of the run, as ledgers may share one.
let folder: string;
let database: WorkerSql;
const schemas = new Schemas(() => database);
const run = `contract_${process.pid}_${Date.now().toString(36)}`;
let ledgers = 0;

const open = async () => {
  const ledger = `${run}_${(ledgers += 1)}`;
  await database.query(`create schema ${ledger}`);
  await migrate(schemas.sql(ledger));
  return await openLedger(ledger, url === undefined ? await EsdbDouble.start() : undefined);
};

eventStoreContract(name, open);
decisionsContract(name, open);
// The same rules again, decided in another way: where there is time for it.
if (process.env['ESDB_COMMANDS'] !== undefined) decisionsContract(`${name}, decided unread`, open, { decidesUnread: true });

beforeAll(async () => {
  folder = await newFolder();
  database = await WorkerSql.open({ dataDir: join(folder, 'database'), template: await emptyDatabase() });
  const said = url === undefined ? 'protocol double' : `server at ${new URL(url).host}, version ${await serverVersion(url)}`;
  process.stderr.write(`EventStoreDB contract: ${said}\n`);
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** @param double undefined where a server is there: nobody reaches into it, and it is not killed, only its clients */
async function openLedger(ledger: string, double: EsdbDouble | undefined): Promise<Opened> {
  const sql = schemas.sql(ledger);
  const connectionString = double?.connectionString() ?? url ?? '';
  const opened: EsdbEventStore[] = [];
  const again = async () => {
    const store = await EsdbEventStore.open({ connectionString, sql, ledger });
    opened.push(store);
    return store;
  };
  const store = await again();
  const close = async () => {
    for (const one of opened) await one.close();
    await double?.stop();
  };
  return {
    store,
    texts: new SqlTexts(sql),
    positions: 'ascending',
    seed:
      double === undefined
        ? undefined
        : async ({ stream, revision, recordedAt }) => {
            double.log.startAt(`${prefixOf(ledger)}${stream}`, revision);
            if (recordedAt !== undefined) double.faults.clockAheadMs = Date.parse(recordedAt) - Date.now();
            await store.append(stream, [counted(0)], 'no-stream');
            double.faults.clockAheadMs = 0;
          },
    another: again,
    killAndRestart: async () => {
      await double?.stop();
      for (const one of opened) await one.close();
      await double?.up();
      return await openLedger(ledger, double);
    },
    close,
  };
}
