import type { Family, Id } from '#kernel';
import { familyAt } from '../families.js';
import { isServed, type Serves } from '../serves.js';
import type { Permission } from './roles.js';

/** Every address of the interface lies under it. */
export const API = 'api/v1';

type Method = 'GET' | 'POST';
export type Route = `${Method} ${string}`;

/**
 * What each route needs. A route that is not listed is the owner's alone, and a test names it until it is decided.
 */
export const ROUTES: Readonly<Record<Route, Permission>> = {
  'GET health/live': 'nothing',
  'GET health/ready': 'nothing',
  'GET metrics': 'watch',

  'GET tokens': 'tokens',
  'POST tokens': 'tokens',
  'POST tokens/:name/revocation': 'tokens',

  'GET organizations': 'catalogue',
  'GET organizations/:id': 'catalogue',
  'GET organizations/:id/commitments': 'survey',
  'POST organizations': 'administer',
  'POST organizations/:id/names': 'administer',
  'POST organizations/:id/aliases': 'administer',
  'POST organizations/:id/sizes': 'administer',
  'POST organizations/:id/merger': 'administer',
  'POST organizations/:id/closure': 'administer',

  'GET partnerships': 'catalogue',
  'GET people': 'persons',
  'GET people/:id': 'persons',
  'POST people': 'administer',
  'POST people/:id/names': 'administer',
  'POST people/:id/erasure': 'administer',

  'GET events': 'feed',
  'GET search': 'survey',

  'GET partnerships/:id': 'look',
  'GET partnerships/:id/state': 'look',
  'GET partnerships/:id/difference': 'look',
  'GET partnerships/:id/follow-through': 'look',
  'GET partnerships/:id/parties': 'look',
  'GET partnerships/:id/roles': 'look',
  'GET partnerships/:id/bodies': 'look',
  'GET partnerships/:id/goals': 'look',
  'GET partnerships/:id/commitments': 'look',
  'GET partnerships/:id/anomalies': 'look',
  'GET partnerships/:id/evidence': 'look',
  'GET partnerships/:id/indicators': 'look',
  'GET partnerships/:id/meetings': 'look',
  'GET partnerships/:id/scorecard': 'look',
  'GET partnerships/:id/timeline': 'replay',
  'POST partnerships': 'administer',
  'POST partnerships/:id/theory-of-action': 'administer',
  'POST partnerships/:id/review-calendar': 'administer',
  'POST partnerships/:id/parties': 'administer',
  'POST partnerships/:id/parties/:partyId/departure': 'administer',
  'POST partnerships/:id/roles': 'administer',
  'POST partnerships/:id/roles/:roleId/end': 'administer',
  'POST partnerships/:id/bodies': 'administer',
  'POST partnerships/:id/bodies/:bodyId/dissolution': 'administer',
  'POST partnerships/:id/goals': 'administer',
  'POST partnerships/:id/goals/:goalId/retirement': 'administer',
  'POST partnerships/:id/contributions': 'act',
  'POST partnerships/:id/context': 'act',
  'POST partnerships/:id/pause': 'administer',
  'POST partnerships/:id/resumption': 'administer',
  'POST partnerships/:id/end': 'administer',

  'GET partnerships/:id/imports/:importId': 'administer',
  'POST partnerships/:id/imports': 'administer',

  'GET commitments/:id': 'look',
  'GET commitments/:id/history': 'replay',
  'POST partnerships/:id/commitments': 'act',
  'POST commitments/:id/shares': 'act',
  'POST commitments/:id/shares/:party/transfer': 'act',
  'POST commitments/:id/shares/:party/release': 'act',
  'POST commitments/:id/shares/:party/retention': 'act',
  'POST commitments/:id/owner': 'act',
  'POST commitments/:id/withdrawal': 'act',
  'POST commitments/:id/supersession': 'act',
  'POST commitments/:id/breach': 'act',
  'POST commitments/:id/milestones': 'act',
  'POST commitments/:id/milestones/:milestoneId/reached': 'act',
  'POST commitments/:id/milestones/:milestoneId/reopened': 'act',
  'POST commitments/:id/milestones/:milestoneId/rescheduled': 'act',
  'POST commitments/:id/milestones/:milestoneId/dropped': 'act',
  'POST commitments/:id/progress': 'act',
  'POST commitments/:id/follow-ups': 'act',
  'POST commitments/:id/evidence': 'act',
  'POST commitments/:id/evidence/:linkId/removal': 'act',
  'POST commitments/:id/announcements': 'act',
  'POST commitments/:id/due-date': 'act',
  'POST commitments/:id/due-date/:proposalId/agreement': 'act',
  'POST commitments/:id/due-date/:proposalId/declination': 'act',
  'POST commitments/:id/claims': 'act',
  'POST commitments/:id/claims/:claimId/withdrawal': 'act',
  'POST commitments/:id/claims/:claimId/verdict': 'act',

  'GET evidence/:id': 'look',
  'GET evidence/:id/content': 'replay',
  'POST partnerships/:id/evidence': 'act',
  'POST evidence/:id/revisions': 'act',
  'POST evidence/:id/appraisals': 'act',
  'POST evidence/:id/retraction': 'act',
  'POST evidence/:id/erasure': 'act',

  'GET indicators/:id': 'look',
  'POST partnerships/:id/indicators': 'administer',
  'POST indicators/:id/redefinition': 'administer',
  'POST indicators/:id/readings': 'act',
  'POST indicators/:id/target': 'administer',
  'POST indicators/:id/retirement': 'administer',

  'GET meetings/:id': 'look',
  'POST partnerships/:id/meetings': 'act',
  'POST meetings/:id/held': 'act',
  'POST meetings/:id/cancellation': 'act',

  'POST :things/:id/corrections': 'act',
  'POST :things/:id/records/:eventId/confirmation': 'act',
  'POST :things/:id/records/:eventId/contestation': 'act',
};

