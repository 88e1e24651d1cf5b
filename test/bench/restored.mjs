// Restores a dump into the cluster that POSTGRES_URL names and writes down what a reader gets there, in its order.
import { writeFileSync } from 'node:fs';
import { database, restore } from './databases.mjs';
import { start } from './drivers.mjs';

const { name, module, open, file, out } = JSON.parse(process.argv[2]);
const url = await database(name.replaceAll('-', '_'));
restore(url, file);
const driver = await start({ name, module, open }, { url });
writeFileSync(out, JSON.stringify(await driver.ask('inOrder')));
await driver.close();
