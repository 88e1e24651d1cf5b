import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commandsOf, readKnown, wrongIn } from './command-lines.js';

const filesBelow = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path));

const pages = ['README.md', ...filesBelow('docs', '.md')];

/** The anchor that a heading gets. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));

/** What a link of a page leads to, where it leads nowhere. */
function brokenLinks(page: string): string[] {
  const prose = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    if (!existsSync(target)) return [`${page}: ${link}`];
    return anchor === undefined || anchorsOf(target).includes(anchor) ? [] : [`${page}: ${link}`];
  });
}

/** The tests that a page names for something, as `path` "name", where they are not there. */
function notShown(what: string, shown: string): string[] {
  const named = [...shown.matchAll(/`([^`]+)` "([^"]+)"/g)];
  if (named.length === 0) return [`${what}: no test`];
  return named.flatMap(([, path = '', name = '']) =>
    existsSync(path) && readFileSync(path, 'utf8').includes(`'${name}'`) ? [] : [`${what}: ${path} "${name}"`],
  );
}

/** What a page says of a failure, in this order. */
const SAID = ['What you see', 'Why', 'What to run'];

/** The failures that a page does not tell whole: it has a heading for each part, or a paragraph for each in every section. */
function halfTold(page: string): string[] {
  const [, ...sections] = readFileSync(page, 'utf8').split(/^## /m);
  const headingOf = (section: string) => section.slice(0, section.indexOf('\n'));
  const ofPage = sections.map(headingOf).filter((heading) => SAID.includes(heading));
  const ofSections = sections.filter((section) => !SAID.includes(headingOf(section)));
  const isToldWhole = ofPage.join() === SAID.join() || (ofPage.length === 0 && ofSections.length > 0);
  return [
    ...(isToldWhole ? [] : [`${page}: ${ofPage.join()}`]),
    ...ofSections.flatMap((section) => {
      const parts = [...section.matchAll(/^(What you see|Why|What to run):/gm)].map(([, part]) => part);
      return parts.join() === SAID.join() ? [] : [`${page}, ${headingOf(section)}: ${parts.join()}`];
    }),
  ];
}

describe('the documentation', () => {
  it('has no link that leads nowhere', () => {
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  it('is not behind the code: events, rules with their tests, command line', () => {
    const checked = spawnSync(process.execPath, ['infra/docs.mjs', '--check'], { encoding: 'utf8' });
    expect([checked.status, checked.stderr]).toEqual([0, '']);
  }, 120_000);

  it.each([
    ['of the store', 'benchmarks', []],
    ['of the services', 'benchmarks-engines', ['engines']],
  ])('works the page of benchmarks %s out from the samples beside it', (_, name, words) => {
    const page = spawnSync(process.execPath, ['test/bench/page.mjs', ...words], { encoding: 'utf8' });
    expect([page.status, page.stdout]).toEqual([0, readFileSync(`docs/reference/${name}.md`, 'utf8')]);
  });

  it('names only error codes that the code has', () => {
    const sources = ['apps', 'libs']
      .flatMap((folder) => filesBelow(folder, '.ts'))
      .filter((path) => !/\.(spec|contract)\./.test(path));
    const code = sources.map((path) => readFileSync(path, 'utf8')).join('\n');
    const named = filesBelow('docs/operations', '.md').flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([word]) => word),
    );
    expect(new Set(named).size).toBeGreaterThan(10);
    // What is set for another's image is no code of ours either.
    const compose = readFileSync('docker-compose.yml', 'utf8');
    const isKnown = (word: string) => code.includes(`'${word}'`) || new RegExp(`^ +${word}: `, 'm').test(compose);
    expect([...new Set(named)].filter((word) => !isKnown(word))).toEqual([]);
  });

  it('has a page for every failure that its list of failures names, and names every page', () => {
    const list = readFileSync('docs/operations/README.md', 'utf8');
    const there = readdirSync('docs/operations').filter((name) => name !== 'README.md');
    expect(there.filter((name) => !list.includes(`(${name})`))).toEqual([]);
  });

  it('is where programs, alerts and dashboards say that more is to be read', () => {
    const sources = ['apps', 'libs', 'infra'].flatMap((folder) =>
      ['.ts', '.mjs', '.json', '.yml'].flatMap((ending) => filesBelow(folder, ending)),
    );
    const named = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/docs\/[\w/-]+\.md(?:#[\w-]+)?/g)].map(([link]) => ({ path, link })),
    );
    expect(named.length).toBeGreaterThan(20);
    const leadsNowhere = ({ link }: Readonly<{ link: string }>) => {
      const [page = '', anchor] = link.split('#');
      return !existsSync(page) || (anchor !== undefined && !anchorsOf(page).includes(anchor));
    };
    expect(named.filter(leadsNowhere)).toEqual([]);
  });

  it('says of every failure what one sees, why, and what to run', () => {
    const [failures = ''] = readFileSync('docs/operations/README.md', 'utf8').split('\nThe services profile');
    const named = [...failures.matchAll(/^- \[.*\]\((.*)\)$/gm)].map(([, page = '']) => join('docs/operations', page));
    expect(named.length).toBeGreaterThan(20);
    expect(named.flatMap(halfTold)).toEqual([]);
  });

  it('names for each of the ten OWASP API risks tests that exist', () => {
    const page = readFileSync('docs/explanation/security.md', 'utf8');
    const risks = [...page.matchAll(/^\| (API\d+) .*\| (.*) \|$/gm)];
    expect(risks.map(([, risk]) => risk)).toEqual(Array.from({ length: 10 }, (_, n) => `API${n + 1}`));
    expect(risks.flatMap(([, risk = '', shown = '']) => notShown(risk, shown))).toEqual([]);
  });

  it('names for what each engine promises tests that exist', () => {
    const page = readFileSync('docs/explanation/engines.md', 'utf8');
    const promises = [...page.matchAll(/^\| ([^|]+) \| (`(?:libs|test)\/[^|]*) \|$/gm)];
    expect(promises.length).toBeGreaterThan(15);
    expect(promises.flatMap(([, promise = '', shown = '']) => notShown(promise, shown))).toEqual([]);
  });

  it('says nothing to type that the command line, or the compose file, does not know', () => {
    const known = readKnown();
    const typed = pages.flatMap((page) => commandsOf(readFileSync(page, 'utf8')).map((command) => ({ page, command })));
    const of = (program: string) => typed.filter(({ command }) => command.words[0] === program).length;
    expect([of('throughline') > 100, of('docker') > 40]).toEqual([true, true]);
    expect(typed.flatMap(({ page, command }) => wrongIn(command, known).map((said) => `${page}: ${said}`))).toEqual([]);
  });

  it.each([
    ['`throughline doctr`', 'there is no command doctr'],
    ['`throughline projections\nrebuilt <name>`', 'there is no command projections rebuilt'],
    ['`throughline doctor --datta`', 'there is no option --datta'],
    ['`throughline tokens add <name> --role`', '--role lacks its value'],
    ['`npm run -s throughline -- export ours theirs`', 'export takes no theirs'],
    ['```text\nthroughline backup\n```', 'backup lacks what it is for'],
    ['```text\nLEDGER_FORKED: of another. Run: throughline projection rebuild search\n```', 'there is no command projection'],
    ['```sh\nA=b npm run -s throughline -- topics | tail -1\n```', 'topics lacks what it is for'],
    ['`docker compose exec leger ls /data`', 'there is no service leger'],
    ['`docker compose up -d --no-deps projector rely`', 'there is no service rely'],
    ['`docker compose run --rm throughline doctr`', 'there is no command doctr'],
    [
      '```text\ndocker compose run --rm \\\n  --entrypoint tar throughlin -cf - . > data.tar\n```',
      'there is no service throughlin',
    ],
    ['`docker compose run --rmm throughline doctor`', 'there is no option --rmm'],
    ['`docker compose bild`', 'docker compose bild is not known here'],
    ['`docker run --rm debian tar`', 'docker run is not of the services profile'],
    ['`docker compose config ledger`', 'docker compose config takes no ledger'],
    ['```text\ndocker compose exec ledger\n```', 'docker compose exec runs nothing'],
    ['`docker volume prune`', 'docker volume prune is not known here'],
    ['`docker compose rm -sf esdb-2 && docker volume rm throughline_esdb-4`', 'there is no volume esdb-4'],
  ])('control: would find %j', (page, found) => {
    const known = readKnown();
    expect(commandsOf(page).flatMap((command) => wrongIn(command, known))).toEqual([expect.stringContaining(found)]);
  });

  it('explains every command in the reference of the command line', () => {
    const reference = readFileSync('docs/reference/command-line.md', 'utf8');
    const commands = [
      'start',
      'demo',
      'import',
      'export',
      'review',
      'projections list',
      'projections rebuild',
      'tokens list',
      'tokens add',
      'tokens revoke',
      'topics create',
      'migrate',
      'backup',
      'restore',
      'move',
      'doctor',
    ];
    expect(commands.filter((name) => !reference.includes(`\n## throughline ${name}\n`))).toEqual([]);
  });
});
