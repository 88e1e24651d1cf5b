/**
 * What a process answers: `acts` is every POST, `answers` every GET and HEAD, `probes` how it is doing, which every process
 * says.
 */
export const SERVES = ['everything', 'acts', 'answers', 'probes'] as const;
export type Serves = (typeof SERVES)[number];

const PROBES: readonly string[] = ['health/live', 'health/ready', 'metrics'];

/** Where what a process does not answer is answered. */
const SERVICE_OF = { GET: 'queries', POST: 'ledger' } as const;

/** Whether a process answers a route. */
export function isServed(serves: Serves, method: 'GET' | 'POST', template: string): boolean {
  if (serves === 'everything' || PROBES.includes(template)) return true;
  return serves === (method === 'GET' ? 'answers' : 'acts');
}

/** The service that answers such a request, in words for who asked another; undefined where none does. */
export function serviceFor(method: string): string | undefined {
  const known = method === 'HEAD' ? 'GET' : method;
  return known === 'GET' || known === 'POST' ? `the service "${SERVICE_OF[known]}" answers it` : undefined;
}
