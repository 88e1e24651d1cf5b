import { type LeaseSeen, leasesSeen, type Sql } from '#event-store';
import { buildsOf, tasksFor } from '#projections';
import { PROJECTIONS } from '#read-models';

/**
 * Every lease that stands for work there is to do now: the relay's, and those of the read models as they are divided today.
 * Names of builds and partitions of before stay in the table, and nobody has to hold them.
 */
export async function leasesWanted(sql: Sql): Promise<readonly LeaseSeen[]> {
  const seen = await leasesSeen(sql);
  if (seen.length === 0) return [];
  const readModels = seen.some(({ name }) => name.startsWith('projection/')) ? await buildsOf(sql) : [];
  const wanted = new Set(['relay', ...tasksFor(PROJECTIONS, readModels, 'newer').keys()]);
  return seen.filter(({ name }) => wanted.has(name));
}
