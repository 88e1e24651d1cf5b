import type { Problem } from '#kernel';

/** Where in a source something stands. `line` is the physical line on which the row starts, `row` the number of the data row. */
export type Place = Readonly<{ file: string; line?: number; row?: number; column?: string }>;

/** One thing wrong with a source, a mapping or one of their rows. */
export type ImportProblem = Problem & Place;

/** More are counted, not listed: a file with one wrong column has as many problems as rows. */
export const PROBLEMS_LISTED = 1000;

/** A problem whose field reads `file:line:column`, as far as these are known. */
export function problemAt(place: Place, rule: string, message: string): ImportProblem {
  const field = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  return { ...place, field, rule, message };
}

/** Rules that are broken by a file, a header or a mapping as a whole: not even the good rows can be recorded. */
const BEYOND_ROWS: ReadonlySet<string> = new Set([
  'missing-folder',
  'missing-file',
  'unreadable-file',
  'unknown-file',
  'header',
  'missing-column',
  'unknown-column',
  'csv',
  'xlsx',
  'too-many-rows',
  'json',
  'mapping',
  'partnership',
  'one-row',
]);

/** Collects problems, the first thousand of them in full. */
export class Problems {
  readonly listed: ImportProblem[] = [];
  count = 0;
  isBeyondRows = false;

  add(place: Place, rule: string, message: string): void {
    this.count += 1;
    if (BEYOND_ROWS.has(rule)) this.isBeyondRows = true;
    if (this.listed.length < PROBLEMS_LISTED) this.listed.push(problemAt(place, rule, message));
  }
}
