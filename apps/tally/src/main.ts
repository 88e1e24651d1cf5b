import 'reflect-metadata';
import { runTally } from './run-tally.js';

process.exitCode = await runTally(process.argv.slice(2), process.env);
