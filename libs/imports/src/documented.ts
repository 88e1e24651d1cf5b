import { readdir } from 'node:fs/promises';
import { type Instant, isFiscalYearStart, isOccurredOn, isTimeZone, type OccurredOn, toInstant } from '#kernel';
import { readRows } from './csv.js';
import { FACT_FIELDS, FACT_FILES, FACT_KINDS, type FactKind, type FieldRule } from './fact-fields.js';
import type { Mapping, TableMapping } from './mapping.js';
import type { Problems } from './problem.js';

export const PARTNERSHIP_FILE = 'partnership.csv';

const PARTNERSHIP_FIELDS: Readonly<Record<string, FieldRule>> = {
  key: { required: true, holds: 'the name of your records, in lower-case letters, digits and dashes; it never changes' },
  name: { required: true, holds: 'what the partnership is called' },
  purpose: { required: true, holds: 'its purpose or common need' },
  fiscal_year_start: { required: true, holds: 'the first of a month, such as 07-01' },
  time_zone: { required: true, holds: 'an IANA zone, such as America/New_York' },
  formed_on: { required: true, holds: 'the day, month or year it was formed' },
  history: { required: false, holds: 'imported (default), reconstructed or lived' },
  recorded_at: { required: false, holds: 'the instant (with offset) at which the source recorded it' },
};

export { PARTNERSHIP_FIELDS };

/** What a folder in the documented form says of the partnership, as a mapping that maps each column to itself. */
export async function readDocumented(folder: string, problems: Problems): Promise<Mapping | undefined> {
  const partnership = await readPartnership(folder, problems);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.csv'));
  const documented = new Set<string>([PARTNERSHIP_FILE, ...Object.values(FACT_FILES)]);
  for (const file of files)
    if (!documented.has(file))
      problems.add(
        { file },
        'unknown-file',
        `no such table is known; known are ${[...documented].join(', ')}. Others need a mapping.`,
      );
  if (partnership === undefined) return undefined;
  const tables = FACT_KINDS.filter((fact) => files.includes(FACT_FILES[fact])).map(
    (fact): TableMapping => ({ file: FACT_FILES[fact], fact, key: 'key', fields: {} }),
  );
  return {
    ...partnership,
    parties: { list: ';', organizations: [] },
    statusWords: {
      'on-track': 'on-track',
      'at-risk': 'at-risk',
      'off-track': 'off-track',
      reached: 'reached',
      open: 'none',
    },
    tables,
  };
}

/** The mapping of a documented table onto the columns that its header has. */
export function documentedTable(fact: FactKind, header: readonly string[], problems: Problems): TableMapping | undefined {
  const file = FACT_FILES[fact];
  if (!isDocumentedHeader(file, FACT_FIELDS[fact], header, problems)) return undefined;
  const fields = Object.fromEntries(header.filter((name) => name !== 'key').map((name) => [name, name]));
  return { file, fact, key: 'key', fields };
}

function isDocumentedHeader(
  file: string,
  fields: Readonly<Record<string, FieldRule>>,
  header: readonly string[],
  problems: Problems,
): boolean {
  const before = problems.count;
  const known = Object.keys(fields).join(', ');
  for (const column of header)
    if (!Object.hasOwn(fields, column))
      problems.add({ file, line: 1, column }, 'unknown-column', `there is no column "${column}" here; known are ${known}`);
  for (const [column, { required }] of Object.entries(fields))
    if (required && !header.includes(column))
      problems.add({ file, line: 1, column }, 'missing-column', `the column "${column}" is needed and not there`);
  return problems.count === before;
}

async function readPartnership(folder: string, problems: Problems): Promise<Pick<Mapping, 'name' | 'partnership'> | undefined> {
  const file = PARTNERSHIP_FILE;
  let names: readonly string[] = [];
  let read: Pick<Mapping, 'name' | 'partnership'> | undefined;
  const before = problems.count;
  const rows = readRows(folder, file, problems, (header) => {
    names = header;
    return isDocumentedHeader(file, PARTNERSHIP_FIELDS, header, problems);
  });
  for await (const { line, row, cells } of rows) {
    const get = (column: string) => cells[names.indexOf(column)]?.trim() ?? '';
    const need = (column: string, holds: (value: string) => boolean) => {
      const rule = PARTNERSHIP_FIELDS[column]?.holds ?? '';
      if (!holds(get(column))) problems.add({ file, line, row, column }, 'partnership', `"${get(column)}" is not ${rule}`);
    };
    if (read !== undefined) problems.add({ file, line, row }, 'one-row', 'a folder holds one partnership');
    need('key', (key) => /^[a-z0-9][a-z0-9-]*$/.test(key));
    need('name', (name) => name !== '');
    need('purpose', (purpose) => purpose !== '');
    need('fiscal_year_start', isFiscalYearStart);
    need('time_zone', isTimeZone);
    need('formed_on', isOccurredOn);
    need('history', (history) => ['', 'imported', 'reconstructed', 'lived'].includes(history));
    need('recorded_at', (at) => at === '' || toInstant(at) !== undefined);
    const history = get('history');
    const recordedAt = toInstant(get('recorded_at'));
    const fiscalYearStart = get('fiscal_year_start');
    read = {
      name: get('key'),
      partnership: {
        name: get('name'),
        purpose: get('purpose'),
        calendar: {
          fiscalYearStart: isFiscalYearStart(fiscalYearStart) ? fiscalYearStart : '07-01',
          timeZone: get('time_zone'),
        },
        history: history === 'reconstructed' || history === 'lived' ? history : 'imported',
        formedOn: get('formed_on') as OccurredOn,
        ...(recordedAt === undefined ? {} : { recordedAt: recordedAt satisfies Instant }),
      },
    };
  }
  if (read === undefined && problems.count === before)
    problems.add({ file, line: 2 }, 'one-row', 'the file has no row; it must hold the one partnership');
  return problems.count > before ? undefined : read;
}
