import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';

type Cruise = { summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number } };

function cruise(...paths: string[]): Cruise['summary'] {
  const output = execFileSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      ...paths,
    ],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  return (JSON.parse(output) as Cruise).summary;
}

describe('who may import whom', () => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
  });

  it('is kept everywhere', () => {
    const { violations, totalCruised } = cruise('apps', 'libs');
    expect(totalCruised).toBeGreaterThan(30);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });

  it('is noticed where it is broken', () => {
    const folder = mkdtempSync(join('libs', 'domain', 'src', 'broken-'));
    made.push(folder);
    writeFileSync(
      join(folder, 'a.ts'),
      "import pg from 'pg';\nimport '../../../event-store/src/port.js';\nimport './b.js';\nexport const a = pg;\n",
    );
    writeFileSync(
      join(folder, 'b.ts'),
      [
        "import { a } from './a.js';",
        "import { EventStoreDBClient } from '@eventstore/db-client';",
        "import { Module } from '@nestjs/common';",
        "import { Kafka } from 'kafkajs';",
        'export const b = [a, EventStoreDBClient, Module, Kafka];',
        '',
      ].join('\n'),
    );
    const found = new Set(cruise(folder).violations.map(({ rule }) => rule.name));
    expect([...found]).toEqual(
      expect.arrayContaining([
        'domain-imports-only-kernel',
        'drivers-only-in-adapters',
        'eventstoredb-only-in-its-adapter',
        'kafka-only-in-messaging',
        'nest-only-at-the-door',
        'no-circles',
        'rooms-by-their-door',
      ]),
    );
  });
});
