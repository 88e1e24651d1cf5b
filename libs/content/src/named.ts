import type { EvidenceContent } from '#domain';
import { type EventStore, START } from '#event-store';
import type { Id, Recorded } from '#kernel';

/** Whether a live fact of the ledger names the file with this SHA-256. */
export type IsNamed = (sha256: string) => Promise<boolean>;

type SaysContent = Readonly<{ content?: EvidenceContent }>;
/** At which revision of which stream a content is named. */
type Naming = Readonly<{ at: string; sha256: string }>;

type Log = Pick<EventStore, 'readAll'>;

/** Asks the log itself, so that no read model that lags behind can cost a file. */
export function namedIn(store: Log): IsNamed {
  return async (sha256) => (await namedContents(store)).has(sha256);
}

/**
 * The SHA-256 of every file that a live fact names: a file is named by every revision of evidence that bears its hash,
 * also by one that was revised or corrected since, until that revision's content is erased.
 */
export async function namedContents(store: Log): Promise<ReadonlySet<string>> {
  const types = ['EvidenceSubmitted', 'EvidenceRevised', 'EvidenceContentErased', 'FactCorrected'];
  const namings: Naming[] = [];
  const erased = new Set<string>();
  const revisionOf = new Map<Id, number>();
  let after = START;
  for (;;) {
    const page = await store.readAll(after, { limit: 1000, types });
    for (const event of page.events) {
      const at = `${event.stream} ${revisionSaid(event, revisionOf)}`;
      const sha256 = contentIn(event);
      if (event.type === 'EvidenceContentErased') erased.add(at);
      else if (sha256 !== undefined) namings.push({ at, sha256 });
    }
    if (page.caughtUp) break;
    after = page.scannedTo;
  }
  return new Set(namings.flatMap(({ at, sha256 }) => (erased.has(at) ? [] : [sha256])));
}

function contentIn(event: Recorded): string | undefined {
  const data =
    event.type === 'FactCorrected' ? (event.data as { replacement: { data: unknown } | null }).replacement?.data : event.data;
  const content = (data as SaysContent | undefined)?.content;
  return content?.kind === 'file' ? content.sha256 : undefined;
}

/** The revision an event is about: 1 is the submission; a correction is about that of the fact it corrects. */
function revisionSaid(event: Recorded, known: Map<Id, number>): number {
  const data = event.data as { revision?: number; corrects?: Id };
  const revision = data.revision ?? (data.corrects === undefined ? 1 : (known.get(data.corrects) ?? 1));
  known.set(event.id, revision);
  return revision;
}
