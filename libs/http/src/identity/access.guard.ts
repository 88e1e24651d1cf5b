import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type Id, isId, LedgerError, notFound, streamName } from '#kernel';
import { OpenLedger } from '#platform';
import type { SignedIn } from '../asked.js';
import type { Membership, Principal } from './principal.js';
import { MAY, type Permission, rolesThatMay } from './roles.js';
import { needOf, templateOf, thingAt } from './routes.js';
import { unauthenticated } from './sign-in.js';

/** Decides of every request, by the route that was matched and the table of roles, whether who signed in may do it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly ledger: OpenLedger) {}

  /**
   * @throws LedgerError UNAUTHENTICATED; ROLE_FORBIDS where the role may not do it; NOT_FOUND, in the words of what is not
   *   there, where who is bound to one partnership asks about another
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedIn>();
    const template = templateOf(routedAs(request));
    const need = needOf(request.method, template);
    if (need === 'nothing') return true;
    const { principal } = request;
    if (principal === undefined) throw unauthenticated();
    if (!MAY[principal.role].includes(need)) throw roleForbids(principal, need);
    if (principal.member !== undefined && need !== 'catalogue')
      await this.requireOwn(principal, principal.member, need, template, request.params);
    return true;
  }

  private async requireOwn(
    principal: Principal,
    { partnershipId }: Membership,
    need: Permission,
    template: string,
    params: Request['params'],
  ): Promise<void> {
    const thing = thingAt(template, params);
    // What belongs to no partnership is no member's: what is said of an organization holds in all of its partnerships.
    if (thing === undefined || thing.family === 'organization') throw roleForbids(principal, need);
    const { family, id } = thing;
    if (!isId(id)) return;
    const owner = family === 'partnership' ? id : await this.partnershipOf(streamName(family, id));
    if (owner !== partnershipId) throw notFound('id', `${family} ${id}`);
  }

  private async partnershipOf(stream: string): Promise<Id | undefined> {
    const [first] = await this.ledger.store.readStream(stream);
    return first?.metadata.partnershipId;
  }
}

/** The template that the router matched: what it is, and not what the address seems to be. */
function routedAs(request: Request): string {
  const route: unknown = request.route;
  if (typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string') return route.path;
  throw new Error('a route was reached without being matched');
}

function roleForbids({ name, role }: Principal, need: Permission): LedgerError {
  const message = `the token ${name} is a ${role}'s; this needs a token of ${rolesThatMay(need).join(' or ')}`;
  return new LedgerError('refused', 'ROLE_FORBIDS', message, [{ field: 'Authorization', rule: 'R1', message }]);
}
