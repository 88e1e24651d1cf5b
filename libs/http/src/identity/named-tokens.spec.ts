import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Instant, LedgerError, newId, sha256 } from '#kernel';
import { NamedTokens, TOKENS_FOLDER } from './named-tokens.js';
import { OWNER_TOKEN_FILE, OwnerToken } from './owner-token.js';

const codeOf = async (asked: Promise<unknown>): Promise<string> => {
  const error: unknown = await asked.catch((thrown: unknown) => thrown);
  if (error instanceof LedgerError) return error.code;
  throw new Error('nothing was refused');
};

describe('tokens in a data folder', () => {
  let folder: string;
  let tokens: NamedTokens;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    tokens = new NamedTokens(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const everyByte = async () => {
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const texts = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
    return (await Promise.all(texts)).join('\n');
  };
  const modeOf = async (...path: string[]) => (await stat(join(folder, ...path))).mode & 0o777;

  it('keep the SHA-256 and never the secret, in files that only their owner reads', async () => {
    const { token, name } = await tokens.add({ name: 'office', role: 'facilitator' });
    const bytes = await everyByte();
    expect(bytes).toContain(sha256(token));
    expect(bytes).not.toContain(token.slice('office.'.length));
    expect(name).toBe('office');
    if (process.platform !== 'win32') {
      expect((await modeOf(TOKENS_FOLDER, 'office.json')).toString(8)).toBe('600');
      expect((await modeOf(TOKENS_FOLDER)).toString(8)).toBe('700');
      await OwnerToken.inFolder(folder);
      expect((await modeOf(OWNER_TOKEN_FILE)).toString(8)).toBe('600');
    }
  });

  it('have 256 bits each, and two are never alike', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, (_, n) => tokens.add({ name: `t${n}`, role: 'viewer' })));
    const secrets = made.map(({ token }) => token.slice(token.indexOf('.') + 1));
    expect(new Set(secrets).size).toBe(20);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(new Set(made.map(({ personId }) => personId)).size).toBe(20);
  });

  it('know their own, and nothing shorter, longer, of another or of a name that is no name', async () => {
    const { token, personId } = await tokens.add({ name: 'office', role: 'viewer' });
    const { token: second } = await tokens.add({ name: 'second', role: 'owner' });
    expect(await tokens.principalOf(token)).toEqual({ name: 'office', role: 'viewer', personId });
    const secretOf = (whole: string) => whole.slice(whole.indexOf('.'));
    const wrong = [
      '',
      '.',
      'office',
      'office.',
      token.slice(0, -1),
      `${token}A`,
      token.toUpperCase(),
      `office${secretOf(second)}`,
      `second${secretOf(token)}`,
      `../tokens/office${secretOf(token)}`,
      `nobody${secretOf(token)}`,
      `office.${sha256(token)}`,
    ];
    expect(await Promise.all(wrong.map((attempt) => tokens.principalOf(attempt)))).toEqual(wrong.map(() => undefined));
  });

  it('end with their revocation, whoever revokes, and with their last day', async () => {
    const { token } = await tokens.add({ name: 'office', role: 'viewer', expiresOn: '2030-06-30' }, '2030-06-01T00:00:00.000Z');
    const at = (now: Instant) => tokens.principalOf(token, now);
    expect(await at('2030-06-30T23:59:59.999Z')).toMatchObject({ name: 'office' });
    expect(await at('2030-07-01T00:00:00.000Z')).toBeUndefined();
    await new NamedTokens(folder).revoke('office', '2030-06-02T00:00:00.000Z');
    expect(await at('2030-06-03T00:00:00.000Z')).toBeUndefined();
  });

  it('of one name made by many at once, one is made', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => new NamedTokens(folder).add({ name: 'office', role: 'viewer' })),
    );
    const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(made).toHaveLength(1);
    expect(await tokens.principalOf(made[0]?.token ?? '')).toMatchObject({ name: 'office' });
    expect(await readdir(join(folder, TOKENS_FOLDER))).toEqual(['office.json']);
  });

  it.each([
    ['is no JSON', () => 'half of'],
    ['names another', (text: string) => text.replace('"office"', '"owner2"')],
    ['has no hash', (text: string) => text.replace(/"sha256": "[0-9a-f]{64}"/, '"sha256": ""')],
    ['is a member of no party', (text: string) => text.replace('"viewer"', '"member"')],
    ['has a role that is none', (text: string) => text.replace('"viewer"', '"king"')],
    ['has a last day that is none', (text: string) => text.replace('"viewer"', '"viewer", "expiresOn": "never"')],
  ])('a file that %s lets nobody in, and is named', async (_what, changed) => {
    const { token } = await tokens.add({ name: 'office', role: 'viewer' });
    const path = join(folder, TOKENS_FOLDER, 'office.json');
    await writeFile(path, changed(await readFile(path, 'utf8')));
    expect(await codeOf(tokens.principalOf(token))).toBe('TOKEN_UNREADABLE');
  });

  it('are listed also where the file of one is broken, which is named beside them', async () => {
    for (const name of ['desk', 'office', 'yard']) await tokens.add({ name, role: 'viewer' });
    await writeFile(join(folder, TOKENS_FOLDER, 'office.json'), 'half of');
    const { tokens: listed, unreadable } = await tokens.list();
    expect([listed.map(({ name }) => name), unreadable]).toEqual([['desk', 'yard'], ['office']]);
    expect(await codeOf(tokens.revoke('office'))).toBe('TOKEN_UNREADABLE');
  });

  it('that of the owner is made once, also where several processes start at one moment', async () => {
    const owners = await Promise.all(Array.from({ length: 8 }, () => OwnerToken.inFolder(folder)));
    expect(new Set(owners.map(({ token }) => token)).size).toBe(1);
    expect(owners.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('that of the owner is compared by hash, whatever the length of what is offered', async () => {
    const owner = await OwnerToken.inFolder(folder);
    expect(owner.principalOf(owner.token)).toMatchObject({ name: 'owner', role: 'owner' });
    for (const wrong of ['', 'x', owner.token.slice(1), `${owner.token} `, 'x'.repeat(16_000), newId()])
      expect(owner.principalOf(wrong)).toBeUndefined();
    expect((await OwnerToken.inFolder(folder)).token).toBe(owner.token);
  });
});
