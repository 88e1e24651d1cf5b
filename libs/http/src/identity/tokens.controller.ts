import { Body, Controller, HttpCode, Logger, Param, Post } from '@nestjs/common';
import { partnershipShape } from '#domain';
import { foldKnown, notFound } from '#kernel';
import { OpenLedger } from '#platform';
import { type NamedToken, NamedTokens, type TokenMade } from './named-tokens.js';
import type { Membership } from './principal.js';
import { MakeTokenDto } from './tokens.dto.js';

/** Who may sign in beside the owner. Nothing of it is in the ledger: a token says who asks, not what happened. */
@Controller('tokens')
export class TokensController {
  private readonly log = new Logger('tokens');

  constructor(
    private readonly tokens: NamedTokens,
    private readonly ledger: OpenLedger,
  ) {}

  /** Makes a token. Its secret is in this answer alone; repeated, the request is refused, for a name is used once. */
  @Post()
  async makeToken(@Body() { name, role, personId, member, expiresOn }: MakeTokenDto): Promise<TokenMade> {
    if (member !== undefined) await this.requireParty(member);
    const made = await this.tokens.add({
      name,
      role,
      ...(personId === undefined ? {} : { personId }),
      ...(member === undefined ? {} : { member: { partnershipId: member.partnershipId, partyId: member.partyId } }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
    });
    this.log.log(`token ${made.name} made, ${made.role}`);
    return made;
  }

  /** From now on this token signs nobody in. */
  @Post(':name/revocation')
  @HttpCode(200)
  async revokeToken(@Param('name') name: string): Promise<NamedToken> {
    const revoked = await this.tokens.revoke(name);
    this.log.log(`token ${revoked.name} revoked`);
    return revoked;
  }

  private async requireParty({ partnershipId, partyId }: Membership): Promise<void> {
    const { state } = foldKnown(partnershipShape, await this.ledger.eventsOf(partnershipShape, partnershipId));
    if (!state.parties.has(partyId)) throw notFound('member', `party ${partyId} of partnership ${partnershipId}`);
  }
}
