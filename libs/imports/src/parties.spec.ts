import { describe, expect, it } from '@jest/globals';
import { Names } from './parties.js';

const names = new Names({ path: ' / ', list: ', ', notParties: ['TBD'] });
names.add('omb', 'Office of Management and Budget', ['OMB']);
names.add('stat', 'Office of the Chief Statistician');
names.add('drl', 'Bureau of Democracy, Human Rights, and Labor');
names.add('state', 'Department of State');

const parties = (cell: string) => names.parties(cell).map(({ organization, wording }) => organization ?? `? ${wording}`);

describe('the parties of a cell', () => {
  it('are the ends of paths', () => {
    expect(parties('OMB / Office of the Chief Statistician')).toEqual(['stat']);
  });

  it('are each one of a list', () => {
    expect(parties('OMB, Department of State')).toEqual(['omb', 'state']);
  });

  it('may hold the separators in their name: the longest known wording wins', () => {
    expect(parties('Department of State / Bureau of Democracy, Human Rights, and Labor')).toEqual(['drl']);
  });

  it('are found over two lines and doubled blanks', () => {
    expect(parties(' Office of the\nChief  Statistician ')).toEqual(['stat']);
  });

  it('are not known where nobody named them, and are none where the mapping says so', () => {
    expect(names.parties('Office of Mysteries')).toEqual([{ wording: 'Office of Mysteries', known: false }]);
    expect(names.parties('TBD')).toEqual([{ wording: 'TBD', known: true }]);
    expect(names.parties('')).toEqual([]);
  });

  it('have aliases, parents too, that differ from key and name', () => {
    const found = names.everyName('OMB / Office of the Chief Statistician');
    const aliases = found.filter(({ organization = '', wording }) => names.isAlias(organization, wording));
    expect(aliases.map(({ wording }) => wording)).toEqual(['OMB']);
  });
});
