/**
 * What a spreadsheet would take for a formula, and what would be taken for such a text made harmless already. The full-width
 * signs are made plain ones by some spreadsheets.
 */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text as it stands in a cell of an exported table: behind an apostrophe, where a spreadsheet would run it. */
export function neutral(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a cell of a documented table, as it was before `neutral`. */
export function meant(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
