import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { LedgerError } from '#kernel';
import { OPEN_ROUTE } from '#platform';
import type { SignedIn } from '../asked.js';
import { OwnerToken } from './owner-token.js';

/** Every request bears `Authorization: Bearer <token>`. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly owner: OwnerToken,
    private readonly reflector: Reflector,
  ) {}

  /** @throws LedgerError UNAUTHENTICATED, the same for no token and for a wrong one */
  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride<boolean>(OPEN_ROUTE, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<SignedIn>();
    const token = /^Bearer +(\S+)$/i.exec(request.get('Authorization') ?? '')?.[1];
    const principal = token === undefined ? undefined : this.owner.principalOf(token);
    if (principal === undefined) {
      const message = 'wanted Bearer and a token that is known here';
      throw new LedgerError('refused', 'UNAUTHENTICATED', `Authorization: ${message}`, [
        { field: 'Authorization', rule: 'R1', message },
      ]);
    }
    request.principal = principal;
    return true;
  }
}
