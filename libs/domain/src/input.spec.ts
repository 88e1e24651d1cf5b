import { describe, expect, it } from '@jest/globals';
import { id, list, MAX_ITEMS, words } from './input.js';

describe('what words may be', () => {
  it.each(['a line\nand another\r\n', 'a\ttab', 'naïve 😀', 'عربي'])('R15: %j is one', (text) => {
    expect(words.problems(text, 'title')).toEqual([]);
  });

  it.each([
    '',
    ' \n',
    'a\u0000b',
    'red \u001b[31m',
    'bell\u0007',
    'next line\u0085',
    'half \ud83d',
    7,
    null,
    ['a'],
    { length: 1 },
  ])('R15: %j is not', (text) => {
    expect(words.problems(text, 'title')).toMatchObject([{ field: 'title', rule: 'R15' }]);
  });
});

describe('a list', () => {
  it('R15: is refused as one where it is longer than anybody means', () => {
    const some = list(id);
    expect(some.problems(Array<string>(MAX_ITEMS + 1).fill('x'), 'owedTo')).toHaveLength(1);
    expect(some.problems(Array<string>(MAX_ITEMS).fill('x'), 'owedTo')).toHaveLength(MAX_ITEMS);
  });
});
