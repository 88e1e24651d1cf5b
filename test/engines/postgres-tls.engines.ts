import { chmodSync, chownSync, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectPostgres } from '#event-store';
import { certified } from '../../infra/local/certificates.mjs';
import { PostgresServer } from '../faults/postgres-server.js';

/** What docs/operations/managed-engines.md says of each: an authority that nobody knows has signed for 127.0.0.1. */
describe('how a PostgreSQL server is spoken to is said by its URL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-certificates-'));
  const { ca, key, certificate } = certified(folder);
  const AUTHORITY = `sslrootcert=${ca}`;
  let server: PostgresServer;

  beforeAll(async () => {
    server = await PostgresServer.start();
    const [{ data_directory: data } = { data_directory: '' }] = await answersTo<{ data_directory: string }>(
      'show data_directory',
    );
    const { uid, gid } = statSync(data);
    for (const [file, name] of [
      [key, 'server.key'],
      [certificate, 'server.crt'],
    ] as const) {
      copyFileSync(file, join(data, name));
      chownSync(join(data, name), uid, gid);
      chmodSync(join(data, name), 0o600);
    }
    await server.switches('ssl', 'on');
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  async function answersTo<R extends Record<string, unknown>>(question: string, parameters = '', host = '127.0.0.1') {
    const url = Object.assign(new URL(server.url), { hostname: host, search: parameters });
    const sql = connectPostgres({ connectionString: url.href });
    try {
      return await sql.query<R>(question);
    } finally {
      await sql.close();
    }
  }

  /** Whether the server says of the connection that it is of TLS. */
  async function isEncrypted(parameters: string, host?: string): Promise<boolean | undefined> {
    const question = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()';
    return (await answersTo<{ ssl: boolean }>(question, parameters, host))[0]?.ssl;
  }

  it.each(['verify-full', 'verify-ca', 'require', 'prefer'])('sslmode=%s: TLS, and who answers is checked', async (mode) => {
    const parameters = `sslmode=${mode}&${AUTHORITY}`;
    expect(await isEncrypted(parameters)).toBe(true);
    await expect(isEncrypted(`sslmode=${mode}`)).rejects.toThrow('unable to verify the first certificate');
    await expect(isEncrypted(parameters, 'localhost')).rejects.toThrow("does not match certificate's altnames");
  });

  it('sslrootcert alone: as with sslmode=verify-full', async () => {
    expect(await isEncrypted(AUTHORITY)).toBe(true);
    await expect(isEncrypted(AUTHORITY, 'localhost')).rejects.toThrow("does not match certificate's altnames");
  });

  it('nothing of TLS: it is spoken to without, though it offers TLS', async () => {
    expect(await isEncrypted('')).toBe(false);
  });

  it.each(['sslmode=no-verify', 'uselibpqcompat=true&sslmode=require'])('%s: TLS with whoever answers', async (parameters) => {
    expect(await isEncrypted(parameters)).toBe(true);
    expect(await isEncrypted(parameters, 'localhost')).toBe(true);
  });

  it.each(['/nowhere/ca.crt', 'system'])(
    'sslrootcert=%s: it is a file, and where there is none nobody connects',
    async (file) => {
      await expect(isEncrypted(`sslmode=verify-full&sslrootcert=${file}`)).rejects.toThrow(
        `no such file or directory, open '${file}'`,
      );
    },
  );

  it('a server without TLS is not spoken to where the URL says TLS, prefer or not', async () => {
    await server.switches('ssl', 'off');
    try {
      for (const mode of ['verify-full', 'prefer'])
        await expect(isEncrypted(`sslmode=${mode}&${AUTHORITY}`)).rejects.toThrow('The server does not support SSL connections');
    } finally {
      await server.switches('ssl', 'on');
    }
  });
});
