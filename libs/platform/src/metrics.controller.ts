import { Controller, Get, Header } from '@nestjs/common';
import { Registry } from 'prom-client';
import { Metrics } from './metrics.js';

/** For who watches the process. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  /** How the process is doing, for Prometheus. Needs a token also on this machine: a proxy here makes everybody local. */
  @Get()
  @Header('Content-Type', Registry.PROMETHEUS_CONTENT_TYPE)
  readMetrics(): Promise<string> {
    return this.metrics.text();
  }
}
