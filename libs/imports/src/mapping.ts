import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type HistoryKind, type Light, ORGANIZATION_KINDS, type OrganizationKind } from '#domain';
import {
  type Instant,
  isFiscalYearStart,
  isOccurredOn,
  isTimeZone,
  type OccurredOn,
  type ReviewCalendar,
  sha256,
  toInstant,
} from '#kernel';
import { FACT_FIELDS, FACT_KINDS, type FactKind } from './fact-fields.js';
import type { Problems } from './problem.js';
import { type Checked, choice, dictionary, either, flag, listOf, optional, record, text, textThat } from './shape.js';

/**
 * Where a value comes from: a column; several columns joined by `/`; a constant; or a column of another table, of the
 * rows whose key equals the columns named by `on`.
 */
export type ValueSource =
  | string
  | readonly string[]
  | Readonly<{ value: string }>
  | Readonly<{ from: string; on: string; column: string }>;

/** What a source's status word means: a light, that a milestone is reached, or nothing that the ledger has a word for. */
export type WordMeaning = Light | 'reached' | 'none';

export type TableMapping = Readonly<{
  file: string;
  fact: FactKind;
  /** Only rows whose cells equal these are taken. */
  where?: Readonly<Record<string, string>>;
  /** What makes a row itself, over all runs: a row whose key is known and whose content differs is a correction. */
  key: ValueSource;
  fields: Readonly<Record<string, ValueSource>>;
  /** Columns whose cells are kept beside the fact as the source's own words. */
  words?: readonly string[];
  /** Rows repeat the same fact (a theme per row): the first is taken. */
  once?: boolean;
  /** Rows are versions of one record in the order in which they were made: only what changed is a fact. */
  versions?: boolean;
  /** A row is the state of a record today: a change is a new report instead of a correction of the old. */
  snapshot?: boolean;
  /** The column that says why a row that states nothing new was made. */
  reason?: string;
}>;

export type NamedOrganization = Readonly<{
  name: string;
  kind: OrganizationKind;
  partOf?: string;
  aliases?: readonly string[];
}>;

/** The names of parties in somebody else's table, and how a cell lists them. */
export type PartyNames = Readonly<{
  /** Between a parent and its office, `" / "`: the last named is the party. */
  path?: string;
  /** Between parties of one cell, `", "`. */
  list?: string;
  organizations: readonly NamedOrganization[];
  /** Words in a cell of parties that name none, such as `TBD`; kept as the source's words. */
  notParties?: readonly string[];
}>;

export type PartnershipTerms = Readonly<{
  name: string;
  purpose: string;
  calendar: ReviewCalendar;
  history: HistoryKind;
  formedOn: OccurredOn;
  /** When the source recorded it. */
  recordedAt?: Instant;
}>;

export type Mapping = Readonly<{
  /** The source's name; with a row's key it makes the ids, so that a later run finds what an earlier one recorded. */
  name: string;
  partnership: PartnershipTerms;
  parties: PartyNames;
  statusWords: Readonly<Record<string, WordMeaning>>;
  /** Words in the status column that are no status; kept as the source's words, unmapped. */
  debris?: readonly string[];
  joins?: Readonly<Record<string, Readonly<{ file: string; by: string; where?: Readonly<Record<string, string>> }>>>;
  tables: readonly TableMapping[];
}>;

/** A mapping as it was read, with the hash that its own facts name as their source. */
export type MappingFile = Readonly<{ file: string; sha256: string; mapping: Mapping }>;

const cells = dictionary(text);
const source: Checked = either(
  'must be a column, a list of columns, {"value"} or {"from","on","column"}',
  text,
  listOf(text, 1),
  record({ value: text }),
  record({ from: text, on: text, column: text }),
);

