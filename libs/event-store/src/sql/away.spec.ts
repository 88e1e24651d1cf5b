import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../port.js';
import { awayFound, awayInWords } from './away.js';
import { ConnectionLost } from './sql.js';

const server = 'postgres://app:hidden@db:5432/ledger';
const lost = (message: string, code?: string) =>
  new ConnectionLost(false, message, { cause: Object.assign(new Error(message), code === undefined ? {} : { code }) });
const said = (error: ConnectionLost, address = server) => awayInWords(address, error, 'THROUGHLINE_POSTGRES');

describe('a PostgreSQL server that is not reached', () => {
  it.each([
    ['a role that is not there', '28000', 'role "nobody" does not exist'],
    ['a wrong password', '28P01', 'password authentication failed for user "app"'],
    ['a database that is not there', '3D000', 'database "nodb" does not exist'],
    ['a database that the user may not connect to', '42501', 'permission denied for database "ledger"'],
  ])('is said to refuse %s, with the setting and what to do', (_, code, message) => {
    expect(said(lost(message, code))).toBe(
      `PostgreSQL at db:5432 refuses: ${message}. Mend the user, the password or the database in THROUGHLINE_POSTGRES, or make ` +
        'them on the server',
    );
  });

  it('is said to want a password where none was given, and not in the words of the driver', () => {
    expect(said(lost('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'))).toMatch(
      /^PostgreSQL at db:5432 refuses: it wants a password, and was given none\. Mend /,
    );
  });

  it.each([
    ['nobody listens', 'ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'],
    ['it starts', '57P03', 'the database system is starting up'],
    ['it is full', '53300', 'sorry, too many clients already'],
  ])('is said not to answer where %s', (_, code, message) => {
    expect(said(lost(message, code))).toBe(
      `PostgreSQL at db:5432 does not answer: ${message}. Start it, or mend THROUGHLINE_POSTGRES`,
    );
  });

  it('has no host where it is met by a socket', () => {
    expect(said(lost('connect ENOENT'), 'postgresql:///ledger?host=/run/postgresql')).toMatch(/^PostgreSQL does not answer: /);
  });
});

describe('what an examination says of a server it could not read', () => {
  const found = (error: unknown) => awayFound('PostgreSQL', 'THROUGHLINE_POSTGRES', error);

  it.each([
    ['does not answer: connect ECONNREFUSED', lost('connect ECONNREFUSED', 'ECONNREFUSED')],
    ['refuses: role "nobody" does not exist', lost('role "nobody" does not exist', '28000')],
    ['does not answer: no connection', new StoreUnavailable('not-stored', 'no connection')],
  ])('%s, and which setting names it', (what, error) => {
    const todo = expect.stringContaining('mend THROUGHLINE_POSTGRES;');
    expect(found(error)).toMatchObject({
      severity: 'trouble',
      where: 'PostgreSQL',
      what,
      todo,
      page: 'store-away.md',
      unread: true,
    });
  });

  it('leaves every other error as it is', () => {
    const error = new TypeError('a mistake');
    expect(() => found(error)).toThrow(error);
  });
});
