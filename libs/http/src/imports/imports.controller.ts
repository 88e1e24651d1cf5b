import { Controller, HttpCode, Param, Post, Query, Res, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import type { Response } from 'express';
import type { Id } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { TakesFile } from '../body.guard.js';
import { API } from '../identity/routes.js';
import { ImportAsked } from './imports.dto.js';
import { Imports } from './imports.js';
import type { ImportStanding } from './standings.js';
import { TABLES_LIMITS, type TableFile, TablesStorage } from './tables.upload.js';

@Controller()
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  /**
   * Records a dated history from tables, or with `dryRun=true` says what would be recorded: files of CSV, one workbook or
   * one file of NDJSON, with or without a mapping (multipart, each in a field `file`). It goes on after this answer.
   */
  @Post('partnerships/:id/imports')
  @TakesFile()
  @HttpCode(202)
  @UseInterceptors(
    FilesInterceptor('file', TABLES_LIMITS.files, {
      storage: new TablesStorage(),
      limits: TABLES_LIMITS,
      defParamCharset: 'utf8',
    }),
  )
  async importTables(
    @Param('id', IdInPath) partnershipId: Id,
    @Ask() { commandId }: Asked,
    @Query() { dryRun, goodRowsOnly }: ImportAsked,
    @Res({ passthrough: true }) response: Response,
    @UploadedFiles() files?: readonly TableFile[],
  ): Promise<ImportStanding> {
    const asked = { partnershipId, commandId, dryRun: dryRun === 'true', goodRowsOnly: goodRowsOnly === 'true' };
    const standing = await this.imports.begin(asked, files ?? []);
    response.setHeader('Location', `/${API}/partnerships/${partnershipId}/imports/${standing.id}`);
    return standing;
  }
}
