import { describe, expect, it } from '@jest/globals';
import type { CivilDate, FactCorrected } from '#kernel';
import { evidenceDecider } from './evidence/evidence.decider.js';
import type { EvidenceEvent } from './evidence/evidence.events.js';
import { meetingDecider } from './meeting/meeting.decider.js';
import { partnershipDecider } from './partnership/partnership.decider.js';
import type { PartnershipEvent } from './partnership/partnership.events.js';
import { type Given, type How, idOf, personOf, type Streams, scenario, text } from './testing/given.js';
import { PARTNERSHIP, partnershipWith } from './testing/partnership.js';

const A = idOf('A');
const B = idOf('B');
const FACT = idOf('the fact');
const CORRECTION = idOf('the correction');
const EVIDENCE = idOf('evidence');
const IMPORTER = { kind: 'importer' } as const;
const FACILITATOR = { kind: 'person', personId: idOf('facilitator') } as const;
const reason = text('mistaken');
const beside: Streams = { [`partnership-${PARTNERSHIP}`]: partnershipWith([A, B]) };

const evidence = scenario(evidenceDecider, `evidence-${EVIDENCE}`, { party: A, beside });
const data = {
  partnershipId: PARTNERSHIP,
  title: 'Survey',
  method: 'survey',
  collectedOn: '2024-12-10',
  party: A,
  confidentiality: 'public',
  content: { kind: 'link', url: 'https://example.org/survey' },
} as const;
const submitted = (how: How = {}): Given<EvidenceEvent> => ({
  type: 'EvidenceSubmitted',
  data,
  how: { id: FACT, ...how },
});
const appraised: Given<EvidenceEvent> = {
  type: 'EvidenceAppraised',
  data: { revision: 1, by: B, verdict: 'accepted' },
  how: { by: B, id: idOf('appraisal') },
};

/** The correction of a fact: new words on a day, or null to strike it. */
const correct = (replaced: unknown, corrects = FACT, occurredOn: CivilDate = '2025-01-01') =>
  ({ type: 'CorrectFact', corrects, replacement: replaced === null ? null : { data: replaced, occurredOn }, reason }) as const;
const corrected = (command: ReturnType<typeof correct>, how: How = {}): Given<FactCorrected> => {
  const { type: _type, ...said } = command;
  return { type: 'FactCorrected', data: said, how: { id: CORRECTION, ...how } };
};
const retitled = { ...data, title: 'Survey of parents' };

