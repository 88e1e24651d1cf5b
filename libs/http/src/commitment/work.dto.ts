import type { CriterionVerdict, EvidenceRevisionRef, EvidenceTarget, Light, SourceStatus, Target } from '#domain';
import type { CivilDate, Id, OccurredOn } from '#kernel';
import {
  IsA,
  IsAmount,
  IsCount,
  IsDay,
  IsFactDay,
  IsFreeText,
  IsId,
  IsKindOf,
  IsListOf,
  IsOneOf,
  IsWordOr,
  IsWords,
  Optional,
} from '../checks.js';
import { Dated } from '../dated.js';

const LIGHTS = ['on-track', 'at-risk', 'off-track'] as const satisfies readonly Light[];
const STANCES = ['supports', 'contradicts'] as const;
const VERDICTS = ['met', 'partially-met', 'not-met'] as const;

class WholeDto {
  @IsOneOf(['whole']) kind!: 'whole';
}

class OfShareDto {
  @IsOneOf(['share']) kind!: 'share';
  @IsId() party!: Id;
}

class OfMilestoneDto {
  @IsOneOf(['milestone']) kind!: 'milestone';
  @IsId() milestoneId!: Id;
}

class OfCriterionDto {
  @IsOneOf(['criterion']) kind!: 'criterion';
  @IsWords(100) criterionId!: string;
}

class SourceSaysDto {
  @IsWords(500) says!: string;
}

export class PlanMilestoneDto extends Dated {
  @IsWords(500) title!: string;
  @Optional() @IsDay() dueOn?: CivilDate;
  @Optional() @IsId() party?: Id;
}

export class RescheduleMilestoneDto extends Dated {
  @IsDay() dueOn!: CivilDate;
  @IsFreeText() reason!: string;
}

export class ProgressDto extends Dated {
  /** The whole where it is not said. */
  @Optional() @IsKindOf({ whole: WholeDto, share: OfShareDto, milestone: OfMilestoneDto }) of?: Target;
  @Optional() @IsId() party?: Id;
  @Optional() @IsOneOf(LIGHTS) light?: Light;
  @Optional() @IsCount(0, 100) percent?: number;
  @Optional() @IsFreeText() narrative?: string;
  @Optional() @IsWordOr('no-longer-stated', () => SourceSaysDto) sourceStatus?: SourceStatus;
}

export class FollowUpDto extends Dated {
  @IsId() party!: Id;
  @IsFreeText() asked!: string;
  @Optional() @IsFreeText() answered?: string;
  @Optional() @IsId() answeredBy?: Id;
  @Optional() @IsDay() nextOn?: CivilDate;
}

export class AnnounceDueDateDto extends Dated {
  @IsId() party!: Id;
  @IsDay() expectedOn!: CivilDate;
  @IsFreeText() reason!: string;
}

export class ProposeDueDateDto extends Dated {
  /** The whole where it is not said. */
  @Optional() @IsKindOf({ whole: WholeDto, share: OfShareDto }) of?: Extract<Target, { kind: 'whole' | 'share' }>;
  @IsId() by!: Id;
  @IsDay() dueOn!: CivilDate;
  @IsFreeText() reason!: string;
}

class AgreeingDto {
  @Optional() @IsId() party?: Id;
  @Optional() @IsId() bodyId?: Id;
}

export class AgreeDueDateDto extends Dated {
  @IsA(() => AgreeingDto) by!: AgreeingDto;
}

export class DeclineDueDateDto extends AgreeDueDateDto {
  @IsFreeText() reason!: string;
}

class EvidenceRefDto implements EvidenceRevisionRef {
  @IsId() evidenceId!: Id;
  @IsCount(1, 100_000) revision!: number;
}

export class LinkEvidenceDto extends Dated {
  @IsId() evidenceId!: Id;
  @IsCount(1, 100_000) revision = 1;
  /** The whole where it is not said. */
  @Optional() @IsKindOf({ whole: WholeDto, milestone: OfMilestoneDto, criterion: OfCriterionDto }) to?: EvidenceTarget;
  @IsOneOf(STANCES) stance: (typeof STANCES)[number] = 'supports';
  @Optional() @IsId() by?: Id;
}

class CriterionVerdictDto implements CriterionVerdict {
  @IsWords(100) criterionId!: string;
  @IsOneOf(VERDICTS) verdict!: CriterionVerdict['verdict'];
}

export class ClaimDto extends Dated {
  @IsId() party!: Id;
  @IsFactDay() fulfilledOn!: OccurredOn;
  @Optional() @IsDay() period?: CivilDate;
  @Optional() @IsAmount() quantity?: number;
  @IsListOf(() => EvidenceRefDto) evidence: EvidenceRefDto[] = [];
}

/** `met` and `partially-met` verify a claim, `not-met` rejects it and needs a reason. */
export class VerdictDto extends Dated {
  @IsId() by!: Id;
  @IsOneOf(VERDICTS) verdict!: (typeof VERDICTS)[number];
  @Optional() @IsListOf(() => CriterionVerdictDto) criteria?: CriterionVerdictDto[];
  @Optional() @IsFreeText() reason?: string;
}
