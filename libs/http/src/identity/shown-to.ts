import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { SignedIn } from '../asked.js';
import { MAY } from './roles.js';

/**
 * Leaves out of every answer what its asker may not read where it stands by itself: what persons are called, and the words
 * of evidence that was given as text, are for those who replay. In one place, so that no route can forget it.
 */
@Injectable()
export class ShownToAsker implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const { principal } = context.switchToHttp().getRequest<SignedIn>();
    if (principal === undefined || MAY[principal.role].includes('replay')) return next.handle();
    return next.handle().pipe(map((answer) => withoutNames(answer)));
  }
}

/** The same value with null for names and for the words of evidence, as where they were erased. */
function withoutNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNames);
  if (typeof value !== 'object' || value === null) return value;
  if (isEvidenceText(value)) return { ...value, text: { ...value.text, content: null } };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'personName' ? null : withoutNames(inner)]),
  );
}

/** Of all that answers hold, only the content of evidence says that it is a text. */
function isEvidenceText(value: object): value is Readonly<{ kind: 'text'; text: object }> {
  return 'kind' in value && value.kind === 'text' && 'text' in value && typeof value.text === 'object';
}
