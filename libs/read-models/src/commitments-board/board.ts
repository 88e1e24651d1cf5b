import { type Id, isCivilDate } from '#kernel';
import type { CommitmentView, Status } from '#scoring';
import type { EvidenceLink } from '../evidence-register/links.js';

/** One line of the board: the commitment in a view of a day, whether anybody answers for it, and what is linked to it. */
export type BoardRow = CommitmentView &
  Readonly<{
    withoutOwner: boolean;
    /** Items linked to it; whether they suffice, and which still count, says `evidence`. */
    linked: Readonly<{ supporting: readonly Id[]; contradicting: readonly Id[] }>;
  }>;

export function boardRow(view: CommitmentView, links: readonly EvidenceLink[]): BoardRow {
  const items = (stance: EvidenceLink['stance']) =>
    [...new Set(links.filter((link) => link.stance === stance).map(({ evidenceId }) => evidenceId))].sort();
  return {
    ...view,
    withoutOwner: view.owner === 'without-owner',
    linked: { supporting: items('supports'), contradicting: items('contradicts') },
  };
}

// What a leader must look at first: promises broken, then late, then nearly due; what is over comes last.
const URGENCY: Readonly<Record<Status, number>> = {
  broken: 0,
  overdue: 1,
  'partially-met': 2,
  claimed: 3,
  due: 4,
  'no-date': 5,
  'kept-late': 6,
  kept: 7,
  superseded: 8,
  withdrawn: 9,
  struck: 10,
};
const LIGHTS = { 'off-track': 0, 'at-risk': 1, 'on-track': 2 } as const;
const NO_LIGHT = 1;

/** Sorts worst first: by status, then light, then the date in force (the oldest first), then id. */
export function worstFirst({ status, lastLight, dueOn, commitmentId }: CommitmentView): readonly (string | number)[] {
  const light = lastLight === null ? NO_LIGHT : LIGHTS[lastLight.light];
  return [URGENCY[status], light, isCivilDate(dueOn) ? dueOn : '9999-12-31', commitmentId];
}
