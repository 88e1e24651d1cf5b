import type { Absence, Decimal } from '#domain';
import type { CivilDate, Id, OccurredOn } from '#kernel';
import {
  IsA,
  IsCount,
  IsDay,
  IsDecimal,
  IsFactDay,
  IsFreeText,
  IsId,
  IsListOf,
  IsListOfWords,
  IsOneOf,
  IsWords,
  Optional,
} from '../checks.js';
import { Dated } from '../dated.js';

const DIRECTIONS = ['up', 'down'] as const;
const ABSENCES = [
  'suppressed',
  'not-applicable',
  'not-available',
  'not-collected',
  'no-longer-reported',
] as const satisfies readonly Absence[];

class BaselineDto {
  @IsDecimal() value!: Decimal;
  @IsDay() asOf!: CivilDate;
}

class TargetDto {
  @IsDecimal() value!: Decimal;
  @IsDay() by!: CivilDate;
}

class PartOfIndexDto {
  @IsId() indicatorId!: Id;
  @IsDecimal() weight!: Decimal;
}

class ForDto {
  @Optional() @IsId() party?: Id;
  @Optional() @IsWords(200) dimension?: string;
}

/** A value, or why there is none: the domain takes exactly one of the two. */
class ReadingValueDto {
  @Optional() @IsDecimal() value?: Decimal;
  @Optional() @IsOneOf(ABSENCES) absent?: Absence;
}

export class DefineIndicatorDto extends Dated {
  @IsWords(300) name!: string;
  @Optional() @IsId() goalId?: Id;
  @IsWords(100) unit!: string;
  @IsOneOf(DIRECTIONS) direction!: (typeof DIRECTIONS)[number];
  @Optional() @IsA(() => BaselineDto) baseline?: BaselineDto;
  @Optional() @IsA(() => TargetDto) target?: TargetDto;
  @Optional() @IsListOfWords(200) dimensions?: string[];
  @Optional() @IsListOf(() => PartOfIndexDto) madeOf?: PartOfIndexDto[];
  @Optional() @IsCount(1, 1_000_000) suppressBelow?: number;
}

export class RedefineIndicatorDto extends DefineIndicatorDto {
  @IsFreeText() reason!: string;
}

export class ReadingDto extends Dated {
  @IsA(() => ReadingValueDto) reading!: ReadingValueDto;
  @IsFactDay() asOf!: OccurredOn;
  @Optional() @IsA(() => ForDto) for?: ForDto;
  @Optional() @IsCount() n?: number;
  @IsWords(500) source!: string;
  @Optional() @IsId() evidenceId?: Id;
}

export class ReviseTargetDto extends Dated {
  @IsA(() => TargetDto) target!: TargetDto;
  @IsFreeText() reason!: string;
}
