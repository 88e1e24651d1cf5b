import { NamedFiles } from '#content';
import { type Moved, moveLedger, openingSaid, placeSaid, placeTyped, type StorePlace } from '#event-store';
import { LedgerError } from '#kernel';
import { unsafePlace } from '#platform';
import { noteUnsafe } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** `--from` and `--to`, each with what belongs to it. */
export type MoveOptions = Readonly<{
  json?: boolean;
  from?: string;
  fromData?: string;
  fromPostgres?: string;
  to?: string;
  toData?: string;
  toPostgres?: string;
  toOwner?: string;
}>;

/** Copies the ledger of one store to another, and says by which digest they are equal. */
export async function moveCommand(terminal: Terminal, options: MoveOptions): Promise<ExitCode> {
  const from = placeTyped('--from', {
    store: required('--from', options.from),
    ...(options.fromData === undefined ? {} : { data: options.fromData }),
    ...(options.fromPostgres === undefined ? {} : { postgres: options.fromPostgres }),
  });
  const to = placeTyped('--to', {
    store: required('--to', options.to),
    ...(options.toData === undefined ? {} : { data: options.toData }),
    ...(options.toPostgres === undefined ? {} : { postgres: options.toPostgres }),
    ...(options.toOwner === undefined ? {} : { owner: options.toOwner }),
  });
  noteUnsafe(terminal, [...unsafePlace('--from', from), ...unsafePlace('--to', to)]);
  const moved = await terminal.progress('moving', (advance) =>
    moveLedger({ from, to, naming: new NamedFiles(), progress: ({ done, total }) => advance(done, total) }),
  );
  for (const note of moved.notes) terminal.note(note);
  terminal.result(
    { from: { store: placeSaid(from), ledgerId: moved.from }, to: { store: placeSaid(to), ledgerId: moved.to }, ...said(moved) },
    () => inWords(moved, placeSaid(from), to),
  );
  return EXIT.done;
}

function said({ contents, digest, already }: Moved) {
  return { equal: true, digest, already, contents };
}

function inWords({ contents, digest, already, to: ledgerId }: Moved, from: string, place: StorePlace): string {
  const to = placeSaid(place);
  const { events, texts, files, tokens } = contents;
  const carried = `${events.count} events, ${texts.count} texts (${texts.erased} of them erased), ${files.count} evidence files, ${tokens.count} tokens`;
  return [
    already ? `It was moved before: ${from} to ${to}.` : `Moved ${from} to ${to}.`,
    `${carried}: read again where they lie, and equal, SHA-256 ${digest}.`,
    ...(files.missing === 0 ? [] : [`${files.missing} evidence files that facts name were not there before, and are not now.`]),
    `It is ledger ${ledgerId} now. The one it came from is as it was: go on with one of them only.`,
    `Open it with ${openingSaid(place)}.`,
  ].join('\n');
}

function required(option: string, value: string | undefined): string {
  if (value !== undefined) return value;
  const message = 'wanted a data folder, postgres://… or esdb://…';
  throw new LedgerError('invalid', 'INVALID_INPUT', `${option}: ${message}`, [{ field: option, rule: 'R15', message }]);
}
