import type { CivilDate, Event, EventAboutFact, Id, OccurredOn, TextRef } from '#kernel';
import type { CommandAboutFact } from '../about-facts.js';
import type { EvidenceMethod, PartyId } from '../commitment/commitment.events.js';

/** What an item of evidence is made of: bytes kept by their hash, a link that is never fetched, or erasable text. */
export type EvidenceContent =
  | Readonly<{ kind: 'file'; sha256: string; size: number; mediaType: string }>
  | Readonly<{ kind: 'link'; url: string }>
  | Readonly<{ kind: 'text'; text: TextRef }>;

/** Who may see the content: anybody, the partnership, or only the parties of the commitments it is linked to. */
export type Confidentiality = 'public' | 'partnership' | 'parties';

type Submission = {
  partnershipId: Id;
  title: string;
  method: EvidenceMethod;
  collectedOn: OccurredOn;
  /** The submitting party; absent only where an importer's source names none. */
  party?: PartyId;
  expiresOn?: CivilDate;
  confidentiality: Confidentiality;
  content: EvidenceContent;
};

export type EvidenceEvent =
  | Event<'EvidenceSubmitted', Submission>
  /** New content; the old one is kept. Revision 1 is the submission. */
  | Event<'EvidenceRevised', { revision: number; content: EvidenceContent; reason?: TextRef }>
  | Event<
      'EvidenceAppraised',
      {
        revision: number;
        by: PartyId;
        verdict: 'accepted' | 'rejected';
        strength?: 'weak' | 'moderate' | 'strong';
        reason?: TextRef;
      }
    >
  | Event<'EvidenceRetracted', { reason: TextRef }>
  /** The bytes or the text are gone, the hash stays. */
  | Event<'EvidenceContentErased', { revision: number; legalGround: string }>
  | EventAboutFact;

export type EvidenceEventOf<Type extends EvidenceEvent['type']> = Extract<EvidenceEvent, { type: Type }>;

export type EvidenceCommand =
  | Readonly<{ type: 'SubmitEvidence' } & Submission>
  | (Readonly<{ type: 'ReviseEvidence' }> & Omit<EvidenceEventOf<'EvidenceRevised'>['data'], 'revision'>)
  | (Readonly<{ type: 'AppraiseEvidence' }> & EvidenceEventOf<'EvidenceAppraised'>['data'])
  | (Readonly<{ type: 'RetractEvidence' }> & EvidenceEventOf<'EvidenceRetracted'>['data'])
  | (Readonly<{ type: 'EraseEvidenceContent' }> & EvidenceEventOf<'EvidenceContentErased'>['data'])
  | CommandAboutFact;
