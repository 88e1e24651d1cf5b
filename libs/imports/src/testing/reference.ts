import { PARTNERSHIP_FIELDS, PARTNERSHIP_FILE } from '../documented.js';
import { FACT_FIELDS, FACT_FILES, FACT_KINDS, type FieldRule } from '../fact-fields.js';

/** The documented tables as the reference lists them: one section a file, one line a column. */
export function documentedTables(): string {
  const section = (file: string, kind: string, fields: Readonly<Record<string, FieldRule>>) =>
    [`### \`${file}\` (${kind})`, '', '| column | holds |', '| --- | --- |']
      .concat(Object.entries(fields).map(([name, { required, holds }]) => `| \`${name}\`${required ? ' *' : ''} | ${holds} |`))
      .join('\n');
  return [
    section(PARTNERSHIP_FILE, 'one row', PARTNERSHIP_FIELDS),
    ...FACT_KINDS.map((kind) => section(FACT_FILES[kind], kind, FACT_FIELDS[kind])),
  ].join('\n\n');
}
