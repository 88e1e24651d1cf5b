import {
  addDays,
  type CivilDate,
  type Context,
  canonicalJson,
  dayOf,
  daysBetween,
  type FactCorrected,
  lastDayMeant,
  type OccurredOn,
  periodOf,
  refused,
} from '#kernel';
import { today } from '../acting.js';
import { type Aim, aimOf } from '../correcting.js';
import { fiscalYearStartOn } from '../partnership/partnership.js';
import type { CommitmentEvent, CommitmentTerms, PartyId } from './commitment.events.js';
import type { CommitmentFacts } from './commitment.facts.js';
import type { DataOf } from './commitment.matter.js';
import { areCriteriaLocked, dateInForce, heldShares, neededForChange } from './commitment.standing.js';
import type { CommitmentFact, CommitmentState, FactOf } from './commitment.state.js';

/** How long a party alone may correct terms that it recorded (rule 12). */
const ALONE_WITHIN_DAYS = 30;

type Making = Readonly<{ terms: CommitmentTerms; on: OccurredOn }>;

function makingIn({ data, occurredOn }: Readonly<{ data: unknown; occurredOn: OccurredOn }>): Making {
  return { terms: data as CommitmentTerms, on: occurredOn };
}

type CommitmentAim = Aim<CommitmentEvent> & Readonly<{ fact: CommitmentFact }>;

/**
 * Rules 3, 4 and 12: a correction cannot do what an agreement does. Asked of a correction that is otherwise in order.
 * @throws LedgerError `refused` where it would change terms and those whose agreement a change needs have not agreed
 */
export function requireTermsAgreed(
  correction: FactCorrected['data'],
  state: CommitmentState,
  context: Context<CommitmentFacts>,
): void {
  const aim = aimOf(state.log, correction) as CommitmentAim;
  const { fact, words } = aim;
  if (fact.type === 'CommitmentMade') {
    requireMakingAgreed(fact, words && makingIn(words), correction, state, context);
    return;
  }
  if (!changesWhatWasAgreed(aim)) return;
  requireDateStillAhead(aim, state);
  const missing = lacking(agreedIn(fact, state), correction, context);
  if (missing.length > 0)
    throw refused(
      'R12',
      'agreedBy',
      `this was agreed: ${missing.join(', ')} must agree to the correction, or agree on something new`,
    );
}

/** Rule 2: an agreed date is not before the day it was agreed on, also where the proposal is corrected afterwards. */
function requireDateStillAhead({ fact, words }: CommitmentAim, state: CommitmentState): void {
  if (fact.type !== 'DueDateProposed' || words === null) return;
  const { proposalId, dueOn } = words.data as DataOf<'DueDateProposed'>;
  const move = state.moves.find((its) => its.proposalId === proposalId);
  if (move !== undefined && dueOn < move.agreedOn)
    throw refused('R2', 'replacement.data.dueOn', `${dueOn} lies before ${move.agreedOn}, the day it was agreed on`);
}

/** The parties whose agreement an act rests on, now that it is made; none where it rests on its own party alone. */
function agreedIn(fact: CommitmentFact, state: CommitmentState): readonly PartyId[] {
  switch (fact.type) {
    case 'ShareAdded':
    case 'ShareTransferred':
    case 'ShareReleased': {
      const acts = state.shares.flatMap(({ entered, exits }) => [entered, ...exits]);
      return acts.find((act) => act.fact.id === fact.id)?.needed ?? [];
    }
    case 'DueDateProposed':
    case 'DueDateAgreed':
      return (
        state.moves.find((move) => move.sides.some((side) => side.fact.id === fact.id))?.sides.map(({ party }) => party) ?? []
      );
    case 'CommitmentWithdrawn':
    case 'CommitmentSuperseded':
      return fact.data.agreedBy;
    default:
      return [];
  }
}

/** Anything but the reason: what was agreed, or on which day. */
function changesWhatWasAgreed({ fact, words }: CommitmentAim): boolean {
  if (words === null) return true;
  const said = (data: unknown, occurredOn: string) => {
    const { reason: _, ...rest } = data as Readonly<{ reason?: unknown }>;
    return canonicalJson({ rest, occurredOn });
  };
  return said(fact.data, fact.occurredOn) !== said(words.data, words.occurredOn);
}

