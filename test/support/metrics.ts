/** The value of one line of metrics, by its name and labels; NaN where there is none. */
export function metricIn(said: string, line: string): number {
  const found = said.split('\n').find((its) => its.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1));
}
