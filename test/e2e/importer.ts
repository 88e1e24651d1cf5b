import { recordingBy } from '#domain';
import { Decisions, openEmbedded } from '#event-store';
import { planImport, runImport } from '#imports';

/**
 * Imports a folder by its mapping into a ledger, in a process whose heap a test keeps small, and prints what was recorded
 * and by how many bytes the heap grew with each fact after the first quarter of them.
 */
const [, , data = '', folder = '', mapping = '', how = '', eventsKept = ''] = process.argv;

// Fewer at once than by default: what is under way comes and goes, and would blur what stays.
const UNDER_WAY = 16;

const ledger = await openEmbedded({ folder: data });
try {
  const decisions = new Decisions(ledger.store, ledger.texts, { decidesUnread: true, eventsKept: Number(eventsKept) });
  const plan = await planImport(folder, mapping);
  const heaps = new Map<number, number>();
  const quarter = Math.floor(plan.steps / 4);
  const { recorded, skipped, refusedTotal, problemsTotal } = await runImport(plan, ledger, recordingBy(decisions), {
    dryRun: how === 'dry',
    parallel: UNDER_WAY,
    progress: (done) => {
      if (done === quarter || done === plan.steps) heaps.set(done, heapUsed());
    },
  });
  const grown = (heaps.get(plan.steps) ?? Number.NaN) - (heaps.get(quarter) ?? Number.NaN);
  const bytesPerFact = Math.round(grown / (plan.steps - quarter));
  const said = { recorded: recorded.total, skipped: skipped.total, refusedTotal, problemsTotal, bytesPerFact };
  process.stdout.write(`${JSON.stringify(said)}\n`);
} finally {
  await ledger.close();
}

function heapUsed(): number {
  if (globalThis.gc === undefined) throw new Error('run it with --expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
