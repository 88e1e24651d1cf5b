import { describe, expect, it } from '@jest/globals';
import { heard, measure } from './measures.js';

describe('what is counted', () => {
  it('is told to who counts while it happens, and to nobody after the end', () => {
    const counts: number[] = [];
    measure('told', () => ({ events: 1 }));
    const end = heard('told', ({ events }) => counts.push(events));
    measure('told', () => ({ events: 2 }));
    end();
    measure('told', () => ({ events: 3 }));
    expect(counts).toEqual([2]);
  });

  it('is told to who comes later where it goes on to hold: how a relay is doing', () => {
    for (const state of ['idle', 'standing-by']) measure('relay', () => ({ topics: 'throughline', state }));
    const states: string[] = [];
    const end = heard('relay', ({ state }) => states.push(state));
    measure('relay', () => ({ topics: 'throughline', state: 'live' }));
    end();
    expect(states).toEqual(['standing-by', 'live']);
  });
});
