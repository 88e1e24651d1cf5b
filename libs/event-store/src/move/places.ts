import { resolve } from 'node:path';
import { invalid, type Problem } from '#kernel';
import { wantedOfEsdb } from '../esdb/connection-string.js';
import { DEFAULT_LEDGER, isLedgerName } from '../esdb/ledger-name.js';

/** A schema on a PostgreSQL server; `owner` is how its owner connects, where that is another role. */
export type SchemaPlace = Readonly<{ connectionString: string; schema: string; owner?: string }>;

/**
 * Where a ledger lies, whole: in a data folder; on a PostgreSQL server, with evidence files and tokens in a data folder; in
 * EventStoreDB, with all but the events in a data folder, or its texts on a PostgreSQL server too.
 */
export type StorePlace =
  | Readonly<{ kind: 'embedded'; folder: string }>
  | (Readonly<{ kind: 'postgres'; folder: string }> & SchemaPlace)
  | Readonly<{ kind: 'esdb'; folder: string; connectionString: string; ledger: string; postgres?: SchemaPlace }>;

/** A store as it is typed: `--from` or `--to`, and what belongs to it. */
export type StoreTyped = Readonly<{ store: string; data?: string; owner?: string; postgres?: string }>;

type Kind = StorePlace['kind'];
type Wrong = (field: string, message: string) => void;

const DEFAULT_SCHEMA = 'throughline';
/** While it is moved into, a schema bears a longer name, of which PostgreSQL keeps 63 characters. */
const SCHEMA = /^[a-z_][a-z0-9_]{0,55}$/;

/**
 * The place that is typed: a folder, `postgres://…[?schema=name]` or `esdb://…[?ledger=name]`.
 * @param option `--from` or `--to`, for what is said of what is wrong
 * @throws LedgerError `invalid`, naming each option that is wrong (R15); connection strings may hold passwords and are not said
 */
export function placeTyped(option: '--from' | '--to', typed: StoreTyped): StorePlace {
  const problems: Problem[] = [];
  const wrong: Wrong = (field, message) => problems.push({ field, rule: 'R15', message });
  const scheme = /^([a-z][a-z0-9+]*):\/\//.exec(typed.store)?.[1];
  requireFitting(option, typed, kindOf(scheme), wrong);
  const place = placeOf(option, typed, kindOf(scheme), wrong);
  if (place === undefined) wrong(option, 'wanted a data folder, postgres://… or esdb://…');
  if (place === undefined || problems.length > 0) throw invalid(problems);
  return place;
}

/** What may stand beside which kind of store. */
function requireFitting(option: string, { data, owner, postgres }: StoreTyped, kind: Kind | undefined, wrong: Wrong): void {
  if (kind !== 'embedded' && data === undefined)
    wrong(`${option}-data`, 'wanted the data folder of evidence files and tokens, which lie beside a server');
  if (kind === 'embedded' && data !== undefined) wrong(`${option}-data`, `is for a server; ${option} names a data folder itself`);
  if (owner !== undefined && kind !== 'postgres' && postgres === undefined)
    wrong(`${option}-owner`, 'is for a schema on a PostgreSQL server');
  if (postgres !== undefined && kind !== 'esdb') wrong(`${option}-postgres`, 'is for the texts of a ledger in EventStoreDB');
}

function placeOf(option: string, typed: StoreTyped, kind: Kind | undefined, wrong: Wrong): StorePlace | undefined {
  const { store, data, owner, postgres } = typed;
  if (store === '') return undefined;
  const folder = resolve(data ?? store);
  switch (kind) {
    case undefined:
      return undefined;
    case 'embedded':
      return { kind, folder };
    case 'postgres':
      return { kind, folder, ...schemaTyped(option, store, option, owner, wrong) };
    case 'esdb': {
      const { rest: connectionString, said: ledger = DEFAULT_LEDGER } = withoutParameter(store, 'ledger');
      const wanted = wantedOfEsdb(connectionString);
      if (wanted !== undefined) wrong(option, `wanted ${wanted}`);
      else if (!isLedgerName(ledger)) wrong(option, `ledger=${ledger}: wanted up to 31 of a-z, 0-9 and _, a letter first`);
      if (postgres === undefined) return { kind, folder, connectionString, ledger };
      return {
        kind,
        folder,
        connectionString,
        ledger,
        postgres: schemaTyped(`${option}-postgres`, postgres, option, owner, wrong),
      };
    }
  }
}

/** What an operator calls the place; no password is in it. */
export function placeSaid(place: StorePlace): string {
  if (place.kind === 'embedded') return place.folder;
  if (place.kind === 'postgres') return `PostgreSQL, schema "${place.schema}", with ${place.folder}`;
  return `EventStoreDB, ledger "${place.ledger}", with ${place.folder}`;
}

/** By which options and settings a program opens what lies there; an address may hold a password and is not said. */
export function openingSaid(place: StorePlace): string {
  const schemaOf = ({ schema }: SchemaPlace) => `--postgres <its server>, THROUGHLINE_POSTGRES_SCHEMA=${schema}`;
  const data = `--data ${place.folder}`;
  if (place.kind === 'embedded') return data;
  if (place.kind === 'postgres') return `--store postgres, ${schemaOf(place)} and ${data}`;
  const texts = place.postgres === undefined ? '' : `, ${schemaOf(place.postgres)}`;
  return `--store esdb, --esdb <its server>, --esdb-ledger ${place.ledger}${texts} and ${data}`;
}

/** @param at the option of the address; `side` the one whose `-owner` is that of the schema */
function schemaTyped(at: string, url: string, side: string, owner: string | undefined, wrong: Wrong): SchemaPlace {
  const { rest, said: schema = DEFAULT_SCHEMA } = withoutParameter(url, 'schema');
  if (!URL.canParse(rest) || !/^postgres(ql)?:/.test(rest)) wrong(at, 'wanted a URL, such as postgres://user@host:5432/database');
  if (!SCHEMA.test(schema)) wrong(at, `schema=${schema}: wanted up to 56 of a-z, 0-9 and _, no digit first`);
  if (owner === undefined) return { connectionString: rest, schema };
  const owning = withoutParameter(owner, 'schema');
  if ((owning.said ?? schema) !== schema) wrong(`${side}-owner`, `names another schema than ${at}, ${schema}`);
  return { connectionString: rest, schema, owner: owning.rest };
}

/** An address without the parameter that names a place on its server, which no driver knows, and what that one said. */
export function withoutParameter(
  text: string,
  parameter: 'schema' | 'ledger',
): Readonly<{ rest: string; said: string | undefined }> {
  const mark = text.indexOf('?');
  const [address, query] = mark < 0 ? [text, ''] : [text.slice(0, mark), text.slice(mark + 1)];
  const kept = query.split('&').filter((pair) => pair !== '' && !pair.startsWith(`${parameter}=`));
  const said = query.split('&').find((pair) => pair.startsWith(`${parameter}=`));
  return { rest: kept.length === 0 ? address : `${address}?${kept.join('&')}`, said: said?.slice(parameter.length + 1) };
}

/** The kind of store that a scheme names; undefined for one that is none. */
function kindOf(scheme: string | undefined): Kind | undefined {
  if (scheme === undefined) return 'embedded';
  if (scheme === 'postgres' || scheme === 'postgresql') return 'postgres';
  return scheme === 'esdb' || scheme === 'esdb+discover' ? 'esdb' : undefined;
}
