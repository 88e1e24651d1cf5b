import type { NextFunction, Request, Response } from 'express';
import { LedgerError } from '#kernel';
import { API, methodsAt } from '../identity/routes.js';

/** Says what may be asked at an address that is there and asked in another way; hands on METHOD_NOT_ALLOWED with `Allow`. */
export function onlyKnownMethods({ method, path }: Request, response: Response, next: NextFunction): void {
  const allowed = methodsAt(path.slice(API.length + 2));
  if (allowed.length === 0 || allowed.includes(method)) return next();
  response.setHeader('Allow', allowed.join(', '));
  const message = `${method} is not known here; known are ${allowed.join(', ')}`;
  next(new LedgerError('invalid', 'METHOD_NOT_ALLOWED', message, [{ field: 'method', rule: 'R15', message }]));
}
