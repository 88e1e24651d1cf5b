import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Change = Readonly<{ name?: string; rule?: string; file: string; find: string; replace: string }>;

const LISTS = readdirSync('test/mutations').filter((file) => file.endsWith('.json'));

/** `npm run test:mutate` takes long to say so: a change that is not there where the code has moved shows nothing. */
describe.each(LISTS)('the changes of test/mutations/%s', (list) => {
  const changes = JSON.parse(readFileSync(`test/mutations/${list}`, 'utf8')) as readonly Change[];

  it('are each to be made in one place, and change something', () => {
    const astray = changes.filter(
      ({ file, find, replace }) => find === replace || readFileSync(file, 'utf8').split(find).length !== 2,
    );
    expect(astray.map(({ name, rule, file, find }) => `${name ?? rule} in ${file}: ${find}`)).toEqual([]);
  });

  it('are listed once', () => {
    const told = changes.map(({ file, find, replace }) => `${file}: ${find} -> ${replace}`);
    expect(told.filter((one, index) => told.indexOf(one) !== index)).toEqual([]);
  });
});
