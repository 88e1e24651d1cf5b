import type { Family } from '#kernel';

const FAMILIES: Readonly<Record<string, Family>> = {
  organizations: 'organization',
  partnerships: 'partnership',
  commitments: 'commitment',
  evidence: 'evidence',
  indicators: 'indicator',
  meetings: 'meeting',
};

/** The words by which addresses speak of families. */
export const THINGS = Object.keys(FAMILIES);

/** The family of streams that an address speaks of by its first word; undefined where it speaks of none. */
export function familyAt(word: string): Family | undefined {
  return Object.hasOwn(FAMILIES, word) ? FAMILIES[word] : undefined;
}
