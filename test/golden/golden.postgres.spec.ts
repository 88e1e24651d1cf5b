import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { printed, typed } from '../support/command-line.js';
import { OwnDatabase } from '../support/own-database.js';
import { expectItGoesOn } from './goes-on.js';
import { Golden, reviewWords } from './golden.js';

const versions = await Golden.all();

describe('the PostgreSQL schema of an earlier version', () => {
  const database = OwnDatabase.named('golden');
  let folder: string;

  beforeAll(async () => {
    await database.make();
    folder = await mkdtemp(join(tmpdir(), 'throughline-golden-'));
  });
  afterAll(async () => {
    await database.remove();
    await rm(folder, { recursive: true });
  });

  /** The data folder and the schema as that version left them. */
  async function asItWas(golden: Golden, data: string): Promise<void> {
    await golden.unpack(data);
    // The events lie on the server: of the folder only evidence files and tokens count.
    await rm(join(data, 'journal'), { recursive: true });
    await inDatabase('drop schema if exists throughline cascade', await golden.dump());
  }
  async function inDatabase(...statements: readonly string[]): Promise<void> {
    const client = new pg.Client(database.url);
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  it.each(versions)(
    '$version: it is migrated, gives the review that it printed, and goes on',
    async (golden) => {
      const data = join(folder, golden.version);
      await asItWas(golden, data);
      const words = ['--store', 'postgres', '--postgres', database.url, '--data', data];
      const reviewed = await typed(...reviewWords(), ...words);
      expect([reviewed.code, reviewed.stdout]).toEqual([0, await golden.review()]);
      const store = {
        kind: 'postgres',
        postgres: { connectionString: database.url, schema: 'throughline', connections: 5 },
      } as const;
      await expectItGoesOn(data, words, store);
      expect((await typed(...reviewWords(), ...words)).stdout).toBe(await golden.review());
    },
    300_000,
  );

  it.each(versions)(
    '$version: with two roles it is refused where it is older, and gives the review that it printed after throughline migrate',
    async (golden) => {
      const data = join(folder, `${golden.version}-roles`);
      await asItWas(golden, data);
      const [owner, app] = [`golden_owner_${process.pid}`, `golden_app_${process.pid}`];
      await inDatabase(
        `create role ${owner} login password 'known'`,
        `create role ${app} login password 'known'`,
        `alter schema throughline owner to ${owner}`,
        // What the application made is its own: the read models and what is kept of them.
        `do $$ declare its record; begin
          for its in select c.relname as name from pg_class c where c.relnamespace = 'throughline'::regnamespace and c.relkind in ('r', 'S')
          loop execute format('alter table throughline.%I owner to %I', its.name,
            case when its.name ~ '^(rm|projection)_' then '${app}' else '${owner}' end); end loop;
          for its in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'throughline'::regnamespace
          loop execute format('alter function %s owner to ${owner}', its.name); end loop;
        end $$`,
        `grant usage, create on schema throughline to ${app}`,
        `grant select on throughline.events, throughline.ledger, throughline.migrations, throughline.texts to ${app}`,
      );
      try {
        const words = ['--store', 'postgres', '--postgres', database.as(app), '--data', data];
        const before = await typed(...reviewWords(), ...words);
        process.env['THROUGHLINE_POSTGRES_OWNER'] = database.as(owner);
        const migrated = await typed('migrate', '--json', ...words);
        // The version that this one is about to become may have written the same schema.
        const isOlder = printed<{ applied: readonly string[] }>(migrated).applied.length > 0;
        const refusal = [1, expect.stringMatching(/^SCHEMA_OLDER: .*Run: throughline migrate/)];
        expect([before.code, before.stderr]).toEqual(isOlder ? refusal : [0, '']);
        delete process.env['THROUGHLINE_POSTGRES_OWNER'];
        const after = await typed(...reviewWords(), ...words);
        expect([after.code, after.stdout]).toEqual([0, await golden.review()]);
      } finally {
        delete process.env['THROUGHLINE_POSTGRES_OWNER'];
        await inDatabase(`drop owned by ${app}, ${owner} cascade`, `drop role ${app}, ${owner}`);
      }
    },
    300_000,
  );
});
