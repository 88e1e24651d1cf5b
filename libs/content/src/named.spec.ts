import { describe, expect, it } from '@jest/globals';
import type { AllPage } from '#event-store';
import { sha256 } from '#kernel';
import { namedIn } from './named.js';

const [minutes, survey] = [sha256('minutes'), sha256('survey')];
const file = (hash: string) => ({ content: { kind: 'file', sha256: hash, size: 7, mediaType: 'text/plain' } });

type Told = readonly [type: string, stream: string, id: string, data: unknown];

/** A log of these events, given out one event to a page. */
const namedAfter = (...told: Told[]) =>
  namedIn({
    readAll: (after) => {
      const at = Number(after);
      const events = told.slice(at, at + 1).map(([type, stream, id, data]) => ({ type, stream, id, data }));
      return Promise.resolve({
        events: events as unknown as AllPage['events'],
        scannedTo: String(at + 1).padStart(20, '0'),
        caughtUp: at + 1 >= told.length,
      });
    },
  });

describe('whether a live fact names a content', () => {
  it('a submission names it, and a later revision does not end that', async () => {
    const isNamed = namedAfter(
      ['EvidenceSubmitted', 'evidence-a', '1', file(minutes)],
      ['EvidenceRevised', 'evidence-a', '2', { revision: 2, ...file(survey) }],
    );
    expect([await isNamed(minutes), await isNamed(survey), await isNamed(sha256('other'))]).toEqual([true, true, false]);
  });

  it('the erasure of its revision ends it, that of another does not', async () => {
    const log: Told[] = [
      ['EvidenceSubmitted', 'evidence-a', '1', file(minutes)],
      ['EvidenceRevised', 'evidence-a', '2', { revision: 2, ...file(survey) }],
      ['EvidenceContentErased', 'evidence-a', '3', { revision: 1 }],
    ];
    const isNamed = namedAfter(...log);
    expect([await isNamed(minutes), await isNamed(survey)]).toEqual([false, true]);
  });

  it('another item that names the same content keeps it', async () => {
    const isNamed = namedAfter(
      ['EvidenceSubmitted', 'evidence-a', '1', file(minutes)],
      ['EvidenceSubmitted', 'evidence-b', '2', file(minutes)],
      ['EvidenceContentErased', 'evidence-a', '3', { revision: 1 }],
    );
    expect(await isNamed(minutes)).toBe(true);
  });

  it('what a correction put in the place of a content is named, and so is what it replaced', async () => {
    const log: Told[] = [
      ['EvidenceSubmitted', 'evidence-a', '1', file(minutes)],
      ['FactCorrected', 'evidence-a', '2', { corrects: '1', replacement: { data: file(survey), occurredOn: '2025-02-15' } }],
    ];
    expect([await namedAfter(...log)(minutes), await namedAfter(...log)(survey)]).toEqual([true, true]);
    const erased: Told = ['EvidenceContentErased', 'evidence-a', '3', { revision: 1 }];
    expect(await namedAfter(...log, erased)(survey)).toBe(false);
  });

  it('a fact that was struck names nothing new', async () => {
    const isNamed = namedAfter(['FactCorrected', 'evidence-a', '2', { corrects: '1', replacement: null }]);
    expect(await isNamed(minutes)).toBe(false);
  });
});
