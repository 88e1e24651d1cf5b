import { readFileSync } from 'node:fs';
import type { NextFunction, Request, Response } from 'express';
import { descriptionPage, STYLE } from './page.js';
import type { Described } from './reading.js';

type Page = Readonly<{ type: string; body: string }>;

/** A page that is read by itself: its own style, no script, nothing from elsewhere, in nobody's frame. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGES: Readonly<Record<string, () => Page>> = {
  '/api/openapi.json': () => ({ type: 'application/json', body: written() }),
  '/api/docs': () => ({ type: 'text/html', body: descriptionPage(JSON.parse(written()) as Described) }),
  '/api/docs/style.css': () => ({ type: 'text/css', body: STYLE }),
};
const made = new Map<string, Page>();

/**
 * Answers with the description of the interface: `/api/openapi.json` for machines, `/api/docs` for people. It says nothing of
 * what is recorded, so it needs no token: who is about to write a client has none yet.
 */
export function describedAt({ method, path }: Request, response: Response, next: NextFunction): void {
  const page =
    Object.hasOwn(PAGES, path) && (method === 'GET' || method === 'HEAD') ? (made.get(path) ?? PAGES[path]?.()) : undefined;
  if (page === undefined) {
    next();
    return;
  }
  made.set(path, page);
  response.setHeader('Content-Security-Policy', POLICY);
  response.type(page.type).send(page.body);
}

/** The description that `npm run docs` wrote, of the routes and types that answer. */
function written(): string {
  return readFileSync(new URL('./openapi.json', import.meta.url), 'utf8');
}
