import { stringify } from 'csv-stringify/sync';
import { type Item, OUTCOMES, type Scorecard } from '#scoring';
import type { Names } from './names.js';
import { OUTCOME_WORDS } from './wording.js';

type Row = Readonly<{
  figure: string;
  commitment_id?: string;
  period?: string;
  party_id?: string;
  due_on?: string;
  done_on?: string;
  days?: number;
}>;

const COLUMNS = [
  'quarter',
  'as_of',
  'basis',
  'figure',
  'commitment_id',
  'period',
  'party_id',
  'due_on',
  'done_on',
  'days',
  'statement',
] as const;

/** One row per counted fact: which figure counted which promise. Cells that a spreadsheet would run as a formula are neutralised. */
export function toCsv(scorecard: Scorecard, names: Names): string {
  const { commitments, silent, slippage, lateness, evidence } = scorecard;
  const item = ({ commitmentId, period }: Item) => ({ commitment_id: commitmentId, ...(period === undefined ? {} : { period }) });
  const rows: Row[] = [
    ...OUTCOMES.flatMap((outcome) =>
      commitments.outcomes[outcome].flatMap((due) => [
        { figure: OUTCOME_WORDS[outcome], ...item(due), due_on: due.dueOn, done_on: due.doneOn ?? '' },
        ...due.shares.map((share) => ({
          figure: `share ${OUTCOME_WORDS[share.outcome]}`,
          ...item(due),
          party_id: share.party,
          due_on: due.dueOn,
          done_on: share.doneOn ?? '',
        })),
      ]),
    ),
    ...commitments.pending.map((due) => ({ figure: 'pending', ...item(due), due_on: due.dueOn })),
    ...commitments.carriedIn.map((due) => ({
      figure: 'carried in',
      ...item(due),
      due_on: due.dueOn,
      done_on: due.doneOn ?? '',
      days: due.ageDays,
    })),
    ...commitments.noDate.map((due) => ({ figure: 'no date', ...item(due) })),
    ...Object.entries(commitments.uncounted).flatMap(([figure, away]) =>
      away.map((due) => ({ figure, ...item(due), due_on: due.dueOn })),
    ),
    ...silent.shares.map(({ commitmentId, party, openDays }) => ({
      figure: 'silent',
      commitment_id: commitmentId,
      party_id: party,
      days: openDays,
    })),
    ...slippage.items.map(({ commitmentId, days }) => ({ figure: 'slippage', commitment_id: commitmentId, days })),
    ...lateness.items.map(({ commitmentId, days }) => ({ figure: 'lateness', commitment_id: commitmentId, days })),
    ...(['required', 'present', 'accepted', 'triangulated', 'contradicted'] as const).flatMap((figure) =>
      evidence[figure].map((id) => ({ figure: `evidence ${figure}`, commitment_id: id })),
    ),
  ];
  const { quarter, asOf, basis } = scorecard;
  return stringify(
    rows.map((row) => ({
      quarter: quarter.name,
      as_of: asOf,
      basis,
      ...row,
      statement: names.commitments.get(row.commitment_id ?? '')?.statement ?? '',
    })),
    { header: true, columns: [...COLUMNS], escape_formulas: true },
  );
}
