import { type CivilDate, daysBetween } from '#kernel';
import { type DueItem, type EarlierQuarter, type Item, OUTCOMES, type Outcome, type Scorecard, type TakenAway } from '#scoring';
import { day } from './days.js';
import { type Block, type Document, heading, paragraph, table } from './document.js';
import type { Names } from './names.js';
import { context } from './review-context.js';
import { counted, followThroughWords, fraction, instant, OUTCOME_WORDS, type Wording, wordingOf } from './wording.js';

/** Worst first: what a reader should look at before anything else. */
const WORST_FIRST: readonly Outcome[] = ['missed', 'pushed', 'partlyKept', 'keptLate', 'kept'];

/**
 * The quarterly accountability review of one scorecard, in words and tables that a board can read: what was due, kept,
 * late, moved, missed and silent; evidence; slippage; every figure with its count, as of when and on which basis.
 * @param earlier the quarters before it, latest last (line 16)
 */
export function reviewDocument(scorecard: Scorecard, earlier: readonly EarlierQuarter[], names: Names): Document {
  const say = wordingOf(names);
  return [
    ...title(scorecard, names),
    ...atAGlance(scorecard, earlier),
    ...fellDue(scorecard, names, say),
    ...openAndMoved(scorecard, say),
    ...silence(scorecard, say),
    ...slippage(scorecard, say),
    ...evidence(scorecard, say),
    ...context(scorecard, names, say),
    ...byPartyAndGoal(scorecard, names, say),
    ...toKnow(scorecard, say),
    ...promises(scorecard, names, say),
  ];
}

function title(scorecard: Scorecard, names: Names): Block[] {
  const { quarter, calendar, asOf, basis, through, history } = scorecard;
  const known = basis === 'source' ? 'as the sources knew it' : 'as the ledger knew it';
  const origin = {
    lived: 'Recorded as it happened.',
    imported: 'The history was imported from another record.',
    reconstructed: 'The history was reconstructed from published accounts.',
  }[history];
  return [
    heading(`Quarterly accountability review ${quarter.name}`, 1),
    paragraph(`${names.partnership}. ${day(quarter.first)} to ${day(quarter.last)}.`),
    paragraph(
      `As of ${instant(asOf, calendar.timeZone)}, ${known} (basis: ${basis}). ${judged(scorecard)} ` +
        `Counted from ${counted(through.count, 'fact')}. ${origin} Scoring version ${scorecard.scoringVersion}.`,
    ),
  ];
}

function judged({ quarter, judgedThrough }: Scorecard): string {
  if (judgedThrough < quarter.first) return `The quarter begins on ${day(quarter.first)}: nothing of it is judged yet.`;
  const runsOn = judgedThrough < quarter.last ? ': the quarter is not over' : '';
  return `Judged through ${day(judgedThrough)}${runsOn}.`;
}

function atAGlance({ commitments, quarter }: Scorecard, earlier: readonly EarlierQuarter[]): Block[] {
  const { outcomes, followThrough, pending, carriedIn, noDate } = commitments;
  const trend = [
    ...oldestFirst(earlier).map(({ quarter: { name }, knownThen, knownNow }) => [
      name,
      'not recorded yet',
      followThroughWords(knownThen.followThrough),
      followThroughWords(knownNow.followThrough),
    ]),
    [quarter.name, 'not recorded yet', '–', followThroughWords(followThrough)],
  ];
  return [
    heading('At a glance'),
    paragraph(
      `Follow-through: ${followThroughWords(followThrough)}. ` +
        `Beside it: ${counted(pending.length, 'pending', 'pending')}, ${carriedIn.length} carried in from earlier quarters, ` +
        `${counted(noDate.length, 'without a date', 'without a date')}.`,
    ),
    table(
      [...OUTCOMES.map((outcome) => `>${OUTCOME_WORDS[outcome]}`), '>counted'],
      [[...OUTCOMES.map((outcome) => String(outcomes[outcome].length)), String(followThrough.counted)]],
      '',
    ),
    table(
      ['quarter', 'as published', 'as known 30 days after its end', 'as known now'],
      trend,
      '',
      'Follow-through, quarter by quarter',
    ),
  ];
}

function oldestFirst(earlier: readonly EarlierQuarter[]): EarlierQuarter[] {
  return [...earlier].sort((a, b) => (a.quarter.first < b.quarter.first ? -1 : 1));
}

