// The page of benchmarks again, worked out from the samples that are kept beside it: `node test/bench/page.mjs` prints it.
import { readFileSync } from 'node:fs';
import { report } from './report.mjs';

const kept = readFileSync('docs/reference/benchmarks.ndjson', 'utf8').trimEnd().split('\n');
const [made, ...samples] = kept.map((line) => JSON.parse(line));
process.stdout.write(report(samples, made));