describe('correcting a fact', () => {
  it('R11: by the party whose act it was, whoever wrote it down', async () => {
    const { type: _type, ...said } = correct(retitled);
    await evidence.given(submitted()).when(correct(retitled)).then({ type: 'FactCorrected', data: said });
    await evidence
      .given(submitted({ recordedBy: B }))
      .when(correct(retitled), { by: B })
      .thenRefused('R11', 'corrects');
    await evidence.given(submitted()).when(correct(retitled), { by: FACILITATOR }).thenRefused('R11', 'corrects');
    await evidence
      .given(submitted())
      .when(correct(retitled), { by: { kind: 'clock' } })
      .thenRefused('R11', 'corrects');
  });

  it('R11: what was imported by the import, or by a facilitator where no party is named', async () => {
    const { party: _party, ...anonymous } = data;
    const imported: Given<EvidenceEvent> = { type: 'EvidenceSubmitted', data: anonymous, how: { id: FACT, by: IMPORTER } };
    const better = { ...anonymous, title: 'Survey of parents' };
    expect(await evidence.given(imported).when(correct(better), { by: IMPORTER }).events()).toHaveLength(1);
    expect(await evidence.given(imported).when(correct(better), { by: FACILITATOR }).events()).toHaveLength(1);
    await evidence.given(imported).when(correct(better), { by: A }).thenRefused('R11', 'corrects');
    await evidence.given(submitted()).when(correct(retitled), { by: IMPORTER }).thenRefused('R11', 'corrects');
    await evidence
      .given(imported)
      .when(correct(better), { by: { kind: 'service', name: 'sync' } })
      .thenRefused('R11', 'corrects');
  });

  it('R1: its party corrects through a person in its role', async () => {
    const stranger = { kind: 'person', personId: idOf('stranger'), partyId: A, roleId: idOf(`role of ${A}`) } as const;
    await evidence.given(submitted()).when(correct(retitled), { by: stranger }).thenRefused('R1', 'actor.roleId');
  });

  it('R11: the new words obey every rule of the old', async () => {
    const given = evidence.given(submitted());
    await given.when(correct({ ...data, title: '', extra: 1 })).thenInvalid('replacement.data.title', 'replacement.data.extra');
    await given.when(correct('text')).thenInvalid('replacement.data');
    await given.when(correct({ ...data, collectedOn: '2025-01-02' })).thenRefused('R15', 'collectedOn');
    await given.when(correct({ ...data, party: B })).thenRefused('R1', 'party');
    await given.when(correct(retitled, FACT, '2025-01-02')).thenRefused('R15', 'replacement.occurredOn');
    await given
      .when({ ...correct(retitled), replacement: { data: retitled, occurredOn: 'soon' as '2025' } })
      .thenInvalid('replacement.occurredOn');
    await evidence
      .given(submitted(), { ...appraised, how: { by: B, id: idOf('appraisal') } })
      .when(correct({ revision: 1, by: A, verdict: 'accepted' }, idOf('appraisal')), { by: B })
      .thenRefused('R5', 'by');
  });

  it('R11: leaves as it is what others name the fact by', async () => {
    await evidence
      .given(submitted())
      .when(correct({ ...data, partnershipId: idOf('another') }))
      .thenRefused('R11', 'replacement.data.partnershipId');
    const renumbered = correct({ revision: 3, content: data.content }, idOf('revision'));
    await evidence
      .given(submitted(), {
        type: 'EvidenceRevised',
        data: { revision: 2, content: { kind: 'link', url: 'https://example.org/2' } },
        how: { id: idOf('revision') },
      })
      .when(renumbered)
      .thenRefused('R11', 'replacement.data.revision');
  });

  it('R5: a view passes over an appraisal by the party that submitted', () => {
    const own: Given<EvidenceEvent> = { type: 'EvidenceAppraised', data: { revision: 1, by: A, verdict: 'accepted' } };
    const { state, anomalies } = evidence.given(submitted(), own).folded();
    expect([state.appraisals, anomalies.map(({ rule }) => rule)]).toEqual([[], ['R5']]);
  });

  it('R11: leaves the zone of a partnership, by which days were told apart from the first', async () => {
    const [first, ...others] = partnershipWith([A, B]);
    if (first?.type !== 'PartnershipFormed') throw new Error('a partnership begins with its formation');
    const partnership = scenario(partnershipDecider, `partnership-${PARTNERSHIP}`);
    const given = partnership.given({ ...first, how: { ...first.how, id: FACT } }, ...others);
    const calendar = (timeZone: string) => ({ ...first.data, calendar: { fiscalYearStart: '10-01', timeZone } });
    const formed = '2024-07-01';
    await given.when(correct(calendar('Asia/Tokyo'), FACT, formed)).thenRefused('R11', 'replacement.data.calendar.timeZone');
    expect(await given.when(correct(calendar('America/New_York'), FACT, formed)).events()).toHaveLength(1);
  });

  it('R14: into the words it has already records nothing', async () => {
    await evidence.given(submitted()).when(correct(data)).thenNothing();
  });

  it("R11: what another party answered, only with that party's agreement", async () => {
    await evidence.given(submitted(), appraised).when(correct(retitled)).thenRefused('R11', 'agreedBy');
    const agreed = await evidence
      .given(submitted(), appraised)
      .when({ ...correct(retitled), agreedBy: [B] })
      .events();
    expect(agreed).toHaveLength(1);
    const imported = submitted({ recordedBy: FACILITATOR.personId });
    const confirmed: Given<EvidenceEvent> = { type: 'RecordConfirmed', data: { eventId: FACT, party: B }, how: { by: B } };
    await evidence.given(imported, confirmed).when(correct(retitled)).thenRefused('R11', 'agreedBy');
  });

  it('R11: a confirmation is not corrected, and a fact that is not there cannot be', async () => {
    const confirmed: Given<EvidenceEvent> = {
      type: 'RecordConfirmed',
      data: { eventId: FACT, party: A },
      how: { id: idOf('word') },
    };
    await evidence
      .given(submitted({ recordedBy: B }), confirmed)
      .when(correct(null, idOf('word')))
      .thenRefused('R11', 'corrects');
    await evidence
      .given(submitted())
      .when(correct(null, idOf('nothing')))
      .thenNotFound('corrects');
    await evidence
      .given(submitted())
      .when({ ...correct(null), corrects: 'x' })
      .thenInvalid('corrects');
  });
});

