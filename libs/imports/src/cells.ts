import {
  type CivilDate,
  dayCounted,
  dayOf,
  endOfDay,
  firstDayMeant,
  type Instant,
  isCivilDate,
  isOccurredOn,
  type OccurredOn,
  type TimeZone,
  toInstant,
} from '#kernel';

import type { TableMapping, ValueSource } from './mapping.js';
import type { Place, Problems } from './problem.js';
import type { Header, Row } from './table.js';

/** Columns of another table by the key that a join names; held whole, so only what is asked for is kept. */
export type Joined = ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>>;

type Value = (cells: readonly string[]) => readonly string[];

/** How to read one table's rows: where each field comes from, found once in its header. */
export type Columns = Readonly<{
  fields: ReadonlyMap<string, Readonly<{ read: Value; column: string }>>;
  takes: (cells: readonly string[]) => boolean;
  words: (cells: readonly string[]) => Readonly<Record<string, string>> | undefined;
  reason: (cells: readonly string[]) => string | undefined;
}>;

/**
 * Finds the columns that a mapping names in a table's header.
 * @returns undefined where one is missing; `problems` names each, with the place in the mapping that asks for it
 */
export function findColumns(
  table: TableMapping,
  path: string,
  header: Header,
  joined: Joined,
  problems: Problems,
): Columns | undefined {
  const before = problems.count;
  const index = (column: string, askedBy: string): number => {
    const at = header.names.indexOf(column);
    if (at === -1)
      problems.add(
        header.at(column),
        'missing-column',
        `${path}${askedBy} names the column "${column}", which is not there; the file has ${header.names.join(', ')}`,
      );
    return at;
  };
  const one = (column: string, askedBy: string): Value => {
    const at = index(column, askedBy);
    return (cells) => [cells[at] ?? ''];
  };
  const value = (source: ValueSource, askedBy: string): Value => {
    if (typeof source === 'string') return one(source, askedBy);
    if ('value' in source) return () => [source.value];
    if ('from' in source) {
      const on = one(source.on, `${askedBy}.on`);
      const table = joined.get(source.from);
      return (cells) => table?.get((on(cells)[0] ?? '').trim())?.[source.column] ?? [];
    }
    const parts = source.map((column, at) => one(column, `${askedBy}[${at}]`));
    return (cells) => [parts.map((part) => (part(cells)[0] ?? '').trim()).join('/')];
  };
  const fields = new Map(
    Object.entries({ key: table.key, ...table.fields }).map(([name, source]) => {
      const read = value(source, name === 'key' ? '.key' : `.fields.${name}`);
      return [name, { read, column: columnName(source) ?? name }];
    }),
  );
  const where = Object.entries(table.where ?? {}).map(([column, wanted]) => ({ at: index(column, '.where'), wanted }));
  const words = (table.words ?? []).map((column) => ({ column, at: index(column, '.words') }));
  const reason = table.reason === undefined ? undefined : index(table.reason, '.reason');
  if (problems.count > before) return undefined;
  return {
    fields,
    takes: (cells) => where.every(({ at, wanted }) => cells[at] === wanted),
    words: (cells) => {
      const said = words.map(({ column, at }) => [column, cells[at] ?? ''] as const).filter(([, word]) => word !== '');
      return said.length === 0 ? undefined : Object.fromEntries(said);
    },
    reason: (cells) => (reason === undefined ? undefined : cells[reason]),
  };
}

function columnName(source: ValueSource): string | undefined {
  if (typeof source === 'string') return source;
  if ('value' in source) return undefined;
  if ('from' in source) return source.on;
  return source.join('+');
}

/** When an import runs, and the zone of its partnership. */
export type Clock = Readonly<{ now: Instant; today: CivilDate; zone: TimeZone }>;

/** One row's fields. Reading a field that is missing or wrong reports it and answers undefined. */
export class Cells {
  private readonly problemsBefore: number;
  /** The day of the row's fact, where the row says one. */
  occurredOn?: OccurredOn;

