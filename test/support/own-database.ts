import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const KNOWN = 'known';

/**
 * A database of its own for a test, on the server that `npm run test:postgres` or `test:engines` starts: no other test
 * meets what is done to it.
 */
export class OwnDatabase {
  readonly name: string;
  /** Its address in the name of the server's administrator. */
  readonly url: string;
  /** The administrator, at work in it. */
  readonly admin: pg.Client;
  private readonly roles: string[] = [];

  private constructor(
    name: string,
    private readonly server: URL,
  ) {
    this.name = `${name}_${process.pid}`;
    this.url = this.as(server.username, server.password);
    this.admin = new pg.Client(this.url);
  }

  /** @throws Error where POSTGRES_URL names no server: who needs one fails without it, and does not skip */
  static named(name: string): OwnDatabase {
    const server = process.env['POSTGRES_URL'];
    if (server === undefined) throw new Error('POSTGRES_URL names no server: npm run test:postgres starts one');
    return new OwnDatabase(name, new URL(server));
  }

  /** Its address in the name of a role. */
  as(role: string, password = KNOWN): string {
    return Object.assign(new URL(this.server), { username: role, password, pathname: `/${this.name}` }).href;
  }

  async make(): Promise<void> {
    await this.onServer(`create database ${this.name}`);
    await this.admin.connect();
  }

  /** Makes a role that may log in. It goes with the database. */
  async makeRole(role: string): Promise<void> {
    await this.admin.query(`create role "${role}" login password '${KNOWN}'`);
    this.roles.push(role);
  }

  /** Whoever is still connected is cut off. */
  async remove(): Promise<void> {
    await this.admin.end();
    await this.onServer(`drop database ${this.name} with (force)`, ...this.roles.map((role) => `drop role "${role}"`));
  }

  /** Ends every connection to it but the administrator's, from the server's side. */
  async cutOff(): Promise<void> {
    const others = 'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()';
    await this.admin.query(others, [this.name]);
  }

  /** Returns once nobody but the administrator is connected: the server lets go a moment after the client has gone. */
  async isLeft(): Promise<void> {
    const others = 'select from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()';
    while ((await this.admin.query(others, [this.name])).rowCount !== 0) await pause(20);
  }

  private async onServer(...statements: readonly string[]): Promise<void> {
    const client = new pg.Client(this.server.href);
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
