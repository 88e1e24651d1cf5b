import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Id, LedgerError, newId } from '#kernel';
import { STAGE, syncFolder, unlessMissing, writeWhole } from '../embedded/durable-files.js';
import { type FolderLock, lockFolder } from '../embedded/folder-lock.js';
import type { MoveContents } from './contents.js';

/** What stands in the stage of a move: whence, and the id that the ledger gets where it goes. */
export type Moving = Readonly<{
  format: 1;
  from: string;
  ledgerId: Id;
  /** Once all is there and was found equal; from then on the move only has to be finished. */
  equal?: MoveContents;
}>;

/** What a folder keeps of a move into it. */
export type MovedHere = Readonly<{ format: 1; from: string; ledgerId: Id; contents: MoveContents }>;

const MOVING = 'moving.json';
const MOVED = 'moved.json';
/** What may lie in a folder that is empty otherwise: the lock of the move itself, and what a volume brings. */
const NOTHING = new Set(['lock', 'lost+found', STAGE]);

/**
 * The data folder that a ledger is moved into. Until the move has ended all lies in one folder inside it, so that nothing
 * that is half there is ever taken for a ledger: a folder with such a stage is not opened.
 */
export class Stage {
  private constructor(
    readonly target: string,
    /** Where all of it lies until the end. */
    readonly folder: string,
    private standing: Moving,
    private readonly lock: FolderLock,
  ) {}

  /**
   * Takes the folder, made where it is missing, for a move that begins or goes on.
   * @param from id of the ledger that is moved
   * @param isAside false builds it in its place at once: a fault test's control
   * @throws LedgerError `unavailable` FOLDER_IN_USE; `invalid` NOT_EMPTY where it holds something else, or the half of another
   *   ledger
   */
  static async take(target: string, from: string, isAside = true): Promise<Stage> {
    await mkdir(target, { recursive: true });
    const folder = isAside ? join(target, STAGE) : target;
    const lock = await lockFolder(target, () => undefined);
    try {
      return new Stage(target, folder, await standingIn(target, folder, from), lock);
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  get moving(): Moving {
    return this.standing;
  }

  /** Notes that all is there and equal. */
  async isEqual(equal: MoveContents): Promise<void> {
    this.standing = { ...this.standing, equal };
    await writeMoving(this.folder, this.standing);
  }

  /**
   * Puts everything in its place; where it is cut off, it goes on with what is left.
   * @param step called before each
   */
  async finish(contents: MoveContents, step: () => void): Promise<void> {
    const { from, ledgerId } = this.standing;
    const moved: MovedHere = { format: 1, from, ledgerId, contents };
    await writeWhole(join(this.target, MOVED), `${JSON.stringify(moved)}\n`);
    if (this.folder === this.target) return;
    const names = (await readdir(this.folder)).filter((name) => name !== MOVING && name !== 'lock');
    for (const name of names) {
      step();
      await rename(join(this.folder, name), join(this.target, name));
    }
    step();
    await syncFolder(this.target);
    // Its name goes at once: as long as it is there, nobody opens the folder.
    const emptied = `${this.folder}-done`;
    await rename(this.folder, emptied);
    await syncFolder(this.target);
    await rm(emptied, { recursive: true });
  }

  async release(): Promise<void> {
    await this.lock.release();
  }
}

/** What was moved into a folder in the past; undefined where nothing was. */
export async function movedInto(folder: string): Promise<MovedHere | undefined> {
  const text = await readFile(join(folder, MOVED), 'utf8').catch(unlessMissing(undefined));
  return text === undefined || existsSync(join(folder, STAGE)) ? undefined : (JSON.parse(text) as MovedHere);
}

async function standingIn(target: string, folder: string, from: string): Promise<Moving> {
  const text = await readFile(join(folder, MOVING), 'utf8').catch(unlessMissing(undefined));
  if (text !== undefined) {
    const standing = JSON.parse(text) as Moving;
    if (standing.from === from) return standing;
    throw notEmpty(`${target} holds the half of a move of ledger ${standing.from}, and this is ${from}: name another folder`);
  }
  const there = (await readdir(target)).filter((name) => !NOTHING.has(name));
  if (there.length > 0) throw notEmpty(`${target} is not an empty folder; name one that is empty or not there yet`);
  await mkdir(folder, { recursive: true });
  const begun: Moving = { format: 1, from, ledgerId: newId() };
  await writeMoving(folder, begun);
  return begun;
}

async function writeMoving(folder: string, moving: Moving): Promise<void> {
  await writeWhole(join(folder, MOVING), `${JSON.stringify(moving)}\n`);
}

export function notEmpty(message: string): LedgerError {
  return new LedgerError('invalid', 'NOT_EMPTY', message, [{ field: '--to', rule: 'R15', message }]);
}
