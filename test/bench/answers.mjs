import { evidenceShape, indicatorShape, meetingShape, partnershipShape } from '#domain';
import { START } from '#event-store';
import { statesAt } from '#read-models';
import { breaches, canonicalScorecard, commitmentViews, earlierQuarters, scorecardV1 } from '#scoring';
import { append, EVENTS_OF_A_COMMITMENT, partnershipHistory, QUARTER } from './history.mjs';

const ON = '2025-04-10';
const LARGEST = 1_000;
const TIMES = 3;
const kept = new WeakMap();

/** Milliseconds of the answers about one partnership, beside the parse of its events as they are stored. */
export async function answering(driver, { commitments }) {
  const { store } = driver.ledger();
  if (!kept.has(driver)) {
    const { partnershipId, streams } = partnershipHistory(commitments);
    await append(store, streams);
    kept.set(driver, partnershipId);
  }
  const partnershipId = kept.get(driver);
  const events = await store.readPartnership(partnershipId);
  const bodies = events.map(({ type, schema, data, metadata }) => JSON.stringify({ type, schema, data, metadata }));
  return {
    events: events.length,
    parse: await timed(() => bodies.map((body) => JSON.parse(body))),
    read: await timed(() => store.readPartnership(partnershipId)),
    // Each on a list of its own: what is worked out from one very list is kept for it.
    state: await timed(() => stateOf([...events])),
    readAndState: await timed(async () => stateOf(await store.readPartnership(partnershipId))),
    scorecard: await timed(() => scored([...events])),
    readAndScorecard: await timed(async () => scored(await store.readPartnership(partnershipId))),
  };
}

/** Grows the ledger to so many events and measures at its new size; the answers are about one partnership in it. */
export async function growing(driver, { to }) {
  const { store } = driver.ledger();
  const before = Number(await store.head());
  let appended = 0;
  const started = performance.now();
  let about = kept.get(driver);
  for (let at = before; at < to; at = Number(await store.head())) {
    const commitments = Math.max(1, Math.min(LARGEST, Math.floor((to - at) / EVENTS_OF_A_COMMITMENT)));
    const { partnershipId, streams } = partnershipHistory(commitments);
    await append(store, streams);
    appended += streams.reduce((sum, { events }) => sum + events.length, 0);
    if (commitments === LARGEST || about === undefined) about ??= partnershipId;
  }
  const appendMs = performance.now() - started;
  // The partnership asked about is the largest there is: of 1,000 commitments as soon as the ledger has room for one.
  if (before < LARGEST * EVENTS_OF_A_COMMITMENT) kept.set(driver, (about = await largest(store)));
  const measured = await rates(driver);
  // Right after the rebuild the database's memory is full of what that wrote: the first read is no measure of those after it.
  const begun = performance.now();
  const events = await store.readPartnership(about);
  const firstReadMs = performance.now() - begun;
  return {
    events: Number(await store.head()),
    appendsPerSecond: (appended / appendMs) * 1000,
    ...measured,
    firstRead: firstReadMs,
    partnershipEvents: events.length,
    ...(await times(TIMES, {
      read: () => store.readPartnership(about),
      readAndState: async () => stateOf(await store.readPartnership(about)),
      readAndScorecard: async () => scored(await store.readPartnership(about)),
    })),
  };
}

/** Each work so many times, one after the other: a list of milliseconds for each. */
async function times(count, works) {
  const samples = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let n = 0; n < count; n += 1) for (const [name, work] of Object.entries(works)) samples[name].push(await timed(work));
  return samples;
}

async function rates(driver) {
  const started = performance.now();
  let read = 0;
  await driver.readAll(() => {
    read += 1;
  });
  const readMs = performance.now() - started;
  const rebuilding = performance.now();
  const { events: rebuilt } = await driver.rebuild();
  return {
    readPerSecond: (read / readMs) * 1000,
    rebuiltPerSecond: (rebuilt / (performance.now() - rebuilding)) * 1000,
  };
}

async function largest(store) {
  const sizes = new Map();
  for (let page = { scannedTo: START, caughtUp: false }; !page.caughtUp; ) {
    page = await store.readAll(page.scannedTo, { limit: 1000 });
    for (const { metadata } of page.events)
      if (metadata.partnershipId !== undefined) sizes.set(metadata.partnershipId, (sizes.get(metadata.partnershipId) ?? 0) + 1);
  }
  return [...sizes].sort(([, a], [, b]) => b - a)[0][0];
}

function at() {
  return { on: ON, asOf: new Date().toISOString(), basis: 'source', timeZone: 'America/New_York' };
}

/** What the route of the state answers: the partnership and everything in it folded as of a day, and what is broken in it. */
function stateOf(events) {
  const moment = at();
  const state = {
    partnership: statesAt(partnershipShape, events, moment),
    commitments: commitmentViews(events, moment),
    evidence: statesAt(evidenceShape, events, moment),
    indicators: statesAt(indicatorShape, events, moment),
    meetings: statesAt(meetingShape, events, moment),
    breaches: breaches(events, moment),
  };
  if (state.commitments.size === 0) throw new Error('there is no commitment');
  return state;
}

/** What the route answers: the quarter with its bytes, and four earlier ones as known then and now. */
function scored(events) {
  const request = { quarter: QUARTER, asOf: new Date().toISOString(), basis: 'source' };
  const scorecard = scorecardV1({ events }, request);
  if (scorecard.commitments.followThrough.counted === 0) throw new Error('nothing was counted');
  return [canonicalScorecard(scorecard), earlierQuarters({ events }, request, 4)];
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
