import { describe, it } from '@jest/globals';
import type { EvidenceEvent } from '../evidence/evidence.events.js';
import type { PartnershipEvent } from '../partnership/partnership.events.js';
import { type Given, idOf, personOf, scenario, text } from '../testing/given.js';
import { PARTNERSHIP, partnershipWith } from '../testing/partnership.js';
import { meetingDecider } from './meeting.decider.js';
import type { MeetingEvent } from './meeting.events.js';

const [A, B, OUTSIDER, MINUTES, ELSEWHERE] = ['A', 'B', 'outsider', 'minutes', 'elsewhere'].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
];
const ROLE_A = idOf(`role of ${A}`);

const minutes = (partnershipId: string): Given<EvidenceEvent> => ({
  type: 'EvidenceSubmitted',
  data: {
    partnershipId,
    title: 'Minutes',
    method: 'minutes',
    collectedOn: '2025-01-01',
    confidentiality: 'public',
    content: { kind: 'link', url: 'https://example.org/minutes' },
  },
});
const meetingIn = (...later: readonly Given<PartnershipEvent>[]) =>
  scenario(meetingDecider, `meeting-${idOf('meeting')}`, {
    beside: {
      [`partnership-${PARTNERSHIP}`]: partnershipWith([A, B], ...later),
      [`evidence-${MINUTES}`]: [minutes(PARTNERSHIP)],
      [`evidence-${ELSEWHERE}`]: [minutes(idOf('another partnership'))],
    },
  });
const meeting = meetingIn();
const scheduled: MeetingEvent = {
  type: 'MeetingScheduled',
  data: { partnershipId: PARTNERSHIP, kind: 'meeting', title: 'January', on: '2025-01-15', bodyId: idOf('body') },
};
const schedule = { ...scheduled.data, type: 'ScheduleMeeting' } as const;
const hold = { type: 'HoldMeeting', attendance: [{ party: A, roles: [ROLE_A] }, { party: B }] } as const;
const held: MeetingEvent = { type: 'MeetingHeld', data: { attendance: hold.attendance } };

