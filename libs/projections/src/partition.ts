import { type Recorded, sha256 } from '#kernel';
import type { Projection } from './projection.js';

/** A read model is folded by so many at most: each has a connection's work to do. */
export const MOST_PARTITIONS = 64;

/** Streams come again: what they hash to is kept for so many. */
const REMEMBERED = 10_000;
const remembered = new Map<string, number>();

/**
 * Which of so many partitions takes an event in. All events of a partnership go into one, and so do all of a stream that
 * belongs to none: the first 32 bits of the SHA-256 of the partnership's id (or of the stream's name), modulo the partitions.
 * The same everywhere and for ever: a checkpoint says up to where its part of the events is in.
 */
export function partitionOf({ metadata, stream }: Pick<Recorded, 'metadata' | 'stream'>, partitions: number): number {
  return partitions === 1 ? 0 : hashOf(metadata.partnershipId ?? stream) % partitions;
}

function hashOf(key: string): number {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const hash = Number.parseInt(sha256(key).slice(0, 8), 16);
  remembered.set(key, hash);
  return hash;
}

/**
 * Into how many partitions a projection is folded where so many are wanted: one, where its rows are not of one partnership.
 * @throws RangeError where no such number can be
 */
export function partitionsOf({ partitionedBy }: Projection, wanted: number): number {
  if (!Number.isSafeInteger(wanted) || wanted < 1 || wanted > MOST_PARTITIONS)
    throw new RangeError(`there are 1 to ${MOST_PARTITIONS} partitions, not ${wanted}`);
  return partitionedBy === undefined ? 1 : wanted;
}
