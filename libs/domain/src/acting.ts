import {
  type Actor,
  type CivilDate,
  type Context,
  dayCounted,
  dayOf,
  firstDayMeant,
  type Id,
  type OccurredOn,
  refused,
  type TimeZone,
} from '#kernel';
import { isMemberOn, type PartnershipState } from './partnership/partnership.js';

/**
 * Rule 1: a party acts only while it is a member; a person only while holding a role in that party. An importer and a
 * service need neither; where the source names a party, it is that party's act. A party that left may still act for what
 * it was bound to while a member.
 * @param party whose act it is; must be the actor's own
 * @param boundBefore the party was bound to this matter while it was a member, and the act is one it may still do
 */
export function requireActing(
  partnership: PartnershipState,
  context: Pick<Context<unknown>, 'actor' | 'occurredOn' | 'now'>,
  party: Id,
  field: string,
  boundBefore = false,
): void {
  const { actor } = context;
  const known = partnership.parties.get(party);
  if (known === undefined) throw refused('R1', field, `party ${party} is not a party of this partnership`);
  if (actor.kind === 'clock') throw refused('R1', 'actor', 'the clock does not act for a party');
  if (actor.kind === 'service' || (actor.kind === 'importer' && actor.partyId === undefined)) return;
  if (actor.partyId !== party) {
    throw refused(
      'R1',
      field,
      `only party ${party} can do this; the act is recorded as that of ${actor.partyId ?? 'no party'}. Say whose act it is.`,
    );
  }
  if (actor.kind === 'importer') return;
  const day = dayOfAct(context, partnership.calendar.timeZone);
  const actsAfterLeaving = boundBefore && known.leftOn !== undefined && known.leftOn < day;
  if (!actsAfterLeaving && !isMemberOn(partnership, party, day)) {
    throw refused('R1', field, `party ${party} was not a member on ${context.occurredOn}`);
  }
  if (!holdsRole(partnership, actor, party, day, actsAfterLeaving))
    throw refused('R1', 'actor.roleId', `the person held no role in party ${party} on ${context.occurredOn}`);
}

/** The person held on that day the role it acts in. A role ends when its party leaves; its last holders act for it then. */
function holdsRole(
  partnership: PartnershipState,
  { personId, roleId }: Extract<Actor, { kind: 'person' }>,
  party: Id,
  day: CivilDate,
  actsAfterLeaving: boolean,
): boolean {
  const role = roleId === undefined ? undefined : partnership.roles.get(roleId);
  if (role === undefined || role.partyId !== party || role.personId !== personId || day < role.from) return false;
  return actsAfterLeaving || role.until === undefined || day <= role.until;
}

/** The recording day: in the partnership's zone, or the latest day anywhere where no zone is known. */
export function today(context: Pick<Context<unknown>, 'now'>, zone?: TimeZone): CivilDate {
  return dayOf(context.now, zone ?? 'Pacific/Kiritimati');
}

/** Rule 15: a fact never lies after the day it is recorded on. */
export function requireNotFuture(
  context: Pick<Context<unknown>, 'now'>,
  occurredOn: OccurredOn,
  zone?: TimeZone,
  field = 'occurredOn',
): void {
  const day = today(context, zone);
  if (firstDayMeant(occurredOn) > day) {
    throw refused('R15', field, `${occurredOn} lies after the recording day ${day}: a fact is recorded once it has happened`);
  }
}

/**
 * Rule 1 for administrative facts (who joins, roles, goals, meetings, readings): a facilitator, who acts for the whole
 * and so without a party; an importer or a service; or a person who acts for a member party.
 */
export function requireAdministering(
  partnership: PartnershipState,
  context: Pick<Context<unknown>, 'actor' | 'occurredOn' | 'now'>,
): void {
  const { actor } = context;
  if (actor.kind === 'clock') throw refused('R1', 'actor', 'the clock does not act for a partnership');
  if (actor.kind === 'person' && actor.partyId !== undefined) requireActing(partnership, context, actor.partyId, 'actor.partyId');
}

/** The day an act counts on, by the recording day in the partnership's zone. */
export function dayOfAct(context: Pick<Context<unknown>, 'now' | 'occurredOn'>, zone?: TimeZone): CivilDate {
  const { occurredOn } = context;
  // A whole day needs no recording day to be counted by, and no look into the zone.
  return occurredOn.length === 10 ? (occurredOn as CivilDate) : dayCounted(occurredOn, today(context, zone));
}

/** Rule 10: a partnership that has ended takes up nothing new. What happened before its end may still be recorded. */
export function requireRunning(partnership: PartnershipState, day: CivilDate): void {
  if (partnership.endedOn !== undefined && day > partnership.endedOn)
    throw refused('R10', 'occurredOn', `the partnership ended on ${partnership.endedOn}`);
}
