import pg from 'pg';
import { ConnectionLost } from './sql.js';

const RECONNECT_MS = [100, 500, 2_000, 5_000] as const;

/** LISTEN on a connection of its own, which is made again when it is lost. */
export class PostgresListener {
  private client: pg.Client | undefined;
  private connecting: Promise<pg.Client> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly channels = new Map<string, Set<(payload: string) => void>>();

  constructor(private readonly config: pg.ClientConfig) {}

  /** @throws ConnectionLost where the first connection cannot be made */
  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    const listeners = this.channels.get(channel) ?? new Set();
    this.channels.set(channel, listeners.add(heard));
    try {
      await listenOn(await this.connected(), channel);
    } catch (error) {
      listeners.delete(heard);
      throw new ConnectionLost(false, 'no connection to listen on', { cause: error });
    }
    return async () => {
      listeners.delete(heard);
      if (listeners.size > 0 || !this.channels.delete(channel)) return;
      // Where the connection is gone there is nothing left to stop.
      await this.client?.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connected(): Promise<pg.Client> {
    this.connecting ??= this.connect();
    try {
      return await this.connecting;
    } catch (error) {
      this.connecting = undefined;
      throw error;
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client(this.config);
    client.on('notification', ({ channel, payload }) => {
      for (const heard of this.channels.get(channel) ?? []) heard(payload ?? '');
    });
    // Both are told of a lost connection; 'end' always comes, an 'error' nobody hears would end the process.
    client.on('error', () => undefined);
    await client.connect();
    client.on('end', () => this.lost());
    this.client = client;
    return client;
  }

  private lost(): void {
    this.client = undefined;
    this.connecting = undefined;
    if (!this.closed) this.reconnect(0);
  }

  private reconnect(attempt: number): void {
    clearTimeout(this.retry);
    const ms = RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)];
    this.retry = setTimeout(() => {
      this.resume().catch(() => {
        if (!this.closed && this.client === undefined) this.reconnect(attempt + 1);
      });
    }, ms);
    this.retry.unref();
  }

  /** What was notified in between is lost: everyone is told, so that they look. */
  private async resume(): Promise<void> {
    const client = await this.connected();
    for (const [channel, listeners] of this.channels) {
      await listenOn(client, channel);
      for (const heard of listeners) heard('');
    }
  }
}

async function listenOn(client: pg.Client, channel: string): Promise<void> {
  try {
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  } catch (error) {
    // Of one that is silent nothing will be heard either: its end makes another.
    client.end().catch(() => undefined);
    throw error;
  }
}
