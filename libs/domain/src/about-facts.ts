import {
  type Actor,
  type Context,
  type Event,
  type EventAboutFact,
  type Fact,
  type FactCorrected,
  type Id,
  isOnBehalf,
  notFound,
  type RecordConfirmed,
  type RecordContested,
  refused,
} from '#kernel';
import { requireActing } from './acting.js';
import { confirmationsIn } from './confirmation.js';
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

/** True of what is said about a fact, and is itself no act of the partnership. */
export function isAboutFact(fact: Event): fact is Fact<EventAboutFact> {
  return fact.type === 'FactCorrected' || fact.type === 'RecordConfirmed' || fact.type === 'RecordContested';
}

/** The party an actor acts for; undefined for a facilitator, the clock, a service. */
export function partyOf(actor: Actor): Id | undefined {
  return actor.kind === 'person' || actor.kind === 'importer' ? actor.partyId : undefined;
}

/** True where an id stands anywhere in what a fact says. */
export function mentions(fact: Event, what: Id): boolean {
  return JSON.stringify(fact.data).includes(`"${what}"`);
}

/**
 * A party confirms or contests a fact that was recorded on its behalf or that names it. Serves every family.
 * @param log the facts of the stream, by id
 * @param partnership the partnership the stream belongs to; undefined for organizations, where no party acts
 * @returns the event; none where the party has said so already (rule 14)
 * @throws LedgerError `not-found` for an unknown fact; `refused` R1 where it is not that party's to say
 */
export function wordOnRecord(
  command: CommandAboutRecord,
  log: ReadonlyMap<Id, Fact>,
  partnership: PartnershipState | undefined,
  context: Pick<Context<unknown>, 'actor' | 'recordedBy' | 'occurredOn'>,
): readonly (RecordConfirmed | RecordContested)[] {
  const { type, ...data } = command;
  requireSaid(type === 'ConfirmRecord' ? confirmed : contested, data);
  const fact = log.get(command.eventId);
  if (fact === undefined || isAboutFact(fact)) throw notFound('eventId', `fact ${command.eventId}`);
  if (partnership === undefined || context.actor.kind !== 'person')
    throw refused('R1', 'actor', 'a record is confirmed or contested by a person of the party it concerns');
  requireActing(partnership, context, command.party, 'party', true);
  const { recordedBy } = fact;
  const isOwnHand = recordedBy.kind === context.recordedBy.kind && recordedBy.id === context.recordedBy.id;
  if (isOwnHand)
    throw refused('R1', 'party', 'who recorded a fact does not confirm or contest it: another principal of the party does');
  const concerns =
    mentions(fact, command.party) ||
    (partyOf(fact.actor) === command.party && (isOnBehalf(fact) || fact.actor.kind === 'importer'));
  if (!concerns)
    throw refused('R1', 'eventId', `the fact was not recorded on behalf of party ${command.party} and does not name it`);
  const said = confirmationsIn(log.values()).get(`${command.eventId} ${command.party}`);
  if (said !== undefined && said.confirmed === (type === 'ConfirmRecord')) return [];
  return type === 'ConfirmRecord'
    ? [{ type: 'RecordConfirmed', data: { eventId: command.eventId, party: command.party } }]
    : [{ type: 'RecordContested', data: { eventId: command.eventId, party: command.party, reason: command.reason } }];
}
