import type { RecordAct } from '#domain';
import type { DecisionStore, EventStore } from '#event-store';
import { type Id, LedgerError, type Texts } from '#kernel';
import { type Held, readHeld } from './held.js';
import { InTurn } from './in-turn.js';
import type { Plan } from './plan.js';
import { type ImportProblem, PROBLEMS_LISTED, Problems, problemAt } from './problem.js';
import { type PlannedRow, plannedRows } from './rows.js';
import { prepare, type Settled, settle, settleAbsent } from './settle.js';
import type { FileFacts } from './table.js';
import { World } from './world.js';
import { wouldRecord } from './would-be.js';

export type ImportOptions = Readonly<{
  /** Decides everything on what is stored and what would be, says what would be recorded, and records nothing. */
  dryRun?: boolean;
  /** Records the good rows also where others are bad. */
  goodRowsOnly?: boolean;
  progress?: (done: number, total: number) => void;
  /** Acts under way at once, on different streams. */
  parallel?: number;
  /** Ends the import between two rows; what was recorded stays, and a later run goes on behind it. */
  signal?: AbortSignal;
}>;

/** A fact that the ledger has of this source and its tables have no more: its kind, and the row it was read from. */
export type AbsentFact = Readonly<{ kind: string; stream: string; eventId: Id; file: string; row?: number }>;

/** What an import records in. */
export type ImportLedger = Readonly<{ store: DecisionStore & Pick<EventStore, 'head' | 'readAll'>; texts: Texts }>;

export type RowCounts = Readonly<{ read: number; recorded: number; unchanged: number; skipped: number; refused: number }>;

/** What an import came to. The same source on the same ledger gives the same result, byte for byte. */
export type ImportResult = Readonly<{
  partnership: string;
  source: string;
  dryRun: boolean;
  /** Facts by kind; in a dry run, those that would be recorded. */
  recorded: Readonly<{ total: number; byKind: Readonly<Record<string, number>> }>;
  /** Facts and rows of which nothing was recorded, by reason. */
  skipped: Readonly<{ total: number; byReason: Readonly<Record<string, number>> }>;
  /** What a rule of the ledger forbade. */
  refused: readonly ImportProblem[];
  refusedTotal: number;
  /** Facts that an earlier run recorded of rows that are in no table now. They stay as they are. */
  absent: readonly AbsentFact[];
  absentTotal: number;
  /** Of each kind of fact, what became of its rows. */
  rows: Readonly<Record<string, RowCounts>>;
  notes: readonly string[];
  problems: readonly ImportProblem[];
  problemsTotal: number;
}>;

const PARALLEL = 256;

/** The outcome of a row counts once: a row is recorded if any of its facts was. */
type Outcome = 'recorded' | 'unchanged' | 'skipped' | 'refused';

class Tally {
  private readonly byKind = new Map<string, number>();
  private readonly byReason = new Map<string, number>();
  private readonly rows = new Map<string, Record<Outcome | 'read', number>>();
  readonly refusals = new Problems();

  recorded(kind: string): void {
    this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1);
  }

  skipped(reason: string): void {
    this.byReason.set(reason, (this.byReason.get(reason) ?? 0) + 1);
  }

  row(fact: string, outcomes: ReadonlySet<Outcome>): void {
    const counts = this.rows.get(fact) ?? { read: 0, recorded: 0, unchanged: 0, skipped: 0, refused: 0 };
    counts.read += 1;
    counts[(['refused', 'recorded', 'unchanged'] as const).find((it) => outcomes.has(it)) ?? 'skipped'] += 1;
    this.rows.set(fact, counts);
  }

  result(): Pick<ImportResult, 'recorded' | 'skipped' | 'refused' | 'refusedTotal' | 'rows'> {
    const refused = [...this.refusals.listed].sort(
      (a, b) => compare(a.file, b.file) || (a.row ?? 0) - (b.row ?? 0) || compare(a.rule, b.rule),
    );
    return {
      recorded: { total: sum(this.byKind), byKind: sorted(this.byKind) },
      skipped: { total: sum(this.byReason), byReason: sorted(this.byReason) },
      refused,
      refusedTotal: this.refusals.count,
      rows: sorted(this.rows),
    };
  }
}

/**
 * Records what a plan's source states and the ledger does not hold yet. Safe to repeat, also after a crash in the middle:
 * what was recorded is found in the ledger and passed over. Where a row is bad, nothing is recorded. A dry run asks the
 * same deciders about the same acts, on what is stored and what would be, and gives the same answer.
 * @param record runs one act in the ledger; a refusal by a rule is listed with its row, and the import goes on
 * @returns what was recorded, skipped and refused, and what the tables no longer hold
 * @throws LedgerError `unavailable` or `corrupt`, and whatever else `record` throws: run it again
 */
