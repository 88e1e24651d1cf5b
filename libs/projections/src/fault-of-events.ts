import { ConnectionLost, LeaseLost, LedgerForked, sqlState } from '#event-store';
import { LedgerError } from '#kernel';

/**
 * SQLSTATEs by which a database refuses the statements of a projection for what they are, or for what the event made them
 * say; they would be refused again tomorrow. By their class:
 * 21 a row written twice by one statement, 22 data that a column cannot hold, 23 a constraint, 44 a view's condition,
 * 54 a row larger than an index holds, 42 a table or column that is not there: the projection is wrong, and whoever waited
 * for it would wait for ever, so it is told as loudly as an event that cannot be taken in.
 */
const REFUSED_FOR_GOOD = ['21', '22', '23', '42', '44', '54'];
/** Of class 42, but whoever took the right away may give it back. */
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Whether what a projection failed at with events in hand speaks against these events, or against the projection itself.
 * What speaks of the server, the session or the moment does not: 08 the connection, 25 set to read only, 40 rolled back for
 * others, 53 no room, 55 a lock, 57 an operator, 58 and XX the server's own trouble, and whatever nobody thought of. That
 * is waited for: an event that is named by mistake is left out, or stops a read model until somebody comes; a wait that is
 * in vain is said again with every try.
 */
export function isFaultOfEvents(error: unknown): boolean {
  if (error instanceof ConnectionLost || error instanceof LeaseLost || error instanceof LedgerForked) return false;
  if (error instanceof LedgerError) return error.kind !== 'unavailable';
  const state = sqlState(error);
  return state === undefined || isRefusedForGood(state);
}

/** Whether it passes by itself: the database or the store is away for a while, busy, full, or takes no writes. */
export function isAway(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  if (error instanceof LedgerError) return error.kind === 'unavailable';
  const state = sqlState(error);
  return state !== undefined && !isRefusedForGood(state);
}

function isRefusedForGood(state: string): boolean {
  return REFUSED_FOR_GOOD.includes(state.slice(0, 2)) && state !== INSUFFICIENT_PRIVILEGE;
}
