import { type MeetingState, meetingShape } from '#domain';
import type { Sql } from '#event-store';
import type { Id } from '#kernel';
import { type Answer, type Projection, readModels } from '#projections';
import { perStream } from '../per-stream.js';
import { fromStored } from '../stored.js';

export type MeetingView = Omit<MeetingState, 'log'> & Readonly<{ meetingId: Id }>;

export const meetings: Projection = perStream(meetingShape, {
  name: 'meetings',
  version: 2,
  table: 'meetings',
  keepsEvents: true,
  view: ({ id, state: { log: _log, ...state } }): MeetingView => ({ meetingId: id, ...state }),
});

/** The meetings of a partnership, by the day they were held or are planned for, latest first. */
export function listMeetings(sql: Sql, partnershipId: Id): Promise<Answer<readonly MeetingView[]>> {
  return readModels(sql, [meetings], async (queries, tables) => {
    const rows = await queries.query<{ view: string }>(`select view from ${tables['meetings']} where partnership_id = $1`, [
      partnershipId,
    ]);
    const day = (meeting: MeetingView) => `${meeting.heldOn ?? meeting.on ?? ''} ${meeting.meetingId}`;
    return rows.map(({ view }) => fromStored<MeetingView>(view)).sort((a, b) => (day(a) < day(b) ? 1 : -1));
  });
}
