import { hostname } from 'node:os';
import { Leases, type Ledger } from '#event-store';
import { ProjectionRunner, type Projections, ProjectionWatch } from '#projections';
import { PROJECTIONS } from '#read-models';

/**
 * Who keeps the read models up: this process, alone or beside others (`kept`); this process and others, each of them a share
 * (`shared`); or others, so that here they are only waited for (`watched`).
 */
export type ReadModelsKept = 'kept' | 'shared' | 'watched';

/** How several processes share the work: as what, and after how long without a sign of life another takes over. */
export type Shares = Readonly<{ service: string; leaseSeconds: number; partitions: number }>;

type Warn = (message: string, error?: unknown) => void;

/**
 * Begins to keep the read models of a ledger up, or to watch them.
 * @throws LedgerForked where one is of another history
 */
export async function keepReadModels(
  { sql, store }: Ledger,
  kept: ReadModelsKept,
  warn: Warn,
  shares: Shares | undefined,
): Promise<Projections> {
  const projections =
    kept === 'watched'
      ? new ProjectionWatch(sql, store, PROJECTIONS)
      : new ProjectionRunner(sql, store, PROJECTIONS, {
          warn,
          ...(kept === 'shared' && shares !== undefined ? { elects: leasesOf(sql, shares), partitions: shares.partitions } : {}),
        });
  await projections.start();
  return projections;
}

/** The leases of this process. */
export function leasesOf(sql: Ledger['sql'], { service, leaseSeconds }: Pick<Shares, 'service' | 'leaseSeconds'>): Leases {
  return new Leases(sql, { holder: holderOf(service), seconds: leaseSeconds });
}

/** By what operators know this process: its service, its machine and its number there. */
export function holderOf(service: string): string {
  return `${service} ${hostname()}/${process.pid}`;
}
