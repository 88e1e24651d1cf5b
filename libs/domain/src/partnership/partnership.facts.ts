import type { Beheld } from '../deciding.js';
import type { OrganizationState } from '../organization/organization.js';
import type { PartnershipEvent, PartnershipEventOf } from './partnership.events.js';
import type { PartnershipState } from './partnership.js';
import type { Commitments } from './partnership.settling.js';

export type DataOf<Type extends PartnershipEvent['type']> = PartnershipEventOf<Type>['data'];

/** What is read beside a partnership's stream: who would join, what it is part of or carried on by, its commitments. */
export type PartnershipFacts = Beheld &
  Readonly<{ organization?: OrganizationState; other?: PartnershipState; commitments?: Commitments }>;
