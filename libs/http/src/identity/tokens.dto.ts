import type { CivilDate, Id } from '#kernel';
import { IsA, IsDay, IsId, IsOneOf, IsWords, Optional } from '../checks.js';
import type { Membership } from './principal.js';
import { ROLES, type Role } from './roles.js';

class MembershipDto implements Membership {
  @IsId() partnershipId!: Id;
  @IsId() partyId!: Id;
}

export class MakeTokenDto {
  @IsWords(40) name!: string;
  @IsOneOf(ROLES) role!: Role;
  @Optional() @IsId() personId?: Id;
  @Optional() @IsA(() => MembershipDto) member?: MembershipDto;
  @Optional() @IsDay() expiresOn?: CivilDate;
}
