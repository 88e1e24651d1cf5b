import { type DynamicModule, Global, Module } from '@nestjs/common';
import { OpenLedger } from './open-ledger.js';

/** Gives every part of the application the one open ledger of the process. */
@Global()
@Module({})
export class LedgerModule {
  /** @param ledger opened before, so that what hinders it is told in words, and closed by whoever opened it */
  static holding(ledger: OpenLedger): DynamicModule {
    return { module: LedgerModule, providers: [{ provide: OpenLedger, useValue: ledger }], exports: [OpenLedger] };
  }
}
