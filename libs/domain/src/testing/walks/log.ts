import type { CivilDate, Id, Recorded } from '#kernel';
import type { LedgerEvent } from '../../acts.js';
import type { PartnershipEvent } from '../../partnership/partnership.events.js';

export type Log = readonly Recorded<LedgerEvent>[];
export type Of<E extends LedgerEvent, Type extends E['type']> = Recorded<Extract<E, { type: Type }>>;

export type Breach = (rule: string, event: Recorded<LedgerEvent>, why: string) => void;

export const dayOf = (event: Recorded<LedgerEvent>) => event.metadata.occurredOn as CivilDate;
export const recordingDay = (event: Recorded<LedgerEvent>) => event.recordedAt.slice(0, 10) as CivilDate;
export const before = (log: Log, event: Recorded<LedgerEvent>) => log.filter(({ position }) => position < event.position);

export function streamsOf(log: Log): ReadonlyMap<string, Log> {
  return new Map(
    [...new Set(log.map(({ stream }) => stream))].map((name) => [name, log.filter(({ stream }) => stream === name)]),
  );
}

export function all<E extends LedgerEvent, Type extends E['type']>(events: Log, ...types: readonly Type[]) {
  return events.filter((event) => (types as readonly string[]).includes(event.type)) as unknown as readonly Of<E, Type>[];
}

/** The days on which a party was a member, as the log has them; undefined where it never joined. */
export function membership(log: Log, party: Id): { from: CivilDate; until?: CivilDate } | undefined {
  const joined = all<PartnershipEvent, 'PartyJoined'>(log, 'PartyJoined').find(({ data }) => data.partyId === party);
  const left = all<PartnershipEvent, 'PartyLeft'>(log, 'PartyLeft').find(({ data }) => data.partyId === party);
  if (joined === undefined) return undefined;
  return { from: dayOf(joined), ...(left === undefined ? {} : { until: dayOf(left) }) };
}

export function wasMember(log: Log, party: Id, on: CivilDate): boolean {
  const member = membership(log, party);
  return member !== undefined && member.from <= on && on <= (member.until ?? '9999-12-31');
}
