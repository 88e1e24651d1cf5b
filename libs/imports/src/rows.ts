import { dayOf, type Instant, type OccurredOn } from '#kernel';
import { Cells, type Columns, findColumns, type Joined } from './cells.js';
import { documentedTable } from './documented.js';
import type { FactKind } from './fact-fields.js';
import { claim, commitment, dueDate, evidence, milestone, verdict } from './facts-of-commitment.js';
import { indicator, reading } from './facts-of-indicator.js';
import { alias, context, departure, goal, joining, meeting, organization, party, role } from './facts-of-partnership.js';
import { progress } from './facts-of-progress.js';
import type { Mapping, TableMapping, ValueSource } from './mapping.js';
import { meant } from './neutral.js';
import type { Place, Problems } from './problem.js';
import type { FileFacts, Tables } from './table.js';
import type { Slot, Stated, World } from './world.js';

/** A row, read and found good: what it states, when that became true and when the source wrote it down. */
export type PlannedRow = Readonly<{
  place: Place;
  fact: FactKind | 'partnership';
  key: string;
  occurredOn?: OccurredOn;
  assertedAt?: Instant;
  words?: Readonly<Record<string, string>>;
  slots: readonly Slot[];
  /** Names of slots that rows of its kind can fill and this one does not. */
  absent: readonly string[];
  /** Why nothing is recorded of it. */
  skipped?: string;
}>;

type Stating = (cells: Cells, key: string, world: World, table: TableMapping) => Stated | undefined;

const STATING: Readonly<Record<FactKind, Stating>> = {
  organization,
  alias,
  party,
  goal,
  role,
  indicator,
  meeting,
  commitment,
  milestone,
  'due-date': dueDate,
  progress,
  evidence,
  reading,
  claim,
  verdict,
  context,
  departure,
};

/** What a source is read from: its tables, and the file that terms without a table of their own were read from. */
export type Source = Readonly<{ tables: Tables; termsFile: string }>;

/**
 * Every row of a source in the order in which it is to be recorded: the partnership, its organizations and parties, then
 * table by table. Only one row is held at a time. Rows that are wrong are reported and left out.
 */
export async function* plannedRows(
  source: Source,
  world: World,
  problems: Problems,
  files: Map<string, FileFacts>,
): AsyncGenerator<PlannedRow> {
  yield* termsOf(source, world);
  const joined = await readJoins(source.tables, world.mapping, problems);
  let at = 0;
  for (const table of world.mapping.tables) {
    yield* tableRows(source, table, `tables[${at}]`, world, joined, problems, files);
    at += 1;
  }
}

function* termsOf({ termsFile: file }: Source, world: World): Generator<PlannedRow> {
  const { formedOn: occurredOn, recordedAt, ...terms } = world.mapping.partnership;
  const when = { occurredOn, ...(recordedAt === undefined ? {} : { assertedAt: recordedAt }) };
  const formed: Slot = { slot: 'partnership', act: () => world.onPartnership({ type: 'FormPartnership', ...terms }) };
  yield { place: { file }, fact: 'partnership', key: 'partnership', ...when, slots: [formed], absent: [] };
  for (const { name, kind, partOf } of world.mapping.parties.organizations) {
    const registered: Slot = {
      slot: 'organization',
      act: () => ({
        family: 'organization',
        id: world.idOf('organization', name),
        command: { type: 'RegisterOrganization', name, kind },
      }),
    };
    const parent = partOf === undefined ? undefined : world.find('party', partOf);
    const slots = [registered, joining(world, name, undefined, parent)];
    yield { place: { file }, fact: 'organization', key: name, ...when, slots, absent: [] };
  }
}

