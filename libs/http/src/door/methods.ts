import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { LedgerError } from '#kernel';
import { API, methodsAt } from '../identity/routes.js';
import { type Serves, serviceFor } from '../serves.js';

/**
 * Says what may be asked at an address that is there and asked in another way, or of another service; hands on
 * METHOD_NOT_ALLOWED with `Allow`, which is empty where this process answers nothing there.
 */
export function onlyKnownMethods(serves: Serves): RequestHandler {
  return ({ method, path }: Request, response: Response, next: NextFunction): void => {
    const { known, served } = methodsAt(path.slice(API.length + 2), serves);
    if (known.length === 0 || served.includes(method)) return next();
    response.setHeader('Allow', served.join(', '));
    const elsewhere = known.includes(method) ? serviceFor(method) : undefined;
    const message =
      elsewhere === undefined
        ? `${method} is not known here; known are ${known.join(', ')}`
        : `${method} is not answered by this service: ${elsewhere}`;
    next(new LedgerError('invalid', 'METHOD_NOT_ALLOWED', message, [{ field: 'method', rule: 'R15', message }]));
  };
}
