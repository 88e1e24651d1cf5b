import { hasExpired, type NamedToken, NamedTokens, type Role, TOKENS_FOLDER } from '#http';
import { type CivilDate, invalid, LedgerError } from '#kernel';
import { type CommonOptions, ledgerThere } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

export type AddOptions = CommonOptions & Readonly<{ role: Role; party?: string; person?: string; expires?: CivilDate }>;

const OPTION_OF: Readonly<Record<string, string>> = {
  name: '<name>',
  role: '--role',
  member: '--party',
  personId: '--person',
  expiresOn: '--expires',
};

/** Prints every named token of the data folder, without its secret. Works beside a running server. */
export async function listTokens(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  const listed = await new NamedTokens(await ledgerThere(options)).list();
  terminal.result(listed, () => {
    const broken = listed.unreadable.map((name) => `${name}: its file holds no token; remove ${TOKENS_FOLDER}/${name}.json`);
    const lines = [...listed.tokens.map(inWords), ...broken];
    return lines.length === 0 ? "No tokens but the owner's." : lines.join('\n');
  });
  return EXIT.done;
}

/**
 * Makes a token and prints it, this once. A running server knows it from the next request on.
 * @throws LedgerError `invalid` naming each wrong option; TOKEN_NAME_TAKEN
 */
export async function addToken(terminal: Terminal, options: AddOptions, name: string): Promise<ExitCode> {
  const { role, party, person, expires } = options;
  const tokens = new NamedTokens(await ledgerThere(options));
  const wanted = {
    name,
    role,
    ...(party === undefined ? {} : { member: membershipIn(party) }),
    ...(person === undefined ? {} : { personId: person.toLowerCase() }),
    ...(expires === undefined ? {} : { expiresOn: expires }),
  };
  const made = await tokens.add(wanted).catch((error: unknown) => {
    throw asTyped(error);
  });
  terminal.result(made, () => [inWords(made), '', 'Its token, shown this once:', '', `  ${made.token}`].join('\n'));
  return EXIT.done;
}

/**
 * Ends a token: a running server refuses it from the next request on.
 * @throws LedgerError `not-found`
 */
export async function revokeToken(terminal: Terminal, options: CommonOptions, name: string): Promise<ExitCode> {
  const revoked = await new NamedTokens(await ledgerThere(options)).revoke(name);
  terminal.result(revoked, () => inWords(revoked));
  return EXIT.done;
}

/** What is wrong, by the names that it was typed under. */
function asTyped(error: unknown): unknown {
  if (!(error instanceof LedgerError)) return error;
  const { kind, code, message, problems } = error;
  const typed = problems.map(({ field, ...problem }) => ({ ...problem, field: OPTION_OF[field] ?? field }));
  return new LedgerError(kind, code, message, typed);
}

function membershipIn(party: string): { partnershipId: string; partyId: string } {
  const [partnershipId, partyId, ...rest] = party.toLowerCase().split('/');
  if (partnershipId !== undefined && partyId !== undefined && rest.length === 0) return { partnershipId, partyId };
  throw invalid([{ field: '--party', rule: 'R15', message: 'wanted <partnershipId>/<partyId>' }]);
}

function inWords(token: NamedToken): string {
  const { name, role, member, personId, expiresOn, revokedAt } = token;
  const bound = member === undefined ? '' : ` of party ${member.partyId} in partnership ${member.partnershipId}`;
  const until = expiresOn === undefined ? '' : hasExpired(token) ? `, expired after ${expiresOn}` : `, until ${expiresOn}`;
  const ended = revokedAt === undefined ? '' : `, revoked ${revokedAt}`;
  return `${name}: ${role}${bound}, person ${personId}${until}${ended}`;
}
