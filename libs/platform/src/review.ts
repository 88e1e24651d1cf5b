import { type Names, namesOf } from '#documents';
import { type LedgerEvent, organizationShape, partnershipShape, quarterIn } from '#domain';
import { foldKnown, foldView, type Id, invalid, isQuarterName, knownSince, notFound, type Recorded } from '#kernel';
import {
  type EarlierQuarter,
  earlierQuarters,
  type Scorecard,
  type ScorecardInput,
  type ScorecardRequest,
  scorecardV1,
} from '#scoring';
import { type Moment, type MomentAsked, momentOf, requireWithinReach } from './moment.js';
import type { OpenLedger } from './open-ledger.js';
import { historiesOf } from './partnership-histories.js';

/** A quarter's figures, with what is needed to put them into words. */
export type Review = Readonly<{
  scorecard: Scorecard;
  earlier: readonly EarlierQuarter[];
  names: Names;
  moment: Moment;
  /** Everything up to here was looked at. */
  position: string;
}>;

/** So many quarters stand beside the one that is reviewed. */
const EARLIER = 4;

/**
 * Scores a quarter of a partnership from its events alone.
 * @throws LedgerError `not-found`; `invalid` for a quarter, moment or basis that is none
 */
export async function reviewOf(
  ledger: OpenLedger,
  partnershipId: Id,
  asked: MomentAsked & Readonly<{ quarter: string }>,
): Promise<Review> {
  const { quarter } = asked;
  if (!isQuarterName(quarter))
    throw invalid([{ field: 'quarter', rule: 'R15', message: 'wanted a fiscal quarter, as FY2025-Q3' }]);
  const position = await ledger.store.head();
  const events = await historiesOf(ledger.store).of(partnershipId, position);
  const { state } = foldKnown(partnershipShape, await ledger.eventsOf(partnershipShape, partnershipId));
  if (state.formedOn === undefined) throw notFound('id', `partnership ${partnershipId}`);
  const moment = momentOf(asked, state);
  // Whether there is one of that name, the scorecard says.
  const named = quarterIn(state, quarter);
  if (named !== undefined) requireWithinReach('quarter', named.last, moment);
  if (!events.some((event) => event.type === 'PartnershipFormed' && knownSince(event, moment.basis) <= moment.asOf))
    throw notFound('asOf', `partnership ${partnershipId}, as known by ${moment.asOf} on basis ${moment.basis},`);
  const children = await childrenOf(ledger, partnershipId, position);
  const input: ScorecardInput = children.length === 0 ? { events } : { events, children };
  const request: ScorecardRequest = { quarter, asOf: moment.asOf, basis: moment.basis };
  return {
    scorecard: scorecardV1(input, request),
    earlier: earlierQuarters(input, request, EARLIER),
    names: namesOf(events, await organizationNames(ledger, events, moment), moment),
    moment,
    position,
  };
}

async function childrenOf(ledger: OpenLedger, parent: Id, through: string): Promise<NonNullable<ScorecardInput['children']>> {
  const histories = historiesOf(ledger.store);
  const children: { partnershipId: Id; events: readonly Recorded<LedgerEvent>[] }[] = [];
  for (const partnershipId of await histories.partsOf(parent, through)) {
    children.push({ partnershipId, events: await histories.of(partnershipId, through) });
  }
  return children;
}

/** What the parties' organizations were called, as known at the moment. */
async function organizationNames(
  ledger: OpenLedger,
  events: readonly Recorded<LedgerEvent>[],
  moment: Moment,
): Promise<ReadonlyMap<Id, string>> {
  const ids = new Set(events.flatMap((event) => (event.type === 'PartyJoined' ? [event.data.organizationId] : [])));
  const names = new Map<Id, string>();
  for (const id of ids) {
    const { state } = foldView(organizationShape, await ledger.eventsOf(organizationShape, id), moment);
    if (state.name !== '') names.set(id, state.name);
  }
  return names;
}
