import {
  type Beside,
  type Context,
  canonicalJson,
  type Decider,
  type Event,
  type EventAboutFact,
  type Fact,
  type FactCorrected,
  type FactLog,
  type Id,
  idMadeBy,
  invalid,
  isOccurredOn,
  notFound,
  refused,
  type Shape,
  streamParts,
  type TimeZone,
} from '#kernel';
import { type CommandAboutFact, type CommandAboutRecord, wordOnRecord } from './about-facts.js';
import { requireActing, requireNotFuture } from './acting.js';
import {
  aimOf,
  besideWaiting,
  corrected,
  requireAgreed,
  requireAgreeingThere,
  requireOwnAct,
  requireStillApplying,
  requireUnnamed,
  stateBefore,
} from './correcting.js';
import { requireSaid, type Said } from './input.js';
import type { PartnershipState } from './partnership/partnership.js';

/** What a command leads to: the event, whether it opens a new stream, and the thing it gives an id to. */
export type LeadsTo<E extends Event> = Readonly<{ event: E['type']; opens?: true; makes?: string }>;

/** What every family reads beside its stream: the partnership, its zone, and for a strike all that may name the fact. */
export type Beheld = Readonly<{
  partnership?: PartnershipState | undefined;
  timeZone?: TimeZone | undefined;
  elsewhere?: readonly Fact[];
}>;

export type Standing = 'new' | 'already-true';

/**
 * A family of streams told by its events. The rules are asked of the event that a command leads to, not of the command,
 * so that the words of a correction obey every rule of the words they replace (rule 11) without being written twice.
 */
export type Slice<State, Command extends Readonly<{ type: string }>, E extends Event, Facts extends Beheld> = Readonly<{
  shape: Shape<State, E>;
  leadsTo: { readonly [Type in Exclude<Command['type'], CommandAboutFact['type']>]: LeadsTo<E> };
  /** What each event must say. */
  says: Said<E>;
  /** Numbers that the stream gives, put into an event. */
  numbered?: (event: E, state: State) => E;
  /** Whether the stream was opened, and its opening not struck. */
  isOpen: (state: State) => boolean;
  facts: (beside: Beside, event: E, state: State) => Promise<Facts>;
  /**
   * The rules of an event.
   * @throws LedgerError where one forbids it
   */
  decide: (event: E, state: State, context: Context<Facts>) => Standing;
  partnershipOf: (state: State, events: readonly E[], id: Id) => Id | undefined;
  correcting: Readonly<{
    /** Fields, as paths, that a correction leaves as they are: others name the fact, or read their own, by them. */
    fixed: { readonly [Type in E['type']]?: string };
    /** A facilitator corrects these facts whoever's act they were. */
    isAdministrative: (fact: Fact<E>) => boolean;
    /** Parties whose facts answer this one. */
    answering: (fact: Fact<E>, state: State) => readonly Id[];
    /** Every fact outside the stream that may name one of it. */
    elsewhere: (beside: Beside, state: State) => Promise<readonly Fact[]>;
    /** Facts that are never struck, with what is done instead: others name them where it cannot be seen. */
    neverStruck?: { readonly [Type in E['type']]?: string };
  }>;
}>;

type Log<E extends Event> = Readonly<{ log: FactLog<E> }>;

// Stands for the id that a command makes while only its form is looked at.
const NOT_MADE_YET: Id = '00000000-0000-0000-0000-000000000000';

/** The decider of a family. */
export function deciderOf<
  State extends Log<E>,
  Command extends Readonly<{ type: string }>,
  E extends Event,
  Facts extends Beheld,
