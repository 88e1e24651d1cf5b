/** One thing wrong with what was asked: the field (a JSON path, or file:line:column), the rule it breaks, and what to do. */
export type Problem = Readonly<{ field: string; rule: string; message: string }>;

/**
 * How a refusal is answered:
 * `invalid` the input is wrong in itself; `refused` a rule of the domain forbids it now; `not-found` not there, or not yours;
 * `conflict` somebody else was faster; `stale` the caller decided on an older revision; `reused` the command id came with
 * other content; `unavailable` try again; `corrupt` the ledger is damaged and needs an operator.
 */
export type ErrorKind = 'invalid' | 'refused' | 'not-found' | 'conflict' | 'stale' | 'reused' | 'unavailable' | 'corrupt';

/** Every error a caller may have to act on. `code` is stable; the message is for people. */
export class LedgerError extends Error {
  override readonly name: string = 'LedgerError';

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly problems: readonly Problem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The input breaks a rule by itself. Names every field at once, so that a form can be mended in one go. */
export function invalid(problems: readonly Problem[]): LedgerError {
  return new LedgerError('invalid', 'INVALID_INPUT', problems.map((p) => `${p.field}: ${p.message}`).join('; '), problems);
}

/**
 * A rule of the domain forbids the act as things stand.
 * @param rule the number in `domain.md`, `R2`; becomes the code `RULE_2`
 */
export function refused(rule: `R${number}`, field: string, message: string): LedgerError {
  return new LedgerError('refused', `RULE_${rule.slice(1)}`, message, [{ field, rule, message }]);
}

/** Not there, or not yours: both answer alike. */
export function notFound(field: string, what: string): LedgerError {
  return new LedgerError('not-found', 'NOT_FOUND', `${what} is not there`, [
    { field, rule: 'R15', message: `${what} is not there` },
  ]);
}
