import { basename } from 'node:path';
import { firstDayMeant, type Id, type Instant } from '#kernel';
import { readDocumented } from './documented.js';
import { type Mapping, readMapping } from './mapping.js';
import { openTables } from './open-tables.js';
import { type ImportProblem, type Place, Problems } from './problem.js';
import { type PlannedRow, plannedRows, type Source } from './rows.js';
import type { FileFacts, Tables } from './table.js';
import { partnershipIdOf, World } from './world.js';

/** A source, read once from end to end: what it states, and everything that is wrong with it. */
export type Plan = Readonly<{
  /** The name of the source, from which every id is made. */
  name: string;
  partnershipId: string;
  /** Facts that the good rows state. */
  steps: number;
  /** Rows that were read of each kind of fact, and those that state nothing. */
  rows: Readonly<Record<string, number>>;
  problems: readonly ImportProblem[];
  /** All of them; only the first thousand are listed. */
  problemCount: number;
  /** Something is wrong beyond single rows: not even the good ones can be recorded. */
  isBroken: boolean;
  notes: readonly string[];
  source: Source;
  files: ReadonlyMap<string, FileFacts>;
  termsSha256: string;
  mapping: Mapping | undefined;
  isDocumented: boolean;
  /** When it was read. */
  now: Instant;
}>;

/** Of a source that cannot be opened. */
const NO_TABLES: Tables = {
  names: [],
  read: () => {
    throw new Error('a source without tables was read');
  },
};

export type PlanOptions = Readonly<{
  /** What lies after it cannot have happened. */
  now?: Instant;
  /** More rows than these make the whole source bad. */
  mostRows?: number;
}>;

/** What tables say of the partnership they are of; `partnershipId` is undefined where they cannot be read. */
export async function readTerms(
  path: string,
  mappingPath?: string,
): Promise<Readonly<{ partnershipId?: Id; problems: readonly ImportProblem[] }>> {
  const problems = new Problems();
  const tables = await openTables(path, problems);
  const read = tables === undefined ? undefined : await termsIn(tables, mappingPath, problems);
  return {
    problems: problems.listed,
    ...(read === undefined ? {} : { partnershipId: partnershipIdOf(read.mapping.name) }),
  };
}

/**
 * Reads a folder of CSV, a workbook or a file of NDJSON from end to end and says what it states and what is wrong with it;
 * nothing is recorded. Of CSV and NDJSON a row is held at a time, and of those before it the keys.
 * @param mappingPath how somebody else's tables are to be read; without it the folder holds the documented tables
 */
export async function planImport(
  path: string,
  mappingPath?: string,
  { now = new Date().toISOString() as Instant, mostRows = Number.POSITIVE_INFINITY }: PlanOptions = {},
): Promise<Plan> {
  const problems = new Problems();
  const files = new Map<string, FileFacts>();
  const isDocumented = mappingPath === undefined;
  const tables = await openTables(path, problems);
  const read = tables === undefined ? undefined : await termsIn(tables, mappingPath, problems);
  const mapping = read?.mapping;
  const source: Source = { tables: tables ?? NO_TABLES, termsFile: read?.file ?? basename(path) };
  const stated =
    mapping === undefined ? NOTHING : await readThrough(mapping, isDocumented, source, { now, mostRows }, problems, files);
  return {
    name: mapping?.name ?? '',
    now,
    ...stated,
    problems: problems.listed,
    problemCount: problems.count,
    isBroken: mapping === undefined || problems.isBeyondRows,
    source,
    files,
    termsSha256: read?.sha256 ?? '',
    mapping,
    isDocumented,
  };
}

type Stated = Pick<Plan, 'partnershipId' | 'steps' | 'rows' | 'notes'>;

const NOTHING: Stated = { partnershipId: '', steps: 0, rows: {}, notes: [] };

/** Reads every row of a source and counts what they state; what is wrong with them goes to `problems`. */
async function readThrough(
  mapping: Mapping,
  isDocumented: boolean,
  source: Source,
  { now, mostRows }: Required<PlanOptions>,
  problems: Problems,
  files: Map<string, FileFacts>,
): Promise<Stated> {
  const world = new World(mapping, isDocumented, now);
  requireFormed(world, source, problems);
  const rows: Record<string, number> = {};
  let steps = 0;
  let count = 0;
  for await (const row of plannedRows(source, world, problems, files)) {
    count += 1;
    if (count > mostRows) {
      problems.add(row.place, 'too-many-rows', `the tables have more than ${mostRows} rows; import them on the command line`);
      break;
    }
    rows[row.fact] = (rows[row.fact] ?? 0) + 1;
    steps += stepsOf(row, world);
  }
  return { partnershipId: world.partnershipId, steps, rows, notes: notesOf(world, files) };
}

/** The terms of the partnership have no row of their own; their days, too, must have come. */
function requireFormed({ mapping, isDocumented, clock }: World, { termsFile: file }: Source, problems: Problems): void {
  const { formedOn, recordedAt } = mapping.partnership;
  const place = (column: string): Place => (isDocumented ? { file, line: 2, column } : { file, column: `partnership.${column}` });
  if (firstDayMeant(formedOn) > clock.today)
    problems.add(place(isDocumented ? 'formed_on' : 'formedOn'), 'partnership', `${formedOn} lies in the future`);
  if (recordedAt !== undefined && recordedAt > clock.now)
    problems.add(place(isDocumented ? 'recorded_at' : 'recordedAt'), 'partnership', `${recordedAt} lies in the future`);
}

/** How the tables are to be read, and the hash of the file that says so. */
async function termsIn(tables: Tables, mappingPath: string | undefined, problems: Problems) {
  return mappingPath === undefined ? await readDocumented(tables, problems) : await readMapping(mappingPath, problems);
}

function stepsOf({ slots }: PlannedRow, world: World): number {
  // While only looking, a thing is known to later rows by its key: its id comes with the command that makes it.
  for (const { makes } of slots) if (makes !== undefined) world.keep(makes.kind, makes.key, makes.key);
  return slots.length;
}

/** What is worth knowing and not wrong. */
function notesOf(world: World, files: ReadonlyMap<string, FileFacts>): readonly string[] {
  const notes: string[] = [];
  for (const [file, { bom, lineEnds }] of files) {
    if (bom) notes.push(`${file}: begins with a byte order mark, passed over`);
    if (lineEnds.lf > 0 && lineEnds.crlf > 0)
      notes.push(`${file}: line ends are mixed (${lineEnds.lf} LF, ${lineEnds.crlf} CRLF), both taken`);
  }
  for (const [word, { count, debris }] of [...world.unmapped].sort(([a], [b]) => (a < b ? -1 : 1)))
    notes.push(
      `status word "${word}" (${count} times): kept as the source's word, ${debris ? 'known as debris' : 'the mapping has no meaning for it'}`,
    );
  for (const [name, count] of [...world.unknownNames].sort(([a], [b]) => (a < b ? -1 : 1)))
    notes.push(`"${name}" (${count} times) names no organization that the mapping knows; kept as the source's words`);
  return notes;
}
