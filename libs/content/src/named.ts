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

const TYPES = ['EvidenceSubmitted', 'EvidenceRevised', 'EvidenceContentErased', 'FactCorrected'];

/**
 * Adds up which files live facts name, event by event in the order of the log: a file is named by every revision of
 * evidence that bears its hash, also by one that was revised or corrected since, until that revision's content is erased.
 */
export class NamedFiles {
  private readonly namings: Naming[] = [];
  private readonly erased = new Set<string>();
  private readonly revisionOf = new Map<Id, number>();

  take(event: Recorded): void {
    if (!TYPES.includes(event.type)) return;
    const at = `${event.stream} ${revisionSaid(event, this.revisionOf)}`;
    const sha256 = contentIn(event);
    if (event.type === 'EvidenceContentErased') this.erased.add(at);
    else if (sha256 !== undefined) this.namings.push({ at, sha256 });
  }

  /** The SHA-256 of each. */
  named(): ReadonlySet<string> {
    return new Set(this.namings.flatMap(({ at, sha256 }) => (this.erased.has(at) ? [] : [sha256])));
  }
}

/** The SHA-256 of every file that a live fact of a log names. */
export async function namedContents(store: Log): Promise<ReadonlySet<string>> {
  const files = new NamedFiles();
  for (let after = START; ; ) {
    const page = await store.readAll(after, { limit: 1000, types: TYPES });
    for (const event of page.events) files.take(event);
    if (page.caughtUp) return files.named();
    after = page.scannedTo;
  }
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
