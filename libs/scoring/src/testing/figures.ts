import type { Basis, CivilDate, QuarterName } from '#kernel';
import { OUTCOMES, type Outcomes, type Scorecard } from '#scoring';
import type { History } from './history.js';

/** The figures of a scorecard as a person would note them: what is listed under each name, and no name without a list. */
export type Figures = Readonly<Record<string, unknown>>;

/** One case: worked out by hand, with its reason and the numbers it proves. */
export type Case = Readonly<{
  name: string;
  why: string;
  /** Scoring lines (`1` to `16`) and rules (`R7`) that the case proves. */
  proves: readonly (number | `R${number}`)[];
  tell: (h: History) => void;
  calendar?: Parameters<typeof import('./history.js').history>[0];
  quarter?: QuarterName;
  known?: CivilDate;
  basis?: Basis;
  /** Every figure about commitments that is not empty. */
  commitments: Figures;
  /** Further figures, as far as the case is about them. */
  also?: (card: Scorecard, h: History) => Readonly<Record<string, readonly [found: unknown, expected: unknown]>>;
}>;

type Listed = Readonly<{
  commitmentId: string;
  period?: string;
  dueOn?: string | null;
  party?: string;
  ageDays?: number;
  became?: string;
  done?: boolean;
  eventIds?: readonly string[];
}>;

/** `c`, or with its period `c/2025-01-31`. */
const name = ({ commitmentId, period }: Listed) => (period === undefined ? commitmentId : `${commitmentId}/${period}`);

const noted = (listed: Listed) =>
  [
    name(listed),
    listed.party,
    listed.period === undefined ? listed.dueOn : undefined,
    listed.ageDays === undefined ? undefined : `${listed.ageDays} days`,
    listed.became,
    listed.done === true ? 'done' : undefined,
    listed.eventIds?.join('+'),
  ]
    .filter((part) => part !== undefined && part !== null)
    .join(' ');

function notEmpty(lists: Readonly<Record<string, readonly unknown[] | string>>): Figures {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => typeof list !== 'string' && list.length > 0));
}

/** Outcomes by name, each with its items as `c`. */
export function outcomes(of: Outcomes<unknown>): Figures {
  return notEmpty(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, (of[outcome] as readonly Listed[]).map(name)])));
}

/** Everything that a scorecard says about commitments, as notes. */
export function commitmentNotes({ commitments }: Scorecard): Figures {
  const { outcomes: of, pending, carriedIn, noDate, uncounted, beside } = commitments;
  const notes = (lists: Readonly<Record<string, readonly Listed[] | string>>) =>
    notEmpty(
      Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, typeof list === 'string' ? list : list.map(noted)])),
    );
  return { ...outcomes(of), ...notes({ pending, carriedIn, noDate }), ...notes(uncounted), ...notes(beside) };
}

/** The outcomes of each party's shares: `A: kept c`. */
export function partyNotes({ byParty }: Scorecard): string[] {
  return byParty.flatMap(({ party, outcomes: of }) =>
    OUTCOMES.flatMap((outcome) => of[outcome].map((item) => `${party}: ${outcome} ${name(item)}`)),
  );
}

/** `c 33` for each item with its days. */
export function dayNotes({ items }: Scorecard['slippage']): string[] {
  return items.map(({ commitmentId, days }) => `${commitmentId} ${days}`);
}
