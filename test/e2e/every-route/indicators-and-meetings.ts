import type { Walk } from '../walk.js';
import { type Acting } from './acting.js';

export async function indicatorsAndMeetings(walk: Walk, id: string, goalId: string, district: Acting): Promise<void> {
  const occurredOn = '2024-09-10';
  const defined = {
    name: 'New teachers who stay',
    goalId,
    unit: 'percent',
    direction: 'up',
    baseline: { value: '71.5', asOf: '2024-06-30' },
    target: { value: '85', by: '2026-06-30' },
    occurredOn,
  };
  const indicator = await walk.post('defineIndicator', `/partnerships/${id}/indicators`, defined);
  const on = `/indicators/${indicator.id}`;
  const reading = { reading: { value: '74.0' }, asOf: '2025-01-31', n: 14, source: 'Payroll', occurredOn: '2025-02-03' };
  await walk.post('recordReading', `${on}/readings`, reading, district.for);
  await walk.post('reviseTarget', `${on}/target`, {
    target: { value: '80', by: '2026-06-30' },
    reason: 'Two schools closed.',
    occurredOn: '2025-02-03',
  });
  await walk.post('redefineIndicator', `${on}/redefinition`, {
    ...defined,
    unit: 'percent of two years',
    reason: 'One year says little.',
    occurredOn: '2025-03-01',
  });
  await walk.get('getIndicator', `${on}?on=2025-03-31`);
  await walk.get('listIndicators', `/partnerships/${id}/indicators?on=2025-03-31`);
  await walk.post('retireIndicator', `${on}/retirement`, { reason: 'Another takes its place.', occurredOn: '2025-06-30' });
  const schedule = (title: string) =>
    walk.post('scheduleMeeting', `/partnerships/${id}/meetings`, {
      kind: 'meeting',
      title,
      on: '2024-10-15',
      occurredOn: '2024-10-01',
    });
  const held = await schedule('Steering group, October');
  const reflection = { worked: 'Two schools told how they do it.', change: 'Less to read beforehand.' };
  await walk.post('holdMeeting', `/meetings/${held.id}/held`, {
    attendance: [{ party: district.partyId, roles: [district.roleId] }],
    guests: 2,
    reflection,
    occurredOn: '2024-10-15',
  });
  const cancelled = await schedule('Visit to a school');
  await walk.post('cancelMeeting', `/meetings/${cancelled.id}/cancellation`, { reason: 'Snow', occurredOn: '2024-10-14' });
  await walk.get('listMeetings', `/partnerships/${id}/meetings?on=2025-03-31`);
  await walk.get('getMeeting', `/meetings/${held.id}?on=2025-03-31`);
}
