import { ASK_AGAIN, type ProblemSaid, said } from './said.js';

/** What keeps lists and the feed from being read, or made. */
export const OF_READING: readonly ProblemSaid[] = [
  said(
    400,
    'INVALID_POSITION',
    'The position is none of this ledger.',
    'It was not taken from a receipt or an answer.',
    'Take the `position` of a receipt.',
  ),
  said(
    409,
    'FEED_FORKED',
    'The reader of the feed stands where this ledger has not been.',
    'It was restored from a backup, or is another.',
    'Read the feed again from the first event.',
  ),
  said(
    undefined,
    'REBUILD_TAKEN_OVER',
    'Another rebuild took over.',
    'Two rebuilds of one read model ran at once.',
    'Wait for the other.',
  ),
  said(
    undefined,
    'LEASE_LOST',
    'Another process has taken over.',
    'This one was stopped, or cut off from the database, for longer than its lease lasts.',
    'Nothing: it wrote nothing more, and waits for its next turn.',
  ),
  said(
    503,
    'READ_MODEL_BEHIND',
    'The lists have not taken in that position yet.',
    '`atLeast` asked for more than there is, or much is being recorded.',
    ASK_AGAIN,
  ),
  said(503, 'READ_MODEL_BUILDING', 'A list is being built.', 'It is new, or is made anew.', ASK_AGAIN),
  said(
    503,
    'READ_MODEL_STOPPED',
    'A list has stopped.',
    'An event could not be taken in.',
    'The operator runs `throughline projections list`.',
  ),
  said(
    500,
    'LEDGER_FORKED',
    'A read model has seen what the ledger no longer has.',
    'The ledger was restored or lost its tail.',
    'Run `throughline projections rebuild`.',
  ),
  said(
    500,
    'COPY_MISSING',
    'The copy of the log is gone.',
    'The database of the read models was emptied.',
    'Build it anew, as the message says.',
  ),
  said(
    500,
    'POISON_EVENT',
    'A read model cannot take in an event.',
    'The event and the reason are named.',
    'See `throughline projections list`.',
  ),
];
