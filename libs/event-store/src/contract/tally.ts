import {
  type Context,
  type Decider,
  type Event,
  type EventAboutFact,
  type Id,
  newId,
  refused,
  type Shape,
  type TextRef,
  type TimeZone,
} from '#kernel';

/** A stream small enough to see through: a sum that may not pass its limit, and may look at another's. */
export type TallyEvent =
  | Event<'TallyOpened', { limit: number; partnershipId?: Id }>
  | Event<'Added', { n: number; sum: number; others: readonly number[]; note?: TextRef }>
  | EventAboutFact;

export type TallyCommand =
  | Readonly<{ type: 'open'; limit: number; partnershipId?: Id }>
  | Readonly<{ type: 'add'; n: number; beside?: Id; inPartnership?: Id; note?: TextRef }>
  /** Adds what is missing; already true where nothing is. */
  | Readonly<{ type: 'reach'; sum: number }>
  | Readonly<{ type: 'correct'; corrects: Id; n: number; reason: TextRef }>;

export type Tally = Readonly<{ limit: number; sum: number; partnershipId?: Id }>;

type Facts = Readonly<{ others: readonly number[]; timeZone: TimeZone }>;

export const tallyShape: Shape<Tally, TallyEvent> = {
  family: 'meeting',
  initial: { limit: 0, sum: 0 },
  evolve: (state, { type, data }) => {
    switch (type) {
      case 'TallyOpened':
        return { ...state, ...data };
      case 'Added':
        return { ...state, sum: state.sum + data.n };
      default:
        return state;
    }
  },
};

export const tally: Decider<Tally, TallyCommand, TallyEvent, Facts> = {
  ...tallyShape,
  expects: ({ type }) => (type === 'open' ? 'new' : 'existing'),
  makes: ({ type }) => (type === 'add' ? 'addition' : undefined),
  facts: async (beside, command) => {
    const others: number[] = [];
    if (command.type === 'add' && command.beside !== undefined)
      others.push((await beside.stream(tallyShape, command.beside))?.state.sum ?? -1);
    if (command.type === 'add' && command.inPartnership !== undefined)
      for (const { state } of (await beside.all(tallyShape, command.inPartnership)).values()) others.push(state.sum);
    return { others, timeZone: 'America/New_York' };
  },
  decide: (command, state, context) => {
    switch (command.type) {
      case 'open': {
        const { limit, partnershipId } = command;
        return [{ type: 'TallyOpened', data: { limit, ...(partnershipId === undefined ? {} : { partnershipId }) } }];
      }
      case 'add':
        return [added(command.n, state, context, command.note)];
      case 'reach':
        return state.sum >= command.sum ? [] : [added(command.sum - state.sum, state, context)];
      case 'correct': {
        const { corrects, n, reason } = command;
        const data = { n, sum: n, others: [] };
        return [{ type: 'FactCorrected', data: { corrects, replacement: { data, occurredOn: context.occurredOn }, reason } }];
      }
    }
  },
  partnershipOf: (state, events) =>
    state.partnershipId ?? events.flatMap((event) => (event.type === 'TallyOpened' ? [event.data.partnershipId] : []))[0],
  timeZone: ({ timeZone }) => timeZone,
};

function added(n: number, state: Tally, { facts }: Context<Facts>, note?: TextRef): TallyEvent {
  const sum = state.sum + n;
  if (sum > state.limit) throw refused('R2', 'n', `the sum would be ${sum}, over the limit ${state.limit}`);
  return { type: 'Added', data: { n, sum, others: facts.others, ...(note === undefined ? {} : { note }) } };
}

/** What a caller brings, with a new command id. */
export function given<Over extends object>(over: Over = {} as Over) {
  return { commandId: newId(), actor: { kind: 'clock' }, recordedBy: { kind: 'clock', id: 'clock' }, ...over } as const;
}
