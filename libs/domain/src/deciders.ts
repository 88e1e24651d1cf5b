import { commitmentDecider } from './commitment/commitment.decider.js';
import { commitmentShape } from './commitment/commitment.js';
import { evidenceDecider } from './evidence/evidence.decider.js';
import { evidenceShape } from './evidence/evidence.js';
import { indicatorDecider } from './indicator/indicator.decider.js';
import { indicatorShape } from './indicator/indicator.js';
import { meetingDecider } from './meeting/meeting.decider.js';
import { meetingShape } from './meeting/meeting.js';
import { organizationDecider } from './organization/organization.decider.js';
import { organizationShape } from './organization/organization.js';
import { partnershipDecider } from './partnership/partnership.decider.js';
import { partnershipShape } from './partnership/partnership.js';

/** What decides for each family of streams. */
export const deciders = {
  organization: organizationDecider,
  partnership: partnershipDecider,
  commitment: commitmentDecider,
  evidence: evidenceDecider,
  indicator: indicatorDecider,
  meeting: meetingDecider,
} as const;

/** What each family's streams are made of. */
export const shapes = {
  organization: organizationShape,
  partnership: partnershipShape,
  commitment: commitmentShape,
  evidence: evidenceShape,
  indicator: indicatorShape,
  meeting: meetingShape,
} as const;
