/** A cell: text, and where it is a number or a day, that it stands to the right. */
export type Cell = string;

export type Table = Readonly<{
  kind: 'table';
  /** What the table shows: read out before it, and printed under the heading. */
  caption?: string;
  columns: readonly Readonly<{ title: string; align?: 'right' }>[];
  rows: readonly (readonly Cell[])[];
}>;

export type Block =
  | Readonly<{ kind: 'heading'; level: 1 | 2; text: string }>
  | Readonly<{ kind: 'paragraph'; text: string }>
  | Readonly<{ kind: 'list'; items: readonly string[] }>
  | Table;

/** A document before it has a format: what it says, in order. */
export type Document = readonly Block[];

export function heading(text: string, level: 1 | 2 = 2): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** A table, or a sentence in its place where there is nothing to list. */
export function table(columns: readonly string[], rows: readonly (readonly Cell[])[], nothing: string, caption?: string): Block {
  if (rows.length === 0) return paragraph(nothing);
  return {
    kind: 'table',
    ...(caption === undefined ? {} : { caption }),
    columns: columns.map((title) => (title.startsWith('>') ? { title: title.slice(1), align: 'right' } : { title })),
    rows,
  };
}
