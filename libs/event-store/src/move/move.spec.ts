import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerError, newId } from '#kernel';
import type { Naming } from '../embedded/backup.js';
import { markClosed } from '../embedded/closed-mark.js';
import { writeLedgerId } from '../embedded/database.js';
import { ConnectionLost } from '../sql/sql.js';
import { moveLedger } from './move.js';
import { placeTyped } from './places.js';
import { ofSide, readOfSide, type Side } from './sides.js';
import type { Source } from './sources.js';

const AWAY = 'postgres://app:hidden@127.0.0.1:1/ledger';
const NAMING: Naming = { take: () => undefined, named: () => new Set() };

describe('a move', () => {
  let folder: string;
  let own: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    own = join(folder, 'own');
    await mkdir(join(own, 'journal'), { recursive: true });
    await writeLedgerId(join(own, 'journal'), newId());
    await markClosed(own, undefined);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const refusalOf = async (work: Promise<unknown>): Promise<LedgerError> => {
    const error = await work.then(
      () => undefined,
      (caught: unknown) => caught,
    );
    if (error instanceof LedgerError) return error;
    throw new Error('nothing was refused', { cause: error });
  };

  it('names the option of a server that does not answer, and leaves nothing in the folder beside it (R15)', async () => {
    const data = join(folder, 'beside');
    const to = placeTyped('--to', { store: AWAY, data });
    const { code, message, problems } = await refusalOf(
      moveLedger({ from: { kind: 'embedded', folder: own }, to, naming: NAMING }),
    );
    expect(code).toBe('STORE_UNAVAILABLE');
    expect(message).toMatch(
      /^--to: PostgreSQL at 127\.0\.0\.1:1 does not answer: .*ECONNREFUSED 127\.0\.0\.1:1\. Start it, or mend --to\. Nothing was moved$/,
    );
    expect(problems).toEqual([{ field: '--to', rule: 'R15', message }]);
    expect(existsSync(data)).toBe(false);
  });

  it('names the server that it comes from, and one for texts alone, each by its own option', async () => {
    const to = placeTyped('--to', { store: join(folder, 'other') });
    const from = placeTyped('--from', { store: AWAY, data: join(folder, 'beside') });
    const { message } = await refusalOf(moveLedger({ from, to, naming: NAMING }));
    expect(message).toMatch(/^--from: PostgreSQL at \S+ does not answer: .*mend --from\. Nothing was changed there; /);
    const esdb = placeTyped('--to', { store: 'esdb://127.0.0.1:1?tls=false', data: join(folder, 'beside'), postgres: AWAY });
    const { message: texts } = await refusalOf(moveLedger({ from: { kind: 'embedded', folder: own }, to: esdb, naming: NAMING }));
    expect(texts).toMatch(/^--to: .* mend --to-postgres\. Nothing was moved$/);
  });

  it('names the source where it is lost in the midst of writing to the target', async () => {
    const place = placeTyped('--from', { store: AWAY, data: folder });
    const [from, to]: readonly [Side, Side] = [
      { option: '--from', place, left: 'here' },
      { option: '--to', place, left: 'there' },
    ];
    const lost = async function* () {
      yield [];
      await Promise.reject(new ConnectionLost(true, 'Connection terminated'));
    };
    const requireUnchanged = () => Promise.reject(new ConnectionLost(true, 'Connection terminated'));
    const read: Source = { ledgerId: newId(), folder, count: 0, notes: [], rows: lost, texts: lost, requireUnchanged };
    const source = readOfSide(from, read);
    const all = async (blocks: AsyncIterable<unknown>) => {
      for await (const _ of blocks);
    };
    for (const work of [() => all(source.rows()), () => all(source.texts()), source.requireUnchanged])
      expect((await refusalOf(ofSide(from, () => ofSide(to, work)))).message).toMatch(/^--from: .*\. here$/);
    expect((await refusalOf(ofSide(from, () => ofSide(to, requireUnchanged)))).message).toMatch(/^--to: .*\. there$/);
  });
});
