import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** A folder with these files; `removeTables` takes it away again. */
export function tables(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-tables-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export function removeTables(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
}

/** A small partnership in the documented form: two schools and a college, one commitment with a milestone. */
export function smallPartnership(key: string): Record<string, string> {
  return {
    'partnership.csv': `key,name,purpose,fiscal_year_start,time_zone,formed_on\n${key},Valley Partnership,Reading by third grade,07-01,America/New_York,2024-08-01\n`,
    'organizations.csv':
      'key,name,kind,occurred_on\nnorth,North School,school,2024-08-01\nsouth,South School,school,2024-08-01\ncollege,Valley College,college,2024-08-01\n',
    'parties.csv': 'key,organization,occurred_on\np1,north,2024-08-01\np2,south,2024-08-01\np3,college,2024-08-01\n',
    'goals.csv': 'key,title,occurred_on\ng1,Every child reads,2024-08-15\n',
    'commitments.csv':
      'key,statement,owing,owed_to,goal,due_on,occurred_on\nc1,Coach every new teacher,north;Valley College,south,g1,2025-02-15,2024-09-01\n',
    'milestones.csv': 'key,commitment,title,occurred_on\nm1,c1,Coaches named,2024-09-01\n',
  };
}

/** A mapping of goals in `aims.csv`, for a partnership of two schools. */
export function mapping(name: string, change: object = {}): string {
  return JSON.stringify({
    name,
    partnership: {
      name: 'Valley',
      purpose: 'Reading',
      calendar: { fiscalYearStart: '07-01', timeZone: 'UTC' },
      history: 'imported',
      formedOn: '2024-01',
    },
    parties: {
      organizations: [
        { name: 'North', kind: 'school' },
        { name: 'South', kind: 'school' },
      ],
    },
    statusWords: {},
    tables: [{ file: 'aims.csv', fact: 'goal', key: 'id', fields: { title: 'aim' } }],
    ...change,
  });
}
