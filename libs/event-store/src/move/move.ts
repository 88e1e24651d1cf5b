import { LedgerError } from '#kernel';
import type { Naming } from '../embedded/backup.js';
import { Adding, type Contents } from '../embedded/contents.js';
import type { Progress } from '../embedded/reconcile.js';
import { recordedFrom, type StoredRow } from '../sql/rows.js';
import { contentsHeld, differenceBetween, digestOf, type MoveContents } from './contents.js';
import { carryFiles, filesHeld } from './files.js';
import type { StorePlace } from './places.js';
import { ofSide, readOfSide, type Side } from './sides.js';
import { type Reading, type Source, withSource } from './sources.js';
import { movedInto, notEmpty, Stage } from './stage.js';
import { releaseTarget, requireAnswers, type Target, withTarget } from './targets.js';

/** What a move came to. */
export type Moved = Readonly<{
  /** The ids of the ledger: the one it has where it was, and the new one. */
  from: string;
  to: string;
  contents: MoveContents;
  /** SHA-256 of order, ids, bodies, times of recording, texts, evidence files and tokens: equal in both places. */
  digest: string;
  /** It had been moved there before, and nothing was done but compare. */
  already: boolean;
  notes: readonly string[];
}>;

export type Moving = Readonly<{
  from: StorePlace;
  to: StorePlace;
  /** New: it is given every event, and says which evidence files live facts name. */
  naming: Naming;
  progress?: Progress;
  /** What a fault test switches off, to show the loss it prevents: building in a place of its own. Never off in a program. */
  switchedOff?: readonly 'aside'[];
}>;

/**
 * Copies a ledger to another place: events in their order with ids, bodies and the times at which they were recorded, texts
 * with the names of persons, what was erased of them as erased, evidence files and tokens. It gets an id of its own there;
 * where it was nothing is changed. Cut off at any point, the same move goes on where it stood. In the end all of it is read
 * again where it lies, and compared; only then can it be opened there.
 * @throws LedgerError `invalid` NOT_A_LEDGER, NOT_EMPTY, STORE_DIFFERS; `unavailable` FOLDER_IN_USE, STORE_UNAVAILABLE;
 *   `conflict` SOURCE_CHANGED; `corrupt` TARGET_DIFFERS, or where the source is damaged
 */
export async function moveLedger(moving: Moving): Promise<Moved> {
  const { from: place, to, progress = () => undefined } = moving;
  if (place.folder === to.folder) throw notEmpty('--from and --to name the same data folder: name another one for the copy');
  const from: Side = { option: '--from', place, left: 'Nothing was changed there; run the same move again once it answers' };
  const ofSource = <T>(work: Reading<T>) => ofSide(from, () => withSource(place, (source) => work(readOfSide(from, source))));
  return await ofSource(async (source) => {
    const before = await movedInto(to.folder);
    if (before?.from === source.ledgerId) return await comparedAgain(source, moving, before.ledgerId, before.contents);
    await ofSide({ option: '--to', place: to, left: 'Nothing was moved' }, () => requireAnswers(to));
    const stage = await Stage.take(to.folder, source.ledgerId, moving.switchedOff?.includes('aside') !== true);
    const begun: Side = {
      option: '--to',
      place: to,
      left: `Run the same move again: it goes on with what is in ${stage.folder}`,
    };
    try {
      const { equal: equalBefore, ledgerId } = stage.moving;
      const carrying = () => withTarget(to, stage, (target) => carry(source, target, stage, moving));
      const carried = equalBefore ?? (await ofSide(begun, carrying));
      progress({ doing: 'handing over', done: 0, total: 1 });
      await ofSide(begun, () => releaseTarget(to, stage));
      await stage.finish(carried, () => progress({ doing: 'handing over', done: 0, total: 1 }));
      progress({ doing: 'handing over', done: 1, total: 1 });
      // It may have gone on since the move was cut off.
      if (equalBefore !== undefined) return await comparedAgain(source, moving, ledgerId, carried);
      const { ledgerId: from } = source;
      return { from, to: ledgerId, contents: carried, digest: digestOf(carried), already: false, notes: source.notes };
    } finally {
      await stage.release();
    }
  });
}

/** Brings over what is not there yet, and compares. @throws LedgerError `corrupt` TARGET_DIFFERS */
async function carry(source: Source, target: Target, stage: Stage, moving: Moving): Promise<MoveContents> {
  const { naming, progress = () => undefined } = moving;
  const told = counting('comparing what is there', source.count, progress);
  const there = await contentsHeld({ rows: target.rows }, told);
  const events = await carryEvents(source, target, there, moving);
  await target.keepTexts(source.texts());
  await carryFiles(source.folder, stage.folder, naming.named(), progress);
  const { texts } = await contentsHeld({ texts: source.texts });
  const carried = { ...events, texts, ...(await filesHeld(source.folder, naming.named(), progress)) };
  const comparing = counting('comparing', events.events.count, progress);
  const held = await target.opened((opened) => contentsHeld(opened, comparing), progress);
  const difference = differenceBetween(carried, { ...held, ...(await filesHeld(stage.folder, naming.named(), progress)) });
  if (difference !== undefined) throw differs(difference);
  await source.requireUnchanged();
  await stage.isEqual(carried);
  return carried;
}

/** Copies the events behind those that are there, which must be the first of the source's. */
async function carryEvents(
  source: Source,
  target: Target,
  there: Contents,
  { naming, progress = () => undefined }: Moving,
): Promise<Contents> {
  const told = counting('copying events', source.count, progress);
  const adding = new Adding();
  const first = new Adding();
  let left = there.events.count;
  for await (const rows of source.rows()) {
    adding.events(rows);
    for (const row of rows) naming.take(recordedFrom(row, {}));
    const known = rows.slice(0, left);
    first.events(known);
    left -= known.length;
    if (known.length > 0 && left === 0 && first.done().events.sha256 !== there.events.sha256)
      throw differs(`its first ${there.events.count} events are not those of the ledger that is moved there`);
    const fresh = rows.slice(known.length);
    if (fresh.length > 0) await target.append(fresh);
    told(rows);
  }
  if (left > 0) throw differs(`it has ${left} events more than the ledger that is moved there`);
  return adding.done();
}

/** A move that ended before: the source is read and compared with what was moved. @throws LedgerError `invalid` NOT_EMPTY */
async function comparedAgain(source: Source, moving: Moving, to: string, contents: MoveContents): Promise<Moved> {
  const { naming, progress = () => undefined } = moving;
  const told = counting('comparing', source.count, progress);
  const held = await contentsHeld(source, (rows) => {
    told(rows);
    for (const row of rows) naming.take(recordedFrom(row, {}));
  });
  const now = { ...held, ...(await filesHeld(source.folder, naming.named(), progress)) };
  if (digestOf(now) !== digestOf(contents))
    throw notEmpty(`${moving.to.folder} holds ledger ${to}, which was moved there from this one, and this one has gone on since`);
  return { from: source.ledgerId, to, contents, digest: digestOf(contents), already: true, notes: source.notes };
}

function counting(doing: string, total: number | undefined, progress: Progress): (rows: readonly StoredRow[]) => void {
  let done = 0;
  return ({ length }) => {
    done += length;
    progress({ doing, done, total: Math.max(done, total ?? done) });
  };
}

function differs(why: string): LedgerError {
  const message = `what was moved is not what is there: ${why}. Empty the target, and move anew`;
  return new LedgerError('corrupt', 'TARGET_DIFFERS', message);
}
