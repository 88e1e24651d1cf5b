import { type Beside, type Context, type Decider, partyOf, refused } from '#kernel';
import { dayOfAct } from '../acting.js';
import { type Beheld, deciderOf, type Slice, type Standing } from '../deciding.js';
import { day, id, integer, list, object, oneOf, optional, type Said, words } from '../input.js';
import { type ExternalId, ORGANIZATION_KINDS, type OrganizationCommand, type OrganizationEvent } from './organization.events.js';
import { type OrganizationState, organizationShape } from './organization.js';

/** The organization that another is to be merged into. */
export type OrganizationFacts = Beheld & Readonly<{ into?: OrganizationState }>;

type EventOf<Type extends OrganizationEvent['type']> = Extract<OrganizationEvent, { type: Type }>;

const says: Said<OrganizationEvent> = {
  OrganizationRegistered: object<EventOf<'OrganizationRegistered'>['data']>({
    name: words,
    kind: oneOf(ORGANIZATION_KINDS),
    externalIds: optional(list(object<ExternalId>({ scheme: words, value: words }))),
    place: optional(words),
  }),
  OrganizationRenamed: object<EventOf<'OrganizationRenamed'>['data']>({ name: words }),
  OrganizationMerged: object<EventOf<'OrganizationMerged'>['data']>({ into: id }),
  OrganizationClosed: object<EventOf<'OrganizationClosed'>['data']>({}),
  AliasAdded: object<EventOf<'AliasAdded'>['data']>({ alias: words }),
  SizeRecorded: object<EventOf<'SizeRecorded'>['data']>({ count: integer(0), unit: words, asOf: day }),
};

async function facts(beside: Beside, event: OrganizationEvent): Promise<OrganizationFacts> {
  if (event.type !== 'OrganizationMerged') return {};
  const seen = await beside.stream(organizationShape, event.data.into);
  return seen === undefined ? {} : { into: seen.state };
}

function decide(event: OrganizationEvent, state: OrganizationState, context: Context<OrganizationFacts>): Standing {
  const on = dayOfAct(context);
  if (context.actor.kind === 'clock') throw refused('R1', 'actor', 'the clock does not speak for an organization');
  // Nobody could ask, outside of any partnership, whether the party is a member and the person holds its role.
  if (partyOf(context.actor) !== undefined)
    throw refused('R1', 'actor.partyId', 'a party acts within its partnership: an organization stands outside of any');
  if (state.registeredOn !== undefined && on < state.registeredOn)
    throw refused('R16', 'occurredOn', `the organization was registered on ${state.registeredOn}`);
  switch (event.type) {
    case 'OrganizationRenamed':
      if (event.data.name === state.name) return 'already-true';
      requireStanding(state);
      return 'new';
    case 'AliasAdded':
      return event.data.alias === state.name || state.aliases.includes(event.data.alias) ? 'already-true' : 'new';
    case 'SizeRecorded': {
      const { count, unit, asOf } = event.data;
      if (state.sizes.some((size) => size.count === count && size.unit === unit && size.asOf === asOf)) return 'already-true';
      if (asOf > on) throw refused('R15', 'asOf', `${asOf} lies after the day it was counted, ${on}`);
      requireStanding(state);
      return 'new';
    }
    case 'OrganizationMerged':
      return decideMerging(event.data, state, context);
    case 'OrganizationClosed':
      if (state.closedOn !== undefined) return 'already-true';
      requireStanding(state);
      return 'new';
    case 'OrganizationRegistered':
    case 'FactCorrected':
    case 'RecordConfirmed':
    case 'RecordContested':
      return 'new';
  }
}

/** Rule 16: it is merged into another one, which is there and was not itself merged or closed. */
function decideMerging(
  { into }: EventOf<'OrganizationMerged'>['data'],
  state: OrganizationState,
  context: Context<OrganizationFacts>,
): Standing {
  if (state.mergedInto === into) return 'already-true';
  if (into === context.id) throw refused('R16', 'into', 'an organization is not merged into itself');
  const other = context.facts.into;
  if (other?.registeredOn === undefined) throw refused('R16', 'into', `organization ${into} is not there`);
  if (other.mergedInto !== undefined || other.closedOn !== undefined)
    throw refused('R16', 'into', `organization ${into} was itself merged or closed`);
  requireStanding(state);
  return 'new';
}

/** Merged or closed, an organization takes nothing more but names it was known by. */
function requireStanding(state: OrganizationState): void {
  if (state.mergedInto !== undefined) throw refused('R16', 'id', `the organization was merged into ${state.mergedInto}`);
  if (state.closedOn !== undefined) throw refused('R16', 'id', `the organization was closed on ${state.closedOn}`);
}

const slice: Slice<OrganizationState, OrganizationCommand, OrganizationEvent, OrganizationFacts> = {
  shape: organizationShape,
  leadsTo: {
    RegisterOrganization: { event: 'OrganizationRegistered', opens: true },
    RenameOrganization: { event: 'OrganizationRenamed' },
    MergeOrganization: { event: 'OrganizationMerged' },
    CloseOrganization: { event: 'OrganizationClosed' },
    AddAlias: { event: 'AliasAdded' },
    RecordSize: { event: 'SizeRecorded' },
  },
  says,
  isOpen: (state) => state.registeredOn !== undefined,
  facts,
  decide,
  partnershipOf: () => undefined,
  correcting: {
    fixed: {},
    isAdministrative: () => true,
    answering: () => [],
    elsewhere: () => Promise.resolve([]),
    neverStruck: {
      OrganizationRegistered: 'any partnership may name the organization: close it, or merge it into the right one',
    },
  },
};

/** Organizations: registered once, parties of many partnerships. */
export const organizationDecider: Decider<OrganizationState, OrganizationCommand, OrganizationEvent, OrganizationFacts> =
  deciderOf(slice);
