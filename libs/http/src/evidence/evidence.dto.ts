import { type Confidentiality, EVIDENCE_METHODS, type EvidenceMethod } from '#domain';
import type { CivilDate, Id, OccurredOn } from '#kernel';
import { AsNumber, IsCount, IsDay, IsFactDay, IsFreeText, IsId, IsOneOf, IsUrl, IsWords, Optional } from '../checks.js';
import { Dated } from '../dated.js';

const SEEN_BY = ['public', 'partnership', 'parties'] as const satisfies readonly Confidentiality[];
const STRENGTHS = ['weak', 'moderate', 'strong'] as const;
const VERDICTS = ['accepted', 'rejected'] as const;

/** Beside these fields either a file (multipart, field `file`), a link or a text. */
export class SubmitEvidenceDto extends Dated {
  @IsWords(500) title!: string;
  @IsOneOf(EVIDENCE_METHODS) method!: EvidenceMethod;
  @IsFactDay() collectedOn!: OccurredOn;
  @IsId() party!: Id;
  @Optional() @IsDay() expiresOn?: CivilDate;
  @IsOneOf(SEEN_BY) confidentiality: Confidentiality = 'partnership';
  @Optional() @IsUrl() link?: string;
  @Optional() @IsFreeText() text?: string;
}

export class ReviseEvidenceDto extends Dated {
  @Optional() @IsUrl() link?: string;
  @Optional() @IsFreeText() text?: string;
  @Optional() @IsFreeText() reason?: string;
}

export class AppraiseEvidenceDto extends Dated {
  @IsCount(1, 100_000) revision!: number;
  @IsId() by!: Id;
  @IsOneOf(VERDICTS) verdict!: (typeof VERDICTS)[number];
  @Optional() @IsOneOf(STRENGTHS) strength?: (typeof STRENGTHS)[number];
  @Optional() @IsFreeText() reason?: string;
}

export class EraseContentDto extends Dated {
  @IsCount(1, 100_000) revision!: number;
  @IsWords(500) legalGround!: string;
}

export class WhichRevision {
  @Optional() @AsNumber() @IsCount(1, 100_000) revision?: number;
}
