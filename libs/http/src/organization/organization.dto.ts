import { type ExternalId, ORGANIZATION_KINDS, type OrganizationKind } from '#domain';
import { type CivilDate } from '#kernel';
import { IsCount, IsDay, IsId, IsListOf, IsOneOf, IsWords, Optional } from '../checks.js';
import { Dated } from '../dated.js';

class ExternalIdDto implements ExternalId {
  @IsWords(100) scheme!: string;
  @IsWords(200) value!: string;
}

export class RegisterOrganizationDto extends Dated {
  @IsWords(300) name!: string;
  @IsOneOf(ORGANIZATION_KINDS) kind!: OrganizationKind;
  @Optional() @IsListOf(() => ExternalIdDto) externalIds?: ExternalIdDto[];
  @Optional() @IsWords(300) place?: string;
}

export class AddAliasDto extends Dated {
  @IsWords(300) alias!: string;
}

export class RenameOrganizationDto extends Dated {
  @IsWords(300) name!: string;
}

export class MergeOrganizationDto extends Dated {
  @IsId() into!: string;
}

export class RecordSizeDto extends Dated {
  @IsCount() count!: number;
  @IsWords(100) unit!: string;
  @IsDay() asOf!: CivilDate;
}
