import type { CommitmentCommand, Light } from '#domain';
import { type Id, sha256 } from '#kernel';
import type { Cells } from './cells.js';
import { onCommitment, target } from './facts-of-commitment.js';
import type { TableMapping, WordMeaning } from './mapping.js';
import type { Slot, Stated, World } from './world.js';

const isLight = (meaning: WordMeaning | undefined): meaning is Light =>
  meaning === 'on-track' || meaning === 'at-risk' || meaning === 'off-track';

/**
 * A report, and what its status word says of a milestone: reached, or reached no longer. Every row with a status word
 * is a report, also where the word is the same again. Of versions a narrative is repeated only where it changed, and a
 * word that is gone where there was one is reported as no longer stated.
 */
export function progress(cells: Cells, _key: string, world: World, table: TableMapping): Stated | undefined {
  const about = target(cells, world);
  if (about === undefined && cells.isGood)
    return cells.wrong('milestone', 'required', 'the row names neither a milestone nor a commitment');
  const word = cells.get('status');
  const narrative = cells.get('narrative');
  const percent = percentOf(cells);
  const party = world.party(cells, 'party');
  const meaning = word === undefined ? undefined : world.meaning(word);
  if (word !== undefined && meaning === undefined && world.isDocumented)
    cells.wrong(
      'status',
      'unknown-word',
      `"${word}" is no status word; known are ${Object.keys(world.mapping.statusWords).join(', ')}`,
    );
  if (about === undefined || !cells.isGood) return undefined;

  const before = world.versions.get(about.key) ?? { reached: false };
  const digest = narrative === undefined ? undefined : sha256(narrative);
  const isSilent = table.versions === true && word === undefined && before.word !== undefined;
  const says = table.versions === true && digest === before.narrative ? undefined : narrative;
  const reached = meaning === undefined ? before.reached : meaning === 'reached';
  world.versions.set(about.key, {
    ...(word === undefined ? {} : { word }),
    ...(digest === undefined ? {} : { narrative: digest }),
    reached,
  });

  if (word === undefined && !isSilent && says === undefined && percent === undefined) {
    if (table.versions !== true)
      return cells.wrong('status', 'one-of', 'the row reports nothing: no status, percent or narrative');
    return { skipped: `states nothing new${cells.reason === undefined ? '' : ` (${cells.reason})`}` };
  }
  const report: Slot = onCommitment(
    world,
    about.commitment,
    'report',
    (text) => ({
      type: 'ReportProgress',
      of: about.to,
      ...(party === undefined ? {} : { party }),
      ...(isLight(meaning) ? { light: meaning } : {}),
      ...(percent === undefined ? {} : { percent }),
      ...(says === undefined ? {} : { narrative: text('narrative', says) }),
      ...(word === undefined ? {} : { sourceStatus: { says: word } }),
      ...(isSilent ? { sourceStatus: 'no-longer-stated' as const } : {}),
    }),
    table.snapshot === true ? { again: true } : {},
  );
  const milestoneId = about.to.kind === 'milestone' ? about.to.milestoneId : undefined;
  const turn =
    milestoneId === undefined || reached === before.reached
      ? []
      : [
          onCommitment(
            world,
            about.commitment,
            reached ? 'reached' : 'reopened',
            turned(milestoneId, reached, word, before.word),
          ),
        ];
  return { slots: [report, ...turn], mayState: ['report', 'reached', 'reopened'] };
}

function turned(milestoneId: Id, reached: boolean, word = '', before = ''): Parameters<typeof onCommitment>[3] {
  return (text): CommitmentCommand =>
    reached
      ? { type: 'ReachMilestone', milestoneId }
      : { type: 'ReopenMilestone', milestoneId, reason: text('reason', `The source says "${word}" after "${before}".`) };
}

function percentOf(cells: Cells): number | undefined {
  const percent = cells.get('percent');
  if (percent === undefined) return undefined;
  if (/^(100|[1-9]?\d)$/.test(percent)) return Number(percent);
  return cells.wrong('percent', 'number', `"${percent}" is no whole number from 0 to 100`);
}
