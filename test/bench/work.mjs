import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#kernel';
import { answering, growing } from './answers.mjs';
import { event } from './event.mjs';
import { partnershipHistory } from './history.mjs';

const RETRIES = 50;
const CREATORS = 100;
/** How long a reader that hears nothing more is waited for. */
const SILENCE_MS = 3_000;

/** What is asked of every driver; each answers plain figures. */
export const works = { append, load, readAll, rebuild, missed, duplicated, doubleCreate, inOrder, restore, answering, growing };

/** Appends per second of so many writers, each with a stream of its own, each waiting for its answer. */
async function append(driver, { writers, size, ms }) {
  const streams = Array.from({ length: writers }, () => `meeting-${newId()}`);
  const some = () => Array.from({ length: size }, event);
  const started = performance.now();
  const going = () => performance.now() - started < ms;
  let appends = 0;
  if (driver.appendTogether !== undefined) {
    for (let revision = -1n; going(); revision += BigInt(size), appends += writers)
      await driver.appendTogether(streams, revision, streams.map(some));
  } else {
    await Promise.all(
      streams.map(async (stream) => {
        for (let revision = -1n; going(); appends += 1) revision = await driver.append(stream, some(), revision);
      }),
    );
  }
  return perSecond(appends, started);
}

/** Appends a partnership's history, streams mixed as they grow side by side: half of each, then the rest. */
async function load(driver, { commitments }) {
  const { streams } = partnershipHistory(commitments);
  let events = 0;
  for (const half of [0, 1]) {
    let next = 0;
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        while (next < streams.length) {
          const { stream, events: all } = streams[next++];
          const middle = Math.ceil(all.length / 2);
          const part = half === 0 ? all.slice(0, middle) : all.slice(middle);
          if (part.length > 0) await driver.append(stream, part, half === 0 ? -1n : BigInt(middle - 1));
          events += part.length;
        }
      }),
    );
  }
  return events;
}

/** Events per second from the first to the last. */
async function readAll(driver) {
  const started = performance.now();
  let [events, last] = [0, started];
  await driver.readAll((_, data) => {
    if (data === undefined) return;
    events += 1;
    last = performance.now();
  });
  return { events, perSecond: (events / (last - started)) * 1000 };
}

/** Events per second of building a projection anew: the timeline, a row for each event. */
async function rebuild(driver) {
  if (driver.rebuild === undefined) return undefined;
  const started = performance.now();
  const { events, waitedMs = 0 } = await driver.rebuild();
  return { events, perSecond: perSecond(events, started + waitedMs) };
}

/** Of what sixteen writers append, what a reader that follows them does not get, and what it gets twice. */
async function missed(driver, { ms }) {
  const got = new Map();
  let heard = performance.now();
  const ending = new AbortController();
  const following = driver.tail((id) => {
    heard = performance.now();
    got.set(id, (got.get(id) ?? 0) + 1);
  }, ending.signal);
  await pause(200);
  const appended = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: 16 }, async (_, writer) => {
      const stream = `meeting-${newId()}`;
      // Long and short appends beside each other: what begins first does not end first.
      const size = 1 + (writer % 4) * 8;
      for (let revision = -1n; performance.now() - started < ms; ) {
        const events = Array.from({ length: size }, event);
        revision = await driver.append(stream, events, revision);
        appended.push(...events.map(({ id }) => id));
      }
    }),
  );
  heard = performance.now();
  while (performance.now() - heard < SILENCE_MS && appended.some((id) => !got.has(id))) await pause(50);
  ending.abort();
  await following.catch(() => undefined);
  const times = appended.map((id) => got.get(id) ?? 0);
  return { appended: appended.length, missed: times.filter((n) => n === 0).length, twice: times.filter((n) => n > 1).length };
}

/** A caller who did not hear the answer appends the same again, knowing nothing of the revision: how often it stands twice. */
async function duplicated(driver) {
  let twice = 0;
  for (let round = 0; round < RETRIES; round += 1) {
    const [stream, events] = [`meeting-${newId()}`, [event()]];
    await driver.append(stream, events, undefined);
    await driver.append(stream, events, undefined).catch(() => undefined);
    if ((await driver.count(stream)) > 1) twice += 1;
  }
  return { repeated: RETRIES, twice };
}

/** Two callers make the same stream at the same moment, each only if it is not there: how often both are told yes. */
async function doubleCreate(driver) {
  let both = 0;
  for (let round = 0; round < CREATORS; round += 1) {
    const stream = `meeting-${newId()}`;
    const make = () => driver.append(stream, [event()], -1n).then(() => 1, () => 0);
    const [one, other] = await Promise.all([make(), make()]);
    if (one + other === 2) both += 1;
  }
  return { pairs: CREATORS, both };
}

/** The ids in the order of the log, for comparing with those after a restore. */
async function inOrder(driver) {
  const ids = [];
  await driver.readAll((id) => ids.push(id));
  return ids;
}

async function restore(driver) {
  await driver.restore();
  return inOrder(driver);
}

function perSecond(count, started) {
  return (count / (performance.now() - started)) * 1000;
}
