import { createParamDecorator, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { Request } from 'express';
import { type Id, invalid, isId, notFound, type Problem } from '#kernel';
import type { Principal } from './identity/principal.js';
import type { Schema } from './telling.js';

/** What the headers of a write say. */
export type Asked = Readonly<{
  principal: Principal;
  commandId: Id;
  ifRevision?: bigint;
  /** Whose act is recorded: a party, in one of its roles. */
  onBehalfOf?: Readonly<{ partyId: Id; roleId: Id }>;
  traceparent?: string;
}>;

/** A request that the guard has let in. */
export type SignedIn = Request & { principal?: Principal };

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The headers of a write, checked. */
export const Ask = createParamDecorator((_: unknown, context: ExecutionContext) =>
  askedIn(context.switchToHttp().getRequest<SignedIn>()),
);

/** The one partnership that who asks may see; undefined for who may see them all. For lists over all of them. */
export const OwnPartnership = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<SignedIn>().principal?.member?.partnershipId,
);

/**
 * Reads `Idempotency-Key` (required), `If-Match`, `On-Behalf-Of` and `traceparent`.
 * @throws LedgerError `invalid` naming each header that is wrong (R14, R15)
 */
export function askedIn(request: SignedIn): Asked {
  const problems: Problem[] = [];
  const wrong = (field: string, rule: string, message: string) => problems.push({ field, rule, message });

  const commandId = request.get('Idempotency-Key')?.toLowerCase();
  if (!isId(commandId)) wrong('Idempotency-Key', 'R14', 'wanted a UUID of your own making, a new one for each act');

  const ifMatch = request.get('If-Match');
  const ifRevision = revisionIn(ifMatch);
  if (ifMatch !== undefined && ifRevision === undefined) wrong('If-Match', 'R15', 'wanted a revision in quotes, as "7"');

  const behalf = request.get('On-Behalf-Of');
  const onBehalfOf = partyAndRole(behalf);
  if (behalf !== undefined && onBehalfOf === undefined) wrong('On-Behalf-Of', 'R15', 'wanted <partyId>/<roleId>');

  if (problems.length > 0 || commandId === undefined) throw invalid(problems);
  if (request.principal === undefined) throw new Error('a write was reached without signing in');
  const traceparent = TRACEPARENT.exec(request.get('traceparent') ?? '')?.[0];
  return {
    principal: request.principal,
    commandId,
    ...(ifRevision === undefined ? {} : { ifRevision }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

function revisionIn(ifMatch: string | undefined): bigint | undefined {
  const digits = /^"(\d{1,19})"$/.exec(ifMatch ?? '')?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}

function partyAndRole(said: string | undefined): Asked['onBehalfOf'] {
  const [partyId, roleId, ...rest] = (said ?? '').toLowerCase().split('/');
  return isId(partyId) && isId(roleId) && rest.length === 0 ? { partyId, roleId } : undefined;
}

/** An id in the address; what is no id is not there. */
export class IdInPath implements PipeTransform<string, Id> {
  /** As the description of the interface says it. */
  static readonly schema: Schema = { type: 'string', format: 'uuid' };

  transform(value: string): Id {
    const id: string = value.toLowerCase();
    if (isId(id)) return id;
    // Not in the words of the address: somebody may have put a token into it by mistake.
    throw notFound('id', 'what the address names by no id');
  }
}
