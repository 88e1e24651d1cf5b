import { runTally } from '#messaging';

process.exitCode = await runTally(process.argv.slice(2), process.env);
