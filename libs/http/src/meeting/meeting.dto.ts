import type { Attendance, MeetingKind } from '#domain';
import type { CivilDate, Id } from '#kernel';
import {
  IsA,
  IsCount,
  IsDay,
  IsFreeText,
  IsId,
  IsListOf,
  IsListOfIds,
  IsListOfWords,
  IsOneOf,
  IsWords,
  Optional,
} from '../checks.js';
import { Dated } from '../dated.js';

const KINDS = ['meeting', 'visit', 'summit', 'institute', 'in-service'] as const satisfies readonly MeetingKind[];
const SEEN_BY = ['public', 'partnership'] as const;

export class ScheduleMeetingDto extends Dated {
  @IsOneOf(KINDS) kind!: MeetingKind;
  @IsWords(300) title!: string;
  @IsDay() on!: CivilDate;
  @Optional() @IsId() bodyId?: Id;
  @Optional() @IsListOfWords(1_000) questions?: string[];
  @Optional() @IsOneOf(SEEN_BY) confidentiality?: (typeof SEEN_BY)[number];
}

class AttendanceDto implements Attendance {
  @IsId() party!: Id;
  @Optional() @IsListOfIds() roles?: Id[];
}

class ReflectionDto {
  @Optional() @IsFreeText() worked?: string;
  @Optional() @IsFreeText() didNot?: string;
  @Optional() @IsFreeText() change?: string;
}

export class HoldMeetingDto extends Dated {
  @IsListOf(() => AttendanceDto) attendance!: AttendanceDto[];
  @Optional() @IsCount(0, 1_000_000) guests?: number;
  @Optional() @IsId() minutes?: Id;
  @Optional() @IsA(() => ReflectionDto) reflection?: ReflectionDto;
}
