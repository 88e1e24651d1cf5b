import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { agreeOnMarker, markerIn, type StoreMarker } from './store-marker.js';

const ROUNDS = 25;
const AT_ONCE = 8;

describe('the marker by which a data folder says where its events lie', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'throughline-marker-'));
  });
  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  const ofAnother = (): StoreMarker => ({ format: 1, store: 'postgres', ledger: 'throughline', ledgerId: newId() });

  it('is that of one process alone, where several of other ledgers leave theirs at once; what it says is whole at each moment', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = join(root, String(round));
      const markers = Array.from({ length: AT_ONCE }, ofAnother);
      let areAgreeing = true;
      const seen = (async () => {
        const found = new Set<string>();
        while (areAgreeing) {
          const marker = await markerIn(folder);
          if (marker !== undefined) found.add(marker.ledgerId);
        }
        return found;
      })();
      const outcomes = await Promise.allSettled(
        markers.map(async (marker, nth) => {
          await pause(nth % 3);
          await agreeOnMarker(folder, marker);
          return marker;
        }),
      );
      areAgreeing = false;
      const stands = await markerIn(folder);
      expect(outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))).toEqual([stands]);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'LEDGER_FORKED' });
      expect([...(await seen)].filter((id) => id !== stands?.ledgerId)).toEqual([]);
      expect(await readdir(folder)).toEqual(['store.json']);
    }
  });

  it('is agreed on by several processes of one ledger, and after one that crashed while it wrote', async () => {
    const marker = ofAnother();
    await writeFile(join(root, `store.json.${newId()}.part`), '{"format":1,"sto');
    await Promise.all(Array.from({ length: AT_ONCE }, () => agreeOnMarker(root, marker)));
    expect(await markerIn(root)).toEqual(marker);
  });
});
