import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { LedgerError } from '#kernel';

const TAKES_FILE = 'throughline:takes-file';

/** Lets a route take multipart beside JSON. */
export const TakesFile = () => SetMetadata(TAKES_FILE, true);

/** Refuses a body that nobody would read: without this a word of it could be lost and the rest recorded. */
@Injectable()
export class BodyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws LedgerError CONTENT_TYPE_REFUSED (R15) */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.body === undefined && bears(request) && !this.isFile(context, request)) throw contentTypeRefused(request);
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

function contentTypeRefused(request: Request): LedgerError {
  const message = `wanted application/json, got ${(request.get('Content-Type') ?? 'none').slice(0, 100)}`;
  return new LedgerError('invalid', 'CONTENT_TYPE_REFUSED', `Content-Type: ${message}`, [
    { field: 'Content-Type', rule: 'R15', message },
  ]);
}
