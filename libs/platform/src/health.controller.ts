import { Controller, Get } from '@nestjs/common';
import { LedgerError } from '#kernel';
import { OpenLedger } from './open-ledger.js';

/** For probes: whether the process lives, and whether it can answer. They need not sign in, and learn nothing of what is recorded. */
@Controller('health')
export class HealthController {
  constructor(private readonly ledger: OpenLedger) {}

  /** The process lives. */
  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /**
   * The process can answer: its store does, and its read models run.
   * @throws LedgerError `unavailable` where the store does not answer or a read model has stopped
   */
  @Get('ready')
  async ready(): Promise<{ status: 'ready'; projections: Record<string, string> }> {
    await this.ledger.store.head();
    const projections = await this.ledger.projections.status();
    const stopped = projections.filter(({ state }) => state === 'stopped').map(({ name }) => name);
    if (stopped.length > 0)
      throw new LedgerError(
        'unavailable',
        'READ_MODEL_STOPPED',
        `stopped: ${stopped.join(', ')}; see throughline projections list`,
      );
    return { status: 'ready', projections: Object.fromEntries(projections.map(({ name, state }) => [name, state])) };
  }
}
