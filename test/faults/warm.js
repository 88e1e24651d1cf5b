// Preloaded into a server that is to be started at once when its predecessor was killed: it loads all of the program,
// and waits for a word on stdin before the program's own first line runs.
import { once } from 'node:events';

await import('../../dist/apps/throughline/src/command-line.js');
await once(process.stdin, 'data');
process.stdin.unref();
