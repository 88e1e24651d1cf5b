import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SqlTexts } from '#event-store';
import { isWellFormed, newId } from '#kernel';
import { ProjectionRunner } from '#projections';
import { ephemeralLedger } from '../../../projections/src/testing/ledger.js';
import { idOf, PARTNERSHIP, partnershipOfTwo, promise, tell, told } from '../testing/told.js';
import { search } from './search.js';
import { type Found, type SearchRequest, searchLedger } from './search.query.js';

describe('search', () => {
  let ledger: Awaited<ReturnType<typeof ephemeralLedger>>;
  let texts: SqlTexts;
  let runner: ProjectionRunner;

  beforeEach(async () => {
    ledger = await ephemeralLedger();
    texts = new SqlTexts(ledger.sql);
    runner = new ProjectionRunner(ledger.sql, ledger.store, [search]);
    await runner.start();
  }, 60_000);
  afterEach(() => runner.stop());

  const recorded = async (all: Parameters<typeof tell>[1]) => {
    const events = await tell(ledger.store, all);
    await runner.waitFor(await ledger.store.head(), 30_000);
    return events;
  };
  const found = async (q: string, more: Partial<SearchRequest> = {}): Promise<readonly Found[]> =>
    (await searchLedger(ledger.sql, { q, ...more })).data.items;
  const titles = async (q: string, more: Partial<SearchRequest> = {}) => (await found(q, more)).map(({ title }) => title);
  const keptText = async (content: string) => {
    const draft = await texts.draft(newId(), 'narrative', content);
    await texts.keep([draft]);
    return { text: draft.id, sha256: draft.sha256 };
  };
  const progress = (name: string, narrative: { text: string; sha256: string }) =>
    told('commitment', idOf(name), {
      type: 'ProgressReported',
      data: { of: { kind: 'whole' }, light: 'on-track', narrative },
    });

  it('finds what people look for by the beginnings of words, whatever their case and accents', async () => {
    await recorded([
      ...partnershipOfTwo(),
      promise('mentor every new teacher'),
      told('commitment', idOf('mentor every new teacher'), {
        type: 'MilestonePlanned',
        data: { milestoneId: idOf('milestone'), title: 'Mentors named' },
      }),
      told('meeting', idOf('meeting'), {
        type: 'MeetingScheduled',
        data: {
          partnershipId: PARTNERSHIP,
          kind: 'meeting',
          title: 'Mentors’ summit',
          on: '2025-02-01',
          confidentiality: 'public',
        },
      }),
    ]);
    expect(await titles('ecole')).toEqual(['École Valley Schools']);
    expect(await titles('évs')).toEqual(['École Valley Schools']);
    expect(await titles('MENT')).toEqual(['We will mentor every new teacher', 'Mentors named', 'Mentors’ summit']);
    expect(await titles('teach new')).toEqual(['We will mentor every new teacher']);
    expect(await titles('entor')).toEqual([]);
    expect(await titles('valley', { kind: 'partnership' })).toEqual(['Valley Partnership']);
    expect(await titles('valley', { partnership: PARTNERSHIP })).toEqual(['Valley Partnership']);
    const [milestone] = await found('named');
    expect(milestone).toEqual({
      kind: 'milestone',
      id: idOf('milestone'),
      stream: `commitment-${idOf('mentor every new teacher')}`,
      partnershipId: PARTNERSHIP,
      title: 'Mentors named',
      textId: null,
      snippet: 'Mentors named',
      matched: ['named'],
    });
  });

  it('finds an organization by the name it has and by those it had, and shows the one it has', async () => {
    await recorded([
      ...partnershipOfTwo(),
      told('organization', idOf('union'), { type: 'OrganizationRenamed', data: { name: 'Educators Together' } }),
    ]);
    expect(await titles('teachers united')).toEqual(['Educators Together']);
    expect((await found('united'))[0]?.snippet).toBe('Educators Together · Teachers United');
  });

  it('finds words of a correction and not those it corrects; what is struck is not found (R11)', async () => {
    const [, made] = await recorded([...partnershipOfTwo().slice(0, 4), promise('paint the school'), promise('dig a well')]).then(
      (events) => events.slice(-2).reverse(),
    );
    if (made?.type !== 'CommitmentMade') throw new Error('nothing was promised');
    const reason = await keptText('A slip of the pen');
    const correct = (corrects: string, replacement: object | null) =>
      told('commitment', idOf('paint the school'), {
        type: 'FactCorrected',
        data: { corrects, reason, replacement: replacement as null },
      });
    await recorded([
      correct(made.id, { data: { ...(made.data as object), statement: 'We will clean the school' }, occurredOn: '2024-09-01' }),
    ]);
    expect(await titles('school')).toEqual(expect.arrayContaining(['We will clean the school', 'École Valley Schools']));
    expect(await titles('paint')).toEqual([]);
    expect(await titles('slip pen')).toEqual(['We will clean the school']);
    await recorded([correct(made.id, null)]);
    expect(await titles('clean')).toEqual([]);
    expect(await titles('slip pen')).toEqual([]);
  });

  it('finds free text where it lies, and from the instant it is erased no longer; it never holds a copy', async () => {
    const narrative = await keptText('Die Bäckerei hilft: neun von vierzehn sind benannt.');
    await recorded([...partnershipOfTwo(), promise('mentor'), progress('mentor', narrative)]);
    expect(await found('backerei neun')).toMatchObject([
      { kind: 'commitment', id: idOf('mentor'), title: 'We will mentor', textId: narrative.text, matched: ['Bäckerei', 'neun'] },
    ]);
    expect(await titles('ackerei')).toEqual([]);
    const [tables] = await ledger.sql.query<{ all: string }>(
      `select string_agg(query_to_xml('select * from ' || tablename, false, false, '')::text, '') as all
       from pg_tables where schemaname = current_schema() and tablename like 'rm\\_search%'`,
    );
    expect(tables?.all).toContain(narrative.text);
    expect(tables?.all).not.toContain('Bäckerei');
    await texts.erase(narrative.text);
    expect(await found('backerei neun')).toEqual([]);
  });

  it('shows a long text around its first match, with whole characters', async () => {
    const narrative = await keptText(`${'🎓 and so on '.repeat(40)}the tutors came${' and went 🎓'.repeat(40)}`);
    await recorded([...partnershipOfTwo(), promise('mentor'), progress('mentor', narrative)]);
    const [{ snippet = '', matched } = {}] = await found('tutor');
    expect(matched).toEqual(['tutors']);
    expect(snippet).toMatch(/^….*the tutors came.*…$/u);
    expect(snippet.length).toBeLessThanOrEqual(162);
    expect(isWellFormed(snippet)).toBe(true);
  });

  it('is given page by page, each thing once; refuses no word, and a cursor of another search (R15)', async () => {
    const narrative = await keptText('A mentor came.');
    await recorded([
      ...partnershipOfTwo(),
      ...['mentor a', 'mentor b', 'mentor c', 'mentor d'].map((name) => promise(name)),
      progress('mentor b', narrative),
    ]);
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const { data } = await searchLedger(ledger.sql, { q: 'mentor', limit: 2, ...(next ? { cursor: next } : {}) });
      seen.push(...data.items.map(({ id, textId }) => `${id} ${textId}`));
      if (next === undefined)
        await expect(searchLedger(ledger.sql, { q: 'other', cursor: data.next ?? '' })).rejects.toMatchObject({
          kind: 'invalid',
        });
      next = data.next;
    } while (next !== null);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    for (const q of ['!?', '\0', ' '])
      await expect(searchLedger(ledger.sql, { q })).rejects.toMatchObject({ problems: [{ field: 'q', rule: 'R15' }] });
    expect(await titles("x'); drop table texts; --\\ \0 mentor")).toEqual([]);
    expect(await titles(`mentor ${'x'.repeat(3_000)}`)).toEqual([]);
  });

  it('equals its rebuild', async () => {
    const narrative = await keptText('A mentor came.');
    await recorded([...partnershipOfTwo(), promise('mentor'), progress('mentor', narrative)]);
    const { comparison } = await runner.rebuild('search');
    expect(comparison).toMatchObject({
      equal: true,
      tables: { search: { rebuilt: { rows: 5 } }, 'search-texts': { rebuilt: { rows: 1 } } },
    });
  });
});
