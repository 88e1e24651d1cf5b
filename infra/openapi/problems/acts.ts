import { type ProblemSaid, REPEAT_AS_IT_WAS, said } from './said.js';

/** What each rule of the domain says, in half a sentence; the whole of it stands in the reference of the rules. */
const RULES: readonly (readonly [number, string])[] = [
  [1, 'Somebody acts who may not: a party that is no member, a person without a role in it.'],
  [2, 'The promise does not hold together: no share, nobody it is owed to, a date before the promise.'],
  [3, 'Criteria are locked since something was claimed or linked.'],
  [4, 'The party holds no share to claim, or completion would shrink.'],
  [5, 'A party would judge itself.'],
  [6, 'It has ended: only corrections, evidence and contributions are still taken.'],
  [7, 'The item of evidence no longer counts.'],
  [8, 'The party that leaves still holds an open share.'],
  [9, 'The role that ends still owns an open commitment.'],
  [10, 'The partnership that ends still has an open commitment that nobody carries on.'],
  [11, 'The fact is not this party’s to correct, or its correction would leave others without what they name.'],
  [12, 'A correction would do what only an agreement does.'],
  [13, 'It is withdrawn or superseded without its reason, or without a successor.'],
  [15, 'What is said contradicts what is recorded.'],
  [16, 'What the request names is not there, or is so already.'],
];

/** Why an act is not recorded, or what it names cannot be had, as things stand. */
export const OF_ACTS: readonly ProblemSaid[] = [
  said(404, 'STREAM_MISSING', 'The thing is not there.', 'Nothing was recorded under this id.', 'Look at the id.'),
  said(
    404,
    'CONTENT_IS_LINK',
    'The evidence is a link.',
    'Links are kept, never fetched.',
    'Follow the link yourself, if you trust it.',
  ),
  said(
    409,
    'REVISION_CONFLICT',
    'Somebody else was faster, again and again.',
    'Many write to the same thing at once.',
    REPEAT_AS_IT_WAS,
  ),
  said(
    409,
    'STREAM_EXISTS',
    'The thing is there already.',
    'Its id was made by another request.',
    'Use an `Idempotency-Key` of your own making.',
  ),
  said(
    409,
    'DUPLICATE_EVENT',
    'An event with this id is recorded already.',
    'The same command came at one instant on two things.',
    'Use a new `Idempotency-Key` for each act.',
  ),
  said(409, 'TEXT_RACED', 'A copy of this request is under way.', 'The same request was sent twice at once.', REPEAT_AS_IT_WAS),
  said(409, 'PERSON_TAKEN', 'The directory has an entry about this person.', 'It was made before.', 'Change that entry.'),
  said(
    409,
    'TOKEN_NAME_TAKEN',
    'There is a token of this name.',
    'A name is used once, also after its token was revoked.',
    'Choose another name.',
  ),
  said(
    410,
    'CONTENT_ERASED',
    'The content was erased.',
    'A legal ground asked for it; the facts about it stay.',
    'Nothing brings it back. Another revision may still be there.',
  ),
  said(
    422,
    'PERSON_ERASED',
    'The person was erased from the directory.',
    'A legal ground asked for it.',
    'Nothing brings the entry back.',
  ),
  said(
    412,
    'STALE_REVISION',
    'You decided on an older revision.',
    'Somebody recorded something since; `If-Match` noticed.',
    'Read again, decide again, send the new revision.',
  ),
  said(
    422,
    'COMMAND_REUSED',
    'The `Idempotency-Key` was used for something else.',
    'The same key came with other content, or on another thing.',
    'Use a new key for each act, and the same one only to repeat it.',
  ),
  ...RULES.map(([number, means]) =>
    said(
      422,
      `RULE_${number}`,
      means,
      `Rule ${number} of the ledger forbids it as things stand.`,
      `See [rule ${number}](rules.md); \`detail\` says what is in the way.`,
    ),
  ),
];
