import { describe, expect, it } from '@jest/globals';
import { type Instant } from '#kernel';
import { listAnomalies } from '../index.js';
import { idOf, PARTNERSHIP, told, UNION } from '../testing/told.js';
import { history, readModelsOfOneTest } from '../testing/two-parties.js';

const NOW: Instant = '2025-04-10T15:00:00.000Z';

const { sql, recorded } = readModelsOfOneTest();

describe('anomalies', () => {
  it('list what did not apply, breaches of rules beyond a stream (R16), late and recorded on behalf', async () => {
    const events = await recorded([
      ...history(),
      told(
        'commitment',
        idOf('be due'),
        {
          type: 'FulfilmentClaimed',
          data: { claimId: idOf('of no share'), party: UNION, fulfilledOn: '2025-01-10', evidence: [] },
        },
        { by: UNION },
      ),
      told('meeting', idOf('meeting'), { type: 'MeetingHeld', data: { attendance: [], minutes: idOf('no such minutes') } }),
      told(
        'commitment',
        idOf('be due'),
        { type: 'MilestonePlanned', data: { milestoneId: idOf('m'), title: 'Half way' } },
        { by: idOf('stranger') },
      ),
      told('commitment', idOf('be due'), { type: 'MilestoneReached', data: { milestoneId: idOf('m') } }, { writtenBy: UNION }),
    ]);
    const { data } = await listAnomalies(sql(), PARTNERSHIP, { now: NOW });
    const breach = (at: number, rule: string, why: string) => ({
      eventId: events.at(at)?.id,
      stream: events.at(at)?.stream,
      rule,
      why,
    });
    expect(data?.breaches).toEqual([
      breach(-4, 'R4', 'the party held no share'),
      breach(-3, 'R16', `evidence ${idOf('no such minutes')} is not in this partnership`),
      breach(-2, 'R1', `party ${idOf('stranger')} is not a party of this partnership`),
    ]);
    expect(data?.onBehalf).toEqual([{ commitmentId: idOf('be due'), eventIds: [events.at(-1)?.id] }]);
    expect(data?.late.map(({ commitmentId }) => commitmentId)).toContain(idOf('keep'));
  });
});
