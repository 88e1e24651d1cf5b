import { recorder } from '#http';
import { type ImportProblem, type ImportResult, planImport, runImport } from '#imports';
import { LedgerError } from '#kernel';
import { type CommonOptions, kindOf, withLedger, withLedgerToTryOn } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

type ImportCommandOptions = CommonOptions & Readonly<{ mapping?: string; dryRun?: boolean; goodRowsOnly?: boolean }>;

/**
 * Records a dated history from a folder of CSV, a workbook or a file of NDJSON. Exit 1 where a row was bad or a rule refused one, 2 where the folder or
 * the mapping cannot be used at all.
 */
export async function importCommand(terminal: Terminal, options: ImportCommandOptions, folder: string): Promise<ExitCode> {
  // Read before the ledger is opened: a wrong folder or mapping makes no data folder.
  await requireThere('folder', folder, 'folder', 'file');
  if (options.mapping !== undefined) await requireThere('--mapping', options.mapping, 'file');
  const plan = await planImport(folder, options.mapping);
  const open = options.dryRun === true ? withLedgerToTryOn : withLedger;
  return open(options, terminal, async (ledger, { logLevel }) => {
    const { record, close } = await recorder(ledger, logLevel);
    const result = await terminal
      .progress(`importing ${plan.name}`, (progress) =>
        runImport(plan, ledger, record, {
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

async function requireThere(field: string, path: string, ...wanted: readonly ('file' | 'folder')[]): Promise<void> {
  const kind = await kindOf(path);
  if (kind !== undefined && wanted.includes(kind)) return;
  const message = kind === undefined ? `${path} is not there` : `${path} is a ${kind}, wanted a ${wanted.join(' or ')}`;
  throw new LedgerError('invalid', 'NO_SUCH_FILE', message, [{ field, rule: 'R15', message }]);
}

function inWords(result: ImportResult, folder: string): string {
  if (result.source === '')
    return [
      `${folder} cannot be imported; nothing was recorded`,
      ...listed(result.problems, result.problemsTotal),
      "docs/reference/import.md describes the tables; somebody else's need --mapping <file>.",
    ].join('\n');
  const { recorded, skipped, absent, absentTotal, refused, refusedTotal, problems, problemsTotal } = result;
  return [
    `${result.source}: ${recorded.total} ${result.dryRun ? 'would be' : 'were'} recorded`,
    ...counts(recorded.byKind),
    `${skipped.total} skipped`,
    ...counts(skipped.byReason),
    ...(absentTotal === 0
      ? []
      : [
          `${absentTotal} recorded earlier and in no table now: they stay as they are`,
          ...counted(
            absent.map(({ file, row, kind }) => `${[file, row].join(', row ')}: ${kind}`),
            absentTotal,
          ),
        ]),
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
  return counted(
    problems.map(({ field, rule, message }) => `${field} [${rule}] ${message}`),
    total,
  );
}

function counted(all: readonly string[], total: number): string[] {
  const lines = all.slice(0, SHOWN).map((line) => `  ${line}`);
  return total > lines.length ? [...lines, `  and ${total - lines.length} more (--json lists up to 1000)`] : lines;
}
