import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from './connection.js';

export type BellTimes = Readonly<{
  /** How often the log is looked at where nothing was heard: a node cut off keeps its subscriptions open and silent. */
  heartbeat?: number;
}>;

const HEARTBEAT_MS = 2_000;
const SHORTEST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 5_000;

/**
 * Rings when the log grows. A subscription of the server only rings: what is new is then read from the place the reader
 * stands at. So a subscription that is dropped, ends silently, falls silent, skips or repeats costs time and nothing else.
 */
export class Bell {
  private readonly stopping = new AbortController();
  private heard = false;
  private listening = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  /** @param ring looks at the log; answers how many events were new */
  constructor(
    private readonly connection: Connection,
    private readonly prefix: string,
    private readonly ring: () => Promise<number>,
    private readonly times: BellTimes = {},
  ) {}

  start(): void {
    this.running = Promise.all([this.listen(), this.beat()]);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.listening.abort();
    await this.running;
  }

  private async listen(): Promise<void> {
    let wait = SHORTEST_WAIT_MS;
    while (!this.stopping.signal.aborted) {
      this.listening = new AbortController();
      const signal = AbortSignal.any([this.stopping.signal, this.listening.signal]);
      try {
        for await (const _ of this.connection.appended(this.prefix, signal)) {
          this.heard = true;
          wait = SHORTEST_WAIT_MS;
          this.look();
        }
        // The server can end a subscription as if all were said; nothing of a log is ever all.
      } catch {
        // Why it ended does not matter: it is made anew.
      }
      await this.rest(wait * (0.5 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  private async beat(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.heard = false;
      await this.rest(this.times.heartbeat ?? HEARTBEAT_MS);
      if (this.heard || this.stopping.signal.aborted) continue;
      const found = await this.ring().catch(() => 0);
      // It was said nothing, and there was something: this subscription is deaf.
      if (found > 0 && !this.heard) this.listening.abort();
    }
  }

  private look(): void {
    // Where the log cannot be read now, the next heartbeat tries again.
    this.ring().catch(() => undefined);
  }

  private async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}
