import { expect } from '@jest/globals';
import { NamedTokens } from '#http';
import { newId } from '#kernel';
import { type Opening, OpenLedger } from '#platform';
import { typed } from '../support/command-line.js';
import { recorder } from '../support/record.js';

/**
 * A ledger of an earlier version is the same to this one, and goes on: of what is in it nothing is recorded a second time,
 * and what is new is read back after another start.
 * @param words that name it to a command
 */
export async function expectItGoesOn(
  folder: string,
  words: readonly string[],
  store: NonNullable<Opening['store']>,
): Promise<void> {
  expect((await typed('demo', '--once', ...words)).stderr).toContain('0 acts recorded');
  expect(await new NamedTokens(folder).list()).toMatchObject({ tokens: [{ name: 'guest', role: 'viewer' }] });
  const id = newId();
  const opening: Opening = { warn: () => undefined, store };
  const ledger = await OpenLedger.inFolder(folder, opening);
  const before = await ledger.store.head();
  const receipt = await recorder(ledger)(
    { family: 'organization', id, command: { type: 'RegisterOrganization', name: 'Orange County', kind: 'district' } },
    { commandId: newId(), actor: { kind: 'person', personId: id }, recordedBy: { kind: 'person', id } },
  );
  expect([receipt.alreadyRecorded, receipt.position > before]).toEqual([false, true]);
  await ledger.close();
  const again = await OpenLedger.inFolder(folder, opening);
  expect(await again.store.readStream(`organization-${id}`)).toMatchObject([{ type: 'OrganizationRegistered' }]);
  await again.settled();
  await again.close();
  const listed = await typed('projections', 'list', ...words);
  expect([listed.code, listed.stdout]).toEqual([0, expect.not.stringContaining('stopped')]);
  expect((await typed('doctor', ...words)).stdout).toContain('is whole');
}
