import {
  type Context,
  confirmationsIn,
  type Event,
  type Fact,
  type FactCorrected,
  type FactLog,
  type Id,
  isOnBehalf,
  isSameHand,
  notFound,
  partyOf,
  type RecordConfirmed,
  type RecordContested,
  refused,
  wordOf,
} from '#kernel';
import { requireActing, requireAdministering } from './acting.js';
import { id, object, requireSaid, textRef } from './input.js';
import type { PartnershipState } from './partnership/partnership.js';

/** What may be asked about any fact of a stream. */
export type CommandAboutFact =
  | (Readonly<{ type: 'CorrectFact' }> & FactCorrected['data'])
  | (Readonly<{ type: 'ConfirmRecord' }> & RecordConfirmed['data'])
  | (Readonly<{ type: 'ContestRecord' }> & RecordContested['data']);

/** A party's word on a record that another hand made of its act. */
export type CommandAboutRecord = Extract<CommandAboutFact, { type: 'ConfirmRecord' | 'ContestRecord' }>;

const confirmed = object<RecordConfirmed['data']>({ eventId: id, party: id });
const contested = object<RecordContested['data']>({ eventId: id, party: id, reason: textRef });

/** True where an id stands anywhere in what a fact says. */
export function mentions(fact: Event, what: Id): boolean {
  return JSON.stringify(fact.data).includes(`"${what}"`);
}

/**
 * A party, or a body of governance, confirms or contests a fact that was recorded on its behalf or that names it: a
 * correction that names it as having agreed, too. Serves every family.
 * @param log the facts of the stream
 * @param partnership the partnership the stream belongs to; undefined for organizations, where no party acts
 * @returns the event; none where the party has said so already (rule 14)
 * @throws LedgerError `not-found` for an unknown fact; `refused` R1 where it is not that party's to say
 */
export function wordOnRecord(
  command: CommandAboutRecord,
  log: FactLog,
  partnership: PartnershipState | undefined,
  context: Pick<Context<unknown>, 'actor' | 'recordedBy' | 'occurredOn' | 'now'>,
): readonly (RecordConfirmed | RecordContested)[] {
  const { type, ...data } = command;
  requireSaid(type === 'ConfirmRecord' ? confirmed : contested, data);
  const fact = log.get(command.eventId);
  if (fact === undefined || fact.type === 'RecordConfirmed' || fact.type === 'RecordContested')
    throw notFound('eventId', `fact ${command.eventId}`);
  if (partnership === undefined || context.actor.kind !== 'person')
    throw refused('R1', 'actor', 'a record is confirmed or contested by a person of the party it concerns');
  // For a body speaks who administers: it has no persons of its own.
  if (partnership.bodies.has(command.party)) requireAdministering(partnership, context);
  else requireActing(partnership, context, command.party, 'party', true);
  requireAnotherHand(fact, context);
  if (!concerns(fact, command.party))
    throw refused('R1', 'eventId', `the fact was not recorded on behalf of party ${command.party} and does not name it`);
  const said = wordOf(command.party, command.eventId, confirmationsIn(log.values()));
  if (said !== undefined && said.confirmed === (type === 'ConfirmRecord')) return [];
  return type === 'ConfirmRecord'
    ? [{ type: 'RecordConfirmed', data: { eventId: command.eventId, party: command.party } }]
    : [{ type: 'RecordContested', data: { eventId: command.eventId, party: command.party, reason: command.reason } }];
}

/** Rule 1: another principal than the one that recorded the fact says so, by own hand. */
function requireAnotherHand(fact: Fact, context: Pick<Context<unknown>, 'actor' | 'recordedBy'>): void {
  if (isSameHand(fact.recordedBy, context.recordedBy))
    throw refused('R1', 'party', 'who recorded a fact does not confirm or contest it: another principal of the party does');
  if (isOnBehalf(context))
    throw refused(
      'R1',
      'actor',
      'what was recorded on behalf of a party is confirmed or contested by its own person, by own hand',
    );
}

/** A fact that names the party, or its own act as another hand wrote it down. */
function concerns(fact: Fact, party: Id): boolean {
  return mentions(fact, party) || (partyOf(fact.actor) === party && (isOnBehalf(fact) || fact.actor.kind === 'importer'));
}
