import { reviewDocument, toCsv, toMarkdown, toText } from '#documents';
import { type Id, invalid, isId, LedgerError } from '#kernel';
import { type MomentAsked, type OpenLedger, type Review, reviewOf } from '#platform';
import { listPartnerships, type PartnershipView } from '#read-models';
import { type CommonOptions, withLedgerThere } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

export type ReviewFormat = 'text' | 'md' | 'csv' | 'json';

type ReviewOptions = CommonOptions & MomentAsked & Readonly<{ format?: ReviewFormat }>;

/** Prints the accountability review of a quarter. */
export function review(terminal: Terminal, options: ReviewOptions, partnership: string, quarter: string): Promise<ExitCode> {
  return withLedgerThere(options, terminal, async (ledger) => {
    const { partnershipId } = await partnershipNamed(ledger, partnership);
    writeReview(terminal, await reviewed(ledger, partnershipId, { ...options, quarter }), options.format);
    return EXIT.done;
  });
}

/** Scores the quarter as asked. */
export function reviewed(
  ledger: OpenLedger,
  partnershipId: Id,
  { quarter, asOf, basis }: MomentAsked & Readonly<{ quarter: string }>,
): Promise<Review> {
  const moment = { ...(asOf === undefined ? {} : { asOf }), ...(basis === undefined ? {} : { basis }) };
  return reviewOf(ledger, partnershipId, { quarter, ...moment });
}

/** Writes a review as it was asked for: text for a terminal where nothing is said. */
export function writeReview(terminal: Terminal, { scorecard, earlier, names }: Review, format: ReviewFormat | undefined): void {
  const wanted = format ?? (terminal.json ? 'json' : 'text');
  switch (wanted) {
    case 'json':
      terminal.print(JSON.stringify({ partnership: names.partnership, scorecard, earlier }, null, 2));
      return;
    case 'csv':
      terminal.print(toCsv(scorecard, names));
      return;
    case 'md':
      terminal.print(toMarkdown(reviewDocument(scorecard, earlier, names)));
      return;
    case 'text':
      terminal.print(toText(reviewDocument(scorecard, earlier, names), terminal.width, terminal.emphasis));
  }
}

/**
 * The partnership meant by an id or by a part of its name that no other has.
 * @throws LedgerError `not-found`; `invalid` AMBIGUOUS where several bear that part, naming them
 */
export async function partnershipNamed(ledger: OpenLedger, words: string): Promise<PartnershipView> {
  await ledger.settled();
  const meant = words.toLowerCase();
  const found: PartnershipView[] = [];
  let cursor: string | null = null;
  do {
    const { data }: Awaited<ReturnType<typeof listPartnerships>> = await listPartnerships(
      ledger.sql,
      cursor === null ? {} : { cursor },
    );
    const isMeant = (view: PartnershipView) =>
      isId(meant) ? view.partnershipId === meant : view.name.toLowerCase().includes(meant);
    found.push(...data.items.filter(isMeant));
    cursor = data.next;
  } while (cursor !== null);
  const exact = found.filter(({ name }) => name.toLowerCase() === meant);
  const [one, another] = exact.length === 1 ? exact : found;
  if (one === undefined) throw await nobodyNamed(words, ledger);
  if (another === undefined) return one;
  const message = `"${words}" is part of several names: ${found.map(({ name }) => name).join('; ')}`;
  throw invalid([{ field: 'partnership', rule: 'R15', message }]);
}

/** How many names help whoever mistyped one. */
const NAMED = 10;

async function nobodyNamed(words: string, { sql }: OpenLedger): Promise<LedgerError> {
  const { data } = await listPartnerships(sql, { limit: NAMED });
  const names = [...data.items.map(({ name }) => name), ...(data.next === null ? [] : ['and more'])];
  const there = names.length === 0 ? 'this ledger holds no partnership yet' : `there are: ${names.join('; ')}`;
  const message = `no partnership has "${words}" in its name; ${there}`;
  return new LedgerError('not-found', 'NOT_FOUND', message, [{ field: 'partnership', rule: 'R15', message }]);
}