function fellDue({ commitments, judgedThrough, lateness }: Scorecard, names: Names, say: Wording): Block[] {
  const { verified } = commitments.beside;
  const isVerified = (item: Item) =>
    verified.some((other) => other.commitmentId === item.commitmentId && other.period === item.period);
  // Ended and never done has no lateness (line 9): it is not counted there.
  const ended = (item: DueItem) =>
    item.period === undefined && !lateness.items.some(({ commitmentId }) => commitmentId === item.commitmentId);
  const late = (item: DueItem): string => {
    if (item.doneOn === null) return ended(item) ? 'ended' : `${daysBetween(item.dueOn, judgedThrough)}, open`;
    const days = daysBetween(item.dueOn, item.doneOn);
    return days <= 0 ? 'on time' : String(days);
  };
  const remarks = (item: DueItem): string =>
    (item.period === undefined ? (names.remarks.get(item.commitmentId) ?? []) : [])
      .filter(({ on }) => on <= judgedThrough)
      .map(({ on, words }) => `; ${day(on)}: ${words}`)
      .join('');
  const row = (outcome: Outcome) => (item: DueItem) => [
    say.number(item.commitmentId),
    say.item(item),
    say.parties(item.shares.map(({ party }) => party)),
    day(item.dueOn),
    `${OUTCOME_WORDS[outcome]}${remarks(item)}`,
    late(item),
    item.doneOn === null ? '–' : isVerified(item) ? 'verified' : 'claimed',
  ];
  const rows = WORST_FIRST.flatMap((outcome) => inOrder(commitments.outcomes[outcome], names).map(row(outcome)));
  return [
    heading('What fell due, worst first'),
    table(['no.', 'promise', 'owed by', 'due', 'outcome', '>days late', 'word'], rows, 'Nothing fell due in this quarter.'),
  ];
}

/** By day, then in the order the promises were made. */
function inOrder<T extends Item & Readonly<{ dueOn: CivilDate }>>(items: readonly T[], names: Names): T[] {
  const number = (item: T) => names.commitments.get(item.commitmentId)?.number ?? 0;
  return [...items].sort((a, b) => (a.dueOn === b.dueOn ? number(a) - number(b) : a.dueOn < b.dueOn ? -1 : 1));
}

function openAndMoved({ commitments }: Scorecard, say: Wording): Block[] {
  const { carriedIn, pending, noDate, uncounted, beside } = commitments;
  const away = (words: string, items: readonly TakenAway[]) =>
    items.map((item) => {
      const whose = item.party === undefined ? '' : ` of ${say.party(item.party)}`;
      return [say.number(item.commitmentId), say.item(item), day(item.dueOn), `${words}${whose}`];
    });
  const moved = [
    ...away('moved by agreement before the date', uncounted.renegotiated),
    ...away('superseded by agreement', uncounted.superseded),
    ...away('withdrawn by agreement', uncounted.withdrawn),
    ...away('share released', uncounted.released),
    ...away('share transferred', uncounted.transferred),
    ...away('struck as recorded in error', uncounted.struck),
  ];
  return [
    heading('Carried in, moved, pending'),
    table(
      ['no.', 'carried in', 'was due', '>age in days', 'became'],
      carriedIn.map((item) => [
        say.number(item.commitmentId),
        say.item(item),
        day(item.dueOn),
        String(item.ageDays),
        item.became === 'partlyKept' ? OUTCOME_WORDS.partlyKept : item.became,
      ]),
      'Nothing was carried in.',
    ),
    table(['no.', 'not counted', 'date', 'why'], moved, 'No date of this quarter was taken away by agreement.'),
    ...(beside.reDated.length === 0
      ? []
      : [
          paragraph(`Re-dated, but too late to release the old date: ${say.numbers(beside.reDated)} (${beside.reDated.length}).`),
        ]),
    ...(pending.length === 0
      ? []
      : [
          table(
            ['no.', 'pending', 'due', 'done already'],
            pending.map((item) => [say.number(item.commitmentId), say.item(item), day(item.dueOn), item.done ? 'yes' : 'no']),
            '',
          ),
        ]),
    paragraph(
      noDate.length === 0
        ? 'Every open promise has a date.'
        : `${counted(noDate.length, 'open promise states', 'open promises state')} no date and cannot be late: ${say.numbers(noDate)}.`,
    ),
  ];
}

function silence({ silent }: Scorecard, say: Wording): Block[] {
  return [
    heading('Silent'),
    table(
      ['party', 'promise', '>days open in the quarter'],
      silent.shares.map(({ party, commitmentId, openDays }) => [
        say.party(party),
        `${say.number(commitmentId)} ${say.commitment(commitmentId)}`,
        String(openDays),
      ]),
      'Every party with an open share said something about it in the quarter.',
      `${counted(silent.parties.length, 'party', 'parties')} with an open share said nothing about it for the whole quarter.`,
    ),
  ];
}

