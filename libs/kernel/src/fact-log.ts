import { DoesNotApply, type Evolve } from './decider.js';
import { type Event, type EventAboutFact, type Fact, isAboutFact } from './event.js';
import type { Id } from './ids.js';

/**
 * The facts a state is made of, by id and in the order of the fold. Never changes: `with` answers a longer one. A log and
 * those that grew out of it share their facts, so that folding a stream costs one step for each fact, not a copy of all
 * the facts before it.
 */
export class FactLog<E extends Event = Event> {
  private constructor(
    private readonly shared: { readonly facts: Fact<E>[]; readonly places: Map<Id, number> },
    readonly size: number,
  ) {}

  /** Without a fact. */
  static empty<E extends Event>(): FactLog<E> {
    return new FactLog<E>({ facts: [], places: new Map() }, 0);
  }

  /** This log and one more fact. */
  with(fact: Fact<E>): FactLog<E> {
    // What is shared may have grown on without this log, and a log without facts lives as long as its module: both copy.
    const grown = this.size > 0 && this.size === this.shared.facts.length ? this.shared : this.copied();
    grown.places.set(fact.id, grown.facts.length);
    grown.facts.push(fact);
    return new FactLog(grown, grown.facts.length);
  }

  get(id: Id): Fact<E> | undefined {
    const place = this.shared.places.get(id);
    return place === undefined || place >= this.size ? undefined : this.shared.facts[place];
  }

  /** In the order of the fold. */
  values(): readonly Fact<E>[] {
    return this.shared.facts.slice(0, this.size);
  }

  private copied() {
    const facts = this.shared.facts.slice(0, this.size);
    return { facts, places: new Map(facts.map(({ id }, place) => [id, place])) };
  }
}

/**
 * An `evolve` whose state also keeps the log of the facts that applied. What is said about a fact is kept there and changes
 * nothing else: also where the opening of the stream is no more, as what struck it then stands alone.
 */
export function logging<State extends Readonly<{ log: FactLog<Own | EventAboutFact> }>, Own extends Event>(
  applied: Evolve<State, Own>,
): Evolve<State, Own | EventAboutFact> {
  return (state, fact) => {
    const next = isAboutFact(fact) ? state : applied(state, fact);
    return next instanceof DoesNotApply ? next : { ...next, log: state.log.with(fact) };
  };
}
