import { appendFileSync } from 'node:fs';

/** What a fault came to. `guard`: the one that was switched off, where the figure is that of a control. */
export type Figure = Readonly<{ fault: string; guard?: string; seconds: number; counts: Readonly<Record<string, number>> }>;

/**
 * Prints a figure as one line, and keeps it for the page of figures where the run makes one (FAULT_FIGURES names a file).
 * @param since when the fault began, by `Date.now()`
 */
export function tell(fault: string, counts: Figure['counts'], since: number, guard?: string): void {
  const seconds = Math.round((Date.now() - since) / 100) / 10;
  const figure: Figure = { fault, ...(guard === undefined ? {} : { guard }), seconds, counts };
  const said = Object.entries(counts).map(([name, count]) => `${name} ${count.toLocaleString('en')}`);
  const control = guard === undefined ? '' : ` (control: without ${guard})`;
  process.stdout.write(`${fault}${control}: ${said.join(', ')}, ${seconds} s\n`);
  const path = process.env['FAULT_FIGURES'];
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(figure)}\n`);
}
