import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Actor, type Id, type NewEvent, newId, type Recorded } from '#kernel';
import { counted } from './contract/opened.js';
import { type TallyEvent, tallyShape } from './contract/tally.js';
import { type Ledger, openEphemeral } from './embedded/open.js';
import { FoldedStreams } from './folded-streams.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openEphemeral();
}, 60_000);
afterAll(() => ledger.close());

it.each(['RecordConfirmed', 'RecordContested'] as const)(
  'a stream to which this process appended %s is known as a process knows it that read it all (R11)',
  async (word) => {
    const stream = `meeting-${newId()}`;
    const [district, union] = [newId(), newId()];
    const said = (party: Id, { type, data }: TallyEvent, hand = party): NewEvent => {
      const actor: Actor = { kind: 'person', personId: party, partyId: party, roleId: party };
      const { metadata, ...event } = counted(0, {}, { actor, recordedBy: { kind: 'person', id: hand } });
      return { ...event, type, data, metadata };
    };
    const append = async (event: NewEvent, revision: bigint): Promise<Recorded> => {
      const { events } = await ledger.store.append(stream, [event], revision < 0n ? 'no-stream' : { revision });
      return events[0] as Recorded;
    };
    const reason = { text: newId(), sha256: '0'.repeat(64) };
    await append(said(district, { type: 'TallyOpened', data: { limit: 9 } }), -1n);
    const added = await append(said(district, { type: 'Added', data: { n: 8, sum: 8, others: [] } }), 0n);
    const replacement = { data: { n: 2, sum: 2, others: [] }, occurredOn: added.metadata.occurredOn };
    // One waits for the union's word; the other was written down by somebody else, and the district may say no.
    const [agreedBy, hand, about] = word === 'RecordConfirmed' ? [[union], district, union] : [[], newId(), district];
    const correction: TallyEvent = { type: 'FactCorrected', data: { corrects: added.id, replacement, reason, agreedBy } };
    const corrected = await append(said(district, correction, hand), 1n);

    const here = new FoldedStreams(ledger.store);
    const known = await here.read(tallyShape, stream);
    const data = { eventId: corrected.id, party: about };
    const told: TallyEvent = word === 'RecordConfirmed' ? { type: word, data } : { type: word, data: { ...data, reason } };
    const last = await append(said(about, told), 2n);
    here.follow(tallyShape, stream, known, [last]);

    const { state } = await new FoldedStreams(ledger.store).read(tallyShape, stream);
    expect(state.sum).not.toBe(known.state.sum);
    expect((await here.read(tallyShape, stream)).state).toEqual(state);
  },
);

it('the stream that was used last stays, also where it alone is longer than what is kept', async () => {
  const streams = [`meeting-${newId()}`, `meeting-${newId()}`];
  for (const stream of streams) await ledger.store.append(stream, [counted(1), counted(2), counted(3)], 'no-stream');
  const asked: bigint[] = [];
  const store: Pick<Ledger['store'], 'readStream'> = {
    readStream: (stream, from = 0n) => {
      asked.push(from);
      return ledger.store.readStream(stream, from);
    },
  };
  const few = new FoldedStreams(store, 2);
  for (const stream of [streams[0], streams[0], streams[1], streams[1], streams[0]]) await few.read(tallyShape, stream ?? '');
  expect(asked).toEqual([0n, 3n, 0n, 3n, 0n]);
});
