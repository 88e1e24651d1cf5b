import type { Naming } from '#content';
import type { Id } from '#kernel';
import { AsNumber, IsCount, IsId, IsWords, Optional } from '../checks.js';

export class NamePersonDto implements Naming {
  @IsWords(300) name!: string;
  @Optional() @IsWords(300) email?: string;
}

export class EnterPersonDto extends NamePersonDto {
  /** An id that roles and records bear already; a new one where it is left out. */
  @Optional() @IsId() personId?: Id;
}

export class ErasePersonDto {
  @IsWords(500) legalGround!: string;
}

/** The directory is as it is now: it lies outside the log, and keeps no name that was given up. */
export class PeopleAsked {
  /** Words of the name or address. */
  @Optional() @IsWords(200) q?: string;
  /** How many at most. */
  @Optional() @AsNumber() @IsCount(1, 500) limit?: number;
  /** The `next` of the page before. */
  @Optional() @IsWords(1_000) cursor?: string;
}
