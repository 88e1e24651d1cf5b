import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Where Debian keeps what its servers bring. */
const SERVERS = '/usr/lib/postgresql';
const binaries = existsSync(SERVERS) ? readdirSync(SERVERS).map((version) => join(SERVERS, version, 'bin')) : [];

/** A database on a real server, made ready as the compose file does it: infra/compose/postgres/roles.sh with its secrets. */
export class TwoRoles {
  private readonly server = new URL(process.env['POSTGRES_URL'] ?? '');
  /** With which a tool of PostgreSQL finds the server, as its administrator. */
  readonly env = {
    PATH: [process.env['PATH'], ...binaries].join(':'),
    PGHOST: this.server.hostname,
    PGPORT: this.server.port,
    PGUSER: this.server.username,
  };

  constructor(readonly database: string) {}

  /** The address for a user of the database. */
  as(username: string, password = ''): string {
    return Object.assign(new URL(this.server), { username, password, pathname: `/${this.database}` }).href;
  }

  /** @param secrets the folder in which prepare.mjs made them */
  async make(secrets: string): Promise<void> {
    await this.remove();
    await this.administered(`create database ${this.database}`);
    const env = { ...this.env, POSTGRES_USER: this.server.username, POSTGRES_DB: this.database, SECRETS: secrets };
    const { status, stderr } = spawnSync('sh', ['infra/compose/postgres/roles.sh'], { env, encoding: 'utf8' });
    if (status !== 0 || stderr !== '') throw new Error(`roles.sh ended with ${status}: ${stderr}`);
  }

  async remove(): Promise<void> {
    await this.administered(
      `drop database if exists ${this.database} with (force)`,
      ...['owner', 'app'].map((role) => `drop role if exists throughline_${role}`),
    );
  }

  async administered(...statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: this.server.href });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
