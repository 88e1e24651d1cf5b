import type { CommitmentCommand, Light } from '#domain';
import { type Id, sha256 } from '#kernel';
import type { Cells } from './cells.js';
import { onCommitment, target } from './facts-of-commitment.js';
import type { TableMapping, WordMeaning } from './mapping.js';
import type { Slot, Stated, TextOf, World } from './world.js';

const NO_LONGER_STATED = 'no-longer-stated';

type About = NonNullable<ReturnType<typeof target>>;

/** What a row says, and how that differs from the version before it. */
type Said = Readonly<{
  word?: string;
  meaning?: WordMeaning;
  narrative?: string;
  percent?: number;
  party?: Id;
  /** The source had a status word before and has none now. */
  isSilent: boolean;
}>;

/** Which way a milestone turned with this row. */
type Turn = Readonly<{ reached: boolean; before?: string }> | undefined;

/**
 * A report, and what its status word says of a milestone: reached, or reached no longer. Every row with a status word
 * is a report, also where the word is the same again. Of versions a narrative is repeated only where it changed, and a
 * word that is gone where there was one is reported as no longer stated.
 */
export function progress(cells: Cells, _key: string, world: World, table: TableMapping): Stated | undefined {
  const about = target(cells, world);
  if (about === undefined && cells.isGood)
    return cells.wrong('milestone', 'required', 'the row names neither a milestone nor a commitment');
  const row = read(cells, world);
  if (about === undefined || !cells.isGood) return undefined;
  const { said, turn } = compared(row, about, world, table.versions === true);
  if (said.word === undefined && !said.isSilent && said.narrative === undefined && said.percent === undefined) {
    if (table.versions !== true)
      return cells.wrong('status', 'one-of', 'the row reports nothing: no status, percent or narrative');
    return { skipped: `states nothing new${cells.reason === undefined ? '' : ` (${cells.reason})`}` };
  }
  // In the documented form a milestone's turn alone is no report: what was exported comes back as it was.
  if (world.isDocumented && turn !== undefined && isTurnAlone(cells, said))
    return { slots: turned(about, said, turn, world), mayState: ['report', 'reached', 'reopened'] };
  const again = table.snapshot === true ? { again: true } : {};
  const report = onCommitment(world, about.commitment, 'report', (text) => reporting(about, said, text), again);
  return { slots: [report, ...turned(about, said, turn, world)], mayState: ['report', 'reached', 'reopened'] };
}

function isTurnAlone(cells: Cells, { percent, narrative, meaning }: Said): boolean {
  const isSaidTwice = cells.get('source_status') !== undefined || percent !== undefined;
  return !isSaidTwice && (meaning === 'none' || narrative === undefined);
}

function read(cells: Cells, world: World): Omit<Said, 'isSilent'> {
  const status = cells.get('status');
  const word = cells.get('source_status') ?? status;
  const narrative = cells.get('narrative');
  const percent = percentOf(cells);
  const party = world.party(cells, 'party');
  const meaning = status === undefined ? undefined : world.meaning(status);
  if (status !== undefined && meaning === undefined && world.isDocumented) {
    const known = Object.keys(world.mapping.statusWords).join(', ');
    cells.wrong('status', 'unknown-word', `"${status}" is no status word; known are ${known}`);
  }
  return {
    ...(word === undefined ? {} : { word }),
    ...(meaning === undefined ? {} : { meaning }),
    ...(narrative === undefined ? {} : { narrative }),
    ...(percent === undefined ? {} : { percent }),
    ...(party === undefined ? {} : { party }),
  };
}

/** Compares a row with the one before it on the same matter, and remembers it for the next. */
function compared(row: Omit<Said, 'isSilent'>, about: About, world: World, isVersion: boolean): { said: Said; turn: Turn } {
  const before = world.versions.get(about.key) ?? { reached: false };
  const { narrative, ...rest } = row;
  const digest = narrative === undefined ? undefined : sha256(narrative);
  // A word without a meaning says nothing about the milestone.
  const reached = row.meaning === undefined ? before.reached : row.meaning === 'reached';
  world.versions.set(about.key, {
    ...(row.word === undefined ? {} : { word: row.word }),
    ...(digest === undefined ? {} : { narrative: digest }),
    reached,
  });
  const isSame = isVersion && digest === before.narrative;
  return {
    said: {
      ...rest,
      ...(narrative === undefined || isSame ? {} : { narrative }),
      isSilent:
        (isVersion && row.word === undefined && before.word !== undefined) ||
        (world.isDocumented && row.word === NO_LONGER_STATED),
    },
    turn: reached === before.reached ? undefined : { reached, ...(before.word === undefined ? {} : { before: before.word }) },
  };
}

function reporting(about: About, said: Said, text: TextOf): CommitmentCommand {
  const { word, meaning, narrative, percent, party, isSilent } = said;
  return {
    type: 'ReportProgress',
    of: about.to,
    ...(party === undefined ? {} : { party }),
    ...(isLight(meaning) ? { light: meaning } : {}),
    ...(percent === undefined ? {} : { percent }),
    ...(narrative === undefined ? {} : { narrative: text('narrative', narrative) }),
    ...(word === undefined || isSilent ? {} : { sourceStatus: { says: word } }),
    ...(isSilent ? ({ sourceStatus: NO_LONGER_STATED } as const) : {}),
  };
}

function isLight(meaning: WordMeaning | undefined): meaning is Light {
  return meaning === 'on-track' || meaning === 'at-risk' || meaning === 'off-track';
}

function turned(about: About, { word = '', narrative }: Said, turn: Turn, world: World): readonly Slot[] {
  if (turn === undefined || about.to.kind !== 'milestone') return [];
  const { milestoneId } = about.to;
  if (turn.reached) return [onCommitment(world, about.commitment, 'reached', () => ({ type: 'ReachMilestone', milestoneId }))];
  const told = world.isDocumented ? narrative : undefined;
  const reason = told ?? `The source says "${word}" after "${turn.before ?? ''}".`;
  return [
    onCommitment(world, about.commitment, 'reopened', (text) => ({
      type: 'ReopenMilestone',
      milestoneId,
      reason: text('reason', reason),
    })),
  ];
}

function percentOf(cells: Cells): number | undefined {
  const percent = cells.get('percent');
  if (percent === undefined) return undefined;
  if (/^(100|[1-9]?\d)$/.test(percent)) return Number(percent);
  return cells.wrong('percent', 'number', `"${percent}" is no whole number from 0 to 100`);
}
