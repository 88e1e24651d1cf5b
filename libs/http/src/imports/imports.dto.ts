import { IsOneOf, Optional } from '../checks.js';

const YES_OR_NO = ['true', 'false'] as const;

/** How tables are to be imported. */
export class ImportAsked {
  @Optional() @IsOneOf(YES_OR_NO) dryRun?: (typeof YES_OR_NO)[number];
  @Optional() @IsOneOf(YES_OR_NO) goodRowsOnly?: (typeof YES_OR_NO)[number];
}
