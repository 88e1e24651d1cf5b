import type { Id } from '#kernel';
import { connectPostgres, openPostgres } from '../sql/postgres.js';
import type { Sql } from '../sql/sql.js';
import type { StoredText } from '../texts.js';
import type { SchemaPlace } from './places.js';
import { notEmpty } from './stage.js';

/**
 * A schema that a ledger is moved into. Until the end it bears another name, so that nobody opens the half of a ledger;
 * it gets its own in one step.
 */
export class StagedSchema {
  private constructor(
    private readonly place: SchemaPlace,
    private readonly ledgerId: Id,
    /** In the name of the schema's owner: tables as they are, under whichever name. */
    readonly sql: Sql,
  ) {}

  /**
   * Makes the schema, or goes on with it.
   * @param ledgerId which the ledger has there
   * @throws LedgerError `invalid` NOT_EMPTY where the schema holds another ledger, or the half of one; as `openPostgres` does
   */
  static async open(place: SchemaPlace, ledgerId: Id): Promise<StagedSchema> {
    const { connectionString, owner = connectionString, schema } = place;
    const staged = stagedName(schema);
    const asked = connectPostgres({ connectionString: owner, connections: 1 });
    try {
      const released = await ledgerIn(asked, schema);
      if (released === ledgerId) return new StagedSchema(place, ledgerId, connectPostgres({ connectionString: owner, schema }));
      if (released !== undefined) throw notEmpty(`schema "${schema}" holds ledger ${released}; name another with ?schema=<name>`);
      const begun = await ledgerIn(asked, staged);
      if (begun !== undefined && begun !== ledgerId && (await hasEvents(asked, staged)))
        throw notEmpty(`schema "${staged}" holds the half of another move; remove it, or name another schema`);
    } finally {
      await asked.close();
    }
    // Makes the tables, and gives the role that will use them its rights.
    await (await openPostgres({ ...place, schema: staged, connections: 2 })).close();
    const sql = connectPostgres({ connectionString: owner, schema: staged });
    await sql.query('update ledger set id = $1::uuid where id <> $1::uuid', [ledgerId]);
    return new StagedSchema(place, ledgerId, sql);
  }

  /** Keeps these texts, and no others. */
  async keepTexts(texts: AsyncIterable<readonly StoredText[]>): Promise<void> {
    // Not deleted row by row: the words of one that was erased since would stay in the table's file.
    await this.sql.query('truncate texts');
    for await (const block of texts) {
      const column = <K extends keyof StoredText>(name: K) => block.map((text) => text[name]);
      await this.sql.query(
        `insert into texts (id, content, salt, sha256, about)
          select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[])
          on conflict (id) do update set content = excluded.content, salt = excluded.salt`,
        [column('id'), column('content'), column('salt'), column('sha256'), column('about')],
      );
    }
  }

  /** Gives the schema its name. An empty one that was made for it beforehand makes room. Safe to repeat. */
  async release(): Promise<void> {
    const { schema } = this.place;
    if ((await ledgerIn(this.sql, schema)) === this.ledgerId) return;
    await this.sql.transaction(async (tx) => {
      const [there] = await tx.query('select 1 from pg_namespace n where n.nspname = $1', [schema]);
      if (there !== undefined) await tx.query(`drop schema ${schema}`);
      await tx.query(`alter schema ${stagedName(schema)} rename to ${schema}`);
    });
  }

  async close(): Promise<void> {
    await this.sql.close();
  }
}

function stagedName(schema: string): string {
  return `${schema}_moving`;
}

/** The id of the ledger in a schema; undefined where it holds none. */
async function ledgerIn(sql: Pick<Sql, 'query'>, schema: string): Promise<string | undefined> {
  const [found] = await sql.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [`${schema}.ledger`]);
  if (found?.there !== true) return undefined;
  const [ledger] = await sql.query<{ id: string }>(`select l.id::text as id from ${schema}.ledger l`);
  return ledger?.id;
}

async function hasEvents(sql: Pick<Sql, 'query'>, schema: string): Promise<boolean> {
  const [first] = await sql.query(`select 1 from ${schema}.events limit 1`);
  return first !== undefined;
}
