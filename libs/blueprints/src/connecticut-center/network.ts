import { act, commitmentId, promise, say } from './acts.js';
import {
  book,
  center,
  district,
  facilitator,
  leadership,
  otherDistricts,
  otherSuperintendents,
  partnershipId,
  programOfficer,
  superintendent,
} from './people.js';

/** Six districts that owe each other: one promise, a share each. One leaves, its share released by those it was owed to. */
export function network(): void {
  promise(
    'case-of-practice',
    { on: '2009-11-18', by: superintendent },
    {
      statement: 'Each district brings one case of its own practice to the network institute.',
      shares: [district, ...otherDistricts].map((party) => ({ party })),
      owedTo: [center, district, ...otherDistricts],
      dueOn: '2010-12-03',
      goalId: leadership,
      pledgedAt: '2009-q4',
      atLeast: 4,
    },
  );
  const leaver = otherSuperintendents[1];
  const leaving = otherDistricts[1];
  if (leaver === undefined) throw new Error('the third district has a superintendent');
  const agreedBy = [center, district, ...otherDistricts.filter((party) => party !== leaving)];
  act('released', { on: '2010-06-22', by: leaver }, 'case-of-practice', {
    type: 'ReleaseShare',
    party: leaving,
    agreedBy,
    reason: say('The district closes its central office and leaves the partnership.'),
  });
  const others = [programOfficer, superintendent, ...otherSuperintendents.filter((person) => person !== leaver)];
  for (const [index, person] of others.entries()) {
    act(`released/confirmed/${index}`, { on: '2010-06-23', by: person }, 'case-of-practice', {
      type: 'ConfirmRecord',
      eventId: book.event('case-of-practice/released', 'commitment', commitmentId('case-of-practice')),
      party: person.partyId ?? '',
    });
  }
  book.record(
    'leave/district-3',
    { on: '2010-06-30', by: facilitator },
    {
      family: 'partnership',
      id: partnershipId,
      command: { type: 'LetPartyLeave', partyId: leaving },
    },
  );
}
