import { describe, expect, it } from '@jest/globals';
import { DescribedInterface } from './described.js';
import { type Exchange, Witness } from './witness.js';

/** An interface of one route, as small as a description can be. */
const described = new DescribedInterface({
  components: {
    schemas: {
      Problem: {
        type: 'object',
        properties: { status: { type: 'integer' }, code: { type: 'string' } },
        required: ['status', 'code'],
        additionalProperties: false,
      },
    },
  },
  paths: {
    '/things/{id}': {
      post: {
        operationId: 'makeThing',
        parameters: [{ name: 'limit', in: 'query', required: false, schema: { type: 'integer' } }],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { name: { type: 'string' } },
                required: ['name'],
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          200: {
            headers: { ETag: { schema: { type: 'string', pattern: '^"' } } },
            content: {
              'application/json': {
                schema: { type: 'object', properties: { id: { type: 'string' } }, additionalProperties: false },
              },
            },
          },
        },
      },
    },
  },
});

const GOOD: Exchange = {
  method: 'POST',
  url: '/api/v1/things/7?limit=3',
  headers: { 'content-type': 'application/json' },
  body: { name: 'seven' },
  status: 200,
  answered: { 'content-type': 'application/json; charset=utf-8', etag: '"1"' },
  text: '{"id":"7"}',
};

const NOWHERE: Partial<Exchange> = {
  url: '/api/v1/others',
  status: 404,
  answered: { 'content-type': 'application/problem+json' },
  text: '{"status":404,"code":"NO_SUCH_ROUTE"}',
};
const NO_METHOD = { method: 'PUT', url: GOOD.url, status: 405 };

function faultsOf(change: Partial<Exchange>): readonly string[] {
  const witness = new Witness(described);
  witness.judge({ ...GOOD, ...change });
  return witness.faults;
}

describe('the witness of the interface', () => {
  it('finds nothing in what is as described, and notes the route and status that it met', () => {
    const witness = new Witness(described);
    witness.judge(GOOD);
    expect([witness.faults, [...witness.met]]).toEqual([[], ['makeThing 200']]);
  });

  it('finds nothing in a problem where no route is', () => {
    expect(faultsOf(NOWHERE)).toEqual([]);
    expect(faultsOf({ ...NOWHERE, ...NO_METHOD, text: '{"status":405,"code":"METHOD_NOT_ALLOWED"}' })).toEqual([]);
  });

  it.each<[string, Partial<Exchange>, RegExp]>([
    ['an answer of a wrong type', { text: '{"id":7}' }, /must be string/],
    ['a field that is not described', { text: '{"id":"7","more":1}' }, /additional properties/],
    ['a status that is not described', { status: 201 }, /the status is not described/],
    ['a body of a type that is not described', { answered: { 'content-type': 'text/html' } }, /body of type text\/html/],
    ['a header that is not described', { answered: { ...GOOD.answered, 'x-more': '1' } }, /the header x-more is not described/],
    ['a header of a wrong form', { answered: { ...GOOD.answered, etag: '1' } }, /the header etag/],
    ['a route that is not described', { url: '/api/v1/others' }, /the route is not described/],
    ['a problem that is none, where no route is', { ...NOWHERE, text: '{"status":404}' }, /required property 'code'/],
    [
      'a problem of another type, where no route is',
      { ...NOWHERE, answered: GOOD.answered },
      /of type application\/json, and no/,
    ],
    ['a problem with the status of another', { ...NOWHERE, text: '{"status":400,"code":"X"}' }, /its body says status 400/],
    ['a problem that is none, of a method that is not there', { ...NOWHERE, ...NO_METHOD, text: '{}' }, /required property/],
    ['a request that was taken with a wrong body', { body: { name: 7 } }, /it took the body/],
    ['a request that was taken with a query that is not described', { url: '/api/v1/things/7?more=1' }, /it took more/],
    ['a request that was taken with a query of a wrong type', { url: '/api/v1/things/7?limit=x' }, /it took limit=x/],
    ['a request that was taken as another type', { headers: { 'content-type': 'text/plain' } }, /a body of type text\/plain/],
  ])('notices %s', (_, change, fault) => {
    expect(faultsOf(change).join()).toMatch(fault);
  });
});