export async function runImport(
  plan: Plan,
  ledger: ImportLedger,
  record: RecordAct,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const { dryRun = false, goodRowsOnly = false } = options;
  const tally = new Tally();
  const mayGoOn = !plan.isBroken && (plan.problemCount === 0 || goodRowsOnly);
  const trial = mayGoOn && dryRun ? await wouldRecord(ledger) : undefined;
  const { absent, changed } = mayGoOn
    ? await recordRows(plan, ledger, trial?.record ?? record, tally, options).finally(trial?.end)
    : { absent: [], changed: [] };
  return {
    partnership: plan.partnershipId,
    source: plan.name,
    dryRun,
    ...tally.result(),
    absent: absent.slice(0, PROBLEMS_LISTED),
    absentTotal: absent.length,
    notes: [...plan.notes, ...changed.map((file) => `${file}: changed while it was imported; import it again`)],
    problems: plan.problems,
    problemsTotal: plan.problemCount,
  };
}

/** Reads the source a second time and records row by row; what one row says of a stream waits for the row before it. */
async function recordRows(
  plan: Plan,
  { store, texts }: ImportLedger,
  record: RecordAct,
  tally: Tally,
  { progress, signal, parallel = PARALLEL }: ImportOptions,
): Promise<Readonly<{ absent: readonly AbsentFact[]; changed: readonly string[] }>> {
  const { mapping } = plan;
  if (mapping === undefined) throw new Error('a source without terms was to be recorded');
  const existing = await readHeld(store, plan.name);
  const stated = new Set<Id>();
  const world = new World(mapping, plan.isDocumented, plan.now);
  const inTurn = new InTurn(parallel);
  const files = new Map<string, FileFacts>();
  let done = 0;
  let fact: string | undefined;
  try {
    for await (const row of plannedRows(plan.source, world, new Problems(), files)) {
      signal?.throwIfAborted();
      // Rows of one kind refer to rows of kinds before it: those must be in the ledger first.
      if (row.fact !== fact) await inTurn.idle();
      fact = row.fact;
      const settled = [
        ...row.slots.map((slot) => settle(row, slot, world, existing)),
        ...row.absent.flatMap((slot) => settleAbsent(row, slot, world, existing) ?? []),
      ];
      for (const { identity } of settled) if (existing.has(identity)) stated.add(identity);
      const sha256 = plan.files.get(row.place.file)?.sha256 ?? plan.termsSha256;
      await inTurn.add(streamsOf(settled), async () => {
        const outcomes = new Set<Outcome>();
        for (const one of settled) outcomes.add(await recordOne(one, row, { name: plan.name, sha256 }, record, texts, tally));
        if (row.slots.length === 0) tally.skipped(`${row.fact}: ${row.skipped ?? 'stated by an earlier row'}`);
        tally.row(row.fact, outcomes);
        done += row.slots.length;
        progress?.(done, plan.steps);
      });
    }
    await inTurn.idle();
  } finally {
    // Whoever stops it may close the ledger next: what is under way is recorded first.
    await inTurn.ended();
  }
  const changed = [...plan.files].filter(([file, { sha256 }]) => files.get(file)?.sha256 !== sha256).map(([file]) => file);
  return { absent: absentOf(existing, stated), changed };
}

async function recordOne(
  settled: Settled,
  row: PlannedRow,
  by: Readonly<{ name: string; sha256: string }>,
  record: RecordAct,
  texts: Pick<Texts, 'draft'>,
  tally: Tally,
): Promise<Outcome> {
  switch (settled.is) {
    case 'unchanged':
      tally.skipped('unchanged');
      return 'unchanged';
    case 'moved': {
      const {
        field: _field,
        rule,
        message,
        ...place
      } = problemAt(row.place, 'moved', 'an earlier import recorded this row of another commitment; give the row a new key');
      tally.refusals.add(place, rule, message);
      return 'refused';
    }
    case 'record':
      break;
  }
  try {
    const { act, meta } = await prepare(settled, row, texts, by);
    const receipt = await record(act, meta);
    if (receipt.alreadyRecorded) tally.skipped('already true');
    else tally.recorded(settled.kind);
    return receipt.alreadyRecorded ? 'unchanged' : 'recorded';
  } catch (error) {
    if (!(error instanceof LedgerError) || error.kind === 'unavailable' || error.kind === 'corrupt') throw error;
    const [first] = error.problems;
    tally.refusals.add(
      row.place,
      first?.rule ?? error.code,
      `${settled.kind}${first === undefined ? '' : `, ${first.field}`}: ${first?.message ?? error.message}`,
    );
    return 'refused';
  }
}

/** What was recorded of rows that no table has now, in the order of the source. */
function absentOf(existing: Held, stated: ReadonlySet<Id>): readonly AbsentFact[] {
  const absent: AbsentFact[] = [];
  for (const [identity, { root, kind, place }] of existing)
    if (root !== undefined && !stated.has(identity)) absent.push({ kind, stream: root.stream, eventId: root.eventId, ...place });
  return absent;
}

function streamsOf(settled: readonly Settled[]): readonly string[] {
  return settled.flatMap((one) => (one.is === 'record' ? [one.stream] : []));
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function sorted<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...map].sort(([a], [b]) => compare(a, b)));
}
