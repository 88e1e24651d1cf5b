import { type Actor, type Event, type Family, type Id, type Recorded, streamName, streamParts } from '#kernel';
import type { Act } from '../../acts.js';
import { idOf, text } from '../given.js';
import { commitmentWishes } from './commitment-wishes.js';
import { evidenceWishes, indicatorWishes, meetingWishes, organizationWishes, partnershipWishes } from './other-wishes.js';
import { NOWHERE, Picks } from './picks.js';
import { date, names, PARTNERSHIP, parties, partnership, STREAMS, type Wish } from './there.js';
import { type Attempt, FACILITATOR, ownHand, type World } from './world.js';

const WISHES: Readonly<Record<Family, readonly ((world: World, picks: Picks, id: Id) => Wish<Act['command']>)[]>> = {
  organization: organizationWishes,
  partnership: partnershipWishes,
  commitment: commitmentWishes,
  evidence: evidenceWishes,
  indicator: indicatorWishes,
  meeting: meetingWishes,
};

/** Someone who acts for a party, in a role it has; somebody in no role where it has none. */
export function someoneOf(world: World, party: Id | undefined, picks: Picks): Actor {
  if (party === undefined) return FACILITATOR;
  const its = [...partnership(world).roles.values()].filter((role) => role.partyId === party);
  if (its.length === 0) return { kind: 'person', personId: idOf('a stranger'), partyId: party, roleId: NOWHERE };
  const { personId, roleId } = picks.of(its);
  return { kind: 'person', personId, partyId: party, roleId };
}

/** Something to try on a stream of a family; sometimes by the wrong hand, on the wrong day, on a stream that is not there. */
export function attemptOn(world: World, family: Family, picks: Picks): Attempt {
  const known = world.names(family).map((name) => streamParts(name).id);
  const isOpening = known.length === 0 || picks.onceIn(9);
  const id = isOpening ? picks.of(STREAMS[family]) : picks.of(known);
  const wishes = WISHES[family];
  // The first of a family's wishes opens a stream; the one partnership of a walk is there already.
  const [opening = picks.of(wishes), ...later] = wishes;
  const wish = family === 'partnership' ? picks.of(wishes) : isOpening ? opening : picks.of(later);
  const { command, by } = wish(world, picks, id);
  const actor = picks.onceIn(8) ? someoneOf(world, picks.id(parties(world)), picks) : someoneOf(world, by, picks);
  return attempted(world, picks, { family, id, command } as Act, actor);
}

/** What somebody says of a fact of a family that is there: correct it, confirm the record of it, or contest that. */
export function wordOn(world: World, family: Family, picks: Picks): Attempt {
  const stream = picks.of([...world.names(family), streamName(family, NOWHERE)]);
  const { id } = streamParts(stream);
  const events = world.of(stream);
  const about = events.length === 0 ? undefined : picks.of(events);
  const eventId = about?.id ?? NOWHERE;
  const party = about?.metadata.actor.kind === 'person' ? about.metadata.actor.partyId : undefined;
  const other = picks.id(parties(world));
  const commands: readonly Act['command'][] = [
    { type: 'CorrectFact', corrects: eventId, replacement: replacementOf(about, world, picks), reason: text('slip') },
    {
      type: 'CorrectFact',
      corrects: eventId,
      replacement: replacementOf(about, world, picks),
      reason: text('slip'),
      agreedBy: [other],
    },
    { type: 'ConfirmRecord', eventId, party: party ?? other },
    { type: 'ContestRecord', eventId, party: party ?? other, reason: text('contested') },
  ];
  const actor = picks.onceIn(6) ? someoneOf(world, other, picks) : someoneOf(world, party, picks);
  return attempted(world, picks, { family, id, command: picks.of(commands) } as Act, actor);
}

function attempted(world: World, picks: Picks, act: Act, actor: Actor): Attempt {
  const recordedBy = picks.onceIn(5) ? ownHand(FACILITATOR) : ownHand(actor);
  const occurredOn = picks.onceIn(5) ? world.today(picks.number(8) - 6) : world.today();
  return { ...act, actor, recordedBy, occurredOn };
}

/** The same fact in other words: another day, another name, another date; or no fact at all. */
function replacementOf(about: Recorded | undefined, world: World, picks: Picks) {
  if (about === undefined || picks.onceIn(4)) return null;
  const { occurredOn } = about.metadata;
  const data = about.data as Readonly<Record<string, unknown>>;
  const words = ['name', 'title', 'statement', 'alias'].filter((field) => typeof data[field] === 'string');
  const days = ['dueOn', 'fulfilledOn', 'expectedOn', 'asOf', 'collectedOn'].filter((field) => typeof data[field] === 'string');
  const changes: readonly { data: unknown; occurredOn: typeof occurredOn }[] = [
    { data, occurredOn: world.today(-picks.number(20)) },
    ...words.map((field) => ({ data: { ...data, [field]: picks.of(names) }, occurredOn })),
    ...days.map((field) => ({ data: { ...data, [field]: date(world, picks) }, occurredOn })),
  ];
  return picks.of(changes);
}

/**
 * A partnership of three parties, each with somebody in a role, as every walk begins: a fourth organization, and minutes that
 * one of them submitted, beside it.
 */
export async function begin(world: World): Promise<void> {
  const record = async (act: Act, actor = FACILITATOR) => {
    const outcome = await world.attempt({ ...act, actor, recordedBy: ownHand(actor), occurredOn: world.today() });
    const [event] = outcome.kind === 'recorded' ? outcome.events : [];
    if (event === undefined) throw new Error(`${act.command.type} was not recorded`);
    return event.data as Event['data'];
  };
  const join = async (organizationId: Id, name: string) => {
    const command = { type: 'JoinParty', organizationId } as const;
    const { partyId } = (await record({ family: 'partnership', id: PARTNERSHIP, command })) as { partyId: Id };
    const role = { type: 'AssignRole', personId: idOf(name), partyId, title: 'Director' } as const;
    await record({ family: 'partnership', id: PARTNERSHIP, command: role });
  };
  for (const [index, name] of names.entries()) {
    const id = STREAMS.organization[index] ?? NOWHERE;
    await record({ family: 'organization', id, command: { type: 'RegisterOrganization', name, kind: 'district' } });
  }
  await record({
    family: 'partnership',
    id: PARTNERSHIP,
    command: {
      type: 'FormPartnership',
      name: 'A partnership',
      purpose: 'That children learn',
      calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' },
      history: 'lived',
    },
  });
  for (const [index, name] of names.slice(0, 3).entries()) await join(STREAMS.organization[index] ?? NOWHERE, name);
  await record({ family: 'partnership', id: PARTNERSHIP, command: { type: 'SetGoal', title: 'Reading' } });
  await record({ family: 'partnership', id: PARTNERSHIP, command: { type: 'EstablishBody', name: 'The board' } });
  const [party = NOWHERE] = parties(world);
  await record(
    {
      family: 'evidence',
      id: STREAMS.evidence[0] ?? NOWHERE,
      command: {
        type: 'SubmitEvidence',
        partnershipId: PARTNERSHIP,
        title: 'Minutes',
        method: 'minutes',
        collectedOn: world.today(),
        party,
        confidentiality: 'partnership',
        content: { kind: 'link', url: 'https://example.org/minutes' },
      },
    },
    someoneOf(world, party, new Picks([0])),
  );
}
