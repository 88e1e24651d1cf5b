import { addDays, type CivilDate, type Id } from '#kernel';

/** How long after a date an agreement to move it may become known and still release it (line 1); fixed, not the late days. */
export const KNOWN_WITHIN_DAYS = 30;

/**
 * A date that was set: by the making, by an agreement, by a correction, or (a milestone's) by the owner alone.
 * `null` takes the date away.
 */
export type Setting = Readonly<{
  by: 'making' | 'agreement' | 'correction' | 'owner';
  eventId: Id;
  /** The day of the agreement; for a correction the day it was recorded. */
  setOn: CivilDate;
  /** The civil day since which it is known. */
  knownOn: CivilDate;
  dueOn: CivilDate | null;
  position: string;
  /** A correction that a party made alone, within its days: no agreement took the old date away. */
  alone?: true;
}>;

/** All settings of one date, in fact order. The first may be the making's. */
export type Timeline = readonly Setting[];

export function inOrder<S extends Omit<Setting, 'dueOn'>>(settings: readonly S[]): readonly S[] {
  return [...settings].sort((a, b) => {
    if ((a.by === 'making') !== (b.by === 'making')) return a.by === 'making' ? -1 : 1;
    return a.setOn === b.setOn ? (a.position < b.position ? -1 : 1) : a.setOn < b.setOn ? -1 : 1;
  });
}

/** Known early enough to change what falls due on x. */
export function knownInTime(knownOn: CivilDate, x: CivilDate): boolean {
  return knownOn <= addDays(x, KNOWN_WITHIN_DAYS);
}

/** Of what was agreed once and again, what stood at the end of x: agreed by then, and known in time. */
export function agreedAt<T extends Readonly<{ on: CivilDate; knownOn: CivilDate }>>(
  agreed: readonly [T, ...T[]],
  x: CivilDate,
): T {
  const [first, ...later] = agreed;
  return later.findLast(({ on, knownOn }) => on <= x && knownInTime(knownOn, x)) ?? first;
}

/** A fact's place among the others: its day, and its place in the log. */
export type Place = Readonly<{ day: CivilDate; position: string }>;

/** Of what was agreed once and again, what stood when a fact came: nothing that was agreed after it. */
export function agreedBefore<T extends Readonly<{ on: CivilDate; position: string }>>(
  agreed: readonly [T, ...T[]],
  at: Place,
): T {
  const [first, ...later] = agreed;
  return later.findLast((its) => isBefore(its, at)) ?? first;
}

/** True where something was agreed before a fact: on an earlier day, or on its day and recorded before it. */
export function isBefore({ on, position }: Readonly<{ on: CivilDate; position: string }>, at: Place): boolean {
  return on < at.day || (on === at.day && position < at.position);
}

/** True where a move lets go of x: dated on or before x (by an owner alone: before x) and known in time. */
function releases({ by, setOn, knownOn }: Setting, x: CivilDate): boolean {
  return (by === 'owner' ? setOn < x : setOn <= x) && knownInTime(knownOn, x);
}

/** The date in force at the end of a day, as far as is known: what status, slippage and lateness ask. */
export function dateInForce(timeline: Timeline, day: CivilDate): CivilDate | null {
  return timeline.findLast((setting) => setting.setOn <= day)?.dueOn ?? null;
}

/**
 * The dates that stand at the end of day x (line 1): the one set last among the moves dated by x and known in time, and
 * every later move dated by x that became known too late to release it. Two dates can stand; then both fall due.
 */
export function standingSettings(timeline: Timeline, x: CivilDate): Timeline {
  const dated = timeline.filter((setting) => setting.by === 'making' || setting.setOn <= x);
  const last = dated.findLastIndex((setting) => setting.by === 'making' || releases(setting, x));
  return dated.slice(Math.max(last, 0));
}

/** The setting by which a timeline falls due on day x, if it does (line 2). */
export function fallsDueBy(timeline: Timeline, x: CivilDate): Setting | undefined {
  return standingSettings(timeline, x).find((setting) => setting.dueOn === x);
}

/** The move that took date x away, where x was a date in force and did not stand. */
export function takenAwayBy(timeline: Timeline, x: CivilDate): Setting | undefined {
  const standing = standingSettings(timeline, x);
  if (standing.some((setting) => setting.dueOn === x)) return undefined;
  const was = timeline.findIndex((setting) => setting.dueOn === x);
  return was < 0 ? undefined : timeline.slice(was + 1).find((setting) => releases(setting, x));
}

/** The agreement that took date x away; a correction made alone is none. */
export function agreedAway(timeline: Timeline, x: CivilDate): Id | undefined {
  const taken = takenAwayBy(timeline, x);
  return taken === undefined || taken.alone === true ? undefined : taken.eventId;
}
