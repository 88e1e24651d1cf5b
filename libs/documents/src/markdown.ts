import { never } from '#kernel';
import { type Document, type Table } from './document.js';

/** Text that Markdown shows as it is: nothing in it becomes a link, a tag or a column. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

function tableLines({ columns, rows, caption }: Table): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    ...(caption === undefined ? [] : [plain(caption), '']),
    line(columns.map(({ title }) => plain(title))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(plain))),
  ];
}

/** The document as GitHub-flavoured Markdown. */
export function toMarkdown(document: Document): string {
  const blocks = document.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${plain(block.text)}`;
      case 'paragraph':
        return plain(block.text);
      case 'list':
        return block.items.map((item) => `- ${plain(item)}`).join('\n');
      case 'table':
        return tableLines(block).join('\n');
      default:
        return never(block);
    }
  });
  return `${blocks.join('\n\n')}\n`;
}
