import { afterEach, describe, expect, it } from '@jest/globals';
import { hostInTheClear } from './in-the-clear.js';

describe('a PostgreSQL address', () => {
  const before = process.env['PGSSLMODE'];
  afterEach(() => {
    if (before === undefined) delete process.env['PGSSLMODE'];
    else process.env['PGSSLMODE'] = before;
  });

  it.each([
    'postgres://app:secret@db:5432/ledger',
    'postgres://app@db/ledger?sslmode=disable',
    'postgres:///ledger?host=db',
    'postgres://app@localhost.example/ledger',
    'postgres://app@127.0.0.1.example/ledger',
  ])('%s speaks to another machine without TLS', (address) => {
    expect(hostInTheClear(address)).toMatch(/^(db|localhost\.example|127\.0\.0\.1\.example)$/);
  });

  it.each([
    'postgres://app@db/ledger?sslmode=verify-full',
    'postgres://app@db/ledger?sslmode=no-verify',
    'postgres://app@db/ledger?ssl=true',
    'postgres://app@localhost/ledger',
    'postgres://app@127.0.0.1:5433/ledger',
    'postgres://app@[::1]/ledger',
    'postgres:///ledger?host=/run/postgresql',
    'postgres://app@db/ledger?sslmode=verify-full&sslrootcert=/nowhere/none.crt',
  ])('%s does not', (address) => {
    expect(hostInTheClear(address)).toBeUndefined();
  });

  it('that says nothing of TLS is spoken to as PGSSLMODE says', () => {
    process.env['PGSSLMODE'] = 'verify-full';
    expect(hostInTheClear('postgres://app@db/ledger')).toBeUndefined();
    expect(hostInTheClear('postgres://app@db/ledger?sslmode=disable')).toBe('db');
  });
});
