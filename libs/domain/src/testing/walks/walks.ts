import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type CivilDate,
  type Event,
  type Family,
  foldKnown,
  foldView,
  type Instant,
  type Recorded,
  type Shape,
  streamParts,
} from '#kernel';
import { seedOf } from '../../../../kernel/src/testing/seed.js';
import type { LedgerEvent } from '../../acts.js';
import { shapes } from '../../deciders.js';
import { attemptOn, begin, wordOn } from './attempts.js';
import { brokenRules, brokenRulesAboutFacts } from './broken-rules.js';
import { plain, writtenInPlace } from './in-place.js';
import { Picks } from './picks.js';
import { type Outcome, World } from './world.js';

/** One step of a walk: how many days pass, on which family, whether it is said about a fact, and the choices made. */
type Step = Readonly<{ days: number; elsewhere: number; aboutFact: number; numbers: readonly number[] }>;

/** A walk through a ledger: commands one after the other, with what became of each. */
export type Walk = Readonly<{ world: World; outcomes: readonly Outcome[] }>;

const step = fc.record({
  days: fc.nat(6),
  elsewhere: fc.nat(9),
  aboutFact: fc.nat(9),
  numbers: fc.array(fc.nat(999), { minLength: 24, maxLength: 24 }),
}) satisfies fc.Arbitrary<Step>;

/** Steps of a walk, mostly on one family. */
export const steps = fc.array(step, { minLength: 6, maxLength: 30, size: 'max' });

// Commands of each family, those about facts among them; a partnership is formed before a walk begins.
const COMMANDS: Readonly<Record<Family, number>> = {
  organization: 9,
  partnership: 18,
  commitment: 29,
  evidence: 8,
  indicator: 8,
  meeting: 6,
};

/** How many walks each property takes at full size. */
export const PROPERTY_WALKS = Number(process.env['PROPERTY_WALKS'] ?? 1000);

/** How many of ten steps say something of a fact that is there: correct it, confirm the record of it, contest that. */
const ABOUT_FACTS = { none: 0, some: 3, many: 5 } as const;

/** How many walks may be taken for each that is to show something. */
const MOST_TAKEN = 20;

const FAMILIES = Object.keys(shapes) as Family[];
// Commitments twice more: most rules that look beside their stream look there.
const BESIDE: readonly Family[] = [...FAMILIES, 'commitment', 'commitment'];

/**
 * Walks: most commands are for streams of one family, some for others, so that what lies beside it changes too.
 * @param about how often facts are corrected, confirmed and contested on the way
 */
export async function walk(family: Family, taken: readonly Step[], about: keyof typeof ABOUT_FACTS): Promise<Walk> {
  const world = new World();
  await begin(world);
  const outcomes: Outcome[] = [];
  for (const { days, elsewhere, aboutFact, numbers } of taken) {
    world.pass(days);
    const picks = new Picks(numbers);
    const where = elsewhere < 2 ? picks.of(BESIDE) : family;
    const attempt = aboutFact < ABOUT_FACTS[about] ? wordOn(world, where, picks) : attemptOn(world, where, picks);
    outcomes.push(await world.attempt(attempt));
  }
  return { world, outcomes };
}

type Stored = readonly Recorded<LedgerEvent>[];

const shapeOf = (stream: string) => shapes[streamParts(stream).family] as unknown as Shape<unknown, Event>;
const streamsOf = ({ world }: Walk) =>
  FAMILIES.flatMap((family) => world.names(family)).map((name) => [name, world.of(name)] as const);
const view = (stream: string, events: Stored, at: Readonly<{ asOf?: Instant; on?: CivilDate }>) =>
  foldView(shapeOf(stream), events, { ...at, basis: 'ledger', timeZone: 'America/New_York' });

/**
 * The properties of one family's decider, each over so many random walks. Registers the tests.
 * @param corrected on how many walks a fact of the family is to be corrected, where that is what a property is about
 */
