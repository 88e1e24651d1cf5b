import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { derivedId } from './index.js';
import { seedOf } from './testing/seed.js';

const NAMESPACE = '6f1f2f4e-6a0c-5d57-9a3e-0d6f0b2f9d10';

describe('an id made from another and a name', () => {
  it('is the UUID of version 5 that the uuid library makes, for any name (R14)', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.string({ unit: 'grapheme' }), (first, second, name) => {
        expect(derivedId(first, name)).toBe(v5(name, v5(first, NAMESPACE)));
        expect(derivedId(second, name)).toBe(v5(name, v5(second, NAMESPACE)));
        expect(derivedId(first, name)).toBe(v5(name, v5(first, NAMESPACE)));
      }),
      { seed: seedOf() },
    );
  });
});
