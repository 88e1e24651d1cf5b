import { Controller, Get, Param, Query } from '@nestjs/common';
import { partnershipShape } from '#domain';
import { type Id, notFound } from '#kernel';
import { OpenLedger } from '#platform';
import { listOrganizations, listOrganizationsAt, membershipsOf, pageWithin, worstFirst } from '#read-models';
import { type CommitmentView, commitmentViews, STATUSES, type Status } from '#scoring';
import { IdInPath } from '../asked.js';
import { IsOneOf, IsWords, Optional } from '../checks.js';
import { aboutOf, asksForMoment, ListAsked, type PartnershipAt, ReadAsked, Reading } from '../reading.js';

class OrganizationsAsked extends ListAsked {
  /** Words of the name or of another name. */
  @Optional() @IsWords(200) q?: string;
}

const SIDES = ['owes', 'is-owed'] as const;

class OwedAsked extends ListAsked {
  @Optional() @IsOneOf(STATUSES) status?: Status;
  /** What it owes, or what is owed to it; both where it is not said. */
  @Optional() @IsOneOf(SIDES) side?: (typeof SIDES)[number];
}

/** Organizations, whatever partnerships they are parties of. They have no zone of their own: their days are days of UTC. */
@Controller('organizations')
export class OrganizationReads {
  constructor(
    private readonly ledger: OpenLedger,
    private readonly reading: Reading,
  ) {}

  /** Organizations by name, alias or external id, in the order of their names. */
  @Get()
  async listOrganizations(@Query() asked: OrganizationsAsked) {
    const moment = this.reading.momentOverAll(asked);
    await this.reading.reached(asked.atLeast);
    const { sql } = this.ledger;
    const list = asksForMoment(asked) ? listOrganizationsAt(sql, moment, asked) : listOrganizations(sql, asked);
    return this.reading.showList(moment, await list);
  }

  /** The organization with all its names, as it was known at the moment asked for. */
  @Get(':id')
  async getOrganization(@Param('id', IdInPath) id: Id, @Query() asked: ReadAsked) {
    const moment = this.reading.momentOverAll(asked);
    await this.reading.reached(asked.atLeast);
    const position = await this.ledger.store.head();
    const state = (await this.reading.organizationsAt([id], moment)).get(id);
    if (state?.registeredOn === undefined || state.registeredOn > moment.on) throw notFound('id', `organization ${id}`);
    return this.reading.show({ about: aboutOf(moment, position) }, { organizationId: id, ...state });
  }

  /**
   * What it owes and what is owed to it, over all its partnerships, worst first; what was merged into it is part of it.
   * `on` is a day of each partnership's own zone.
   */
  @Get(':id/commitments')
  async listOrganizationCommitments(@Param('id', IdInPath) id: Id, @Query() asked: OwedAsked) {
    const moment = this.reading.momentOverAll(asked);
    await this.reading.reached(asked.atLeast);
    const found = await membershipsOf(this.ledger.sql, id, moment);
    if (found.data === null) throw notFound('id', `organization ${id}`);
    const { organizationIds, partnershipIds } = found.data;
    const { asOf, basis } = moment;
    const inOwnZone = { asOf, basis, ...(asked.on === undefined ? {} : { on: asked.on }) };
    const owed: OwedView[] = [];
    for (const partnershipId of partnershipIds)
      owed.push(...owedIn(await this.reading.partnershipAt(partnershipId, inOwnZone), organizationIds));
    const page = pageWithin(
      owed.filter((view) => isAskedFor(view, asked)),
      { ...asked, list: `commitments of ${id}` },
      worstFirst,
    );
    return this.reading.showList(moment, { ...found, data: page });
  }
}

/** A commitment of a partnership, as it concerns an organization. */
type OwedView = CommitmentView &
  Readonly<{
    partnershipId: Id;
    partnership: string;
    /** The parties, of this organization, that owe a share of it, and those it is owed to. */
    owes: readonly Id[];
    isOwed: readonly Id[];
  }>;

function owedIn(at: PartnershipAt, organizationIds: ReadonlySet<Id>): readonly OwedView[] {
  const partnership = at.all(partnershipShape).get(at.id);
  if (partnership === undefined) return [];
  const own = new Set(
    [...partnership.parties.values()].filter((its) => organizationIds.has(its.organizationId)).map(({ partyId }) => partyId),
  );
  if (own.size === 0) return [];
  return [...commitmentViews(at.events, at.moment).values()].flatMap((view) => {
    const owes = [...new Set(view.shares.map(({ party }) => party))].filter((party) => own.has(party));
    const isOwed = view.terms.owedTo.filter((party) => own.has(party));
    if (owes.length + isOwed.length === 0) return [];
    return [{ ...view, partnershipId: at.id, partnership: partnership.name, owes, isOwed }];
  });
}

function isAskedFor({ status, owes, isOwed }: OwedView, asked: OwedAsked): boolean {
  if (asked.status !== undefined && asked.status !== status) return false;
  return asked.side === undefined || (asked.side === 'owes' ? owes : isOwed).length > 0;
}
