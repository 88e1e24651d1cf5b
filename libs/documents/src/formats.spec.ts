import { describe, expect, it } from '@jest/globals';
import { type Document, heading, paragraph, table } from './document.js';
import { toMarkdown } from './markdown.js';
import { toText } from './text.js';

const document: Document = [
  heading('Review FY2025-Q3', 1),
  paragraph('A | B, <script>, *stars*'),
  heading('What fell due'),
  table(
    ['no.', 'promise', '>days'],
    [
      ['P1', 'Train every data team by March and report how it went to the board', '12'],
      ['P2', 'Host', '3'],
    ],
    'Nothing.',
    'Two promises.',
  ),
  table(['no.'], [], 'Nothing was carried in.'),
  { kind: 'list', items: ['one', 'two'] },
];

describe('a document', () => {
  it('as Markdown shows text as it is and keeps columns apart', () => {
    expect(toMarkdown(document)).toBe(`# Review FY2025-Q3

A \\| B, \\<script\\>, \\*stars\\*

## What fell due

Two promises.

| no. | promise | days |
| --- | --- | ---: |
| P1 | Train every data team by March and report how it went to the board | 12 |
| P2 | Host | 3 |

Nothing was carried in.

- one
- two
`);
  });

  it('as text fits the terminal and puts numbers to the right', () => {
    expect(toText(document, 40)).toBe(`Review FY2025-Q3
================

A | B, <script>, *stars*

WHAT FELL DUE

Two promises.
no.  promise                        days
---  -----------------------------  ----
P1   Train every data team by         12
     March and report how it went
     to the board
P2   Host                              3

Nothing was carried in.

- one
- two
`);
  });
});
