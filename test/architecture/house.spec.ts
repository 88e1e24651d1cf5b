import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Lock = {
  packages: Record<string, { optionalDependencies?: Record<string, string>; hasInstallScript?: boolean; dev?: boolean }>;
};
type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const declared = { ...manifest.dependencies, ...manifest.devDependencies };

/** What is nobody's own work: paths, names, and endings behind a star. */
const ignored = ['.git', ...readFileSync('.gitignore', 'utf8').split('\n').filter(Boolean)].map((name) =>
  name.replace(/\/$/, ''),
);
const isIgnored = (path: string) =>
  ignored.some((name) => (name.startsWith('*') ? path.endsWith(name.slice(1)) : `/${path}`.endsWith(`/${name}`)));

/** Every source of the project, also where it came without its history. */
function sourcesBelow(folder?: string): string[] {
  return readdirSync(folder ?? '.', { withFileTypes: true }).flatMap((entry) => {
    const path = folder === undefined ? entry.name : `${folder}/${entry.name}`;
    if (isIgnored(path)) return [];
    return entry.isDirectory() ? sourcesBelow(path) : /\.(ts|mjs|js|sql)$/.test(path) ? [path] : [];
  });
}
const sources = sourcesBelow();

/** Said and not done, or checks that are told to look away. */
const DEBT = ['TO' + 'DO', 'FIX' + 'ME', 'eslint-' + 'disable', 'biome-' + 'ignore', '@ts-' + '(ignore|expect-error|nocheck)'];
/** Tests that are not run, or keep others from it. */
const LEFT_OUT = [
  String.raw`\b(it|test|describe)(\.|\[['"\x60])(only|skip|todo|failing)\b`,
  String.raw`\b(x(it|test|describe)|f(it|describe))\b(\(|\.each\b)`,
];
const MARKS = new RegExp([...DEBT, '\\bas ' + 'any\\b', ...LEFT_OUT].join('|'));
/** A suite that asks first whether what it reads is there. */
const WHERE_IT_CAN = /\? (it|test|describe) : \1\.skip\b/g;

const isMarked = (source: string) => MARKS.test(source.replace(WHERE_IT_CAN, ''));

describe('the house', () => {
  it('locks every optional platform package that a locked package names, or npm ci refuses on another platform', () => {
    const names = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.has(name))
        .map((name) => `${path} names ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('pins every dependency exactly', () => {
    expect(Object.entries(declared).filter(([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('gives a reason for every dependency', () => {
    const reasons = readFileSync('docs/explanation/dependencies.md', 'utf8');
    expect(Object.keys(declared).filter((name) => !reasons.includes(`\`${name}\``))).toEqual([]);
  });

  it('names in its list of reasons only what it depends on', () => {
    const listed = [...readFileSync('docs/explanation/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)`/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(listed.filter((name) => !(name in declared))).toEqual([]);
  });

  it('holds no debt marks, skipped tests or silenced checks', () => {
    expect(sources.filter((path) => isMarked(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('control: looks at every source of its own, and at nothing that was installed or built', () => {
    expect(sources).toEqual(expect.arrayContaining(['test/architecture/house.spec.ts', 'libs/kernel/src/index.ts']));
    expect(sources.filter((path) => /(^|\/)(node_modules|dist)\//.test(path))).toEqual([]);
  });

  it.each([
    '// TO' + 'DO: later',
    '// eslint-' + 'disable-next-line',
    '// biome-' + 'ignore lint: so',
    '// @ts-' + 'expect-error',
    'value as ' + 'any',
    `it.${'only'}('one', work)`,
    `describe.${'skip'}('all', work)`,
    `describe.${'skip'}.each(table)('all', work)`,
    `it['${'skip'}']('one', work)`,
    `test.${'todo'}('one')`,
    `x${'it'}('one', work)`,
    `f${'describe'}('all', work)`,
    `const run = describe.${'skip'};`,
  ])('control: knows %j for such a mark', (line) => {
    expect(isMarked(line)).toBe(true);
  });

  it('control: lets a suite be left out where what it reads is not there, which the run says and CI refuses', () => {
    expect(isMarked(`const suite = existsSync(data) ? describe : describe.${'skip'};`)).toBe(false);
  });
});
