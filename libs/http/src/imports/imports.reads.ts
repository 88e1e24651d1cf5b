import { Controller, Get, Param } from '@nestjs/common';
import type { Id } from '#kernel';
import { IdInPath } from '../asked.js';
import { type ImportStanding, ImportStandings } from './standings.js';

/** How imports stand, whichever process works on them. */
@Controller()
export class ImportsReads {
  constructor(private readonly standings: ImportStandings) {}

  /** How an import stands: how far it is, and in the end what was recorded, skipped and refused. */
  @Get('partnerships/:id/imports/:importId')
  showImport(@Param('id', IdInPath) partnershipId: Id, @Param('importId', IdInPath) importId: Id): Promise<ImportStanding> {
    return this.standings.of(partnershipId, importId);
  }
}