export function walksKeepRules(family: Family, walks: number, corrected = walks): void {
  type Holds = (taken: Walk, at: Readonly<{ asOf: Instant; on: CivilDate }>) => void;
  const over = (about: keyof typeof ABOUT_FACTS, holds: Holds, round?: number) =>
    fc.assert(
      fc.asyncProperty(steps, fc.nat(), fc.nat(40), async (taken, some, days) => {
        const walked = await walk(family, taken, about);
        const { log } = walked.world;
        const asOf = log[some % log.length]?.recordedAt ?? '2024-07-01T00:00:00.000Z';
        holds(walked, { asOf, on: walked.world.today(-days) });
      }),
      { numRuns: walks, seed: seedOf(round) },
    );

  it('accepts no command that breaks a rule, and none that does not apply when it is replayed', async () => {
    await over('none', (walked) => {
      expect(brokenRules(walked.world.log)).toEqual([]);
      for (const [stream, events] of streamsOf(walked)) expect(foldKnown(shapeOf(stream), events).anomalies).toEqual([]);
    });
  });

  it('accepts no correction, and no word on a record, that breaks a rule (rules 1, 3, 11, 12, 14)', async () => {
    await over('some', ({ world }) => {
      expect(brokenRulesAboutFacts(world.log)).toEqual([]);
    });
  });

  it('names the code of every refusal, and of what a rule forbids the rule and the field', async () => {
    await over('some', ({ outcomes }) => {
      for (const outcome of outcomes) {
        if (outcome.kind !== 'refused') continue;
        const { kind, code, problems } = outcome.refusal;
        expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/);
        if (kind === 'conflict' || code === 'NOT_FOUND') continue;
        expect(problems.length).toBeGreaterThan(0);
        for (const problem of problems) {
          expect(problem).toMatchObject({ field: expect.any(String), message: expect.stringMatching(/\S/) });
          if (kind === 'refused') expect(problem.rule).toMatch(/^R(1[0-6]|[1-9])$/);
        }
      }
    });
  });

  it('folds to the same state whenever it is replayed, from whatever the store gives back', async () => {
    await over('some', (walked) => {
      for (const [stream, events] of streamsOf(walked)) {
        const stored = events.map(({ revision, ...event }) => ({ ...JSON.parse(JSON.stringify(event)), revision }) as Recorded);
        expect(foldKnown(shapeOf(stream), stored)).toEqual(foldKnown(shapeOf(stream), events));
      }
    });
  });

  it('has the same view (d, k) whatever is recorded after k, on basis ledger', async () => {
    await over('some', (walked, at) => {
      for (const [stream, events] of streamsOf(walked)) {
        const known = events.filter((event) => event.recordedAt <= at.asOf);
        expect(view(stream, events, at)).toEqual(view(stream, known, at));
      }
    });
  });

  it('says after corrections what it would say had the facts been recorded in these words (rule 11)', async () => {
    // On most walks no fact of the family is corrected for good: they show nothing here, and others are taken beside them.
    let showing = 0;
    const sameInPlace = (walked: Walk) => {
      const shown = streamsOf(walked).filter(([stream, events]) => {
        const inPlace = writtenInPlace(events);
        if (inPlace === undefined) return false;
        expect(plain(view(stream, events, {}).state)).toEqual(plain(view(stream, inPlace, {}).state));
        return streamParts(stream).family === family;
      });
      if (shown.length > 0) showing += 1;
    };
    for (let round = 0; showing < corrected && round < MOST_TAKEN; round += 1) await over('many', sameInPlace, round);
    expect(showing).toBeGreaterThanOrEqual(corrected);
  });
}

/** The walks are worth taking: each command of the family is recorded in some and refused in others. Registers the test. */
export function walksReachEverything(family: Family, walks: number): void {
  it(`records each of its commands on some of ${3 * walks} walks, and refuses each on others`, async () => {
    const met = { recorded: new Set<string>(), nothing: new Set<string>(), refused: new Set<string>() };
    const property = fc.asyncProperty(steps, async (taken) => {
      const { outcomes } = await walk(family, taken, 'some');
      for (const { kind, attempt } of outcomes) if (attempt.family === family) met[kind].add(attempt.command.type);
    });
    await fc.assert(property, { numRuns: 3 * walks, seed: seedOf() });
    expect([...met.refused].sort()).toHaveLength(COMMANDS[family]);
    // Of an organization's facts no party has the word.
    const never = family === 'organization' ? ['ConfirmRecord', 'ContestRecord'] : [];
    expect([...met.refused].filter((type) => !met.recorded.has(type)).sort()).toEqual(never);
  });
}
