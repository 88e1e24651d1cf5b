import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { moveLedger, openEmbedded, type StorePlace } from '#event-store';
import { newId, sha256 } from '#kernel';
import { counted } from '../../libs/event-store/src/contract/opened.js';
import { segmentName } from '../../libs/event-store/src/embedded/event-lines.js';
import { openLine, sealLine } from '../../libs/event-store/src/embedded/sealed-lines.js';
import { EsdbDouble } from '../../libs/event-store/src/esdb/double/index.js';
import { typed } from '../support/command-line.js';
import { OwnDatabase } from '../support/own-database.js';

jest.setTimeout(120_000);

const EVIDENCE = 'the bytes of a piece of evidence';
const OTHER = EVIDENCE.toUpperCase();
const named = sha256(EVIDENCE);
const evidenceIn = (folder: string) => join(folder, 'files', named.slice(0, 2), named);

type Change = Readonly<{ at: 'copying evidence files' | 'comparing'; change: (stage: string) => void }>;

/** What a target answers in the end is read from where it lies: what somebody, or a disk, changes there is found. */
describe('a move into a place where something else comes to lie than was put there', () => {
  const schema = 'differs';
  const database = OwnDatabase.named('differs');
  const { admin } = database;
  let double: EsdbDouble;
  let folder: string;
  let from: StorePlace;
  let data: string;
  let ledgers = 0;

  beforeAll(async () => {
    await database.make();
    double = await EsdbDouble.start();
    folder = await mkdtemp(join(tmpdir(), 'throughline-differs-'));
    from = { kind: 'embedded', folder: join(folder, 'source') };
    const ledger = await openEmbedded({ folder: from.folder });
    for (let n = 0; n < 3; n += 1) await ledger.store.append('stream', [counted(n)], 'any');
    await ledger.texts.keep([await ledger.texts.draft(newId(), 'what', 'what was said')]);
    await ledger.close();
    await mkdir(join(from.folder, 'files', named.slice(0, 2)), { recursive: true });
    await writeFile(evidenceIn(from.folder), EVIDENCE);
    await writeFile(join(from.folder, 'owner-token'), 'a token');
  });
  beforeEach(() => {
    data = join(folder, randomUUID());
  });
  afterAll(async () => {
    await double.stop();
    await database.remove();
    await rm(folder, { recursive: true });
  });

  const naming = { take: () => undefined, named: () => new Set([named]) };
  const moved = (to: StorePlace, changed?: Change) => {
    let isChanged = false;
    const progress = ({ doing }: Readonly<{ doing: string }>) => {
      if (doing !== changed?.at || isChanged) return;
      isChanged = true;
      changed.change(join(to.folder, '.moving'));
    };
    return moveLedger({ from, to, naming, progress });
  };
  const refused = async (to: StorePlace, part: string, changed?: Change) => {
    await expect(moved(to, changed)).rejects.toMatchObject({
      kind: 'corrupt',
      code: 'TARGET_DIFFERS',
      message: expect.stringMatching(new RegExp(`not what is there: ${part}: [^;]*\\. Empty`)),
    });
    await isNoLedger(to);
  };
  /** One that is ready in no time; evidence files and tokens lie in the folder, whatever holds the events. */
  const onServer = (): StorePlace => {
    ledgers += 1;
    const ledger = `differs_${ledgers}`;
    return { kind: 'esdb', folder: data, connectionString: double.connectionString(), ledger };
  };
  /** Neither a start nor another move takes it for one. */
  const isNoLedger = async (to: StorePlace) => {
    const started = await typed('demo', '--once', '--data', to.folder);
    expect(started).toMatchObject({ code: 1, stderr: expect.stringContaining('MOVE_UNFINISHED') });
    const further = moveLedger({ from: to, to: { kind: 'embedded', folder: `${to.folder}-further` }, naming });
    await expect(further).rejects.toMatchObject({ code: 'MOVE_UNFINISHED' });
  };

  it('control: where nobody changes anything it is equal, and a ledger', async () => {
    const to: StorePlace = { kind: 'embedded', folder: data };
    const nothing = { at: 'comparing', change: () => undefined } as const;
    expect(await moved(to, nothing)).toMatchObject({ contents: { events: { count: 3 }, files: { count: 1, missing: 0 } } });
    const ledger = await openEmbedded({ folder: data });
    expect(await ledger.store.readStream('stream')).toHaveLength(3);
    await ledger.close();
  });

  it('says that an event in a folder is another one, although its line is whole', async () => {
    const change = (stage: string) => {
      const path = join(stage, 'journal', segmentName(1n));
      const [first = '', ...lines] = readFileSync(path, 'utf8').split('\n');
      const line = openLine(first);
      if (line === undefined) throw new Error('the line is whole');
      const altered = { ...line.record, body: (line.record as { body: string }).body.replace('"n":0', '"n":7') };
      writeFileSync(path, [sealLine(line.batch, altered).trimEnd(), ...lines].join('\n'));
    };
    await refused({ kind: 'embedded', folder: data }, 'events', { at: 'copying evidence files', change });
  });

  it('says that an event in a schema is another one', async () => {
    const to: StorePlace = { kind: 'postgres', folder: data, connectionString: database.url, schema };
    const cutOff = new Error('cut off');
    const cut = () => {
      throw cutOff;
    };
    await expect(moveLedger({ from, to, naming: { ...naming, take: cut } })).rejects.toBe(cutOff);
    // The schema is there and holds nothing yet.
    await admin.query(`create function ${schema}_moving.alters() returns trigger language plpgsql
      as $$ begin new.body := replace(new.body, '"n":0', '"n":7'); return new; end $$`);
    await admin.query(`create trigger alters before insert on ${schema}_moving.events
      for each row execute function ${schema}_moving.alters()`);
    await refused(to, 'events');
    const { rows } = await admin.query('select 1 from pg_namespace n where n.nspname = $1', [schema]);
    expect(rows).toEqual([]);
  });

  it('says that a ledger in EventStoreDB has an event more', async () => {
    const change = () => {
      const last = double.log.at(double.log.length - 1);
      if (last === undefined) throw new Error('there are events');
      double.log.append(last.stream, [{ ...last, id: newId() }], 'any');
    };
    await refused(onServer(), 'events', { at: 'copying evidence files', change });
  });

  it.each<readonly [string, string, Change]>([
    ['an evidence file is gone', 'files', { at: 'comparing', change: (stage) => rmSync(evidenceIn(stage)) }],
    [
      'a token is another one',
      'tokens',
      { at: 'comparing', change: (stage) => writeFileSync(join(stage, 'owner-token'), OTHER) },
    ],
  ])('says that %s', async (_, part, changed) => {
    await refused(onServer(), part, changed);
  });

  it('says that an evidence file is not what its name says', async () => {
    const to = onServer();
    const change = (stage: string) => writeFileSync(evidenceIn(stage), OTHER);
    await expect(moved(to, { at: 'comparing', change })).rejects.toMatchObject({ code: 'EVIDENCE_DAMAGED' });
    await isNoLedger(to);
  });
});
