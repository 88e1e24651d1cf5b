import { type DynamicModule, Global, Module } from '@nestjs/common';
import { OpenLedger } from './open-ledger.js';
import { Readiness } from './readiness.js';

/** Gives every part of the application the one open ledger of the process, and whether the process is ready. */
@Global()
@Module({})
export class LedgerModule {
  /** @param ledger opened before, so that what hinders it is told in words, and closed by whoever opened it */
  static holding(ledger: OpenLedger, readiness: Readiness = Readiness.ofStore(ledger)): DynamicModule {
    const providers = [
      { provide: OpenLedger, useValue: ledger },
      { provide: Readiness, useValue: readiness },
    ];
    return { module: LedgerModule, providers, exports: [OpenLedger, Readiness] };
  }
}
