import type { Finding } from '#event-store';
import { OWNER_TOKEN_FILE, TOKENS_FOLDER } from '#http';
import { examine, readConfiguration, verdictOn } from '#platform';
import { type CommonOptions, configurationOf, ledgerThere, stepsOn } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

const SECRETS = [OWNER_TOKEN_FILE, TOKENS_FOLDER];

/**
 * Looks at all of an installation: the ledger, its read models and evidence files, what lies around them, and the services
 * where there are some; changes nothing. Exit 1 where something needs a hand, or could not be
 * read.
 */
export async function doctor(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  const folder = await ledgerThere(options);
  const { store } = configurationOf(options);
  // Only the relay reads where the brokers are; whoever names them here asks for it to be looked at, too.
  const isRelayed = store.kind !== 'embedded' && process.env['THROUGHLINE_KAFKA'] !== undefined;
  const { kafka } = isRelayed ? readConfiguration({ data: folder }, process.env, 'relay') : {};
  const examined = { folder, store, secrets: SECRETS, ...(kafka === undefined ? {} : { kafka }) };
  const findings = await terminal.progress('checking the ledger', (advance) => examine(examined, stepsOn(advance)));
  const verdict = verdictOn(findings);
  terminal.result({ data: folder, ...verdict, findings }, () => [...findings.map(inWords), said(folder, verdict)].join('\n'));
  return verdict.well ? EXIT.done : EXIT.no;
}

function said(folder: string, { whole, well }: ReturnType<typeof verdictOn>): string {
  if (whole === null) return `${folder}: cannot tell whether the ledger is whole, for it could not all be read.`;
  if (!whole) return `${folder} is damaged.`;
  return well ? `${folder} is whole.` : `${folder} is whole, and something around it is not well.`;
}

function inWords({ severity, where, what, why, todo, page }: Finding): string {
  const reason = why === undefined ? [] : [`  why it matters: ${why}`];
  const more = page === undefined ? [] : [`  more: docs/operations/${page}`];
  return [`${severity}: ${where}: ${what}`, ...reason, `  ${todo}`, ...more].join('\n');
}