describe('striking a fact', () => {
  const partnership = (streams: Streams = {}) => scenario(partnershipDecider, `partnership-${PARTNERSHIP}`, { beside: streams });
  const joined: Given<PartnershipEvent> = {
    type: 'PartyJoined',
    data: { partyId: idOf('late'), organizationId: idOf('late organization') },
    how: { id: FACT },
  };

  it('R11: that nobody names', async () => {
    const { type: _type, ...said } = correct(null);
    const given = partnership().given(...partnershipWith([A]), joined);
    await given.when(correct(null)).then({ type: 'FactCorrected', data: said });
  });

  it('R11: not before the facts of its own stream that name it', async () => {
    const role: PartnershipEvent = {
      type: 'RoleAssigned',
      data: { roleId: idOf('r'), personId: idOf('p'), partyId: idOf('late'), title: 'Coach' },
    };
    await partnership()
      .given(...partnershipWith([A]), joined, role)
      .when(correct(null))
      .thenRefused('R11', 'corrects');
    const byIt: Given<PartnershipEvent> = {
      type: 'ContextNoted',
      data: { kind: 'law', title: 'New law' },
      how: { by: personOf(idOf('late')) },
    };
    await partnership()
      .given(...partnershipWith([A]), joined, byIt)
      .when(correct(null))
      .thenRefused('R11', 'corrects');
  });

  it('R11: a departure is struck though others name the party; not once its organization came back', async () => {
    const left: Given<PartnershipEvent> = { type: 'PartyLeft', data: { partyId: A }, how: { id: FACT } };
    const given = partnershipWith([A], left);
    expect(
      await partnership()
        .given(...given)
        .when(correct(null))
        .events(),
    ).toHaveLength(1);
    const back: Given<PartnershipEvent> = {
      type: 'PartyJoined',
      data: { partyId: idOf('A again'), organizationId: idOf(`organization of ${A}`) },
      how: { on: '2025-02-01' },
    };
    await partnership()
      .given(...given, back)
      .when(correct(null), { on: '2025-02-02' })
      .thenRefused('R11', 'corrects');
  });

  it('R11: an end of a pause is not struck before the pause that followed', async () => {
    const on = (type: 'PartnershipPaused' | 'PartnershipResumed', day: CivilDate, id: string) =>
      ({ type, data: { reason }, how: { on: day, id } }) as const;
    const given = partnershipWith(
      [A],
      on('PartnershipPaused', '2025-01-01', idOf('1')),
      on('PartnershipResumed', '2025-01-02', FACT),
      on('PartnershipPaused', '2025-01-03', idOf('3')),
    );
    await partnership()
      .given(...given)
      .when(correct(null), { on: '2025-01-04' })
      .thenRefused('R11', 'corrects');
  });

  it('R11: not before the facts of other streams that name it', async () => {
    const naming: Given<EvidenceEvent> = {
      ...submitted({ id: idOf('submitted') }),
      data: { ...data, party: idOf('late') },
    } as Given<EvidenceEvent>;
    await partnership({ [`evidence-${EVIDENCE}`]: [naming] })
      .given(...partnershipWith([A]), joined)
      .when(correct(null))
      .thenRefused('R11', 'corrects');
  });

  it('R11: not before the facts that would no longer apply without it', async () => {
    await evidence
      .given(submitted(), { type: 'EvidenceRetracted', data: { reason } })
      .when(correct(null))
      .thenRefused('R11', 'corrects');
  });

  it('R11: a fact is not moved to a day on which a later one would come before it', async () => {
    const meeting = scenario(meetingDecider, `meeting-${idOf('meeting')}`, { beside });
    const scheduled = { partnershipId: PARTNERSHIP, kind: 'visit', title: 'Visit', on: '2025-01-15' } as const;
    const given = meeting.given(
      { type: 'MeetingScheduled', data: scheduled, how: { id: FACT, on: '2024-12-01' } },
      { type: 'MeetingHeld', data: { attendance: [] }, how: { on: '2025-01-01' } },
    );
    const how = { recordedAt: '2025-01-05T12:00:00.000Z' } as const;
    await given.when(correct(scheduled, FACT, '2025-01-02'), how).thenRefused('R11', 'corrects');
    expect(await given.when(correct(scheduled, FACT, '2025-01-01'), how).events()).toHaveLength(1);
  });

  it('R16: what was struck is no longer there', async () => {
    const struck = evidence.given(submitted(), corrected(correct(null)));
    await struck.when({ type: 'RetractEvidence', reason }).thenNotFound('id');
    await struck.when(correct(data)).thenNotFound('corrects');
  });
});

describe('correcting a correction', () => {
  const first = corrected(correct(retitled)) as Given<EvidenceEvent>;
  const rewording = (words: unknown) =>
    correct({ corrects: FACT, replacement: { data: words, occurredOn: '2025-01-01' }, reason }, CORRECTION);

  it('R11: its words obey every rule of the fact it is about', async () => {
    const given = evidence.given(submitted(), first);
    expect(await given.when(rewording({ ...data, title: 'Survey of pupils' })).events()).toHaveLength(1);
    await given.when(rewording({ ...data, title: '' })).thenInvalid('replacement.data.title');
    await given.when(rewording(retitled)).thenNothing();
    await given.when(rewording({ ...data, title: 'Other' }), { by: B }).thenRefused('R11', 'corrects');
  });

  it('R11: it still corrects the same fact', async () => {
    const elsewhere = correct({ corrects: idOf('another'), replacement: null, reason }, CORRECTION);
    await evidence.given(submitted(), first).when(elsewhere).thenRefused('R11', 'replacement.data.corrects');
    await evidence
      .given(submitted(), first)
      .when(correct({ corrects: FACT }, CORRECTION))
      .thenInvalid('replacement.data.replacement', 'replacement.data.reason');
  });

  it('R11: struck, it lets the first words stand again', async () => {
    const given = evidence.given(submitted(), first);
    expect(given.folded().state.title).toBe('Survey of parents');
    expect(await given.when(correct(null, CORRECTION)).events()).toHaveLength(1);
    const again = evidence.given(submitted(), first, corrected(correct(null, CORRECTION), { id: idOf('second') }));
    expect(again.folded().state.title).toBe('Survey');
    await again.when(correct(null, CORRECTION)).thenNothing();
  });
});