async function* tableRows(
  { tables }: Source,
  table: TableMapping,
  path: string,
  world: World,
  joined: Joined,
  problems: Problems,
  files: Map<string, FileFacts>,
): AsyncGenerator<PlannedRow> {
  let columns: Columns | undefined;
  const rows = tables.read(table.file, problems, (header) => {
    const effective = world.isDocumented ? documentedTable(table.fact, header, problems) : table;
    columns = effective === undefined ? undefined : findColumns(effective, path, header, joined, problems);
    return columns !== undefined;
  });
  for (let next = await rows.next(); ; next = await rows.next()) {
    if (next.done === true) {
      if (next.value !== undefined) files.set(next.value.file, next.value);
      return;
    }
    if (columns === undefined || !columns.takes(next.value.cells)) continue;
    const { cells: written } = next.value;
    const row = world.isDocumented ? { ...next.value, cells: written.map(meant) } : next.value;
    const cells = new Cells(row, columns, problems, world.clock);
    const planned = planRow(cells, table, world);
    if (planned !== undefined) yield planned;
  }
}

/** What one row states; undefined where something is wrong with it, or where an earlier row states the same. */
function planRow(cells: Cells, table: TableMapping, world: World): PlannedRow | undefined {
  const { fact } = table;
  const key = cells.must('key');
  const assertedAt = cells.instant('recorded_at');
  const occurredOn = cells.occurrence('occurred_on') ?? dayIn(world, assertedAt);
  if (key === undefined || !cells.isGood) return undefined;
  if (occurredOn !== undefined) cells.occurredOn = occurredOn;
  if (!world.isNew(fact, key)) {
    if (table.once === true) return undefined;
    return cells.wrong('key', 'duplicate-id', `the ${fact} "${key}" stands in an earlier row already`);
  }
  const stated = STATING[fact](cells, key, world, table);
  if (stated === undefined || !cells.isGood) return undefined;
  const { file, line, row } = cells.row;
  const { words } = cells;
  const planned = {
    place: { file, line, row },
    fact,
    key,
    ...(occurredOn === undefined ? {} : { occurredOn }),
    ...(assertedAt === undefined ? {} : { assertedAt }),
    ...(words === undefined ? {} : { words }),
  };
  if ('skipped' in stated) return { ...planned, slots: [], absent: [], skipped: stated.skipped };
  const slots = stated.slots.filter((slot) => slot.once !== true || slot.key === undefined || world.isNew(slot.slot, slot.key));
  const filled = new Set(slots.map(({ slot }) => slot));
  return { ...planned, slots, absent: (stated.mayState ?? []).filter((slot) => !filled.has(slot)) };
}

function dayIn(world: World, instant: Instant | undefined): OccurredOn | undefined {
  return instant === undefined ? undefined : dayOf(instant, world.mapping.partnership.calendar.timeZone);
}

/** Reads the tables that others are joined with, keeping the columns that are asked for. */
async function readJoins(tables: Tables, mapping: Mapping, problems: Problems): Promise<Joined> {
  const joined = new Map<string, Map<string, Record<string, string[]>>>();
  for (const [name, { file, by, where = {} }] of Object.entries(mapping.joins ?? {})) {
    const wanted = [...new Set(mapping.tables.flatMap((table) => columnsAskedOf(table, name)))];
    const byKey = new Map<string, Record<string, string[]>>();
    let names: readonly string[] = [];
    const rows = tables.read(file, problems, (header) => {
      names = header.names;
      const missing = [by, ...Object.keys(where), ...wanted].filter((column) => !names.includes(column));
      for (const column of missing)
        problems.add(
          header.at(column),
          'missing-column',
          `joins.${name} names the column "${column}", which is not there; the file has ${names.join(', ')}`,
        );
      return missing.length === 0;
    });
    for await (const { cells } of rows) {
      const get = (column: string) => cells[names.indexOf(column)] ?? '';
      if (Object.entries(where).some(([column, value]) => get(column) !== value)) continue;
      const key = get(by).trim();
      const known = byKey.get(key) ?? Object.fromEntries(wanted.map((column): [string, string[]] => [column, []]));
      for (const column of wanted) if (known[column]?.includes(get(column)) === false) known[column].push(get(column));
      byKey.set(key, known);
    }
    joined.set(name, byKey);
  }
  return joined;
}

function columnsAskedOf(table: TableMapping, join: string): readonly string[] {
  return [table.key, ...Object.values(table.fields)].flatMap((from: ValueSource) =>
    typeof from === 'object' && 'from' in from && from.from === join ? [from.column] : [],
  );
}
