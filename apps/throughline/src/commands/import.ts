import { type ImportProblem, type ImportResult, planImport, readHeld, runImport } from '#imports';
import { LedgerError } from '#kernel';
import { type CommonOptions, kindOf, withLedger } from '../house.js';
import { recorder } from '../server.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

type ImportCommandOptions = CommonOptions & Readonly<{ mapping?: string; dryRun?: boolean; goodRowsOnly?: boolean }>;

/**
 * Records a dated history from a folder of CSV. Exit 1 where a row was bad or a rule refused one, 2 where the folder or
 * the mapping cannot be used at all.
 */
export async function importCommand(terminal: Terminal, options: ImportCommandOptions, folder: string): Promise<ExitCode> {
  // Read before the ledger is opened: a wrong folder or mapping makes no data folder.
  await requireThere('folder', folder, 'folder');
  if (options.mapping !== undefined) await requireThere('--mapping', options.mapping, 'file');
  const plan = await planImport(folder, options.mapping);
  return withLedger(options, terminal, async (ledger, { logLevel }) => {
    const { record, close } = await recorder(ledger, logLevel);
    const existing = await readHeld(ledger.store, plan.name);
    const result = await terminal
      .progress(`importing ${plan.name}`, (progress) =>
        runImport(plan, record, ledger.texts, {
          existing,
          progress,
          dryRun: options.dryRun === true,
          goodRowsOnly: options.goodRowsOnly === true,
        }),
      )
      .finally(close);
    terminal.result(result, () => inWords(result, folder));
    if (result.source === '') return EXIT.wrongUse;
    return result.problemsTotal + result.refusedTotal === 0 ? EXIT.done : EXIT.no;
  });
}

async function requireThere(field: string, path: string, wanted: 'file' | 'folder'): Promise<void> {
  const kind = await kindOf(path);
  if (kind === wanted) return;
  const message = kind === undefined ? `${path} is not there` : `${path} is a ${kind}, wanted a ${wanted}`;
  throw new LedgerError('invalid', 'NO_SUCH_FILE', message, [{ field, rule: 'R15', message }]);
}

function inWords(result: ImportResult, folder: string): string {
  if (result.source === '')
    return [
      `${folder} cannot be imported; nothing was recorded`,
      ...listed(result.problems, result.problemsTotal),
      "docs/reference/import.md describes the tables; somebody else's need --mapping <file>.",
    ].join('\n');
  const { recorded, skipped, refused, refusedTotal, problems, problemsTotal } = result;
  return [
    `${result.source}: ${recorded.total} ${result.dryRun ? 'would be' : 'were'} recorded`,
    ...counts(recorded.byKind),
    `${skipped.total} skipped`,
    ...counts(skipped.byReason),
    `${refusedTotal} refused by a rule of the ledger`,
    ...listed(refused, refusedTotal),
    `${problemsTotal} wrong in the source${problemsTotal > 0 && recorded.total === 0 ? ': nothing was recorded' : ''}`,
    ...listed(problems, problemsTotal),
    ...(result.notes.length === 0 ? [] : ['To know', ...result.notes.map((note) => `  ${note}`)]),
    `Partnership ${result.partnership}`,
  ].join('\n');
}

function counts(by: Readonly<Record<string, number>>): string[] {
  return Object.entries(by).map(([what, count]) => `  ${String(count).padStart(7)}  ${what}`);
}

const SHOWN = 50;

function listed(problems: readonly ImportProblem[], total: number): string[] {
  const lines = problems.slice(0, SHOWN).map(({ field, rule, message }) => `  ${field} [${rule}] ${message}`);
  return total > lines.length ? [...lines, `  and ${total - lines.length} more (--json lists up to 1000)`] : lines;
}
