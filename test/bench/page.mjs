// A page of benchmarks again, worked out from the samples that are kept beside it: `node test/bench/page.mjs` prints that of the
// store, `node test/bench/page.mjs engines` that of the services.
import { readFileSync } from 'node:fs';
import { report as ofServices } from './engines-report.mjs';
import { report as ofStore } from './report.mjs';

const [name, report] = process.argv[2] === 'engines' ? ['benchmarks-engines', ofServices] : ['benchmarks', ofStore];
const kept = readFileSync(`docs/reference/${name}.ndjson`, 'utf8').trimEnd().split('\n');
const [made, ...samples] = kept.map((line) => JSON.parse(line));
process.stdout.write(report(samples, made));
