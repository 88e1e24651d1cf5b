import type { Statement } from '#projections';

export type Value = string | number | boolean | null;

// PostgreSQL keeps no NUL in text. Stored JSON escapes it; a name used as a column shows a replacement instead.
const withoutNul = (_key: string, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value);

/** Writes whole rows, each in place of the one with the same key. All in one statement, whatever their number. */
export function put(table: string, key: readonly string[], rows: readonly Readonly<Record<string, Value>>[]): Statement[] {
  const [first] = rows;
  if (first === undefined) return [];
  const columns = Object.keys(first);
  const changed = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  return [
    {
      text:
        `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} ` +
        `from json_populate_recordset(null::${table}, $1::json) on conflict (${key.join(', ')}) do update set ${changed.join(', ')}`,
      parameters: [jsonOf(rows)],
    },
  ];
}

function jsonOf(rows: unknown): string {
  const text = JSON.stringify(rows);
  // Looked for first: going through every value takes longer than all else here.
  return text.includes('\\u0000') ? JSON.stringify(rows, withoutNul) : text;
}

/** Removes every row of these values in a column. */
export function removeWhere(table: string, column: string, values: readonly string[]): Statement {
  return { text: `delete from ${table} where ${column} = any ($1::text[])`, parameters: [values] };
}