function requireMakingAgreed(
  fact: FactOf<'CommitmentMade'>,
  next: Making | null,
  correction: FactCorrected['data'],
  state: CommitmentState,
  context: Context<CommitmentFacts>,
): void {
  const making = makingIn(fact);
  if (next !== null && canonicalJson(binding(making)) === canonicalJson(binding(next))) return;
  if (next !== null && shrinks(making.terms, next.terms))
    throw refused('R4', 'replacement.data.completion', 'the number of shares that completion asks for never shrinks');
  const joining = next === null ? [] : [...next.terms.shares.map(({ party }) => party), ...next.terms.owedTo];
  const missing = lacking([...new Set([...neededForChange(state), ...joining])], correction, context);
  if (missing.length > 0)
    requireMayAlone(fact, next, `agree with ${missing.join(', ')}, and name all that agree`, state, context);
  else if (next !== null && isStanding(making) !== isStanding(next)) requireMayAlone(fact, next, ANOTHER_KIND, state, context);
}

// What was due once, and what each of its periods asked for, are not the same promise in other words.
const ANOTHER_KIND = 'between a promise that is due once and a standing one, agree on another that supersedes it';

const isStanding = ({ terms }: Making) => terms.every !== undefined;

/**
 * Rules 3 and 12: a party alone corrects terms while they are fresh, nobody has built on them and no date has come.
 * @param agreement what it does instead
 */
function requireMayAlone(
  fact: FactOf<'CommitmentMade'>,
  next: Making | null,
  agreement: string,
  state: CommitmentState,
  context: Context<CommitmentFacts>,
): void {
  if (areCriteriaLocked(state) && canonicalJson(fact.data.doneWhen) !== canonicalJson(next?.terms.doneWhen ?? []))
    throw refused(
      'R3',
      'replacement.data.doneWhen',
      `the criteria are locked since the first claim or linked evidence: ${agreement}`,
    );
  if (areCriteriaLocked(state)) throw refused('R12', 'agreedBy', `something was claimed or linked: ${agreement}`);
  const day = today(context, context.facts.timeZone);
  if ([...datesOf(state), ...datesIn(makingIn(fact), context)].some((date) => date <= day))
    throw refused('R12', 'agreedBy', `it has fallen due: ${agreement}`);
  const age = daysBetween(dayOf(fact.recordedAt, context.facts.timeZone ?? 'UTC'), day);
  if (age > ALONE_WITHIN_DAYS)
    throw refused(
      'R12',
      'agreedBy',
      `the terms were recorded ${age} days ago, a party alone corrects them within ${ALONE_WITHIN_DAYS}: ${agreement}`,
    );
}

/** What only an agreement changes: to whom, by whom, until when, by what measure, and who may say so. */
function binding({ terms, on }: Making) {
  const { shares, owedTo, every, doneWhen, completion, evidenceRequirement, verifier, changesAgreedBy, dueBasis, dueOn } = terms;
  // The periods of a standing promise begin with the day it was made.
  const from = every === undefined ? undefined : on;
  return { shares, owedTo, every, from, doneWhen, completion, evidenceRequirement, verifier, changesAgreedBy, dueBasis, dueOn };
}

function shrinks({ completion: before }: CommitmentTerms, { completion: after, shares }: CommitmentTerms): boolean {
  return before !== 'all' && (after === 'all' ? shares.length : after.atLeast) < before.atLeast;
}

function lacking(
  needed: readonly PartyId[],
  { agreedBy = [] }: FactCorrected['data'],
  { actor }: Context<unknown>,
): readonly PartyId[] {
  const acting = 'partyId' in actor ? actor.partyId : undefined;
  return needed.filter((party) => party !== acting && !agreedBy.includes(party));
}

/** The dates that the terms themselves set: stated, and the end of the first whole period of a standing promise. */
function datesIn({ terms, on }: Making, { facts: { partnership } }: Context<CommitmentFacts>): readonly CivilDate[] {
  const { every } = terms;
  const stated = [terms.dueOn, ...terms.shares.map(({ dueOn }) => dueOn)].filter((date) => date !== undefined);
  if (every === undefined || partnership === undefined) return stated;
  const day = lastDayMeant(on);
  const start = fiscalYearStartOn(partnership, day);
  const running = periodOf(day, every.period, start);
  const first = running.first === day ? running : periodOf(addDays(running.last, 1), every.period, start);
  return [...stated, first.last];
}

/** Every date in force: of the whole and of each share. */
function datesOf(state: CommitmentState): readonly CivilDate[] {
  return [dateInForce(state), ...heldShares(state).map(({ party }) => dateInForce(state, party))].filter(
    (date) => date !== undefined,
  );
}
