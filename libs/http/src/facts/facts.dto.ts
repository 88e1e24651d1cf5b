import type { Id, OccurredOn } from '#kernel';
import { IsA, IsFactDay, IsFreeText, IsId, IsListOfIds, IsPlainObject, Optional, OrNull } from '../checks.js';
import { Dated } from '../dated.js';

/** What stands instead of a fact: its data in the words of the original command, and its day. */
class ReplacementDto {
  @IsPlainObject() data!: Record<string, unknown>;
  @IsFactDay() occurredOn!: OccurredOn;
}

export class CorrectFactDto extends Dated {
  @IsId() corrects!: Id;
  /** Null strikes the fact. */
  @OrNull() @IsA(() => ReplacementDto) replacement!: ReplacementDto | null;
  @IsFreeText() reason!: string;
  @Optional() @IsListOfIds() agreedBy?: Id[];
}

export class ConfirmRecordDto extends Dated {
  @IsId() party!: Id;
}

export class ContestRecordDto extends Dated {
  @IsId() party!: Id;
  @IsFreeText() reason!: string;
}