>(slice: Slice<State, Command, E, Facts>): Decider<State, Command, E, Facts> {
  const leadsTo = (command: Readonly<{ type: string }>) => (slice.leadsTo as Readonly<Record<string, LeadsTo<E>>>)[command.type];
  const saidBy = (event: Event) => (slice.says as Readonly<Record<string, Said<E>[keyof Said<E>]>>)[event.type];

  /** The event a command leads to, its form checked. */
  const eventOf = (command: Command, state: State, makeId: (family: string) => Id): E => {
    const leads = leadsTo(command);
    const says = leads && saidBy({ type: leads.event, data: {} });
    if (leads === undefined || says === undefined)
      throw invalid([{ field: 'type', rule: 'R15', message: `${command.type} is not known here` }]);
    const { type: _type, ...said } = command;
    const made = leads.makes === undefined ? {} : { [`${leads.makes}Id`]: makeId(leads.makes) };
    const event = { type: leads.event, data: { ...said, ...made } } as unknown as E;
    const numbered = slice.numbered?.(event, state) ?? event;
    requireSaid(says, numbered.data);
    return numbered;
  };

  /** The id by which others name what a fact made: of its stream where it opened one, else the one the command made. */
  const nameGivenBy = (fact: Fact<E>): Id | undefined => {
    const leads = Object.values<LeadsTo<E>>(slice.leadsTo).find(({ event }) => event === fact.type);
    if (leads?.opens) return streamParts(fact.stream).id;
    return leads?.makes === undefined ? undefined : (fact.data as Readonly<Record<string, Id>>)[`${leads.makes}Id`];
  };

  const aimAt = (command: FactCorrected['data'], state: State) => {
    const { corrects, replacement, reason, agreedBy } = command;
    const correction = { corrects, replacement, reason, ...(agreedBy === undefined ? {} : { agreedBy }) };
    requireSaid(corrected, { ...correction });
    const aim = aimOf(state.log, correction);
    const says = saidBy(aim.fact);
    if (aim.words !== null && says !== undefined) requireSaid(says, aim.words.data, 'replacement.data');
    return { ...aim, correction };
  };

  const decideCorrection = (command: FactCorrected['data'], state: State, context: Context<Facts>): readonly FactCorrected[] => {
    const { fact, words, correction } = aimAt(command, state);
    const { correcting } = slice;
    requireOwnAct(fact, context.actor, correcting.isAdministrative(fact));
    const { partnership } = context.facts;
    if (partnership !== undefined && context.actor.kind === 'person' && context.actor.partyId !== undefined)
      requireActing(partnership, context, context.actor.partyId, 'actor.partyId', true);
    requireAgreeingThere(correction, partnership);
    const event: FactCorrected = { type: 'FactCorrected', data: correction };
    const standing = besideWaiting(state.log, correction);
    if (standing === 'again') return [];
    // What waited moved nothing, and nothing moves where it is taken back.
    if (standing === 'takes-back' && correction.replacement === null) return [event];
    if (words === null) {
      const instead: string | undefined = correcting.neverStruck?.[fact.type as E['type']];
      if (instead !== undefined) throw refused('R11', 'corrects', instead);
      requireUnnamed(fact, nameGivenBy(fact), [...state.log.values(), ...(context.facts.elsewhere ?? [])]);
    } else {
      const isSaid = canonicalJson(words) === canonicalJson({ data: fact.data, occurredOn: fact.occurredOn });
      if (isSaid && standing === 'first') return [];
      const fixed: string | undefined = correcting.fixed[fact.type as E['type']];
      const at = (data: unknown) => fixed?.split('.').reduce((its, key) => (its as Readonly<Record<string, unknown>>)[key], data);
      if (at(words.data) !== at(fact.data))
        throw refused('R11', `replacement.data.${fixed ?? ''}`, 'others go by it: a correction leaves it as it is');
      requireNotFuture(context, words.occurredOn, context.facts.timeZone, 'replacement.occurredOn');
      const { actor, recordedBy } = fact;
      const replacement = { type: fact.type, data: words.data } as E;
      const before = stateBefore(slice.shape, state.log, fact);
      slice.decide(replacement, before, { ...context, actor, recordedBy, occurredOn: words.occurredOn });
    }
    requireAgreed(fact, state.log, correction, correcting.answering(fact, state));
    requireStillApplying(slice.shape, state.log, { fact, words }, context.facts.timeZone, 'corrects');
    return [event];
  };

  /** A party's word on a record. Where it lets a correction take effect, what others rest on stays (rule 11). */
  const decideWord = (command: CommandAboutRecord, state: State, context: Context<Facts>) => {
    const words = wordOnRecord(command, state.log, context.facts.partnership, context);
    const about: Event | undefined = state.log.get(command.eventId);
    if (command.type === 'ConfirmRecord' && words.length > 0 && about?.type === 'FactCorrected') {
      const aim = aimOf(state.log, about.data as FactCorrected['data']);
      requireStillApplying(slice.shape, state.log, aim, context.facts.timeZone, 'eventId');
    }
    return words;
  };

  // Every family holds what is said about its facts; a type parameter cannot say so.
  const asOwn = (events: readonly EventAboutFact[]) => events as readonly Event[] as readonly E[];

  return {
    ...slice.shape,
    expects: (command) => (leadsTo(command)?.opens ? 'new' : 'existing'),
    makes: (command) => leadsTo(command)?.makes,
    timeZone: (facts) => facts.timeZone,
    partnershipOf: slice.partnershipOf,
    facts: async (beside, command, state) => {
      if (isAbout(command, 'CorrectFact')) {
        const { fact, words } = aimAt(command, state);
        const event = words === null ? fact : ({ type: fact.type, data: words.data } as E);
        const facts = await slice.facts(beside, event, state);
        return words === null ? { ...facts, elsewhere: await slice.correcting.elsewhere(beside, state) } : facts;
      }
      if (isAbout(command, 'ConfirmRecord') || isAbout(command, 'ContestRecord')) {
        const [fact] = state.log.values();
        if (fact === undefined) throw notFound('eventId', `fact ${command.eventId}`);
        return slice.facts(beside, fact, state);
      }
      return slice.facts(
        beside,
        eventOf(command, state, () => NOT_MADE_YET),
        state,
      );
    },
    decide: (command, state, context) => {
      if (!isOccurredOn(context.occurredOn))
        throw invalid([{ field: 'occurredOn', rule: 'R15', message: 'must be a day, a month or a year that exists' }]);
      requireNotFuture(context, context.occurredOn, context.facts.timeZone);
      if (isAbout(command, 'CorrectFact')) return asOwn(decideCorrection(command, state, context));
      if (isAbout(command, 'ConfirmRecord') || isAbout(command, 'ContestRecord'))
        return asOwn(decideWord(command, state, context));
      const event = eventOf(command, state, (family) => idMadeBy(context, family));
      if (leadsTo(command)?.opens !== true && !slice.isOpen(state)) throw notFound('id', context.stream);
      return slice.decide(event, state, context) === 'already-true' ? [] : [event];
    },
  };
}

function isAbout<Type extends CommandAboutFact['type']>(
  command: Readonly<{ type: string }>,
  type: Type,
): command is Extract<CommandAboutFact, { type: Type }> {
  return command.type === type;
}
