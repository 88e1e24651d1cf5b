import { derivedId } from '#kernel';
import type { Walk } from '../walk.js';
import { type Acting } from './acting.js';

/** The namespace of the ids of sources. */
const SOURCES = '3a1f8f0e-0c55-5b0e-9a39-6f8de2a4c7d1';

export async function readings(walk: Walk, id: string, commitmentId: string, district: Acting): Promise<void> {
  const on = `/partnerships/${id}`;
  await walk.get('listOrganizations', '/organizations?q=district');
  await walk.get('getOrganization', `/organizations/${district.organizationId}`);
  await walk.get('listOrganizationCommitments', `/organizations/${district.organizationId}/commitments?on=2025-03-31`);
  await walk.get('listPartnerships', '/partnerships');
  await walk.get('getPartnership', `${on}?on=2025-03-31`);
  await walk.get('listParties', `${on}/parties?on=2025-03-31`);
  await walk.get('listRoles', `${on}/roles?on=2025-03-31`);
  await walk.get('listBodies', `${on}/bodies?on=2025-03-31`);
  await walk.get('listGoals', `${on}/goals?on=2025-03-31`);
  await walk.get('listCommitments', `${on}/commitments?on=2025-03-31&limit=2`);
  await walk.get('getCommitment', `/commitments/${commitmentId}?on=2025-03-31`);
  await walk.get('getCommitmentHistory', `/commitments/${commitmentId}/history`);
  await walk.get('getAnomalies', `${on}/anomalies?on=2025-03-31`);
  await walk.get('getScorecard', `${on}/scorecard?quarter=FY2025-Q3`);
  await walk.get('getTimeline', `${on}/timeline?axis=occurred&from=2025-02-14&to=2025-02-16`);
  await walk.get('getPartnershipState', `${on}/state?on=2025-03-31`);
  await walk.get('getDifference', `${on}/difference?axis=occurred&from=2025-02-01&to=2025-02-28`);
  await walk.get('getFollowThrough', `${on}/follow-through?from=FY2025-Q3&to=FY2025-Q3`);
  await walk.get('search', '/search?q=mentor');
  await walk.get('listEvents', '/events?limit=3');
}

export async function service(walk: Walk): Promise<void> {
  const row = 'valley,Valley,Reading,07-01,America/New_York,2024-08-01';
  const table = {
    content: `key,name,purpose,fiscal_year_start,time_zone,formed_on\n${row}\n`,
    name: 'partnership.csv',
    type: 'text/csv',
  };
  // The name of the records says which partnership they are of.
  const id = derivedId(derivedId(SOURCES, 'valley'), 'partnership partnership');
  const path = `/partnerships/${id}/imports`;
  const standing = await walk.post('importTables', `${path}?dryRun=true`, undefined, { form: { fields: {}, file: table } });
  await walk.get('showImport', `${path}/${standing.id}`);
  await walk.get('live', '/health/live');
  await walk.get('ready', '/health/ready');
  await walk.get('readMetrics', '/metrics');
}
