import { readFileSync } from 'node:fs';

/** What can be measured by itself, and which samples are of it; in the order of the samples. */
export const PARTS = {
  append: (what) => ['append', 'missed', 'duplicated', 'double-create', 'restore'].includes(what),
  read: (what) => ['loaded', 'read all', 'rebuild'].includes(what),
  answers: (what) => what === 'answers',
  served: (what) => what.startsWith('served '),
  import: (what) => what === 'import',
  growth: (what) => what === 'growth',
};

/**
 * The samples that lie in a file, of all parts but those that are measured again.
 * @param now what is said of the run that measures them: machine and versions must be those of the one before
 * @returns what puts new samples in their place: given them and what is said of their run, the first line and all samples
 */
export function keptBeside(file, only, now) {
  for (const part of only) if (!(part in PARTS)) throw new Error(`there is no part "${part}": wanted ${Object.keys(PARTS).join(', ')}`);
  const [made, ...before] = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  const on = ({ quick, machine, node, server, versions }) => JSON.stringify({ quick, machine, node, server, versions });
  if (on(made) !== on(now)) throw new Error(`measured on something else, measure all of it: ${on(made)}; now ${on(now)}`);
  return (samples, { made: day, minutes, sizes }) => {
    const all = Object.entries(PARTS).flatMap(([part, isOf]) => (only.includes(part) ? samples : before).filter(({ what }) => isOf(what)));
    const others = (made.again ?? []).map((run) => ({ ...run, parts: run.parts.filter((part) => !only.includes(part)) }));
    const again = [...others.filter(({ parts }) => parts.length > 0), { parts: only, made: day, minutes, sizes }];
    return [{ ...made, again }, all];
  };
}
