import { LedgerError } from '#kernel';
import { START } from '../port.js';

/** Where an event lies in the server's log. Strictly increasing, with gaps. */
export type LogPosition = Readonly<{ commit: bigint; prepare: bigint }>;

const DIGITS = 20;
const LARGEST = 2n ** 63n - 1n;

/**
 * A position in the form that leaves the store: 20 digits of `commit` and 20 of `prepare`, so that text order is log
 * order and START comes before everything.
 * @throws LedgerError `corrupt` IMPOSSIBLE_POSITION: servers 24.2.0 to 24.10.4 and 25.0.0 can name 2^64-1, and who goes
 *   on from there loses events
 */
export function positionText({ commit, prepare }: LogPosition): string {
  if (commit > LARGEST || prepare > LARGEST || commit < 0n || prepare < 0n) {
    const message = `the server named ${commit}/${prepare}, which is no position of a log`;
    throw new LedgerError('corrupt', 'IMPOSSIBLE_POSITION', message);
  }
  return digits(commit) + digits(prepare);
}

/**
 * The place in the log that a text names; undefined for START.
 * @throws LedgerError `invalid` INVALID_POSITION where the text is none
 */
export function positionIn(text: string): LogPosition | undefined {
  if (text === START) return undefined;
  if (/^\d{40}$/.test(text)) {
    const [commit, prepare] = [BigInt(text.slice(0, DIGITS)), BigInt(text.slice(DIGITS))];
    if (commit <= LARGEST && prepare <= LARGEST) return { commit, prepare };
  }
  const message = `${JSON.stringify(text)} is no position of this ledger: it has 40 digits`;
  throw new LedgerError('invalid', 'INVALID_POSITION', message, [{ field: 'position', rule: 'R15', message }]);
}

function digits(number: bigint): string {
  return String(number).padStart(DIGITS, '0');
}
