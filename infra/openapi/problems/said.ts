/**
 * What can go wrong, by its stable `code`. `status` is what HTTP answers with; without one it is met on the command line or
 * while starting alone.
 */
export type ProblemSaid = Readonly<{ code: string; status?: number; means: string; because: string; todo: string }>;

export const ASK_AGAIN = 'Ask again; `Retry-After` says when.';
export const OPERATOR_MENDS = 'It is the operator’s to mend: run `throughline doctor`, then restore from a backup.';
export const REPEAT_AS_IT_WAS = 'Repeat the request as it was, with the same `Idempotency-Key`.';

/** A problem; without a status where HTTP never answers with it. */
export function said(status: number | undefined, code: string, means: string, because: string, todo: string): ProblemSaid {
  return { code, ...(status === undefined ? {} : { status }), means, because, todo };
}
