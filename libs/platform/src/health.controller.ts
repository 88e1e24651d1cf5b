import { Controller, Get } from '@nestjs/common';
import { Readiness } from './readiness.js';

/** For probes: whether the process lives, and whether it can answer. They need not sign in, and learn nothing of what is recorded. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process lives. */
  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /**
   * The process can do what it is for: its store answers, and its read models or its work go on. Not once it was told to end.
   * @throws LedgerError `unavailable` where the store does not answer, a read model has stopped or nobody moves it, or it ends
   */
  @Get('ready')
  async ready(): Promise<{ status: 'ready'; projections: Record<string, string>; work?: Record<string, string> }> {
    const { projections = {}, work } = await this.readiness.look();
    return { status: 'ready', projections, ...(work === undefined ? {} : { work }) };
  }
}
