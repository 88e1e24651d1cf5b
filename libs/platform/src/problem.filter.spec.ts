import { describe, expect, it } from '@jest/globals';
import { BadRequestException, HttpException, PayloadTooLargeException } from '@nestjs/common';
import { type ErrorKind, invalid, LedgerError, refused } from '#kernel';
import { ReadModelBehind } from '#projections';
import { problemOf } from './problem.filter.js';

describe('an error as callers see it (RFC 9457)', () => {
  it.each<[ErrorKind, number]>([
    ['invalid', 400],
    ['refused', 422],
    ['not-found', 404],
    ['conflict', 409],
    ['stale', 412],
    ['reused', 422],
    ['unavailable', 503],
    ['corrupt', 500],
  ])('what is %s is answered %i, with its code and a title', (kind, status) => {
    const problem = problemOf(new LedgerError(kind, 'SOME_CODE', 'in words'));
    expect(problem).toMatchObject({
      status,
      code: 'SOME_CODE',
      detail: 'in words',
      title: expect.stringMatching(/^[A-Z][a-z ,]+$/),
    });
  });

  it.each([
    ['UNAUTHENTICATED', 401],
    ['CONTENT_ERASED', 410],
    ['FILE_TOO_LARGE', 413],
    ['MEDIA_TYPE_REFUSED', 415],
    ['CONTENT_TYPE_REFUSED', 415],
  ])('code %s has a status of its own, %i', (code, status) => {
    expect(problemOf(new LedgerError('invalid', code, 'in words')).status).toBe(status);
  });

  it('every wrong field is named with its rule', () => {
    const problems = [
      { field: 'dueOn', rule: 'R2', message: 'too early' },
      { field: 'statement', rule: 'R15', message: 'empty' },
    ];
    expect(problemOf(invalid(problems)).errors).toEqual(problems);
    expect(problemOf(refused('R2', 'dueOn', 'too early'))).toMatchObject({
      code: 'RULE_2',
      errors: [{ field: 'dueOn', rule: 'R2' }],
    });
  });

  it('a command id with other content and a stale revision name the header that said so (R14)', () => {
    const field = (kind: ErrorKind) => problemOf(new LedgerError(kind, 'CODE', 'in words')).errors.map((error) => error.field);
    expect([field('reused'), field('stale'), field('conflict')]).toEqual([['Idempotency-Key'], ['If-Match'], []]);
  });

  it('a read model that lags is named, with where it stands and what was asked for; no other problem bears that', () => {
    const readModels = [
      { name: 'timeline', reached: '00000000000000000012' },
      { name: 'search', reached: null },
    ];
    expect(problemOf(new ReadModelBehind('00000000000000000020', readModels))).toEqual({
      title: 'Not available now',
      status: 503,
      code: 'READ_MODEL_BEHIND',
      detail:
        'the read models have not reached 00000000000000000020 yet: timeline stands at 00000000000000000012, search is not built; ask again',
      errors: [],
      behind: { asked: '00000000000000000020', readModels },
    });
    expect(problemOf(new LedgerError('unavailable', 'READ_MODEL_STOPPED', 'in words'))).not.toHaveProperty('behind');
  });

  it('whose act it is, is asked for in the header that says so (R1)', () => {
    const problem = problemOf(refused('R1', 'actor.partyId', 'say whose act it is'));
    expect(problem.errors).toEqual([{ field: 'On-Behalf-Of', rule: 'R1', message: 'say whose act it is' }]);
  });

  it.each([
    ['an error of the language', new TypeError('cannot read "secret" of undefined')],
    ['a thrown text', 'secret'],
    ['a driver that names its statement', Object.assign(new Error('secret'), { query: 'insert', params: ['secret'] })],
    ['a status that nobody answers with', new HttpException('secret', 418)],
  ])('%s says nothing of what is inside', (_what, error) => {
    const problem = problemOf(error);
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it('a body that is too large is told from a file that is', () => {
    const cause = Object.assign(new Error('File too large'), { field: 'file' });
    const file = problemOf(new PayloadTooLargeException('File too large', { cause }));
    const body = problemOf(new PayloadTooLargeException('request entity too large'));
    expect([file.code, file.errors[0]?.field]).toEqual(['FILE_TOO_LARGE', 'file']);
    expect([body.code, body.errors[0]?.field]).toEqual(['BODY_TOO_LARGE', 'body']);
  });

  it.each([
    [new BadRequestException('Unexpected end of JSON input'), 'MALFORMED_BODY', 'body'],
    [new BadRequestException("Failed to decode param '%zz'"), 'MALFORMED_ADDRESS', 'address'],
    [new HttpException('unsupported charset "LATIN1"', 415), 'ENCODING_REFUSED', 'Content-Type'],
    [new HttpException('unsupported content encoding "compress"', 415), 'ENCODING_REFUSED', 'Content-Encoding'],
  ])('%s is %s at %s', (error, code, field) => {
    expect(problemOf(error)).toMatchObject({ code, errors: [{ field, rule: 'R15' }] });
  });
});
