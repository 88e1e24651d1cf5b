import type { LedgerEvent } from '#domain';
import type { EventStore } from '#event-store';
import {
  type Actor,
  derivedId,
  type Family,
  type Id,
  type Instant,
  type NewEvent,
  newId,
  type OccurredOn,
  type Recorded,
  streamName,
} from '#kernel';

const ROOT = '00000000-0000-7000-8000-00000000000a';

/** An id that is the same every time, by its name. */
export const idOf = (name: string): Id => derivedId(ROOT, name);

export const PARTNERSHIP = idOf('partnership');
export const DISTRICT = idOf('party/district');
export const UNION = idOf('party/union');

export type Said = Readonly<{ on?: OccurredOn; by?: Id; writtenBy?: Id; assertedAt?: Instant }>;

/** Each party has one person who acts for it; `writtenBy` another writes it down on its behalf. */
export function told(
  family: Family,
  id: Id,
  event: LedgerEvent,
  { on = '2025-01-10', by = DISTRICT, writtenBy = by, assertedAt }: Said = {},
): Readonly<{ stream: string; event: NewEvent }> {
  const eventId = newId();
  const actor: Actor = { kind: 'person', personId: derivedId(by, 'person'), partyId: by, roleId: derivedId(by, 'role') };
  return {
    stream: streamName(family, id),
    event: {
      ...event,
      id: eventId,
      schema: 1,
      metadata: {
        occurredOn: on,
        ...(assertedAt === undefined ? {} : { assertedAt }),
        ...(family === 'organization' ? {} : { partnershipId: PARTNERSHIP }),
        actor,
        recordedBy: { kind: 'person', id: derivedId(writtenBy, 'person') },
        commandId: derivedId(eventId, 'command'),
        commandDigest: '0'.repeat(64),
        decidedOn: {},
        correlationId: eventId,
        causationId: eventId,
      },
    },
  };
}

/** Appends what is told, one after the other. */
export async function tell(store: EventStore, all: readonly ReturnType<typeof told>[]): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = [];
  for (const { stream, event } of all) recorded.push(...(await store.append(stream, [event], 'any')).events);
  return recorded;
}

/** A partnership of a district and a union, with a goal. */
export function partnershipOfTwo(): readonly ReturnType<typeof told>[] {
  const parties = [
    ['district', DISTRICT],
    ['union', UNION],
  ] as const;
  return [
    told('organization', idOf('district'), {
      type: 'OrganizationRegistered',
      data: { name: 'École Valley Schools', kind: 'district' },
    }),
    told('organization', idOf('district'), { type: 'AliasAdded', data: { alias: 'EVS' } }),
    told('organization', idOf('union'), { type: 'OrganizationRegistered', data: { name: 'Teachers United', kind: 'union' } }),
    told(
      'partnership',
      PARTNERSHIP,
      {
        type: 'PartnershipFormed',
        data: {
          name: 'Valley Partnership',
          purpose: 'Data teams in every school',
          calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' },
          history: 'lived',
        },
      },
      { on: '2024-07-01' },
    ),
    ...parties.flatMap(([name, partyId]) => [
      told(
        'partnership',
        PARTNERSHIP,
        { type: 'PartyJoined', data: { partyId, organizationId: idOf(name) } },
        { on: '2024-07-01' },
      ),
      told(
        'partnership',
        PARTNERSHIP,
        {
          type: 'RoleAssigned',
          data: { roleId: derivedId(partyId, 'role'), personId: derivedId(partyId, 'person'), partyId, title: 'Lead' },
        },
        { on: '2024-07-01' },
      ),
    ]),
    told(
      'partnership',
      PARTNERSHIP,
      { type: 'GoalSet', data: { goalId: idOf('goal'), title: 'Data use' } },
      { on: '2024-07-02' },
    ),
  ];
}

/** A promise of the district to the union. */
export function promise(
  name: string,
  { dueOn, goalId, owner = true }: Readonly<{ dueOn?: `${number}-${number}-${number}`; goalId?: Id; owner?: boolean }> = {},
) {
  return told(
    'commitment',
    idOf(name),
    {
      type: 'CommitmentMade',
      data: {
        partnershipId: PARTNERSHIP,
        statement: `We will ${name}`,
        shares: [{ party: DISTRICT }],
        owedTo: [UNION],
        ...(goalId === undefined ? {} : { goalId }),
        doneWhen: [{ id: 'c1', text: 'it is there' }],
        completion: 'all',
        changesAgreedBy: 'every-party',
        owner: owner
          ? { personId: derivedId(DISTRICT, 'person'), roleId: derivedId(DISTRICT, 'role'), party: DISTRICT }
          : 'without-owner',
        ...(dueOn === undefined ? { dueBasis: 'none' } : { dueBasis: 'stated', dueOn }),
      },
    },
    { on: '2024-09-01' },
  );
}
