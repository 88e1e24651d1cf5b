import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { OpenPostgres } from '#event-store';
import { Relay } from '#messaging';
import { brokerAddresses, brokers, ledgerOnServer, topicsOnBrokers } from '../../libs/messaging/src/testing/engines.js';
import { happen, PARTNERSHIPS } from '../../libs/messaging/src/testing/history.js';
import { until } from '../../libs/messaging/src/testing/told.js';

let ledger: OpenPostgres;
beforeEach(async () => {
  ledger = await ledgerOnServer();
});
afterEach(() => ledger.close());

/** The example as it is run: a process of its own. */
function run(words: readonly string[], settings: Readonly<Record<string, string>>) {
  const sources = ['--conditions=throughline-src', '--import', './test/support/run-sources.js', 'apps/tally/src/main.ts'];
  const env = { PATH: process.env['PATH'], ...settings };
  return spawnSync(process.execPath, [...sources, ...words], { encoding: 'utf8', env });
}

it('the example counts what a relay told, and counts the same when it begins anew', async () => {
  const topics = await topicsOnBrokers();
  const { store, sql } = ledger;
  await happen(store, 30, 6);
  const relay = new Relay({ store, sql, brokers: brokers(), topics });
  await relay.start();
  await until(async () => (await relay.status()).lag === 0n);
  await relay.stop();
  const settings = {
    THROUGHLINE_KAFKA: brokerAddresses().join(','),
    THROUGHLINE_KAFKA_TOPICS: topics.prefix,
    TALLY_POSTGRES: process.env['POSTGRES_URL'] ?? '',
  };
  const first = run(['--once', '--anew'], settings);
  const counted = first.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect([first.status, first.stderr]).toEqual([0, '']);
  expect(counted).toHaveLength(PARTNERSHIPS.length);
  for (const partnershipId of PARTNERSHIPS)
    expect(counted).toContainEqual(expect.objectContaining({ partnershipId, promised: 2, claimed: 8 }));
  expect(run(['--once'], settings).stdout).toBe(first.stdout);
  expect(run(['--once', '--anew'], settings).stdout).toBe(first.stdout);
  // As an earlier one left it, that did not keep when.
  await sql.query('alter table throughline_tally.tally drop column newest');
  expect(run(['--once'], settings).stdout).toBe(first.stdout.replaceAll(/"asOf":"[^"]+"/gu, '"asOf":null'));
}, 120_000);

it('the example signs in to the brokers by the settings of the ledger: a name without a password is refused', () => {
  const settings = {
    THROUGHLINE_KAFKA: brokerAddresses().join(','),
    THROUGHLINE_KAFKA_SASL: 'scram-sha-256',
    THROUGHLINE_KAFKA_USERNAME: 'tally',
    TALLY_POSTGRES: process.env['POSTGRES_URL'] ?? '',
  };
  const { status, stderr } = run(['--once'], settings);
  expect(status).toBe(2);
  expect(stderr).toContain('THROUGHLINE_KAFKA_PASSWORD: not set, wanted a password, for scram-sha-256');
});

it('R15: the example stops at its start and names every setting that is wrong, what it got and what it wants', () => {
  const { status, stderr } = run(['--twice'], { THROUGHLINE_KAFKA: 'here', TALLY_POSTGRES: 'mysql://secret' });
  expect(status).toBe(2);
  expect(stderr).toContain('THROUGHLINE_KAFKA: got "here", wanted brokers as host:port');
  expect(stderr).toContain('TALLY_POSTGRES: got "…", wanted a URL');
  expect(stderr).toContain('--twice');
  expect(stderr).not.toContain('secret');
});
