import { type CommitmentEvent, commitmentShape, type EvidenceRevisionRef, type EvidenceTarget, standingLinks } from '#domain';
import { foldView, type Id, type Recorded, streamParts, type TimeZone } from '#kernel';
import { byStream } from '#projections';

/** What an item of evidence stands behind, or against. */
export type EvidenceUse = EvidenceRevisionRef & Readonly<{ commitmentId: Id; linkId: Id; to: EvidenceTarget; by: Id | null }>;

export type EvidenceLink = EvidenceUse & Readonly<{ stance: 'supports' | 'contradicts' }>;

/** Every link of these commitments that stands. */
export function linksIn(events: readonly Recorded<CommitmentEvent>[], timeZone: TimeZone): readonly EvidenceLink[] {
  return [...byStream(events)].flatMap(([stream, own]) => {
    if (!own.some(({ type }) => type === 'EvidenceLinked')) return [];
    const { state } = foldView(commitmentShape, own, { basis: 'ledger', timeZone });
    return standingLinks(state).map(({ linkId, linked: { data } }) => ({
      commitmentId: streamParts(stream).id,
      linkId,
      evidenceId: data.evidenceId,
      revision: data.revision,
      to: data.to,
      stance: data.stance,
      by: data.by ?? null,
    }));
  });
}
