import { onceStored } from '#event-store';
import { canonicalJson, derivedId, type Id, LedgerError, notFound, type TextAbout, type TextDraft, type Texts } from '#kernel';

/** What a person is called, in the person's own words. */
export type Naming = Readonly<{ name: string; email?: string }>;

/** That a person's entry was erased: on what ground, by whom and when. It says nothing of what it was. */
export type Erasure = Readonly<{ legalGround: string; by: Id; at: string }>;

/** A person as the directory has it; of an erased one only the id is left, which events bear. */
export type Person = Readonly<{ personId: Id; name: string | null; email: string | null; erased: Erasure | null }>;

/** What a write to the directory is answered with: it lies outside the log, so there is no stream and no position. */
export type DirectoryReceipt = Readonly<{ id: Id; alreadyRecorded: boolean }>;

/** The name under which a command drafts its entry. */
const DIRECTORY = 'person';

type Entry = Naming | Readonly<{ erased: Erasure }>;

/**
 * The directory of persons: the one place that holds names, outside the log. An entry is a text about a person, so it is as
 * durable as the free texts of events, goes into every backup, and is erased as thoroughly. Of each person one entry
 * stands: a new name replaces the old one for good, and an erasure leaves that it was and on what ground.
 */
export class People {
  constructor(private readonly texts: Texts) {}

  /**
   * Enters a person.
   * @param person an id that events bear already; a new one where it is absent
   * @throws LedgerError `conflict` PERSON_TAKEN where the directory has that person; `refused` PERSON_ERASED where it had;
   *   `reused` the command came with other words
   */
  async enter(commandId: Id, naming: Naming, person: Id = derivedId(commandId, 'person')): Promise<DirectoryReceipt> {
    const draft = await this.draft(commandId, person, naming);
    const entries = await this.texts.about([person]);
    if (entries.some(({ id }) => id === draft.id)) return { id: person, alreadyRecorded: true };
    if (entries.some(isErasure)) throw erasedForGood(person, 'personId');
    if (entries.length > 0) throw taken(person);
    await this.texts.keep([draft]);
    return { id: person, alreadyRecorded: false };
  }

  /**
   * Replaces what a person is called; the former name is erased.
   * @throws LedgerError `not-found`; `refused` PERSON_ERASED; `reused`
   */
  async rename(commandId: Id, person: Id, naming: Naming): Promise<DirectoryReceipt> {
    const draft = await this.draft(commandId, person, naming);
    const entries = await this.texts.about([person]);
    if (entries.length === 0) throw notFound('id', `person ${person}`);
    if (entries.some(({ id }) => id === draft.id)) return { id: person, alreadyRecorded: true };
    const standing = entries.find((entry) => entry.content !== null);
    if (standing?.content === draft.content) return { id: person, alreadyRecorded: true };
    if (standing !== undefined && isErasure(standing)) throw erasedForGood(person, 'id');
    await this.replace(standing, draft);
    return { id: person, alreadyRecorded: false };
  }

  /**
   * Removes what a person is called, everywhere, for good; the id stays in the events.
   * @param erasure `at` is that of the first time where the command is repeated
   * @throws LedgerError `not-found`; `reused`
   */
  async erase(commandId: Id, person: Id, erasure: Erasure): Promise<DirectoryReceipt> {
    const standing = await this.standing(person);
    const before = standing === undefined ? undefined : entryOf(standing);
    if (before !== undefined && 'erased' in before) {
      if (standing?.id === textOf(commandId))
        await this.draft(commandId, person, { erased: { ...erasure, at: before.erased.at } });
      return { id: person, alreadyRecorded: true };
    }
    const draft = await this.draft(commandId, person, { erased: erasure });
    await this.replace(standing, draft);
    return { id: person, alreadyRecorded: false };
  }

  /** Everybody in the directory, in no order. */
  async all(): Promise<readonly Person[]> {
    const persons = new Map<Id, Person>();
    for (const text of await this.texts.about()) {
      if (text.content !== null || !persons.has(text.about)) persons.set(text.about, personOf(text));
    }
    return [...persons.values()];
  }

  /** @throws LedgerError `not-found` */
  async one(person: Id): Promise<Person> {
    return personOf((await this.standing(person)) ?? { id: person, about: person, content: null });
  }

  /** What these persons are called; those who are not in the directory, or not any more, are not among them. */
  async names(persons: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    if (persons.length === 0) return new Map();
    const entries = (await this.texts.about(persons)).map(personOf);
    return new Map(entries.flatMap(({ personId, name }) => (name === null ? [] : [[personId, name]])));
  }

  /** @throws LedgerError `reused` where the command came with other words, or about somebody else (R14) */
  private async draft(commandId: Id, person: Id, entry: Entry): Promise<TextDraft> {
    const draft = await this.texts.draft(commandId, DIRECTORY, canonicalJson(entry), person);
    if (draft.about === person) return draft;
    throw new LedgerError('reused', 'COMMAND_REUSED', `command ${commandId} was already given about another person`);
  }

  /** The old one first: if this breaks off in between the same command goes on, and no two names ever stand. */
  private async replace(standing: TextAbout | undefined, draft: TextDraft): Promise<void> {
    if (standing === undefined) return await this.texts.keep([draft]);
    await this.texts.erase(standing.id);
    await onceStored(() => this.texts.keep([draft]));
  }

  private async standing(person: Id): Promise<TextAbout | undefined> {
    const entries = await this.texts.about([person]);
    if (entries.length === 0) throw notFound('id', `person ${person}`);
    return entries.find(({ content }) => content !== null);
  }
}

/** The id of the entry that a command makes. */
function textOf(commandId: Id): Id {
  return derivedId(commandId, `text/${DIRECTORY}`);
}

function entryOf({ content }: TextAbout): Entry {
  // Only this directory writes texts about persons.
  return JSON.parse(content ?? '{}') as Entry;
}

function isErasure(text: TextAbout): boolean {
  return 'erased' in entryOf(text);
}

function personOf(text: TextAbout): Person {
  const nobody = { personId: text.about, name: null, email: null, erased: null };
  if (text.content === null) return nobody;
  const entry = entryOf(text);
  return 'erased' in entry ? { ...nobody, ...entry } : { ...nobody, name: entry.name, email: entry.email ?? null };
}

function erasedForGood(person: Id, field: string): LedgerError {
  const message = `person ${person} was erased: enter the person anew, under another id`;
  return new LedgerError('refused', 'PERSON_ERASED', message, [{ field, rule: 'R15', message }]);
}

function taken(person: Id): LedgerError {
  const message = `the directory has person ${person} already: give the person another name instead`;
  return new LedgerError('conflict', 'PERSON_TAKEN', message, [{ field: 'personId', rule: 'R15', message }]);
}
