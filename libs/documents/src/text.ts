import { never } from '#kernel';
import { type Document, type Table } from './document.js';

/** How a heading is set off; the terminal may bring its own. */
export type Emphasis = (text: string) => string;

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}

// Narrower than this only numbers and single words can still be read.
const NARROW = 14;

/** Widths that fit: every column gets what it needs; where the row is too wide the column that says most gives way last. */
function widths({ columns, rows }: Table, width: number): number[] {
  const sizes = columns.map(({ title }, index) => Math.max(title.length, ...rows.map((row) => (row[index] ?? '').length)));
  const main = sizes.indexOf(Math.max(...sizes));
  const room = width - 2 * (columns.length - 1);
  while (sizes.reduce((sum, each) => sum + each, 0) > room) {
    const others = sizes.map((size, index) => (index === main ? 0 : size));
    const widest = Math.max(...others) > NARROW ? others.indexOf(Math.max(...others)) : main;
    const size = sizes[widest] ?? 0;
    if (size <= NARROW) break;
    sizes[widest] = size - 1;
  }
  return sizes;
}

function tableLines(table: Table, width: number): string[] {
  const sizes = widths(table, width);
  const row = (cells: readonly string[]): string[] => {
    const wrapped = cells.map((cell, index) => wrap(cell, sizes[index] ?? 12));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((lines, index) => {
          const text = lines[line] ?? '';
          const size = sizes[index] ?? 12;
          return table.columns[index]?.align === 'right' ? text.padStart(size) : text.padEnd(size);
        })
        .join('  ')
        .trimEnd(),
    );
  };
  return [
    ...(table.caption === undefined ? [] : wrap(table.caption, width)),
    ...row(table.columns.map(({ title }) => title)),
    sizes.map((size) => '-'.repeat(size)).join('  '),
    ...table.rows.flatMap(row),
  ];
}

/**
 * The document as plain text for a terminal.
 * @param width columns of the terminal
 */
export function toText(document: Document, width = 100, emphasis: Emphasis = (text) => text): string {
  const blocks = document.map((block) => {
    switch (block.kind) {
      case 'heading':
        return emphasis(
          block.level === 1 ? `${block.text}\n${'='.repeat(Math.min(block.text.length, width))}` : block.text.toUpperCase(),
        );
      case 'paragraph':
        return wrap(block.text, width).join('\n');
      case 'list':
        return block.items
          .map((item) =>
            wrap(item, width - 2)
              .map((line, index) => `${index === 0 ? '- ' : '  '}${line}`)
              .join('\n'),
          )
          .join('\n');
      case 'table':
        return tableLines(block, width).join('\n');
      default:
        return never(block);
    }
  });
  return `${blocks.join('\n\n')}\n`;
}
