import { Controller, Get, Query } from '@nestjs/common';
import type { Id } from '#kernel';
import { OpenLedger } from '#platform';
import { FOUND_KINDS, type FoundKind, searchLedger } from '#read-models';
import { AsNumber, IsCount, IsId, IsOneOf, IsWords, Optional } from '../checks.js';
import { Reading } from '../reading.js';

/** What is found is what stands now: what was erased, struck or renamed is not found by what it was. */
class SearchAsked {
  /** Words; each must be found. */
  @IsWords(200) q!: string;
  @Optional() @IsOneOf(FOUND_KINDS) kind?: FoundKind;
  @Optional() @IsId() partnership?: Id;
  /** The `position` of a receipt: waits until that write is in the answer. */
  @Optional() @IsWords(40) atLeast?: string;
  /** How many at most. */
  @Optional() @AsNumber() @IsCount(1, 500) limit?: number;
  /** The `next` of the page before. */
  @Optional() @IsWords(2_000) cursor?: string;
}

@Controller('search')
export class SearchController {
  constructor(
    private readonly ledger: OpenLedger,
    private readonly reading: Reading,
  ) {}

  /**
   * Finds organizations, partnerships, goals, commitments, milestones, indicators, evidence and meetings by the words they
   * are called by, and by free texts about them. Every word is the beginning of one there, whatever its case and accents.
   * Names of persons are in the directory alone.
   */
  @Get()
  async search(@Query() { atLeast, ...request }: SearchAsked) {
    const moment = this.reading.momentOverAll({});
    await this.reading.reached(atLeast);
    return this.reading.showList(moment, await searchLedger(this.ledger.sql, request));
  }
}