describe('a meeting', () => {
  it('is scheduled for a day and a body of the partnership', async () => {
    await meeting.given().when(schedule).then(scheduled);
  });

  it('R15: every field that is wrong is named at once', async () => {
    await meeting
      .given()
      .when({ ...schedule, kind: 'party' as 'visit', title: '', on: '2025-02-29', questions: ['Why?', ''] })
      .thenInvalid('kind', 'title', 'on', 'questions[1]');
    await meeting
      .given(scheduled)
      .when({ type: 'HoldMeeting', attendance: [{ party: A }, { party: A }] })
      .thenInvalid('attendance[1].party');
    await meeting
      .given(scheduled)
      .when({ ...hold, guests: 1.5, reflection: { worked: { text: 'x', sha256: 'y' } } })
      .thenInvalid('guests', 'reflection.worked.text', 'reflection.worked.sha256');
  });

  it('R16: its partnership is there, and its body is one that meets', async () => {
    await meeting
      .given()
      .when({ ...schedule, partnershipId: idOf('nothing') })
      .thenNotFound('partnershipId');
    await meeting
      .given()
      .when({ ...schedule, bodyId: idOf('nobody') })
      .thenRefused('R16', 'bodyId');
    await meetingIn({ type: 'BodyDissolved', data: { bodyId: idOf('body') }, how: { on: '2025-01-01' } })
      .given()
      .when(schedule)
      .thenRefused('R16', 'bodyId');
  });

  it('R10: a partnership that has ended schedules no meeting', async () => {
    const ended: Given<PartnershipEvent> = {
      type: 'PartnershipEnded',
      data: { reason: text('done') },
      how: { on: '2024-12-31' },
    };
    await meetingIn(ended).given().when(schedule).thenRefused('R10', 'occurredOn');
    await meetingIn(ended).given().when(schedule, { on: '2024-12-31', recordedAt: '2025-01-02T12:00:00.000Z' }).then(scheduled);
  });

  it('R1: facilitators, importers, services and people of a member party keep its record, nobody else', async () => {
    await meeting.given().when(schedule, { by: A }).then(scheduled);
    await meeting
      .given()
      .when(schedule, { by: { kind: 'importer' } })
      .then(scheduled);
    await meeting
      .given()
      .when(schedule, { by: { kind: 'service', name: 'calendar' } })
      .then(scheduled);
    await meeting
      .given()
      .when(schedule, { by: { kind: 'clock' } })
      .thenRefused('R1', 'actor');
    await meeting
      .given()
      .when(schedule, { by: personOf(OUTSIDER) })
      .thenRefused('R1', 'actor.partyId');
  });

  it('is held with those who attended, its minutes and what was learnt', async () => {
    const data = {
      attendance: hold.attendance,
      guests: 4,
      minutes: MINUTES,
      reflection: { worked: text('worked'), didNot: text('did not'), change: text('change') },
    };
    await meeting
      .given(scheduled)
      .when({ type: 'HoldMeeting', ...data }, { on: '2025-01-16' })
      .then({ type: 'MeetingHeld', data });
  });

  it('R1: only members attend, in roles that are theirs on that day', async () => {
    await meeting
      .given(scheduled)
      .when({ type: 'HoldMeeting', attendance: [{ party: A }, { party: OUTSIDER }] })
      .thenRefused('R1', 'attendance[1].party');
    await meeting
      .given(scheduled)
      .when({ type: 'HoldMeeting', attendance: [{ party: B, roles: [ROLE_A] }] })
      .thenRefused('R1', 'attendance[0].roles[0]');
    const left = meetingIn({ type: 'PartyLeft', data: { partyId: A }, how: { on: '2025-01-10' } }).given(scheduled);
    await left.when(hold, { on: '2025-01-10' }).then(held);
    await left.when(hold, { on: '2025-01-11' }).thenRefused('R1', 'attendance[0].party');
  });

  it('R16: its minutes are evidence of this partnership', async () => {
    await meeting
      .given(scheduled)
      .when({ ...hold, minutes: idOf('none') })
      .thenRefused('R16', 'minutes');
    await meeting
      .given(scheduled)
      .when({ ...hold, minutes: ELSEWHERE })
      .thenRefused('R16', 'minutes');
  });

  it('R15: it is not held on a day to come', async () => {
    await meeting
      .given(scheduled)
      .when(hold, { on: '2025-01-15', recordedAt: '2025-01-14T12:00:00.000Z' })
      .thenRefused('R15', 'occurredOn');
  });

  it('R16: nothing became of it before it was scheduled', async () => {
    await meeting
      .given({ ...scheduled, how: { on: '2025-01-10' } })
      .when(hold, { on: '2025-01-09' })
      .thenRefused('R16', 'occurredOn');
  });

  it('R14: held or cancelled again in the same words records nothing; in others it is refused', async () => {
    await meeting.given(scheduled, held).when(hold).thenNothing();
    await meeting
      .given(scheduled, held)
      .when({ ...hold, guests: 2 })
      .thenRefused('R16', 'id');
    await meeting.given(scheduled, { type: 'MeetingCancelled', data: {} }).when({ type: 'CancelMeeting' }).thenNothing();
  });

  it('R16: what was held is not cancelled, and what was cancelled is not held', async () => {
    await meeting.given(scheduled, held).when({ type: 'CancelMeeting' }).thenRefused('R16', 'id');
    await meeting.given(scheduled, { type: 'MeetingCancelled', data: {} }).when(hold).thenRefused('R16', 'id');
  });

  it('R16: a meeting that was never scheduled is not there', async () => {
    await meeting.given().when({ type: 'CancelMeeting' }).thenNotFound('id');
  });
});
