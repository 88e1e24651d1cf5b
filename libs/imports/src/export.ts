import type { EventStore } from '#event-store';
import { canonicalJson, type Id, notFound, type Recorded, type Texts } from '#kernel';

type Reads = Pick<EventStore, 'readPartnership' | 'readStream'>;

/** A partnership's events with those of its organizations, in log order. */
export async function eventsOf(store: Reads, partnershipId: Id): Promise<readonly Recorded[]> {
  const events = await store.readPartnership(partnershipId);
  if (events.length === 0) throw notFound('partnershipId', `partnership ${partnershipId}`);
  const organizations = new Set(
    events.flatMap(({ type, data }) => (type === 'PartyJoined' ? [(data as { organizationId: Id }).organizationId] : [])),
  );
  const ofOrganizations = await Promise.all([...organizations].map((id) => store.readStream(`organization-${id}`)));
  return [...events, ...ofOrganizations.flat()].sort((a, b) => (a.position < b.position ? -1 : 1));
}

/** Ids of the free texts that a value refers to, however deep: a text's reference is `{ text, sha256 }`. */
export function textIds(value: unknown): readonly Id[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textIds);
  const { text, sha256 } = value as { text?: unknown; sha256?: unknown };
  if (typeof text === 'string' && typeof sha256 === 'string') return [text];
  return Object.values(value).flatMap(textIds);
}

/**
 * Everything the ledger holds of a partnership as NDJSON, nothing left out: a line of canonical JSON for each event of it
 * and of its organizations, in log order, each followed by the free texts it refers to; `null` for one that was erased.
 * @throws LedgerError `not-found`
 */
export async function* exportPartnership(store: Reads, texts: Pick<Texts, 'read'>, partnershipId: Id): AsyncGenerator<string> {
  for (const event of await eventsOf(store, partnershipId)) {
    yield canonicalJson({ event: { ...event, revision: String(event.revision) } });
    const ids = [...new Set(textIds(event.data))];
    const contents = ids.length === 0 ? new Map<Id, string | null>() : await texts.read(ids);
    for (const id of ids) yield canonicalJson({ text: { id, content: contents.get(id) ?? null } });
  }
}
