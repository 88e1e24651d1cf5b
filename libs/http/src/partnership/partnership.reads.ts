import { Controller, Get, Param, Query } from '@nestjs/common';
import { partnershipShape } from '#domain';
import type { CivilDate, Id, Instant } from '#kernel';
import { OpenLedger } from '#platform';
import type { Answer as StoredAnswer } from '#projections';
import { listOrganizations, listPartnerships, type Page } from '#read-models';
import { IdInPath } from '../asked.js';
import { AsNumber, IsCount, IsWords, Optional } from '../checks.js';
import { ListAsked, ReadAsked, Reading } from '../reading.js';
import { plain, type Shown, withTexts } from '../showing.js';

/** A list over all partnerships: as it is now, from the read models. */
class NowAsked {
  @Optional() @IsWords(20) atLeast?: string;
  @Optional() @AsNumber() @IsCount(1, 500) limit?: number;
  @Optional() @IsWords(1_000) cursor?: string;
}

class OrganizationsAsked extends NowAsked {
  @Optional() @IsWords(200) q?: string;
}

/** What a partnership is made of, at the moment asked for. */
@Controller()
export class PartnershipReads {
  constructor(
    private readonly ledger: OpenLedger,
    private readonly reading: Reading,
  ) {}

  /** Organizations by name, alias or external id, in the order of their names. */
  @Get('organizations')
  async listOrganizations(@Query() { atLeast, q, ...page }: OrganizationsAsked) {
    await this.reading.reached(atLeast);
    return this.now(await listOrganizations(this.ledger.sql, { ...page, ...(q === undefined ? {} : { q }) }));
  }

  /** All partnerships, in the order of their names. */
  @Get('partnerships')
  async listPartnerships(@Query() { atLeast, ...page }: NowAsked) {
    await this.reading.reached(atLeast);
    return this.now(await listPartnerships(this.ledger.sql, page));
  }

  /** The partnership as it was known at the moment asked for. */
  @Get('partnerships/:id')
  async getPartnership(@Param('id', IdInPath) id: Id, @Query() asked: ReadAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    return this.reading.show(at, { partnershipId: id, ...at.one(partnershipShape, id) });
  }

  /** The parties of the partnership, those that left among them. */
  @Get('partnerships/:id/parties')
  async listParties(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const { parties } = at.one(partnershipShape, id);
    return this.reading.showPage(at, parties.values(), asked, ({ joinedOn, partyId }) => [joinedOn, partyId]);
  }

  /** Who held which role for which party, and from when to when. */
  @Get('partnerships/:id/roles')
  async listRoles(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const { roles } = at.one(partnershipShape, id);
    return this.reading.showPage(at, roles.values(), asked, ({ from, roleId }) => [from, roleId]);
  }

  /** The governance bodies of the partnership. */
  @Get('partnerships/:id/bodies')
  async listBodies(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const { bodies } = at.one(partnershipShape, id);
    return this.reading.showPage(at, bodies.values(), asked, ({ from, bodyId }) => [from, bodyId]);
  }

  /** The goals of the partnership. */
  @Get('partnerships/:id/goals')
  async listGoals(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const { goals } = at.one(partnershipShape, id);
    return this.reading.showPage(at, goals.values(), asked, ({ setOn, goalId }) => [setOn, goalId]);
  }

  /** A page of what stands now, with the position it stands at. */
  private async now<T>({ data, position, figures }: StoredAnswer<Page<T>>) {
    const asOf = new Date().toISOString() as Instant;
    const items = (await withTexts(plain(data.items), this.ledger.texts)) as readonly Shown<T>[];
    return { asOf, on: asOf.slice(0, 10) as CivilDate, basis: 'ledger' as const, position, figures, items, next: data.next };
  }
}
