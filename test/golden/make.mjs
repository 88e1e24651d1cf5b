// Writes what this version writes, so that every later one is held against it: test/golden/<version>/, a few hundred kB.
// To be run once for each release, and its result committed; what a released version wrote is never written again:
//
//   npm run golden                 of the version that package.json names
//   npm run golden -- <version>    under another name
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const [version = JSON.parse(readFileSync('package.json', 'utf8')).version] = process.argv.slice(2);
const to = join('test', 'golden', version);
if (existsSync(to)) fail(`${to} is there already: it was written by the version that was released`);
const url = process.env.POSTGRES_URL ?? fail('POSTGRES_URL names no server');
const folder = mkdtempSync(join(tmpdir(), 'throughline-golden-'));
const [data, beside] = [join(folder, 'data'), join(folder, 'beside')];

throughline('demo', '--once', '--data', data);
throughline('tokens', 'add', 'guest', '--role', 'viewer', '--data', data);
const review = throughline('review', 'connecticut', 'FY2011-Q2', '--as-of', '2011-01-31', '--format', 'json', '--data', data);
throughline('move', '--from', data, '--to', url, '--to-data', beside);
// Its read models too: the review waits for them.
throughline('review', 'connecticut', 'FY2011-Q2', '--store', 'postgres', '--postgres', url, '--data', beside);

mkdirSync(to, { recursive: true });
write('data.json', JSON.stringify(filesOf(data)));
write('review.json', review);
write('postgres.sql', dumped());
rmSync(folder, { recursive: true });
console.log(`${to}: ${readdirSync(to).map((name) => `${name} ${statSync(join(to, name)).size}`).join(', ')}`);

/** The journal, the evidence files and the tokens, all of them text. */
function filesOf(root) {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => /^(journal|files|tokens)\//.test(path));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** The schema as PostgreSQL's own tool writes it, without the lines that are for its client alone. */
function dumped() {
  const root = '/usr/lib/postgresql';
  const newest = readdirSync(root).sort((a, b) => Number(b) - Number(a))[0];
  const words = ['--schema=throughline', '--inserts', '--no-owner', '--no-privileges', url];
  const lines = run(join(root, newest, 'bin', 'pg_dump'), words).split('\n');
  return lines.filter((line) => !line.startsWith('\\')).join('\n');
}

function throughline(...words) {
  return run(process.execPath, ['infra/throughline.mjs', ...words]);
}

function run(command, words) {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return status === 0 ? stdout : fail(`${command} ${words.join(' ')} failed: ${stderr}`);
}

function write(name, text) {
  writeFileSync(join(to, `${name}.gz`), gzipSync(text, { level: 9 }));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
