import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * The headers of every answer. No origin but its own may read it: nothing here ever says `Access-Control-Allow-Origin`.
 */
export function headers(): readonly RequestHandler[] {
  return [
    helmet({
      // An answer is data. Where a browser shows one all the same (a file, a problem), it runs nothing, loads nothing, sends
      // nothing and stands in nobody's frame; `sandbox` takes even the address from what somebody uploaded.
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
          sandbox: [],
        },
      },
      // For browsers that do not know frame-ancestors.
      frameguard: { action: 'deny' },
      // An address bears ids, which are nobody else's to know.
      referrerPolicy: { policy: 'no-referrer' },
      // Not as a script, image or style of another site, not even of a neighbour below the same domain.
      crossOriginResourcePolicy: { policy: 'same-origin' },
      // Counts behind TLS alone; then for a year.
      strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
      // Beside these helmet's own: X-Content-Type-Options nosniff (a text is no script), Cross-Origin-Opener-Policy and
      // Origin-Agent-Cluster (a window of its own), X-DNS-Prefetch-Control, X-Download-Options and
      // X-Permitted-Cross-Domain-Policies for old browsers, X-XSS-Protection: 0, and no X-Powered-By.
    }),
    onlyForWhoAsked,
  ];
}

/** Answers hold what parties say among themselves: no cache keeps them. */
function onlyForWhoAsked(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
