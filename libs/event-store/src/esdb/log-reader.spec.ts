import { expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { counted } from '../contract/opened.js';
import { openEphemeral } from '../embedded/open.js';
import { START } from '../port.js';
import { EsdbDouble } from './double/index.js';
import { onServer } from './open.js';

it("a reader that stands at an event of somebody else's skips nothing where that was scavenged meanwhile", async () => {
  const double = await EsdbDouble.start();
  const ledger = await onServer(await openEphemeral(), { connectionString: double.connectionString() });
  const theirs = (type: string, data: string) => ({
    id: newId(),
    type,
    contentType: 'application/json',
    data: new TextEncoder().encode(data),
    metadata: new Uint8Array(),
  });
  try {
    const { reader } = ledger.store;
    await ledger.store.append('s', [counted(1)], 'no-stream');
    double.log.append('$$theirs', [theirs('$metadata', '{"$maxCount":1}')], 'any');
    double.log.append('theirs', [theirs('Noted', '{}')], 'any');
    const { place, caughtUp } = await reader.after(reader.placeAt(START), 10);
    expect(caughtUp).toBe(true);

    await ledger.store.append('s', [counted(2)], { revision: 0n });
    double.log.append('theirs', [theirs('Noted', '{}')], 'any');
    double.log.scavenge();
    expect((await reader.after(place, 10)).rows.map(({ revision }) => revision)).toEqual(['1']);
  } finally {
    await ledger.close();
    await double.stop();
  }
}, 30_000);
