import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Lock = {
  packages: Record<string, { optionalDependencies?: Record<string, string>; hasInstallScript?: boolean; dev?: boolean }>;
};
type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const declared = { ...manifest.dependencies, ...manifest.devDependencies };
const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean);

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
    const marks = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'eslint-' + 'disable', '@ts-' + 'ignore', '\\bas ' + 'any\\b', '\\.only\\('].join('|'),
    );
    const sources = tracked.filter((path) => /\.(ts|mjs|js|sql)$/.test(path));
    expect(sources.filter((path) => marks.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
