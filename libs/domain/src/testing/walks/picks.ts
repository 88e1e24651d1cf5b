import type { Id } from '#kernel';
import { idOf } from '../given.js';

/** What is never there. */
export const NOWHERE: Id = idOf('nowhere');

/** Numbers that somebody else drew, used one after the other to choose. */
export class Picks {
  private next = 0;

  constructor(private readonly numbers: readonly number[]) {}

  number(below: number): number {
    const drawn = this.numbers[this.next % this.numbers.length] ?? 0;
    this.next += 1;
    return (drawn + this.next) % below;
  }

  /** One of some; the first where there is only one. @throws where there is none */
  of<T>(some: readonly T[]): T {
    const picked = some[this.number(some.length)];
    if (picked === undefined) throw new Error('nothing to choose from');
    return picked;
  }

  /** True about once in so many times. */
  onceIn(times: number): boolean {
    return this.number(times) === 0;
  }

  /** One of what is there, sometimes what is not. */
  id(there: readonly Id[]): Id {
    return there.length === 0 || this.onceIn(15) ? NOWHERE : this.of(there);
  }

  some<T>(of: readonly T[]): T[] {
    return of.filter(() => this.onceIn(2));
  }

  seldom<K extends string, T>(key: K, value: () => T): { [its in K]?: T } {
    return this.onceIn(3) ? this.maybe(key, value) : {};
  }

  maybe<K extends string, T>(key: K, value: () => T): { [its in K]?: T } {
    return this.onceIn(2) ? ({ [key]: value() } as { [its in K]?: T }) : {};
  }
}
