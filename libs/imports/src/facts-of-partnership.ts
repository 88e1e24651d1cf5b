import { type MeetingKind, ORGANIZATION_KINDS } from '#domain';
import { isId } from '#kernel';
import type { Cells } from './cells.js';
import type { Slot, Stated, World } from './world.js';

const MEETING_KINDS = ['meeting', 'visit', 'summit', 'institute', 'in-service'] as const satisfies readonly MeetingKind[];
const CONTEXT_KINDS = ['strike', 'takeover', 'law', 'leadership', 'funding', 'other'] as const;

export function organization(cells: Cells, key: string, world: World): Stated | undefined {
  const name = cells.must('name');
  const kind = cells.mustChoose('kind', ORGANIZATION_KINDS);
  const place = cells.get('place');
  const nces = cells.get('nces');
  if (name === undefined || kind === undefined) return undefined;
  world.names.add(key, name);
  return {
    slots: [
      {
        slot: 'organization',
        act: () => ({
          family: 'organization',
          id: world.idOf('organization', key),
          command: {
            type: 'RegisterOrganization',
            name,
            kind,
            ...(place === undefined ? {} : { place }),
            ...(nces === undefined ? {} : { externalIds: [{ scheme: 'NCES', value: nces }] }),
          },
        }),
      },
    ],
  };
}

function aliasOf(world: World, key: string, alias: string): Slot {
  return {
    slot: 'alias',
    key: `${key} ${alias}`,
    once: true,
    act: () => ({ family: 'organization', id: world.idOf('organization', key), command: { type: 'AddAlias', alias } }),
  };
}

export function alias(cells: Cells, _key: string, world: World): Stated | undefined {
  const cell = cells.must('alias');
  const named = cells.get('organization');
  if (cell === undefined) return undefined;
  if (named !== undefined) {
    const key = world.names.find(named);
    if (key === undefined) return cells.wrong('organization', 'unknown-organization', `there is no organization "${named}"`);
    world.names.also(key, [cell]);
    return { slots: [aliasOf(world, key, cell)] };
  }
  const slots: Slot[] = [];
  for (const { wording, organization: key, known } of world.names.everyName(cell)) {
    if (!known) world.unknownName(wording);
    if (key === undefined || !world.names.isAlias(key, wording) || world.has('alias', `${key} ${wording}`)) continue;
    slots.push(aliasOf(world, key, wording));
  }
  return slots.length === 0 ? { skipped: 'no name that is not known already' } : { slots };
}

export function party(cells: Cells, key: string, world: World): Stated | undefined {
  const named = cells.must('organization');
  const organizationKey = named === undefined ? undefined : world.names.find(named);
  if (named !== undefined && organizationKey === undefined)
    return cells.wrong('organization', 'unknown-organization', `there is no organization "${named}"`);
  const cohort = cells.get('cohort');
  const partOf = world.party(cells, 'part_of');
  if (organizationKey === undefined) return undefined;
  world.names.also(organizationKey, [key]);
  return { slots: [joining(world, organizationKey, cohort, partOf)] };
}

/** A party is known by its organization: cells name organizations. */
export function joining(world: World, organizationKey: string, cohort?: string, partOf?: string): Slot {
  return {
    slot: 'party',
    key: organizationKey,
    makes: { kind: 'party', key: organizationKey },
    act: () =>
      world.onPartnership({
        type: 'JoinParty',
        organizationId: world.idOf('organization', organizationKey),
        ...(cohort === undefined ? {} : { cohort }),
        ...(partOf === undefined ? {} : { partOf }),
      }),
  };
}

export function goal(cells: Cells, key: string, world: World): Stated | undefined {
  const title = cells.must('title');
  const framework = cells.get('framework');
  if (title === undefined) return undefined;
  return {
    slots: [
      {
        slot: 'goal',
        makes: { kind: 'goal', key },
        act: () => world.onPartnership({ type: 'SetGoal', title, ...(framework === undefined ? {} : { framework }) }),
      },
    ],
  };
}

