import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openingSaid, placeTyped, type StoreTyped } from './places.js';

const data = resolve('data');
const said = (typed: StoreTyped) => openingSaid(placeTyped('--to', typed));

describe('where a ledger was moved to', () => {
  it('is said by the options and settings that open it there, without the address, which may hold a password', () => {
    const postgres = 'postgres://app:hidden@db/ledger?schema=valley';
    const esdb = 'esdb://admin:hidden@node1:2113?tls=true&ledger=north';
    expect(said({ store: data })).toBe(`--data ${data}`);
    expect(said({ store: postgres, data })).toBe(
      `--store postgres, --postgres <its server>, THROUGHLINE_POSTGRES_SCHEMA=valley and --data ${data}`,
    );
    expect(said({ store: esdb, data })).toBe(`--store esdb, --esdb <its server>, --esdb-ledger north and --data ${data}`);
    expect(said({ store: esdb, data, postgres })).toBe(
      `--store esdb, --esdb <its server>, --esdb-ledger north, --postgres <its server>, THROUGHLINE_POSTGRES_SCHEMA=valley and --data ${data}`,
    );
  });
});

describe('the owner of a schema that a ledger is moved to', () => {
  const typed = (owner: string): StoreTyped => ({ store: 'postgres://app@db/ledger?schema=valley', data, owner });

  it('may name the same schema behind its address, and no other (R15)', () => {
    const place = { kind: 'postgres', folder: data, connectionString: 'postgres://app@db/ledger', schema: 'valley' };
    const owner = 'postgres://owner@db/ledger';
    expect(placeTyped('--to', typed(owner))).toEqual({ ...place, owner });
    expect(placeTyped('--to', typed(`${owner}?schema=valley`))).toEqual({ ...place, owner });
    expect(() => placeTyped('--to', typed(`${owner}?schema=other`))).toThrow(
      '--to-owner: names another schema than --to, valley',
    );
  });
});
