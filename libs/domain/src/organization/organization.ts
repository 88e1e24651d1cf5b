import {
  type CivilDate,
  DoesNotApply,
  type EventAboutFact,
  type Fact,
  FactLog,
  type Id,
  logging,
  never,
  type Shape,
} from '#kernel';
import type { ExternalId, OrganizationEvent, OrganizationKind } from './organization.events.js';

export type Size = Readonly<{ count: number; unit: string; asOf: CivilDate }>;

/** An organization as it stands, whatever partnerships it is a party of. */
export type OrganizationState = Readonly<{
  registeredOn?: CivilDate;
  name: string;
  kind: OrganizationKind;
  externalIds: readonly ExternalId[];
  place?: string;
  /** Other names it is known by; names it gave up are among them. */
  aliases: readonly string[];
  sizes: readonly Size[];
  mergedInto?: Id;
  closedOn?: CivilDate;
  /** Every fact by its id, for corrections and confirmations. */
  log: FactLog<OrganizationEvent>;
}>;

const initial: OrganizationState = {
  name: '',
  kind: 'external-partner',
  externalIds: [],
  aliases: [],
  sizes: [],
  log: FactLog.empty(),
};

function applied(
  state: OrganizationState,
  fact: Fact<Exclude<OrganizationEvent, EventAboutFact>>,
): OrganizationState | DoesNotApply {
  if (state.registeredOn === undefined && fact.type !== 'OrganizationRegistered')
    return new DoesNotApply('R16', 'the organization was not registered yet');
  switch (fact.type) {
    case 'OrganizationRegistered': {
      if (state.registeredOn !== undefined) return new DoesNotApply('R16', 'the organization was registered already');
      const { name, kind, externalIds = [], place } = fact.data;
      return { ...state, registeredOn: fact.day, name, kind, externalIds, ...(place === undefined ? {} : { place }) };
    }
    case 'OrganizationRenamed':
      return { ...state, name: fact.data.name, aliases: withAlias(state.aliases, state.name) };
    case 'AliasAdded':
      return { ...state, aliases: withAlias(state.aliases, fact.data.alias) };
    case 'SizeRecorded':
      return { ...state, sizes: [...state.sizes, fact.data] };
    case 'OrganizationMerged':
      return { ...state, mergedInto: fact.data.into };
    case 'OrganizationClosed':
      return { ...state, closedOn: fact.day };
    default:
      return never(fact);
  }
}

function withAlias(aliases: readonly string[], alias: string): readonly string[] {
  return aliases.includes(alias) ? aliases : [...aliases, alias];
}

export const organizationShape: Shape<OrganizationState, OrganizationEvent> = {
  family: 'organization',
  initial,
  evolve: logging(applied),
};