export function role(cells: Cells, key: string, world: World): Stated | undefined {
  const personId = cells.must('person')?.toLowerCase();
  const partyId = world.mustParty(cells, 'party');
  const title = cells.must('title');
  const succeedsKey = world.reference(cells, 'succeeds', 'role');
  const endedOn = cells.occurrence('ended_on');
  if (personId !== undefined && !isId(personId))
    return cells.wrong('person', 'person', "must be the person's id in the directory, a UUID: no name stands in the ledger");
  if (personId === undefined || partyId === undefined || title === undefined || !cells.isGood) return undefined;
  const assigned: Slot = {
    slot: 'role',
    makes: { kind: 'role', key },
    act: () => {
      const succeeds = succeedsKey === undefined ? undefined : world.find('role', succeedsKey);
      const said = { personId, partyId, title, ...(succeeds === undefined ? {} : { succeeds }) };
      return world.onPartnership({ type: 'AssignRole', ...said });
    },
  };
  if (endedOn === undefined) return { slots: [assigned], mayState: ['role', 'ended'] };
  const ended: Slot = {
    slot: 'ended',
    occurredOn: endedOn,
    act: () => world.onPartnership({ type: 'EndRole', roleId: world.find('role', key) ?? '' }),
  };
  return { slots: [assigned, ended], mayState: ['role', 'ended'] };
}

/** Recorded last: a party leaves once what it owed is settled (R8). */
export function departure(cells: Cells, _key: string, world: World): Stated | undefined {
  const partyId = world.mustParty(cells, 'party');
  const reason = cells.get('reason');
  if (partyId === undefined || !cells.isGood) return undefined;
  const left: Slot = {
    slot: 'departure',
    act: (text) =>
      world.onPartnership({
        type: 'LetPartyLeave',
        partyId,
        ...(reason === undefined ? {} : { reason: text('reason', reason) }),
      }),
  };
  return { slots: [left] };
}

export function meeting(cells: Cells, key: string, world: World): Stated | undefined {
  const title = cells.must('title');
  const kind = cells.mustChoose('kind', MEETING_KINDS);
  const attended = world.parties(cells, 'attended');
  const day = () => (attended.length === 0 ? cells.day('on') : cells.pastDay('on'));
  const on = cells.must('on') === undefined ? undefined : day();
  if (title === undefined || kind === undefined || on === undefined) return undefined;
  const id = world.idOf('meeting', key);
  // Who writes a meeting down afterwards rarely says when it was set for its day: that was on this day at the latest.
  const isSetLate = attended.length > 0 && cells.get('occurred_on') === undefined && (cells.occurredOn ?? on) >= on;
  const scheduled: Slot = {
    slot: 'scheduled',
    ...(isSetLate ? { occurredOn: on } : {}),
    act: () => ({
      family: 'meeting',
      id,
      command: { type: 'ScheduleMeeting', partnershipId: world.partnershipId, kind, title, on },
    }),
  };
  const held: Slot = {
    slot: 'held',
    occurredOn: on,
    act: () => ({
      family: 'meeting',
      id,
      command: { type: 'HoldMeeting', attendance: attended.map((there) => ({ party: there })) },
    }),
  };
  return { slots: attended.length === 0 ? [scheduled] : [scheduled, held], mayState: ['scheduled', 'held'] };
}

export function context(cells: Cells, _key: string, world: World): Stated | undefined {
  const kind = cells.mustChoose('kind', CONTEXT_KINDS);
  const title = cells.must('title');
  const narrative = cells.get('narrative');
  if (kind === undefined || title === undefined) return undefined;
  return {
    slots: [
      {
        slot: 'context',
        act: (text) =>
          world.onPartnership({
            type: 'NoteContext',
            kind,
            title,
            ...(narrative === undefined ? {} : { narrative: text('narrative', narrative) }),
          }),
      },
    ],
  };
}
