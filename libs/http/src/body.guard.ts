import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { invalid, LedgerError, type Problem } from '#kernel';

const TAKES_FILE = 'throughline:takes-file';

/** Names that the checks of fields would take away without a word, for what they do to objects. */
const MEANT_FOR_OBJECTS = ['__proto__', 'constructor', 'prototype'] as const;

/** Lets a route take multipart beside JSON. */
export const TakesFile = () => SetMetadata(TAKES_FILE, true);

/** Refuses a body that nobody would read: without this a word of it could be lost and the rest recorded. */
@Injectable()
export class BodyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws LedgerError CONTENT_TYPE_REFUSED; `invalid` naming each field that is meant for objects (R15) */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const body: unknown = request.body;
    if (body === undefined && bears(request) && !this.isFile(context, request)) throw contentTypeRefused(request);
    const problems = [...meantForObjects(body)].map((field): Problem => ({ field, rule: 'R15', message: 'is not known here' }));
    if (problems.length > 0) throw invalid(problems);
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

/** The paths of such names, anywhere in a body; it nests no deeper than its bytes were let to. */
function* meantForObjects(value: unknown, path = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const name of MEANT_FOR_OBJECTS) if (Object.hasOwn(value, name)) yield path === '' ? name : `${path}.${name}`;
  for (const [key, inner] of Object.entries(value))
    yield* meantForObjects(inner, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
}

function contentTypeRefused(request: Request): LedgerError {
  const message = `wanted application/json, got ${(request.get('Content-Type') ?? 'none').slice(0, 100)}`;
  return new LedgerError('invalid', 'CONTENT_TYPE_REFUSED', `Content-Type: ${message}`, [
    { field: 'Content-Type', rule: 'R15', message },
  ]);
}
