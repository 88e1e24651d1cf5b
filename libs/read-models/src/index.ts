import type { Projection } from '#projections';
import { organizations } from './organizations/organizations.js';
import { partnerships } from './partnerships/partnerships.js';

/** Every read model there is, in the order in which they are listed. */
export const PROJECTIONS: readonly Projection[] = [organizations, partnerships];

export { listOrganizations, type OrganizationView, organization } from './organizations/organizations.js';
export { type Page, type PageRequest } from './page.js';
export { listPartnerships, type PartnershipView, partnership } from './partnerships/partnerships.js';
