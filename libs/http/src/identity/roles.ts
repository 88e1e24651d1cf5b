/** What a token may be, in the words of the partnerships: see docs/explanation/security.md. */
export const ROLES = ['owner', 'facilitator', 'member', 'evaluator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What a request needs:
 * `nothing` no sign-in at all (probes);
 * `catalogue` what partnerships and organizations there are; who is bound to one partnership is shown that one alone;
 * `look` boards, lists and reviews of one partnership as they stand or stood;
 * `survey` what stands over all partnerships;
 * `replay` what happened, fact by fact, with its evidence, in one partnership;
 * `feed` what happened in all of them;
 * `persons` what people are called, which no event says;
 * `act` record what a party does;
 * `administer` record what the whole decides: who belongs to it, its goals, its calendar, its end, other people's history;
 * `watch` how the process is doing;
 * `tokens` say who may sign in.
 */
export type Permission =
  | 'nothing'
  | 'catalogue'
  | 'look'
  | 'survey'
  | 'replay'
  | 'feed'
  | 'persons'
  | 'act'
  | 'administer'
  | 'watch'
  | 'tokens';

const SEES = ['nothing', 'catalogue', 'look', 'survey', 'watch'] as const;
const REPLAYS = [...SEES, 'replay', 'feed', 'persons'] as const;
const RECORDS = [...REPLAYS, 'act', 'administer'] as const;

/** The one table of what each role may do. A member may it in its own partnership alone, and as its own party. */
export const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  owner: [...RECORDS, 'tokens'],
  facilitator: RECORDS,
  member: ['nothing', 'catalogue', 'look', 'replay', 'act'],
  evaluator: REPLAYS,
  viewer: SEES,
};

/** The roles that may do it, for an answer that says who could. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return ROLES.filter((role) => MAY[role].includes(permission));
}
