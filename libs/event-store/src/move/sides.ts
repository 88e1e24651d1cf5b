import { LedgerError } from '#kernel';
import { StoreUnavailable } from '../port.js';
import { awayInWords } from '../sql/away.js';
import { ConnectionLost } from '../sql/sql.js';
import type { StorePlace } from './places.js';
import type { Source } from './sources.js';

/** One end of a move. */
export type Side = Readonly<{
  option: '--from' | '--to';
  place: StorePlace;
  /** What is to be said of what there is of the move, should it break here. */
  left: string;
}>;

/**
 * Does what asks one end of a move: a server of it that is away, or refuses, is named by its option.
 * @throws LedgerError `unavailable` STORE_UNAVAILABLE where it is; whatever else the work throws
 */
export async function ofSide<T>(side: Side, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw named(side, error);
  }
}

/** A source whose server is named so wherever it is read, also in the midst of writing to the other. */
export function readOfSide(side: Side, source: Source): Source {
  return {
    ...source,
    rows: () => blocksOfSide(side, source.rows()),
    texts: () => blocksOfSide(side, source.texts()),
    requireUnchanged: () => ofSide(side, source.requireUnchanged),
  };
}

async function* blocksOfSide<Block>(side: Side, blocks: AsyncIterable<Block>): AsyncGenerator<Block> {
  try {
    yield* blocks;
  } catch (error) {
    throw named(side, error);
  }
}

/** Named once it is no `StoreUnavailable` any more: the other end does not take it for its own. */
function named({ option, place, left }: Side, error: unknown): unknown {
  if (!(error instanceof ConnectionLost || error instanceof StoreUnavailable)) return error;
  const message = `${option}: ${wordsOf(option, place, error)}. ${left}`;
  const problem = { field: option, rule: 'R15', message };
  return new LedgerError('unavailable', 'STORE_UNAVAILABLE', message, [problem], { cause: error });
}

function wordsOf(option: Side['option'], place: StorePlace, error: Error): string {
  if (!(error instanceof ConnectionLost)) return error.message;
  const schema = place.kind === 'postgres' ? place : place.kind === 'esdb' ? place.postgres : undefined;
  if (schema === undefined) return error.message;
  const setting = `${option}${place.kind === 'esdb' ? '-postgres' : ''}${schema.owner === undefined ? '' : ` or ${option}-owner`}`;
  return awayInWords(schema.connectionString, error, setting);
}
