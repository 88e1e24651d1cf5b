import type { CommandMeta, Id, Receipt } from '#kernel';
import type { CommitmentCommand } from './commitment/commitment.commands.js';
import type { CommitmentEvent } from './commitment/commitment.events.js';
import type { EvidenceCommand, EvidenceEvent } from './evidence/evidence.events.js';
import type { IndicatorCommand, IndicatorEvent } from './indicator/indicator.events.js';
import type { MeetingCommand, MeetingEvent } from './meeting/meeting.events.js';
import type { OrganizationCommand, OrganizationEvent } from './organization/organization.events.js';
import type { PartnershipCommand, PartnershipEvent } from './partnership/partnership.events.js';

/** Every event the ledger can hold. */
export type LedgerEvent = OrganizationEvent | PartnershipEvent | CommitmentEvent | EvidenceEvent | IndicatorEvent | MeetingEvent;

/** A command with the stream it is for: everything that can be recorded, however it comes in. */
export type Act =
  | Readonly<{ family: 'organization'; id: Id; command: OrganizationCommand }>
  | Readonly<{ family: 'partnership'; id: Id; command: PartnershipCommand }>
  | Readonly<{ family: 'commitment'; id: Id; command: CommitmentCommand }>
  | Readonly<{ family: 'evidence'; id: Id; command: EvidenceCommand }>
  | Readonly<{ family: 'indicator'; id: Id; command: IndicatorCommand }>
  | Readonly<{ family: 'meeting'; id: Id; command: MeetingCommand }>;

/** Records an act: the same way for a form, an import, a scenario and the command line. */
export type RecordAct = (act: Act, meta: CommandMeta) => Promise<Receipt>;
