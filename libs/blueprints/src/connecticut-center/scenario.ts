import type { Scenario } from '../scenario.js';
import { dataTeamCase, daysOnSite, pledgesOfFebruary, quarterlyMeetings, statedExpectations } from './first-year.js';
import { network } from './network.js';
import { book, partnershipId } from './people.js';
import { handOver, institute, secondAutumn } from './second-year.js';

statedExpectations();
quarterlyMeetings();
daysOnSite();
dataTeamCase();
pledgesOfFebruary();
network();
handOver();
secondAutumn();
institute();

/** A fiscal year and a half of the Center's work with its districts, reviewed at the end of December 2010. */
export const connecticutCenter: Scenario = book.close({
  title: 'Connecticut Center for School Change and six districts',
  source: {
    citation:
      'A. Lachman and S. Wlodarczyk, "Partners at Every Level", JSD 32(1), February 2011; dates, numbers and texts illustrative',
    sha256: 'cb9b03ada7d9471d6dd31a2088b3d682cb65a2227dfa2dd83c5add74a20efecc',
  },
  partnershipId,
  review: { quarter: 'FY2011-Q2', asOf: '2011-01-31' },
});
