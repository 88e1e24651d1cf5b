import { Controller, Get, Param, Query } from '@nestjs/common';
import { commitmentShape } from '#domain';
import { type CivilDate, type Id, notFound } from '#kernel';
import { worstFirst } from '#read-models';
import { breaches, type CommitmentView, commitmentViews, STATUSES, type Status } from '#scoring';
import { IdInPath } from '../asked.js';
import { IsDay, IsId, IsOneOf, Optional } from '../checks.js';
import { ListAsked, ReadAsked, Reading } from '../reading.js';
import { requireInOrder } from '../timeline/facts.js';

class CommitmentsAsked extends ListAsked {
  @Optional() @IsOneOf(STATUSES) status?: Status;
  /** Owing or owed. */
  @Optional() @IsId() party?: Id;
  @Optional() @IsId() goal?: Id;
  @Optional() @IsDay() dueFrom?: CivilDate;
  @Optional() @IsDay() dueTo?: CivilDate;
}

/** Commitments at the moment asked for, worst first, and what a reader must know before relying on them. */
@Controller()
export class CommitmentReads {
  constructor(private readonly reading: Reading) {}

  /** The commitments of the partnership, the worst first. */
  @Get('partnerships/:id/commitments')
  async listCommitments(@Param('id', IdInPath) id: Id, @Query() asked: CommitmentsAsked) {
    requireInOrder(asked.dueFrom, asked.dueTo, ['dueFrom', 'dueTo']);
    const at = await this.reading.partnershipAt(id, asked);
    const views = [...commitmentViews(at.events, at.moment).values()].filter((view) => isAskedFor(view, asked));
    return this.reading.showPage(at, 'commitments', views, asked, worstFirst);
  }

  /** The commitment in a view, with the facts it is made of. */
  @Get('commitments/:id')
  async getCommitment(@Param('id', IdInPath) id: Id, @Query() asked: ReadAsked) {
    const at = await this.reading.partnershipOf('commitment', id, asked);
    const view = commitmentViews(at.events, at.moment).get(id);
    if (view === undefined) throw notFound('id', `commitment ${id}`);
    return this.reading.show(at, { ...view, facts: at.one(commitmentShape, id) });
  }

  /** Facts that did not apply at their place, breaches of rules that were not locked, and what waits for a word. */
  @Get('partnerships/:id/anomalies')
  async getAnomalies(@Param('id', IdInPath) id: Id, @Query() asked: ReadAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const views = [...commitmentViews(at.events, at.moment).values()];
    const waiting = (which: 'late' | 'unconfirmed' | 'onBehalf') =>
      views.flatMap((view) => (view[which].length === 0 ? [] : [{ commitmentId: view.commitmentId, eventIds: view[which] }]));
    return this.reading.show(at, {
      breaches: breaches(at.events, at.moment),
      late: waiting('late'),
      unconfirmed: waiting('unconfirmed'),
      onBehalf: waiting('onBehalf'),
    });
  }
}

function isAskedFor(view: CommitmentView, { status, party, goal, dueFrom, dueTo }: CommitmentsAsked): boolean {
  const { terms, shares, dueOn } = view;
  return (
    (status === undefined || view.status === status) &&
    (party === undefined || terms.owedTo.includes(party) || shares.some((share) => share.party === party)) &&
    (goal === undefined || terms.goalId === goal) &&
    (dueFrom === undefined || (dueOn !== null && dueOn >= dueFrom)) &&
    (dueTo === undefined || (dueOn !== null && dueOn <= dueTo))
  );
}
