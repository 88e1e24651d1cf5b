import { type ConnectionLost, sqlState } from './sql.js';

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
