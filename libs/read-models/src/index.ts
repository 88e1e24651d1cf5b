import type { Projection } from '#projections';
import { commitmentsBoard } from './commitments-board/commitments.js';
import { evidenceRegister } from './evidence-register/evidence-items.js';
import { indicatorSeries } from './indicator-series/indicator-series.js';
import { meetings } from './meetings/meetings.js';
import { organizations } from './organizations/organizations.js';
import { partnerships } from './partnerships/partnerships.js';
import { search } from './search/search.js';
import { timeline } from './timeline/timeline.js';

/** Every read model there is, in the order in which they are listed. */
export const PROJECTIONS: readonly Projection[] = [
  organizations,
  partnerships,
  commitmentsBoard,
  evidenceRegister,
  indicatorSeries,
  meetings,
  timeline,
  search,
];

export { type Anomalies, listAnomalies, type Waiting } from './anomalies/anomalies.js';
export { type BoardRow, worstFirst } from './commitments-board/board.js';
export { type BoardRequest, listCommitments, type Now } from './commitments-board/commitments-board.js';
export { type EvidenceEntry, listEvidence } from './evidence-register/evidence-register.js';
export type { EvidenceLink, EvidenceUse } from './evidence-register/links.js';
export { type IndicatorView, indicator, listIndicators } from './indicator-series/indicator-series.js';
export { listMeetings, type MeetingView } from './meetings/meetings.js';
export { type Memberships, membershipsOf } from './organizations/memberships.js';
export { listOrganizations, listOrganizationsAt, type OrganizationView, organization } from './organizations/organizations.js';
export { compareKeys, type Page, type PageRequest, pageWithin, searchable, wordsIn } from './page.js';
export { type ByStatus, type GoalView, listGoals, listParties, type PartyView } from './partnerships/parties-and-goals.js';
export { listPartnerships, listPartnershipsAt, type PartnershipView, partnership } from './partnerships/partnerships.js';
export { type Found, type SearchRequest, searchLedger } from './search/search.query.js';
export { FOUND_KINDS, type FoundKind } from './search/words.js';
export { statesAt } from './states-at.js';
export { summaryOf } from './timeline/summary.js';
export { partnershipTimeline, type TimelineEntry, type TimelineRequest } from './timeline/timeline.query.js';
