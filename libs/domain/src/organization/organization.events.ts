import type { CivilDate, Event, EventAboutFact, Id } from '#kernel';
import type { CommandAboutFact } from '../about-facts.js';

export const ORGANIZATION_KINDS = [
  'district',
  'school',
  'union',
  'college',
  'external-partner',
  'funder',
  'community',
  'agency',
  'team',
  'board',
  'foundation',
  'parents',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** An id that somebody else gave it: `{ scheme: 'NCES', value: '0901920' }`. */
export type ExternalId = Readonly<{ scheme: string; value: string }>;

type Registration = {
  name: string;
  kind: OrganizationKind;
  externalIds?: readonly ExternalId[];
  place?: string;
};

export type OrganizationEvent =
  | Event<'OrganizationRegistered', Registration>
  | Event<'OrganizationRenamed', { name: string }>
  | Event<'OrganizationMerged', { into: Id }>
  | Event<'OrganizationClosed', Record<never, never>>
  | Event<'AliasAdded', { alias: string }>
  /** How many of what it counts: pupils, members, staff. */
  | Event<'SizeRecorded', { count: number; unit: string; asOf: CivilDate }>
  | EventAboutFact;

export type OrganizationCommand =
  | Readonly<{ type: 'RegisterOrganization' } & Registration>
  | Readonly<{ type: 'RenameOrganization'; name: string }>
  | Readonly<{ type: 'MergeOrganization'; into: Id }>
  | Readonly<{ type: 'CloseOrganization' }>
  | Readonly<{ type: 'AddAlias'; alias: string }>
  | Readonly<{ type: 'RecordSize'; count: number; unit: string; asOf: CivilDate }>
  | CommandAboutFact;
