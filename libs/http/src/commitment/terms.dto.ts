import {
  type Completion,
  type Criterion,
  EVIDENCE_METHODS,
  type EvidenceMethod,
  type Owner,
  type Quantity,
  type Share,
} from '#domain';
import type { CivilDate, Id, Period } from '#kernel';
import {
  IsA,
  IsAmount,
  IsCount,
  IsDay,
  IsFreeText,
  IsId,
  IsListOf,
  IsListOfChoices,
  IsListOfIds,
  IsOneOf,
  IsWordOr,
  IsWords,
  Optional,
} from '../checks.js';
import { Dated } from '../dated.js';

const PERIODS = ['week', 'month', 'quarter'] as const satisfies readonly Period[];
const DUE_BASES = ['stated', 'assumed', 'none'] as const;

export class QuantityDto implements Quantity {
  @IsAmount() atLeast!: number;
  @Optional() @IsAmount() atMost?: number;
  @IsWords(50) unit!: string;
}

export class ShareDto implements Share {
  @IsId() party!: Id;
  @Optional() @IsWords() does?: string;
  @Optional() @IsDay() dueOn?: CivilDate;
  @Optional() @IsA(() => QuantityDto) quantity?: QuantityDto;
}

class EveryDto {
  @IsOneOf(PERIODS) period!: Period;
  @Optional() @IsA(() => QuantityDto) quantity?: QuantityDto;
}

class CriterionDto implements Criterion {
  @IsWords(100) id!: string;
  @IsWords() text!: string;
  @Optional() @IsId() indicatorId?: Id;
  @Optional() @IsWords(200) threshold?: string;
}

class AtLeastDto {
  @IsCount(1, 10_000) atLeast!: number;
}

class EvidenceRequirementDto {
  @IsCount(1, 1_000) minimum!: number;
  @Optional() @IsListOfChoices(EVIDENCE_METHODS) methods?: EvidenceMethod[];
}

class ByBodyDto {
  @IsId() bodyId!: Id;
}

export class OwnerDto {
  @IsId() personId!: Id;
  @IsId() roleId!: Id;
  @IsId() party!: Id;
}

export class MakeCommitmentDto extends Dated {
  @IsWords() statement!: string;
  @IsListOf(() => ShareDto) shares!: ShareDto[];
  @IsListOfIds() owedTo!: Id[];
  @Optional() @IsId() goalId?: Id;
  @Optional() @IsId() pledgedAt?: Id;
  @Optional() @IsId() answers?: Id;
  @Optional() @IsA(() => EveryDto) every?: EveryDto;
  @IsListOf(() => CriterionDto, 100) doneWhen: CriterionDto[] = [];
  @IsWordOr('all', () => AtLeastDto) completion: Completion = 'all';
  @Optional() @IsA(() => EvidenceRequirementDto) evidenceRequirement?: EvidenceRequirementDto;
  @Optional() @IsId() verifier?: Id;
  @IsWordOr('every-party', () => ByBodyDto) changesAgreedBy: 'every-party' | ByBodyDto = 'every-party';
  @IsWordOr('without-owner', () => OwnerDto) owner!: Owner;
  @IsOneOf(DUE_BASES) dueBasis!: (typeof DUE_BASES)[number];
  @Optional() @IsDay() dueOn?: CivilDate;
}

export class AddShareDto extends Dated {
  @IsId() party!: Id;
  @Optional() @IsWords() does?: string;
  @Optional() @IsDay() dueOn?: CivilDate;
  @Optional() @IsA(() => QuantityDto) quantity?: QuantityDto;
  @IsListOfIds() agreedBy!: Id[];
}

export class TransferShareDto extends Dated {
  @IsId() to!: Id;
  @IsListOfIds() agreedBy!: Id[];
  @Optional() @IsFreeText() reason?: string;
}

export class ReleaseShareDto extends Dated {
  @IsListOfIds() agreedBy!: Id[];
  @IsFreeText() reason!: string;
}

export class ChangeOwnerDto extends Dated {
  @IsWordOr('without-owner', () => OwnerDto) owner!: Owner;
  @Optional() @IsFreeText() reason?: string;
}

export class WithdrawCommitmentDto extends Dated {
  @IsFreeText() reason!: string;
  @IsListOfIds() agreedBy: Id[] = [];
}

export class SupersedeCommitmentDto extends WithdrawCommitmentDto {
  @IsId() successorId!: Id;
}

export class DeclareBrokenDto extends Dated {
  @IsId() party!: Id;
  @IsFreeText() reason!: string;
}
