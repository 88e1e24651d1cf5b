import type { Cadence, ContributionKind, Decimal, HistoryKind } from '#domain';
import type { CivilDate, FiscalYearStart, Id, ReviewCalendar } from '#kernel';
import { IsA, IsCount, IsDay, IsDecimal, IsFreeText, IsId, IsOneOf, IsWords, IsYearStart, IsZone, Optional } from '../checks.js';
import { Dated } from '../dated.js';

const HISTORIES = ['lived', 'imported', 'reconstructed'] as const satisfies readonly HistoryKind[];
const CADENCES = ['week', 'month', 'quarter', 'half-year', 'year'] as const satisfies readonly Cadence[];
const CONTRIBUTIONS = ['staff-days', 'money', 'in-kind'] as const satisfies readonly ContributionKind[];
const CONTEXTS = ['strike', 'takeover', 'law', 'leadership', 'funding', 'other'] as const;

class CalendarDto implements ReviewCalendar {
  @IsYearStart() fiscalYearStart!: FiscalYearStart;
  @IsZone() timeZone!: string;
}

export class FormPartnershipDto extends Dated {
  @IsWords(300) name!: string;
  @IsWords() purpose!: string;
  @IsA(() => CalendarDto) calendar!: CalendarDto;
  @IsOneOf(HISTORIES) history: HistoryKind = 'lived';
  @Optional() @IsWords(100) blueprint?: string;
  @Optional() @IsId() parent?: Id;
  @Optional() @IsWords(5_000) theoryOfAction?: string;
  @Optional() @IsCount(0, 3_650) lateAfterDays?: number;
}

export class TheoryOfActionDto extends Dated {
  @IsWords(5_000) theoryOfAction!: string;
  @Optional() @IsFreeText() reason?: string;
}

export class ReviewCalendarDto extends Dated {
  @IsYearStart() fiscalYearStart!: FiscalYearStart;
  @IsDay() from!: CivilDate;
}

export class JoinPartyDto extends Dated {
  @IsId() organizationId!: Id;
  @Optional() @IsWords(100) cohort?: string;
  @Optional() @IsId() partOf?: Id;
}

/** An act that may say why. */
export class MayReasonDto extends Dated {
  @Optional() @IsFreeText() reason?: string;
}

/** An act that must say why. */
export class ReasonDto extends Dated {
  @IsFreeText() reason!: string;
}

export class AssignRoleDto extends Dated {
  @IsId() personId!: Id;
  @IsId() partyId!: Id;
  @IsWords(200) title!: string;
  @Optional() @IsId() succeeds?: Id;
}

export class EstablishBodyDto extends Dated {
  @IsWords(300) name!: string;
  @Optional() @IsOneOf(CADENCES) cadence?: Cadence;
}

export class SetGoalDto extends Dated {
  @IsWords(500) title!: string;
  @Optional() @IsWords(100) framework?: string;
}

export class ContributionDto extends Dated {
  @IsId() partyId!: Id;
  @IsOneOf(CONTRIBUTIONS) kind!: ContributionKind;
  @Optional() @IsDecimal() amount?: Decimal;
  @Optional() @IsWords(50) unit?: string;
  @IsWords(500) towards!: string;
  @Optional() @IsId() commitmentId?: Id;
}

export class ContextDto extends Dated {
  @IsOneOf(CONTEXTS) kind!: (typeof CONTEXTS)[number];
  @IsWords(500) title!: string;
  @Optional() @IsFreeText() narrative?: string;
}

export class EndPartnershipDto extends ReasonDto {
  @Optional() @IsId() carriedOnBy?: Id;
}
