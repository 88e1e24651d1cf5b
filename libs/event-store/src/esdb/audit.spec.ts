import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { counted } from '../contract/opened.js';
import { type Ledger, openEphemeral } from '../embedded/open.js';
import { auditLedger } from './audit.js';
import { EsdbDouble } from './double/index.js';
import type { EsdbEventStore } from './esdb-event-store.js';
import type { LogReader } from './log-reader.js';
import { type EsdbLedger, onServer } from './open.js';

describe('the audit of a ledger in EventStoreDB', () => {
  let double: EsdbDouble;
  let beside: Ledger;
  let ledger: EsdbLedger;
  const found = async () => (await auditLedger(ledger)).map(({ where, what }) => `${where} ${what}`);

  beforeAll(async () => {
    double = await EsdbDouble.start();
    beside = await openEphemeral();
    ledger = await onServer(beside, { connectionString: double.connectionString() });
    for (const stream of ['a', 'b', 'c', 'd', 'e'])
      await ledger.store.append(stream, [counted(1), counted(2), counted(3)], 'no-stream');
  }, 60_000);
  afterAll(async () => {
    await ledger.close();
    await double.stop();
  });

  // In this order: each adds to what is found.
  it('finds nothing where nothing is', async () => {
    expect(await found()).toEqual([]);
  });

  it.each(['$maxAge', '$maxCount', '$tb'])(
    'finds %s in the metadata of a stream, and says so no more when it is taken out',
    async (setting) => {
      setMetadata(double, 'throughline.a', { [setting]: 1 });
      expect(await found()).toEqual([expect.stringMatching(new RegExp(`^throughline.a .*\\${setting}`))]);
      setMetadata(double, 'throughline.a', {});
      expect(await found()).toEqual([]);
    },
  );

  it('finds nothing wrong with what others record when it has read the log', async () => {
    const { store } = ledger;
    const reader: LogReader = Object.assign(Object.create(store.reader) as LogReader, {
      everything: async function* () {
        yield* store.reader.everything();
        await store.append('later', [counted(1)], 'no-stream');
      },
    });
    const read: EsdbEventStore = Object.assign(Object.create(store) as EsdbEventStore, { reader });
    expect(await auditLedger({ ...ledger, store: read })).toEqual([]);
    expect(await found()).toEqual([]);
  });

  it('finds that the clock of the node that leads went back behind the last event, and says so no more when it has caught up', async () => {
    const recorded = (stream: string) => ledger.store.append(stream, [counted(1)], 'any');
    double.faults.clockAheadMs = 60_000;
    await recorded('ahead');
    expect(await found()).toEqual([]);
    double.faults.clockAheadMs = 0;
    await recorded('behind');
    expect(await auditLedger(ledger)).toMatchObject([
      {
        severity: 'trouble',
        where: 'clock',
        what: expect.stringMatching(/^of the node that led ran (59|60) s behind when the last event was recorded$/),
        page: 'clock-behind.md',
      },
    ]);
    double.faults.clockAheadMs = 61_000;
    await recorded('caught up');
    expect(await found()).toEqual([]);
    double.faults.clockAheadMs = 0;
  });

  it('finds an event that was replaced, which no reader is given', async () => {
    const altered = new TextEncoder().encode('{"n":7}');
    double.log.redact((await ledger.store.readStream('b'))[1]?.id ?? '', altered);
    expect(await found()).toEqual([expect.stringContaining('throughline.b'), expect.stringContaining('is there no more')]);
    await expect(ledger.store.readStream('b')).rejects.toMatchObject({ code: 'EVENT_ALTERED' });
  });

  it('finds what a scavenge removed, by the gap it leaves and by the copy', async () => {
    setMetadata(double, 'throughline.c', { $maxCount: 1 });
    double.log.scavenge();
    setMetadata(double, 'throughline.c', {});
    const said = (await found()).join('\n');
    expect(said).toContain('throughline.c has revision 2 where 0 was to come');
    expect(said.match(/is there no more/g)?.length).toBe(3);
  });

  it('finds a stream that was deleted for good, and reading it is refused', async () => {
    double.log.tombstone('throughline.d', 'any');
    expect((await found()).join('\n')).toContain('throughline.d was deleted for good');
    await expect(ledger.store.readStream('d')).rejects.toMatchObject({ code: 'STREAM_DELETED' });
  });

  it('finds an id that was recorded twice, past the check that this program makes', async () => {
    const again = (await ledger.store.readStream('e'))[0]?.id ?? '';
    const other = await onServer(await openEphemeral(), { connectionString: double.connectionString(), ledger: 'other' });
    await other.store.append('e', [counted(1, { id: again }), counted(2, { id: newId() })], 'any');
    const events = double.log.stream('other.e');
    if (typeof events === 'string') throw new Error(events);
    double.log.append('throughline.f', events, 'no_stream');
    await ledger.store.head();
    expect((await found()).join('\n')).toMatch(new RegExp(`${again} is recorded more than once: e revision 0, f revision 0`));
    await other.close();
  }, 30_000);
});

function setMetadata(double: EsdbDouble, stream: string, value: object): void {
  const data = new TextEncoder().encode(JSON.stringify(value));
  const event = { id: newId(), type: '$metadata', contentType: 'application/json', data, metadata: new Uint8Array() };
  double.log.append(`$$${stream}`, [event], 'any');
}
