import { type FiscalYearStart, isFiscalYearStart, isOccurredOn, isTimeZone, type OccurredOn, toInstant } from '#kernel';
import { FACT_FIELDS, FACT_FILES, FACT_KINDS, type FactKind, type FieldRule } from './fact-fields.js';
import type { MappingFile, PartnershipTerms, TableMapping } from './mapping.js';
import type { Problems } from './problem.js';
import type { Header, Tables } from './table.js';

export const PARTNERSHIP_FILE = 'partnership.csv';

/** The columns of the one row of `partnership.csv`. */
export const PARTNERSHIP_FIELDS: Readonly<Record<string, FieldRule>> = {
  key: { required: true, holds: 'the name of your records, in lower-case letters, digits and dashes; it never changes' },
  name: { required: true, holds: 'what the partnership is called' },
  purpose: { required: true, holds: 'its purpose or common need' },
  fiscal_year_start: { required: true, holds: 'the first of a month, such as 07-01' },
  time_zone: { required: true, holds: 'an IANA zone, such as America/New_York' },
  formed_on: { required: true, holds: 'the day, month or year it was formed' },
  history: { required: false, holds: 'imported (default), reconstructed or lived' },
  recorded_at: { required: false, holds: 'the instant (with offset) at which the source recorded it' },
};

/** What tables in the documented form say of the partnership, as a mapping that maps each column to itself. */
export async function readDocumented(read: Tables, problems: Problems): Promise<MappingFile | undefined> {
  const partnership = await readPartnership(read, problems);
  const files = read.names;
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
  const { name, terms, sha256, file } = partnership;
  const statusWords = {
    'on-track': 'on-track',
    'at-risk': 'at-risk',
    'off-track': 'off-track',
    reached: 'reached',
    open: 'none',
  } as const;
  const mapping = { name, partnership: terms, parties: { list: ';', organizations: [] }, statusWords, tables };
  return { file, sha256, mapping };
}

/** The mapping of a documented table onto the columns that its header has. */
export function documentedTable(fact: FactKind, header: Header, problems: Problems): TableMapping | undefined {
  if (!isDocumentedHeader(FACT_FIELDS[fact], header, problems)) return undefined;
  const fields = Object.fromEntries(header.names.filter((name) => name !== 'key').map((name) => [name, name]));
  return { file: FACT_FILES[fact], fact, key: 'key', fields };
}

function isDocumentedHeader(fields: Readonly<Record<string, FieldRule>>, { names, at }: Header, problems: Problems): boolean {
  const before = problems.count;
  const known = Object.keys(fields).join(', ');
  for (const column of names)
    if (!Object.hasOwn(fields, column))
      problems.add(at(column), 'unknown-column', `there is no column "${column}" here; known are ${known}`);
  for (const [column, { required }] of Object.entries(fields))
    if (required && !names.includes(column))
      problems.add(at(column), 'missing-column', `the column "${column}" is needed and not there`);
  return problems.count === before;
}

type Documented = Readonly<{ name: string; terms: PartnershipTerms; sha256: string; file: string }>;

async function readPartnership(tables: Tables, problems: Problems): Promise<Documented | undefined> {
  let file = PARTNERSHIP_FILE;
  const before = problems.count;
  let names: readonly string[] = [];
  let read: Omit<Documented, 'sha256' | 'file'> | undefined;
  const rows = tables.read(PARTNERSHIP_FILE, problems, (header) => {
    ({ names, file } = header);
    return isDocumentedHeader(PARTNERSHIP_FIELDS, header, problems);
  });
  let next = await rows.next();
  for (; next.done !== true; next = await rows.next()) {
    const { line, row, cells } = next.value;
    const get = (column: string) => cells[names.indexOf(column)]?.trim() ?? '';
    if (read !== undefined) problems.add({ file, line, row }, 'one-row', 'a folder holds one partnership');
    for (const [column, { holds }] of Object.entries(PARTNERSHIP_FIELDS))
      if (PARTNERSHIP_RULES[column]?.(get(column)) === false)
        problems.add({ file, line, row, column }, 'partnership', `"${get(column)}" must be ${holds}`);
    read = { name: get('key'), terms: termsOf(get) };
  }
  if (read === undefined && problems.count === before)
    problems.add({ file, line: 2 }, 'one-row', 'the file has no row; it must hold the one partnership');
  return read === undefined || next.value === undefined || problems.count > before
    ? undefined
    : { ...read, sha256: next.value.sha256, file };
}

const PARTNERSHIP_RULES: Readonly<Record<string, (value: string) => boolean>> = {
  key: (key) => /^[a-z0-9][a-z0-9-]*$/.test(key),
  name: (name) => name !== '',
  purpose: (purpose) => purpose !== '',
  fiscal_year_start: isFiscalYearStart,
  time_zone: isTimeZone,
  formed_on: isOccurredOn,
  history: (history) => ['', 'imported', 'reconstructed', 'lived'].includes(history),
  recorded_at: (at) => at === '' || toInstant(at) !== undefined,
};

/** The terms of a row whose cells are checked beside it. */
function termsOf(get: (column: string) => string): PartnershipTerms {
  const recordedAt = toInstant(get('recorded_at'));
  const history = get('history');
  return {
    name: get('name'),
    purpose: get('purpose'),
    calendar: { fiscalYearStart: get('fiscal_year_start') as FiscalYearStart, timeZone: get('time_zone') },
    history: history === 'reconstructed' || history === 'lived' ? history : 'imported',
    formedOn: get('formed_on') as OccurredOn,
    ...(recordedAt === undefined ? {} : { recordedAt }),
  };
}