/** What a request to a route needs; an undecided route is for who may say who signs in. HEAD is GET without a body. */
export function needOf(method: string, template: string): Permission {
  const route = `${method === 'HEAD' ? 'GET' : method} ${template}` as Route;
  return ROUTES[route] ?? 'tokens';
}

/** The template of a route as it is listed, of what the router matched. */
export function templateOf(routed: string): string {
  return routed.startsWith(`/${API}/`) ? routed.slice(API.length + 2) : routed;
}

type Template = Readonly<{ method: Method; segments: readonly string[] }>;

const TEMPLATES = Object.keys(ROUTES).map((route): Template => {
  const [method = '', template = ''] = route.split(' ');
  return { method: method as Method, segments: template.split('/') };
});

/** What may be asked at an address below the interface, as `Allow` says it: of the whole, and of a process that serves so much. */
export type MethodsAt = Readonly<{ known: readonly string[]; served: readonly string[] }>;

/** @param path below the interface; where nothing is there, no method is known */
export function methodsAt(path: string, serves: Serves): MethodsAt {
  const segments = path.replace(/\/$/, '').split('/');
  const found = TEMPLATES.filter((template) => fits(template.segments, segments));
  const here = found.filter(({ method, segments: its }) => isServed(serves, method, its.join('/')));
  return { known: allowed(found), served: allowed(here) };
}

function allowed(templates: readonly Template[]): readonly string[] {
  const methods = [...new Set(templates.map(({ method }) => method))].sort();
  return methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}

function fits(template: readonly string[], path: readonly string[]): boolean {
  return (
    template.length === path.length &&
    template.every((wanted, index) => {
      const said = path[index] ?? '';
      if (wanted === ':things') return familyAt(said.toLowerCase()) !== undefined;
      return wanted.startsWith(':') ? said !== '' : wanted === said.toLowerCase();
    })
  );
}

/** What a route's address names: a thing of a family, which belongs to one partnership; undefined where it names none. */
export function thingAt(
  template: string,
  params: Readonly<Record<string, unknown>>,
): Readonly<{ family: Family; id: Id }> | undefined {
  const [things = '', named] = template.split('/');
  const family = familyAt(things === ':things' ? String(params['things']) : things);
  return family === undefined || named !== ':id' ? undefined : { family, id: String(params['id']).toLowerCase() };
}
