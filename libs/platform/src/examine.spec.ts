import { expect, it } from '@jest/globals';
import type { Finding } from '#event-store';
import { verdictOn } from './examine.js';

const found = (severity: Finding['severity'], unread?: true): Finding => ({
  severity,
  where: 'here',
  what: 'something',
  todo: 'nothing',
  ...(unread === undefined ? {} : { unread }),
});

it.each([
  ['nothing', [], { whole: true, well: true }],
  ['notes alone', [found('note')], { whole: true, well: true }],
  ['trouble around what was read', [found('note'), found('trouble')], { whole: true, well: false }],
  ['what kept it from reading', [found('trouble', true)], { whole: null, well: false }],
  ['a note on what kept it from reading', [found('note', true)], { whole: null, well: false }],
  ['damage in the part that was read', [found('trouble', true), found('damage')], { whole: false, well: false }],
])('a ledger is called whole only where all of it was read: where doctor found %s', (_, findings, verdict) => {
  expect(verdictOn(findings)).toEqual(verdict);
});