  constructor(
    readonly row: Row,
    private readonly columns: Columns,
    readonly problems: Problems,
    private readonly clock: Clock,
  ) {
    this.problemsBefore = problems.count;
  }

  /** Nothing wrong was found in this row so far. */
  get isGood(): boolean {
    return this.problems.count === this.problemsBefore;
  }

  get words(): Readonly<Record<string, string>> | undefined {
    return this.columns.words(this.row.cells);
  }

  get reason(): string | undefined {
    return this.columns.reason(this.row.cells);
  }

  wrong(field: string, rule: string, message: string): undefined {
    const column = this.columns.fields.get(field)?.column ?? field;
    const { file, line, row } = this.row;
    const place: Place = { file, line, row, column };
    this.problems.add(place, rule, message);
    return undefined;
  }

  /** Every value of a field, of a join several; blanks left out, white space at the ends cut. */
  all(field: string): readonly string[] {
    const values = this.columns.fields.get(field)?.read(this.row.cells) ?? [];
    return values.map((value) => value.trim()).filter((value) => value !== '');
  }

  get(field: string): string | undefined {
    return this.all(field)[0];
  }

  must(field: string): string | undefined {
    return this.get(field) ?? this.wrong(field, 'required', 'the cell is empty and must not be');
  }

  choice<Word extends string>(field: string, words: readonly Word[]): Word | undefined {
    const value = this.get(field);
    if (value === undefined || (words as readonly string[]).includes(value)) return value as Word | undefined;
    return this.wrong(field, 'unknown-word', `"${shown(value)}" must be one of ${words.join(', ')}`);
  }

  mustChoose<Word extends string>(field: string, words: readonly Word[]): Word | undefined {
    return this.must(field) === undefined ? undefined : this.choice(field, words);
  }

  day(field: string): CivilDate | undefined {
    const value = this.get(field);
    if (value === undefined || isCivilDate(value)) return value;
    return this.wrong(field, 'date', `"${shown(value)}" is no day that exists, written like 2025-02-15`);
  }

  /** A day that the row's fact sets: never before the fact itself (R2). */
  dueDay(field: string): CivilDate | undefined {
    const day = this.day(field);
    const { occurredOn, clock } = this;
    const on = occurredOn === undefined ? clock.today : dayCounted(occurredOn, clock.today);
    if (day === undefined || day >= on) return day;
    return this.wrong(field, 'R2', `${day} lies before ${on}, the day of the fact that sets it`);
  }

  /** A day that has come. */
  pastDay(field: string): CivilDate | undefined {
    return this.notInFuture(field, this.day(field));
  }

  /** A day, month or year that has come; of an instant its day in the partnership's zone. */
  occurrence(field: string): OccurredOn | undefined {
    const value = this.get(field);
    if (value === undefined || isOccurredOn(value)) return this.notInFuture(field, value);
    const instant = toInstant(value);
    if (instant !== undefined) return this.notInFuture(field, dayOf(instant, this.clock.zone));
    return this.wrong(field, 'date', `"${shown(value)}" is no day, month or year that exists, written like 2025-02-15`);
  }

  /** An instant that has come; of a day its end in the partnership's zone. */
  instant(field: string): Instant | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    const { zone, now } = this.clock;
    const instant = isCivilDate(value) ? endOfDay(value, zone) : toInstant(value);
    if (instant === undefined)
      return this.wrong(field, 'instant', `"${shown(value)}" is no instant with its offset, like 2025-02-15T09:30:00-05:00`);
    return instant <= now ? instant : this.wrong(field, 'future', `${value} lies in the future: no source knows it yet`);
  }

  private notInFuture<Day extends OccurredOn>(field: string, day: Day | undefined): Day | undefined {
    if (day === undefined || firstDayMeant(day) <= this.clock.today) return day;
    return this.wrong(field, 'future', `${day} lies in the future: a fact is recorded once it has happened`);
  }
}

const shown = (value: string) => (value.length > 80 ? `${value.slice(0, 77)}...` : value);
