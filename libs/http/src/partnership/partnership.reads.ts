import { Controller, Get, Param, Query } from '@nestjs/common';
import { partnershipShape } from '#domain';
import type { Id } from '#kernel';
import { OpenLedger } from '#platform';
import { listPartnerships, listPartnershipsAt } from '#read-models';
import { IdInPath, OwnPartnership } from '../asked.js';
import { asksForMoment, ListAsked, ReadAsked, Reading } from '../reading.js';

/** What a partnership is made of, at the moment asked for. */
@Controller()
export class PartnershipReads {
  constructor(
    private readonly ledger: OpenLedger,
    private readonly reading: Reading,
  ) {}

  /** All partnerships that the asker may see, in the order of their names. `on` is a day of each one's own zone, all else is of UTC. */
  @Get('partnerships')
  async listPartnerships(@Query() asked: ListAsked, @OwnPartnership() only?: Id) {
    const moment = this.reading.momentOverAll(asked);
    await this.reading.reached(asked.atLeast);
    const on = asked.on === undefined ? {} : { on: moment.on };
    const wanted = { ...asked, ...(only === undefined ? {} : { only }) };
    const list = asksForMoment(asked)
      ? listPartnershipsAt(this.ledger.sql, { asOf: moment.asOf, basis: moment.basis, ...on }, wanted)
      : listPartnerships(this.ledger.sql, wanted);
    return this.reading.showList(moment, await list);
  }

  /** The partnership as it was known at the moment asked for. */
  @Get('partnerships/:id')
  async getPartnership(@Param('id', IdInPath) id: Id, @Query() asked: ReadAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    return this.reading.show(at, { partnershipId: id, ...at.one(partnershipShape, id) });
  }

  /** The parties of the partnership, those that left among them, with what their organizations were called. */
  @Get('partnerships/:id/parties')
  async listParties(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const parties = [...at.one(partnershipShape, id).parties.values()];
    const organizations = await this.reading.organizationsAt(
      parties.map(({ organizationId }) => organizationId),
      at.moment,
    );
    const named = parties.map((party) => {
      const { name = null, kind = null } = organizations.get(party.organizationId) ?? {};
      return { ...party, name, kind };
    });
    return this.reading.showPage(at, 'parties', named, asked, ({ joinedOn, partyId }) => [joinedOn, partyId]);
  }

  /** Who held which role for which party, and from when to when. */
  @Get('partnerships/:id/roles')
  async listRoles(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const { roles } = at.one(partnershipShape, id);
    return this.reading.showPage(at, 'roles', roles.values(), asked, ({ from, roleId }) => [from, roleId]);
  }

  /** The governance bodies of the partnership. */
  @Get('partnerships/:id/bodies')
  async listBodies(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const { bodies } = at.one(partnershipShape, id);
    return this.reading.showPage(at, 'bodies', bodies.values(), asked, ({ from, bodyId }) => [from, bodyId]);
  }

  /** The goals of the partnership. */
  @Get('partnerships/:id/goals')
  async listGoals(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const { goals } = at.one(partnershipShape, id);
    return this.reading.showPage(at, 'goals', goals.values(), asked, ({ setOn, goalId }) => [setOn, goalId]);
  }
}
