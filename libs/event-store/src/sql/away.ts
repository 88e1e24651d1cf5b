import { LedgerError } from '#kernel';
import type { Finding } from '../embedded/check.js';
import { StoreUnavailable } from '../port.js';
import { ConnectionLost, sqlState } from './sql.js';

/** The driver's words where a server wants a password and the address has none. */
const NO_PASSWORD = /client password must be a string/;
/** Who signs in is not let in (class 28), the database is not there, or may not be connected to. */
const REFUSALS = /^(28...|3D000|42501)$/;

/** Whether the server answered, and refuses this user, password or database: waiting does not help then. */
export function isRefusal(error: ConnectionLost): boolean {
  const { cause } = error;
  return REFUSALS.test(sqlState(cause) ?? '') || NO_PASSWORD.test(error.message);
}

/**
 * What an operator is told of a server that is not reached; never its password.
 * @param setting what names it: the key of a setting or an option
 */
export function awayInWords(connectionString: string, error: ConnectionLost, setting: string): string {
  const { host } = new URL(connectionString);
  const server = `PostgreSQL${host === '' ? '' : ` at ${host}`}`;
  if (!isRefusal(error)) return `${server} does not answer: ${error.message}. Start it, or mend ${setting}`;
  const why = NO_PASSWORD.test(error.message) ? 'it wants a password, and was given none' : error.message;
  return `${server} refuses: ${why}. Mend the user, the password or the database in ${setting}, or make them on the server`;
}

/**
 * What an examination says of a server that it could not read, or not to the end: it does not answer, it refuses, or what
 * lies there is not to be opened now. Its own words say why, and never the password.
 * @param setting the key that names the server
 * @throws the error itself where it tells of anything else
 */
export function awayFound(server: 'PostgreSQL' | 'EventStoreDB', setting: string, error: unknown): Finding {
  if (error instanceof ConnectionLost || error instanceof StoreUnavailable)
    return {
      severity: 'trouble',
      where: server,
      what: `${error instanceof ConnectionLost && isRefusal(error) ? 'refuses' : 'does not answer'}: ${error.message}`,
      why: 'Nothing is recorded and nothing is read until it does; what was acknowledged is there',
      todo: `Start the server, or mend ${setting}; services go on by themselves once it answers`,
      page: 'store-away.md',
      unread: true,
    };
  // It answers: what lies there says itself why it was not read, as a ledger that is moved there and not whole yet.
  if (error instanceof LedgerError && error.kind === 'unavailable')
    return {
      severity: 'trouble',
      where: `${server} (${error.code})`,
      what: error.message,
      why: 'No process opens the ledger as it is, and neither did doctor',
      todo: 'Do what is named, then run doctor again',
      unread: true,
    };
  throw error;
}

/**
 * What an examination says where no ledger lies.
 * @param mistyped what may have been typed wrongly, in words
 */
export function noLedgerFound(where: string, mistyped: string, todo: string): Finding {
  return {
    severity: 'trouble',
    where,
    what: 'holds no ledger',
    why: `A mistyped ${mistyped} would look like a ledger that is empty and well`,
    todo,
    page: 'schema-differs.md',
    unread: true,
  };
}
