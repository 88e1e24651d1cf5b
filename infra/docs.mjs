/**
 * Writes the parts of the reference that the code says itself, or with `--check` fails where they are stale:
 * docs/reference/events.md (every event with its fields, from the types), docs/reference/command-line.md (what `--help`
 * says), docs/reference/configuration.md (every setting, from the list that reads them), the HTTP interface (infra/openapi)
 * and, between the markers of docs/reference/rules.md, the tests that prove each rule (from their names).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { pageOf } from '../test/faults/page.mjs';
import { build } from './build.mjs';
import { metricsPage } from './metrics-page.mjs';

const FAMILIES = ['organization', 'partnership', 'commitment', 'evidence', 'indicator', 'meeting'];
const NAMED = /^(?!.*(Event|Command|Metadata|Recorded|Fact|Confirmed|Contested|Corrected|Span|Quarter|Basis|Formation|Submission|Schedule|Held|Registration)$)[A-Z]/;
const check = process.argv.includes('--check');
let stale = 0;

function put(path, text) {
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // A file that is not there yet is stale.
  }
  if (before === text) return;
  if (check) {
    process.stderr.write(`${path} is stale: run npm run docs\n`);
    stale += 1;
  } else {
    writeFileSync(path, text);
    process.stdout.write(`${path} written\n`);
  }
}

function eventsReference() {
  const config = ts.getParsedCommandLineOfConfigFile('tsconfig.json', {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (d) => { throw new Error(String(d.messageText)); } });
  const files = FAMILIES.map((family) => `libs/domain/src/${family}/${family}.events.ts`);
  const program = ts.createProgram(files, config.options);
  const checker = program.getTypeChecker();
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
  const words = (type) => checker.typeToString(type, undefined, flags).replaceAll('readonly ', '').replaceAll('Readonly<', '').replace(/>(?=( \||$))/g, '');
  const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

  const fieldsOf = (type) => {
    const variants = type.isUnion() ? type.types : [type];
    const fields = new Map();
    for (const variant of variants) {
      for (const property of checker.getPropertiesOfType(variant)) {
        const declared = checker.getTypeOfSymbol(property);
        const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
        const node = property.valueDeclaration?.type;
        const text = node === undefined ? words(declared) : node.getText().replaceAll('readonly ', '').replaceAll(/Readonly<((?:[^<>]|<[^<>]*>)*)>/g, '$1');
        const comment = ts.displayPartsToString(property.getDocumentationComment(checker));
        const known = fields.get(property.name);
        if (text === 'never') {
          if (known !== undefined) known.optional = true;
          else fields.set(property.name, { text: '', optional: true, comment, count: 0 });
          continue;
        }
        const both = known === undefined || known.text === '' || known.text === text ? text : `${known.text} | ${text}`;
        fields.set(property.name, { text: both, optional: optional || known?.optional === true, comment, count: (known?.count ?? 0) + 1 });
      }
    }
    return fields;
  };

  const lines = [
    '# Events',
    '',
    'Every fact that the ledger can hold, from the types in `libs/domain` (written by `npm run docs`, checked by the tests).',
    'Each event also bears the metadata of `libs/kernel/src/event.ts`: the day it became true, whose act it was, who recorded',
    'it, and for imported facts where it was read. The schema version of all of them is 1.',
    '',
  ];
  for (const [index, family] of FAMILIES.entries()) {
    const source = program.getSourceFile(files[index]);
    lines.push(`## ${family[0].toUpperCase()}${family.slice(1)}: stream \`${family}-<id>\``, '');
    for (const statement of source.statements) {
      if (!ts.isTypeAliasDeclaration(statement) || !/^[A-Z]\w+Event$/.test(statement.name.text) || !ts.isUnionTypeNode(statement.type)) continue;
      for (const member of statement.type.types) {
        if (!ts.isTypeReferenceNode(member) || member.typeName.getText() !== 'Event') continue;
        const [name, data] = member.typeArguments;
        const comments = ts.getLeadingCommentRanges(source.text, member.pos) ?? [];
        const said = comments.map(({ pos, end }) => source.text.slice(pos, end).replace(/^\/\*\*?|\*\/$/g, '').replaceAll(/\n\s*\* ?/g, ' ').trim()).join(' ');
        lines.push(`### ${name.getText().slice(1, -1)}`, '', ...(said === '' ? [] : [said, '']));
        const fields = fieldsOf(checker.getTypeFromTypeNode(data));
        if (fields.size === 0) {
          lines.push('No fields: its day and its actor say it all.', '');
          continue;
        }
        lines.push('| field | type | |', '| --- | --- | --- |');
        for (const [field, { text, optional, comment }] of fields) {
          lines.push(`| \`${field}\`${optional ? '?' : ''} | \`${cell(text)}\` | ${cell(comment)} |`);
        }
        lines.push('');
      }
    }
  }
  lines.push(
    '## About any fact: in the stream of the fact',
    '',
    '| event | says |',
    '| --- | --- |',
    '| `FactCorrected` | `corrects` names the fact; `replacement` (data and day) stands in its place, or null strikes it; `reason`; `agreedBy` |',
    '| `RecordConfirmed` | `party` says of what was recorded on its behalf (`eventId`): so it was |',
    '| `RecordContested` | `party` says of what was recorded on its behalf (`eventId`): so it was not; `reason` |',
    '',
  );
  lines.push('## The types named above', '', '```ts');
  for (const file of ['libs/kernel/src/civil-date.ts', 'libs/kernel/src/calendar.ts', 'libs/kernel/src/event.ts', ...files]) {
    const source = program.getSourceFile(file);
    for (const statement of source.statements) {
      if (!ts.isTypeAliasDeclaration(statement) || !NAMED.test(statement.name.text)) continue;
      if (statement.typeParameters === undefined) lines.push(statement.getText().replace(/^export /, ''));
    }
  }
  lines.push('```', '');
  return lines.join('\n');
}

function specs(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.spec.ts'))
    .map((path) => join(folder, path))
    .sort();
}

/** Tests by the rule that their name begins with, `R5: ...`; a name may prove several, `R2, R15: ...`. */
function testsByRule() {
  const byRule = new Map();
  for (const path of specs('libs')) {
    for (const match of readFileSync(path, 'utf8').matchAll(/\bit(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:R\d+[a-z]?(?:, ?| and )?)+): (.+?)\1\s*,/g)) {
      for (const [rule] of match[2].matchAll(/R\d+/g)) byRule.set(rule, [...(byRule.get(rule) ?? []), match[3].replaceAll(/\\(['"`])/g, '$1')]);
    }
  }
  return byRule;
}

function rulesReference() {
  const byRule = testsByRule();
  return readFileSync('docs/reference/rules.md', 'utf8').replace(/<!-- tests of (R\d+) -->[\s\S]*?<!-- end -->/g, (_, rule) => {
    const tests = byRule.get(rule);
    if (tests === undefined) {
      process.stderr.write(`${rule} has no test that names it\n`);
      stale += 1;
    }
    return [`<!-- tests of ${rule} -->`, ...(tests ?? []).map((name) => `- ${name}`), '<!-- end -->'].join('\n');
  });
}

async function commandLineReference() {
  await build();
  const { runCommandLine } = await import('../dist/apps/throughline/src/command-line.js');
  const help = async (...words) => {
    let said = '';
    const stream = { write: (text) => (said += text), columns: 100 };
    await runCommandLine([...words, '--help'], { stdout: stream, stderr: stream });
    return said.trimEnd();
  };
  const under = (text) => [...text.slice(text.indexOf('\nCommands:')).matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name).filter((name) => name !== 'help');
  const lines = [
    '# Command line',
    '',
    'What `--help` says of every command (written by `npm run docs`, checked by the tests). In a clone, write',
    '`npm run -s throughline -- <command>`: `-s` keeps npm quiet, and what follows `--` goes to the program. It is built',
    'first where a source is newer than the last build. In the services profile it is `docker compose run --rm throughline <command>`',
    '([more](../operations/README.md#how-to-type-a-command)).',
    '',
    'Results go to stdout; progress, notes and errors go to stderr. With `--json` a result is JSON on stdout, and an error',
    'is one line of JSON on stderr: `{ code, message, problems }`, each problem with `field`, `rule` and `message`.',
    '',
    '| exit code | means |',
    '| --- | --- |',
    '| 0 | done |',
    '| 1 | the answer is no: something is damaged, a row was bad, a rule refused, the folder is in use, it failed |',
    '| 2 | wrong use: an unknown command, option or name, a folder that is not there, a port that is taken |',
    '',
    'An option goes before `THROUGHLINE_DATA`, `THROUGHLINE_PORT`, `THROUGHLINE_HOST` or `THROUGHLINE_LOG_LEVEL` of the',
    'environment, and both before the default. Every setting stands in [configuration](configuration.md).',
    '',
  ];
  const describe = async (...words) => {
    const text = await help(...words);
    lines.push(`## ${['throughline', ...words].join(' ')}`, '', '```text', text, '```', '');
    for (const name of under(text)) await describe(...words, name);
  };
  await describe();
  return lines.join('\n');
}

async function configurationReference() {
  await build();
  const { SERVICES, SETTINGS } = await import('../dist/libs/platform/src/index.js');
  const code = (text) => `\`${text}\``;
  const defaultOf = ({ default: otherwise = '', services }) => {
    if (typeof otherwise === 'string') return otherwise === '' ? '' : code(otherwise);
    return services.flatMap((service) => (otherwise[service] === undefined ? [] : [`${service} ${code(otherwise[service])}`])).join(', ');
  };
  const readBy = ({ services }) => (services.length === SERVICES.length ? 'all' : services.join(', '));
  const rows = SETTINGS.map((setting) => {
    const { key, option, meaning, wants, secret, byFile } = setting;
    const names = [code(key), ...(option === undefined ? [] : [code(option)])].join('<br>');
    const notes = [...(secret ? ['secret'] : []), ...(byFile ? [] : ['not by file'])].join(', ');
    return `| ${names} | ${meaning} | ${wants} | ${defaultOf(setting)} | ${readBy(setting)} | ${notes} |`;
  });
  return [
    '# Configuration',
    '',
    'Every setting of `throughline`, all in one and with its commands, and of the services `ledger`, `queries`, `projector` and',
    '`relay` (written by `npm run docs` from the list that reads them, checked by the tests). Options are those of `throughline`: one',
    'goes before the environment, and both before the default. The services take every setting from the environment alone, refuse any',
    'word on their command line (exit code 2), and say with `--help` what they read.',
    '',
    'Any key but those that say otherwise may instead be given as `<KEY>_FILE`: the path of a file that holds the value, as',
    'Docker and Kubernetes hand over secrets. A new line at its end does not count. A key that is given in both ways is refused.',
    '',
    'A setting that is wrong or missing stops the program at its start with exit code 2 and a line for each on stderr: the key, what',
    'it got (`…` for a secret) or that it is not set, what it wants. An empty value is a value, and mostly a wrong one. A key that begins',
    'with `THROUGHLINE_` and is no setting is named with them; a service that starts warns of it.',
    '',
    '| key, option of `throughline` | says | wants | default | key read by | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'Limits are counted by each process for itself: behind two copies of a service a token may ask up to twice as often.',
    '',
  ].join('\n');
}

/** Every metric and alert, from the list that makes the ones and the rules that are the others. */
async function metricsReference() {
  await build();
  const { METRICS } = await import('../dist/libs/platform/src/index.js');
  return metricsPage(METRICS, readFileSync('infra/prometheus/alerts.yml', 'utf8'));
}

/** The review that the demo prints, whole and as the first page in the README. A test compares them with what it prints. */
function printedReview() {
  const data = mkdtempSync(join(tmpdir(), 'throughline-'));
  const throughline = (...words) => execFileSync(process.execPath, ['infra/throughline.mjs', ...words, '--data', data], { encoding: 'utf8' });
  try {
    const text = throughline('demo', '--once');
    put('docs/reference/a-review.txt', text);
    put('docs/reference/a-review.md', throughline('review', 'Connecticut', 'FY2011-Q2', '--as-of', '2011-01-31', '--format', 'md'));
    const page = text.slice(0, text.indexOf('CARRIED IN, MOVED, PENDING'));
    const readme = readFileSync('README.md', 'utf8');
    put('README.md', readme.replace(/<!-- review -->[\s\S]*?<!-- end -->/, () => `<!-- review -->\n\`\`\`text\n${page}\`\`\`\n<!-- end -->`));
  } finally {
    rmSync(data, { recursive: true });
  }
}

/**
 * The interface's description and its pages (infra/openapi), and what is told to Kafka (infra/messaging);
 * examples are asked for anew; to compare them takes as long, and is a test of its own (examples.typed.spec.ts).
 */
function describedReference() {
  const run = (script, ...words) => {
    const sources = ['--conditions=throughline-src', '--import', './test/support/run-sources.js', `infra/${script}`];
    if (spawnSync(process.execPath, [...sources, ...words], { stdio: 'inherit' }).status !== 0) stale += 1;
  };
  const how = check ? ['--check'] : [];
  if (!check) run('openapi/record.ts');
  run('openapi/write.ts', ...how);
  run('messaging/write.ts', ...how);
}

put('docs/reference/events.md', eventsReference());
put('docs/reference/rules.md', rulesReference());
put('docs/reference/faults.md', pageOf(JSON.parse(readFileSync('docs/reference/faults.json', 'utf8'))));
put('docs/reference/command-line.md', await commandLineReference());
put('docs/reference/metrics.md', await metricsReference());
put('docs/reference/configuration.md', await configurationReference());
if (!check) printedReview();
describedReference();
process.exitCode = stale > 0 ? 1 : 0;