const shape = record({
  name: textThat((name) => /^[a-z0-9][a-z0-9-]*$/.test(name), 'must be lower-case letters, digits and dashes'),
  partnership: record({
    name: text,
    purpose: text,
    calendar: record({
      fiscalYearStart: textThat(isFiscalYearStart, 'must be the first of a month, such as 07-01'),
      timeZone: textThat(isTimeZone, 'must be an IANA zone, such as America/New_York'),
    }),
    history: choice('imported', 'reconstructed', 'lived'),
    formedOn: textThat(isOccurredOn, 'must be a day, month or year that exists'),
    recordedAt: optional(textThat((it) => toInstant(it) !== undefined, 'must be an instant with its offset')),
  }),
  parties: record({
    path: optional(text),
    list: optional(text),
    organizations: listOf(
      record({
        name: text,
        kind: choice(...ORGANIZATION_KINDS),
        partOf: optional(text),
        aliases: optional(listOf(text)),
      }),
      2,
    ),
    notParties: optional(listOf(text)),
  }),
  statusWords: dictionary(choice('on-track', 'at-risk', 'off-track', 'reached', 'none')),
  debris: optional(listOf(text)),
  joins: optional(dictionary(record({ file: text, by: text, where: optional(cells) }))),
  tables: listOf(
    record({
      file: textThat((file) => !/[\\/]/.test(file), 'must be the name of a file in the folder'),
      fact: choice(...FACT_KINDS),
      where: optional(cells),
      key: source,
      fields: dictionary(source),
      words: optional(listOf(text)),
      once: optional(flag),
      versions: optional(flag),
      snapshot: optional(flag),
      reason: optional(text),
    }),
    1,
  ),
});

/**
 * Reads a mapping and checks it by itself; whether the columns that it names are there is seen when the tables are read.
 * @returns undefined where it cannot be used; `problems` says why
 */
export async function readMapping(path: string, problems: Problems): Promise<MappingFile | undefined> {
  const file = basename(path);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    problems.add({ file }, 'missing-file', `the mapping cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`);
    return undefined;
  }
  let read: unknown;
  try {
    read = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    problems.add({ file }, 'json', `the mapping is not JSON: ${(error as Error).message}`);
    return undefined;
  }
  const wrong = shape(read, '');
  for (const { path: column, message } of wrong) problems.add({ file, column }, 'mapping', message);
  if (wrong.length > 0) return undefined;
  const mapping = read as Mapping;
  const before = problems.count;
  checkTogether(file, mapping, problems);
  return problems.count > before ? undefined : { file, sha256: sha256(bytes), mapping };
}

/** What must hold between the parts of a mapping. */
function checkTogether(file: string, mapping: Mapping, problems: Problems): void {
  const wrong = (column: string, message: string) => {
    problems.add({ file, column }, 'mapping', message);
  };
  const known = new Set<string>();
  mapping.parties.organizations.forEach((organization, at) => {
    for (const name of [organization.name, ...(organization.aliases ?? [])]) {
      if (known.has(name)) wrong(`parties.organizations[${at}]`, `"${name}" is named twice`);
      known.add(name);
    }
    const earlier = mapping.parties.organizations.slice(0, at);
    if (organization.partOf !== undefined && !earlier.some(({ name }) => name === organization.partOf))
      wrong(`parties.organizations[${at}].partOf`, `"${organization.partOf}" must be named before its part`);
  });
  mapping.tables.forEach((table, at) => {
    const path = `tables[${at}]`;
    const fields = FACT_FIELDS[table.fact];
    for (const [name, { required }] of Object.entries(fields))
      if (required && name !== 'key' && table.fields[name] === undefined)
        wrong(`${path}.fields`, `a ${table.fact} needs the field "${name}"`);
    for (const [name, from] of Object.entries({ key: table.key, ...table.fields })) {
      if (!Object.hasOwn(fields, name))
        wrong(`${path}.fields.${name}`, `a ${table.fact} has no such field; it has ${Object.keys(fields).join(', ')}`);
      if (typeof from === 'object' && 'from' in from && mapping.joins?.[from.from] === undefined)
        wrong(`${path}.fields.${name}`, `there is no join "${from.from}"`);
    }
    if ((table.versions || table.snapshot) && table.fact !== 'progress')
      wrong(path, '"versions" and "snapshot" are for progress');
  });
}
