import { isUtf8 } from 'node:buffer';
import { type CanActivate, type ExecutionContext, Injectable, type RawBodyRequest, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { invalid, LedgerError } from '#kernel';

const TAKES_FILE = 'throughline:takes-file';

/** Lets a route take multipart beside JSON. */
export const TakesFile = () => SetMetadata(TAKES_FILE, true);

/** A body nests at most this deep; what checks and canonicalises it would run out of stack on a deeper one. */
const DEEPEST = 32;

/** Refuses a body that nobody would read: without this a word of it could be lost and the rest recorded. */
@Injectable()
export class BodyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws LedgerError CONTENT_TYPE_REFUSED; `invalid` for a body that is not UTF-8 or nests too deep (R15) */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RawBodyRequest<Request>>();
    const body: unknown = request.body;
    if (body === undefined && bears(request) && !this.isFile(context, request)) throw contentTypeRefused(request);
    // Bytes that are no UTF-8 would be recorded as question marks, for good.
    if (request.rawBody !== undefined && !isUtf8(request.rawBody)) throw wrongBody('is not UTF-8');
    if (isDeeperThan(body, DEEPEST)) throw wrongBody(`nests deeper than ${DEEPEST} levels`);
    return true;
  }

  private isFile(context: ExecutionContext, request: Request): boolean {
    const takesFile = this.reflector.get<boolean | undefined>(TAKES_FILE, context.getHandler()) === true;
    return takesFile && request.is('multipart/form-data') !== false;
  }
}

function bears({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function wrongBody(message: string): LedgerError {
  return invalid([{ field: 'body', rule: 'R15', message }]);
}

function contentTypeRefused(request: Request): LedgerError {
  const message = `wanted application/json, got ${(request.get('Content-Type') ?? 'none').slice(0, 100)}`;
  return new LedgerError('invalid', 'CONTENT_TYPE_REFUSED', `Content-Type: ${message}`, [
    { field: 'Content-Type', rule: 'R15', message },
  ]);
}

/** Looks level by level, not by recursion. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level = [value].filter(isHolder);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === levels) return true;
    level = level.flatMap((holder) => Object.values(holder).filter(isHolder));
  }
  return false;
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
