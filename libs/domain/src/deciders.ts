import type { Decides } from '#kernel';
import type { RecordAct } from './acts.js';
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

/** Records any act through the decider of its family. */
export function recordingBy(decides: Decides): RecordAct {
  return (act, meta) => {
    switch (act.family) {
      case 'organization':
        return decides.run(deciders.organization, act.id, act.command, meta);
      case 'partnership':
        return decides.run(deciders.partnership, act.id, act.command, meta);
      case 'commitment':
        return decides.run(deciders.commitment, act.id, act.command, meta);
      case 'evidence':
        return decides.run(deciders.evidence, act.id, act.command, meta);
      case 'indicator':
        return decides.run(deciders.indicator, act.id, act.command, meta);
      case 'meeting':
        return decides.run(deciders.meeting, act.id, act.command, meta);
    }
  };
}