function slippage({ slippage: slipped, lateness }: Scorecard, say: Wording): Block[] {
  const row = (what: string, figure: Scorecard['slippage']) => [
    what,
    String(figure.items.length),
    fraction(figure.median),
    figure.worst === null ? '–' : String(figure.worst),
    figure.worst === null
      ? '–'
      : say.numbers(figure.items.filter(({ days }) => days === figure.worst).map(({ commitmentId }) => commitmentId)),
  ];
  return [
    heading('Slippage and lateness, in days'),
    table(
      ['', '>counted', '>median', '>worst', 'worst is'],
      [
        row('slippage: date in force against the original date', slipped),
        row('lateness: done (or still open) against the original date', lateness),
      ],
      '',
    ),
  ];
}

function evidence({ evidence: figures }: Scorecard, say: Wording): Block[] {
  const row = (what: string, ids: readonly string[]) => [what, String(ids.length), say.numbers(ids)];
  return [
    heading('Evidence'),
    table(
      ['', '>promises', 'which'],
      [
        row('evidence required', figures.required),
        row('the required minimum is present', figures.present),
        row('the required minimum is accepted', figures.accepted),
        row('triangulated: two methods, two submitting parties', figures.triangulated),
        row('contradicted by evidence', figures.contradicted),
      ],
      '',
      `Of ${counted(figures.over.length, 'promise')} due, carried in or claimed in the quarter.`,
    ),
  ];
}

function byPartyAndGoal({ byParty, byGoal }: Scorecard, names: Names, say: Wording): Block[] {
  const counts = (outcomes: Readonly<Record<Outcome, readonly unknown[]>>) =>
    OUTCOMES.map((outcome) => String(outcomes[outcome].length));
  const columns = [...OUTCOMES.map((outcome) => `>${OUTCOME_WORDS[outcome]}`), 'follow-through'];
  return [
    heading('By party and by goal'),
    table(
      ['party', ...columns],
      byParty.map(({ party, outcomes, followThrough }) => [
        say.party(party),
        ...counts(outcomes),
        followThroughWords(followThrough),
      ]),
      'No share fell due.',
      'Shares of each party. They do not add up to the promises, which may bind several parties.',
    ),
    table(
      ['goal', ...columns],
      byGoal.map(({ goalId, outcomes, followThrough }) => [
        goalId === null ? 'no goal' : (names.goals.get(goalId) ?? goalId),
        ...counts(outcomes),
        followThroughWords(followThrough),
      ]),
      'No promise with a goal fell due.',
    ),
  ];
}

function toKnow({ commitments: { beside }, anomalies, agreements, reviews }: Scorecard, say: Wording): Block[] {
  const figure = (words: string, items: readonly (Item | string)[]) =>
    `${words}: ${items.length}${items.length === 0 ? '' : ` (${say.numbers(items)})`}`;
  const unconfirmed = beside.unconfirmed.map(({ commitmentId }) => commitmentId);
  return [
    heading('What to know about these figures'),
    {
      kind: 'list',
      items: [
        figure('Kept or late, and verified by those it is owed to', beside.verified),
        figure('Kept or late, and only claimed', beside.onlyClaimed),
        figure('Verdicts that differ (the less favourable stands)', beside.contested),
        figure('Recorded only after they fell due or were done', beside.recordedAfterwards),
        figure('Already done when promised', beside.alreadyDoneWhenPromised),
        figure('With terms corrected afterwards', beside.correctedTerms),
        figure('With an agreement or a verdict that one hand recorded for both sides, unconfirmed', unconfirmed),
        `Facts that did not apply at their place, or break a rule: ${anomalies.length}`,
        `Disputes: ${beside.disputed}. Agreements: ${agreements}. Findings and signatures: ${reviews}.`,
      ],
    },
  ];
}

/** Every promise that a figure names, under its number, with its id in the ledger. */
function promises(scorecard: Scorecard, names: Names, say: Wording): Block[] {
  const { outcomes, pending, carriedIn, noDate, uncounted } = scorecard.commitments;
  const named = new Set(
    [
      ...OUTCOMES.flatMap((outcome) => outcomes[outcome] as readonly Item[]),
      ...pending,
      ...carriedIn,
      ...noDate,
      ...Object.values(uncounted).flat(),
      ...scorecard.silent.shares,
    ].map(({ commitmentId }) => commitmentId),
  );
  const rows = [...names.commitments]
    .filter(([id]) => named.has(id))
    .map(([id, { statement, owing, owedTo }]) => [say.number(id), statement, say.parties(owing), say.parties(owedTo), id]);
  return [
    heading('The promises named above'),
    table(['no.', 'promise', 'owed by', 'owed to', 'id in the ledger'], rows, 'None.'),
  ];
}
