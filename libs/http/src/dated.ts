import type { OccurredOn } from '#kernel';
import { IsFactDay, Optional } from './checks.js';

/** Every write may say on which day its fact became true; the recording day where it does not. */
export class Dated {
  @Optional()
  @IsFactDay()
  occurredOn?: OccurredOn;
}
