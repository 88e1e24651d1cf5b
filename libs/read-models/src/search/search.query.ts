import type { Sql } from '#event-store';
import { type Id, invalid } from '#kernel';
import { type Answer, readModels } from '#projections';
import { keyIn, limitOf, type Page, type PageRequest, pageOf, searchable, wordsIn } from '../page.js';
import { LONGEST_WORD, search } from './search.js';
import type { FoundKind } from './words.js';

export type SearchRequest = PageRequest & Readonly<{ q: string; kind?: FoundKind; partnership?: Id }>;

export type Found = Readonly<{
  kind: FoundKind;
  id: Id;
  /** The stream in which it stands: of a milestone that of its commitment, of a goal that of its partnership. */
  stream: string;
  /** Null for organizations, which belong to none. */
  partnershipId: Id | null;
  title: string;
  /** The free text about it in which the words were found; null where they are its own. */
  textId: Id | null;
  /** The words in their surroundings. */
  snippet: string;
  /** The words that match, as they stand there. */
  matched: readonly string[];
}>;

type Row = Readonly<{
  kind: FoundKind;
  rank: string;
  id: Id;
  stream: string;
  partnership_id: Id | null;
  title: string;
  sort_title: string;
  text_id: string;
  said: string;
}>;

const LIST = 'search';
const MARKS = '[\u0300-\u036f]';
// Most texts are plain ASCII, which has no marks to take off.
const FOLDED = `case when octet_length(x.content) = length(x.content) then lower(x.content)
  else regexp_replace(normalize(lower(x.content), NFKD), $3, '', 'g') end`;

/**
 * What bears all the words of `q`, each as the beginning of a word, whatever their case and accents; by kind, then title.
 * @throws LedgerError `invalid` (R15) for a limit or cursor that is none, and where `q` has no word
 */
export async function searchLedger(sql: Sql, request: SearchRequest): Promise<Answer<Page<Found>>> {
  const limit = limitOf(request);
  const words = [...new Set(wordsIn(request.q).map((word) => word.slice(0, LONGEST_WORD)))];
  if (words.length === 0) throw invalid([{ field: 'q', rule: 'R15', message: 'wanted at least one word' }]);
  const list = `${LIST} ${words.join(' ')} ${request.kind ?? ''} ${request.partnership ?? ''}`;
  const after = keyIn({ ...request, list }, 4)?.map(String);
  return readModels(sql, [search], async (queries, tables) => {
    const rows = await queries.query(
      `select * from (
         select s.kind, s.rank, s.id, s.stream, s.partnership_id, s.title, s.sort_title, '' as text_id, s.said
         from ${tables['search']} s where s.words @@ $1::tsquery
         union all
         select s.kind, s.rank, s.id, s.stream, s.partnership_id, s.title, s.sort_title, t.text_id::text, x.content
         from ${tables['search-texts']} t
           join texts x on x.id = t.text_id and x.content is not null
           join ${tables['search']} s on s.key = t.key
           cross join lateral (select ${FOLDED} as text offset 0) as plain
         where not exists (
           select from unnest($2::text[]) word where strpos(plain.text, word) = 0 or plain.text !~ ('\\m' || word)
         )
       ) found
       where ($4::text is null or kind = $4) and ($5::text is null or partnership_id = $5)
         and ($6::text is null or (rank, sort_title, id collate "C", text_id collate "C") > ($6, $7, $8, $9))
       order by rank, sort_title, id collate "C", text_id collate "C" limit $10`,
      [
        words.map((word) => `'${word}':*`).join(' & '),
        words,
        MARKS,
        request.kind ?? null,
        request.partnership ?? null,
        ...(after ?? [null, null, null, null]),
        limit + 1,
      ],
    );
    const page = pageOf(rows as Row[], limit, (row) => [row.rank, row.sort_title, row.id, row.text_id], list);
    return { ...page, items: page.items.map((row) => foundIn(row, words)) };
  });
}

function foundIn({ kind, id, stream, partnership_id, title, text_id, said }: Row, words: readonly string[]): Found {
  return {
    kind,
    id,
    stream,
    partnershipId: partnership_id,
    title,
    textId: text_id === '' ? null : text_id,
    ...shown(said, words),
  };
}

const AROUND = 80;

/** The first match in its surroundings, and every match as it stands in them. */
function shown(said: string, words: readonly string[]): Pick<Found, 'snippet' | 'matched'> {
  const matches = [...said.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter(([word]) => {
    const folded = searchable(word);
    return words.some((wanted) => folded.startsWith(wanted));
  });
  const first = matches[0]?.index ?? 0;
  const [from, to] = [Math.max(0, first - AROUND), first + AROUND];
  const near = matches.filter(({ index }) => index < to).map(([word]) => word);
  const snippet = `${from > 0 ? '…' : ''}${whole(said.slice(from, to))}${to < said.length ? '…' : ''}`;
  return { snippet, matched: [...new Set(near)] };
}

/** Without halves of characters at its ends. */
function whole(cut: string): string {
  return cut.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}
