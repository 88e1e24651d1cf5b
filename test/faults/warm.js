// Preloaded into a server that is to be started at once when its predecessor was killed: it loads all of the program,
// and waits for a word on stdin before the program's own first line runs.
import { once } from 'node:events';

await Promise.all([
  import('../../dist/apps/throughline/src/command-line.js'),
  import('../../dist/apps/throughline/src/server.js'),
]);
await once(process.stdin, 'data');
process.stdin.unref();
