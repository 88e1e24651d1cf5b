import type { Act, RecordAct } from '#domain';
import {
  type Actor,
  type CivilDate,
  derivedId,
  endOfDay,
  type Family,
  type Id,
  type Instant,
  lastDayMeant,
  type OccurredOn,
  type QuarterName,
  sha256,
  streamName,
  type TextDraft,
  type TextRef,
  type Texts,
  type TimeZone,
} from '#kernel';

/** Keeps the bytes of an evidence file under their hash. */
export type KeepFile = (bytes: Uint8Array, mediaType: string) => Promise<Readonly<{ sha256: string }>>;

/** Somebody who acts in a scenario. No name: a role in a party is all the history needs. */
export type Person = Readonly<{ personId: Id; partyId?: Id; roleId?: Id }>;

export type ScenarioStep = Readonly<{
  key: string;
  on: OccurredOn;
  /** When the source (the parties' own papers) had it. */
  assertedAt: Instant;
  actor: Actor;
  recordedBy: Id;
  act: Act;
}>;

export type ScenarioFile = Readonly<{ bytes: Uint8Array; mediaType: string }>;

/** A dated history that is recorded through the public commands, and the review that it leads to. */
export type Scenario = Readonly<{
  name: string;
  title: string;
  source: Readonly<{ citation: string; sha256: string }>;
  partnershipId: Id;
  review: Readonly<{ quarter: QuarterName; asOf: CivilDate }>;
  steps: readonly ScenarioStep[];
  /** Free texts by the id that stands for them in the steps. */
  texts: ReadonlyMap<Id, string>;
  files: readonly ScenarioFile[];
}>;

// The namespace of all scenarios' ids; a constant, so that a scenario recorded twice is recorded once.
const SCENARIOS = '0f0f7d1e-58a5-5b9c-8d53-6d1b7f1f5a11';

type About = Readonly<{ on: OccurredOn; by: Person; recordedBy?: Person; assertedOn?: CivilDate }>;

/** Writes a scenario down, in the order in which it became known. */
export class ScenarioBook {
  readonly #root: Id;
  readonly #steps: ScenarioStep[] = [];
  readonly #texts = new Map<Id, string>();
  readonly #files = new Map<string, ScenarioFile>();
  readonly #keys = new Set<string>();

  constructor(
    readonly name: string,
    readonly timeZone: TimeZone,
  ) {
    this.#root = derivedId(SCENARIOS, name);
  }

  /** The id of a stream or a person of this scenario. */
  id(key: string): Id {
    return derivedId(this.#root, key);
  }

  /** The id of the thing that the step of this key makes. */
  made(key: string, family: string): Id {
    return derivedId(this.id(`step/${key}`), family);
  }

  /** The id of the first event that the step of this key appends to a stream. */
  event(key: string, family: Family, id: Id): Id {
    return derivedId(this.id(`step/${key}`), `${streamName(family, id)}/0`);
  }

  /** Free text, to be kept apart from the events when the step is recorded. */
  text(content: string): TextRef {
    const text = this.id(`text/${this.#texts.size}/${content}`);
    this.#texts.set(text, content);
    return { text, sha256: '' };
  }

  /** A file's content as evidence. */
  file(content: string, mediaType: string): { kind: 'file'; sha256: string; size: number; mediaType: string } {
    const bytes = Buffer.from(content, 'utf8');
    const hash = sha256(bytes);
    this.#files.set(hash, { bytes, mediaType });
    return { kind: 'file', sha256: hash, size: bytes.length, mediaType };
  }

  /** Writes down one act under a key of its own. */
  record(key: string, { on, by, recordedBy = by, assertedOn }: About, act: Act): void {
    if (this.#keys.has(key)) throw new Error(`scenario ${this.name}: the key ${key} is there twice`);
    this.#keys.add(key);
    const asserted = assertedOn ?? lastDayMeant(on);
    this.#steps.push({
      key,
      on,
      assertedAt: endOfDay(asserted, this.timeZone),
      actor: { kind: 'person', ...by },
      recordedBy: recordedBy.personId,
      act,
    });
  }

  close(rest: Omit<Scenario, 'name' | 'steps' | 'texts' | 'files'>): Scenario {
    return { ...rest, name: this.name, steps: [...this.#steps], texts: this.#texts, files: [...this.#files.values()] };
  }
}

export type ScenarioRecorded = Readonly<{ steps: number; recorded: number; alreadyRecorded: number; events: number }>;

/**
 * Records a scenario. Safe to repeat: a step that is there already is not recorded again.
 * @param progress called after each step with steps done and steps in all
 */
export async function recordScenario(
  scenario: Scenario,
  into: Readonly<{ record: RecordAct; texts: Texts; keepFile: KeepFile }>,
  progress: (done: number, all: number) => void = () => undefined,
): Promise<ScenarioRecorded> {
  const root = derivedId(SCENARIOS, scenario.name);
  for (const { bytes, mediaType } of scenario.files) await into.keepFile(bytes, mediaType);
  let recorded = 0;
  let events = 0;
  for (const [index, step] of scenario.steps.entries()) {
    const commandId = derivedId(root, `step/${step.key}`);
    const { act, drafts } = await withTexts(step.act, commandId, scenario.texts, into.texts);
    const receipt = await into.record(act, {
      commandId,
      actor: step.actor,
      recordedBy: { kind: 'person', id: step.recordedBy },
      occurredOn: step.on,
      assertedAt: step.assertedAt,
      provenance: { source: scenario.source.citation, sha256: scenario.source.sha256 },
      correlationId: root,
      texts: drafts,
    });
    if (!receipt.alreadyRecorded) {
      recorded += 1;
      events += receipt.eventIds.length;
    }
    progress(index + 1, scenario.steps.length);
  }
  return { steps: scenario.steps.length, recorded, alreadyRecorded: scenario.steps.length - recorded, events };
}

/** The act with each text's place taken by its reference. */
async function withTexts(
  act: Act,
  commandId: Id,
  contents: ReadonlyMap<Id, string>,
  texts: Texts,
): Promise<{ act: Act; drafts: TextDraft[] }> {
  const drafts: TextDraft[] = [];
  const resolve = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      // One after the other: the name of a text is its place in the command.
      for (const item of value) items.push(await resolve(item));
      return items;
    }
    if (typeof value !== 'object' || value === null) return value;
    const content = 'text' in value && typeof value.text === 'string' ? contents.get(value.text) : undefined;
    if (content !== undefined) {
      const draft = await texts.draft(commandId, `text/${drafts.length}`, content);
      drafts.push(draft);
      return { text: draft.id, sha256: draft.sha256 };
    }
    const resolved: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) resolved[key] = await resolve(inner);
    return resolved;
  };
  const command = (await resolve(act.command)) as Act['command'];
  return { act: { ...act, command } as Act, drafts };
}
