import type { Schema } from '../../libs/http/src/telling.js';
import { PROBLEMS } from './problems.js';

/** What the description says of all routes alike. */

export const INFO: Schema = {
  title: 'Throughline',
  version: '1',
  summary: 'An event-sourced accountability and evidence ledger for education partnerships.',
  description: [
    'Who promised what to whom, by when, and what came of it: recorded fact by fact, never edited, read as of any moment.',
    'Every request but a probe bears a token. What is recorded bears an `Idempotency-Key`, a UUID of your own making, new for each',
    'act: repeated with the same key, it is recorded once. A read of what was recorded says what was known by `asOf` and true on',
    '`on`. Tokens, which take no key, the event feed, search, the directory of people, files and what is told of the server itself',
    'lie outside of that, and take no moment. A problem is',
    '`application/problem+json` with a stable `code`. An address that is there and asked in another way answers 405 with',
    '`Allow`; one that is not there answers 404 `NO_SUCH_ROUTE`; a request that is too slow 408, one with too large headers 431.',
    'Every answer bears `X-Request-Id`, by which the log of the server names the request: the one it came with, where that is a',
    'UUID, else a new one.',
  ].join(' '),
};

/** What each part of the interface is about. */
export const SLICES: Readonly<Record<string, string>> = {
  commitment: 'Promises: who owes what to whom, by when; progress, dates, claims and verdicts.',
  evidence: 'What supports or contradicts a promise: files, links and texts, revised, appraised, erased.',
  feed: 'The log itself, for who builds something of it elsewhere.',
  people: 'The directory of persons, outside the log: what ids are called, until it is erased.',
  imports: 'A dated history, from tables.',
  search: 'Find by words.',
  facts: 'What may be said of any recorded fact: corrected, confirmed, contested.',
  identity: 'Who may sign in.',
  indicator: 'Figures that a partnership watches, with their readings.',
  meeting: 'Meetings, visits, summits and institutes.',
  organization: 'Districts, schools, unions, colleges, funders: they stand for themselves, outside any partnership.',
  partnership: 'Partnerships with their parties, roles, bodies, goals and calendar.',
  scorecard: 'Follow-through of a fiscal quarter, every figure with the ids it counted.',
  service: 'For who runs and watches the server.',
  timeline: 'What happened, fact by fact.',
};

export const FIXED = {
  securitySchemes: {
    token: { type: 'http', scheme: 'bearer', description: 'The owner’s token, or a named token with a role.' },
  },
} as const;

const UUID = { type: 'string', format: 'uuid' };

export const PARAMETERS: Readonly<Record<string, Schema>> = {
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once.',
    schema: UUID,
  },
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The revision you decided on, in quotes. Refused with 412 where somebody recorded something since.',
    schema: { type: 'string', pattern: '^"\\d{1,19}"$' },
  },
  'On-Behalf-Of': {
    name: 'On-Behalf-Of',
    in: 'header',
    required: false,
    description: 'Whose act it is, where another hand records it: `<partyId>/<roleId>`.',
    schema: { type: 'string', pattern: '^[0-9a-fA-F-]{36}/[0-9a-fA-F-]{36}$' },
  },
  traceparent: {
    name: 'traceparent',
    in: 'header',
    required: false,
    description: 'W3C trace context: the trace goes on through what is recorded to all that comes of it.',
    schema: { type: 'string' },
  },
};

export const HEADERS: Readonly<Record<string, Schema>> = {
  ETag: {
    description: 'The revision of the thing after this act, in quotes: for the next `If-Match`.',
    schema: { type: 'string', pattern: '^"\\d+"$' },
  },
  'Ledger-Position': {
    description:
      'Where in the ledger it stands, for `atLeast` of a read: text order is log order. In EventStoreDB it has 40 digits.',
    schema: { type: 'string', pattern: '^(\\d{20}|\\d{40})$' },
  },
  'Content-Disposition': {
    description: 'Always an attachment: what somebody uploaded is not shown under this address.',
    schema: { type: 'string', pattern: '^attachment; ' },
  },
  Location: { description: 'Where it stands.', schema: { type: 'string', pattern: '^/api/v1/' } },
  'Retry-After': { description: 'After how many seconds to ask again.', schema: { type: 'string', pattern: '^\\d+$' } },
  'WWW-Authenticate': { description: 'How to sign in.', schema: { const: 'Bearer' } },
  RateLimit: { description: 'How much this token may still ask, and until when.', schema: { type: 'string' } },
  'RateLimit-Policy': { description: 'How much a token may ask in a minute.', schema: { type: 'string' } },
};

/** RFC 9457, with every code that may come. */
export function problemSchema(): Schema {
  const text = { type: 'string' };
  const item = {
    type: 'object',
    properties: {
      field: { ...text, description: 'The field, header or parameter, as `shares[0].party`.' },
      rule: { ...text, description: 'The rule it breaks, as `R15`; of a row of an import, its own rule.' },
      message: { ...text, description: 'What is wanted, in words.' },
    },
    required: ['field', 'rule', 'message'],
    additionalProperties: false,
  };
  const readModel = {
    type: 'object',
    properties: {
      name: { ...text, description: 'As `throughline projections list` calls it.' },
      reached: { type: ['string', 'null'], description: 'Where it stands; null where it is not built.' },
    },
    required: ['name', 'reached'],
    additionalProperties: false,
  };
  const behind = {
    type: 'object',
    description: 'Of `READ_MODEL_BEHIND` to a read with `atLeast`: what has not come so far.',
    properties: {
      asked: { ...text, description: 'The position that was asked for.' },
      readModels: { type: 'array', items: readModel, description: 'Each that has not reached it.' },
    },
    required: ['asked', 'readModels'],
    additionalProperties: false,
  };
  return {
    type: 'object',
    description: 'Why a request was not answered as asked.',
    properties: {
      title: { ...text, description: 'The kind of problem, in words.' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      code: { enum: PROBLEMS.filter(({ status }) => status !== undefined).map(({ code }) => code), description: 'Stable.' },
      detail: { ...text, description: 'What happened, in words.' },
      errors: { type: 'array', items: item, description: 'Every wrong field at once.' },
      behind,
    },
    required: ['title', 'status', 'code', 'detail', 'errors'],
    additionalProperties: false,
  };
}

/** What every route may answer instead, by status. */
export const FAILURES: Readonly<Record<number, string>> = {
  400: 'WrongInput',
  401: 'NotSignedIn',
  403: 'NotAllowed',
  404: 'NotThere',
  409: 'SomebodyWasFaster',
  410: 'Erased',
  412: 'Stale',
  413: 'TooLarge',
  415: 'TypeRefused',
  422: 'RuleForbids',
  429: 'TooOften',
  500: 'Broken',
  503: 'NotAvailable',
};
