import { Controller, Get } from '@nestjs/common';
import { LedgerError } from '#kernel';
import { OpenLedger } from './open-ledger.js';
import { OpenRoute } from './open-route.js';

/** For probes: whether the process lives, and whether it can answer. */
@Controller('health')
@OpenRoute()
export class HealthController {
  constructor(private readonly ledger: OpenLedger) {}

  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** @throws LedgerError `unavailable` where the store does not answer or a read model has stopped */
  @Get('ready')
  async ready(): Promise<{ status: 'ready'; position: string; projections: Record<string, string> }> {
    const position = await this.ledger.store.head();
    const projections = await this.ledger.projections.status();
    const stopped = projections.filter(({ state }) => state === 'stopped').map(({ name }) => name);
    if (stopped.length > 0)
      throw new LedgerError(
        'unavailable',
        'READ_MODEL_STOPPED',
        `stopped: ${stopped.join(', ')}; see throughline projections list`,
      );
    return { status: 'ready', position, projections: Object.fromEntries(projections.map(({ name, state }) => [name, state])) };
  }
}
