import { Injectable } from '@nestjs/common';
import { type LedgerEvent, partnershipShape } from '#domain';
import {
  type Basis,
  type CivilDate,
  type Event,
  type Family,
  foldKnown,
  foldView,
  type Id,
  type Instant,
  invalid,
  notFound,
  type Recorded,
  type Shape,
  streamName,
  streamParts,
} from '#kernel';
import { type Moment, momentOf, OpenLedger } from '#platform';
import { type Page, pageWithin } from '#read-models';
import { AsNumber, IsCount, IsWords, Optional } from './checks.js';
import { plain, type Shown, withTexts } from './showing.js';

/** What every read takes: known by when, true on which day, on which basis, and not before a position is in it. */
export class ReadAsked {
  @Optional() @IsWords(40) asOf?: string;
  @Optional() @IsWords(10) on?: string;
  @Optional() @IsWords(10) basis?: string;
  @Optional() @IsWords(20) atLeast?: string;
}

/** A list is given page by page. */
export class ListAsked extends ReadAsked {
  @Optional() @AsNumber() @IsCount(1, 500) limit?: number;
  @Optional() @IsWords(1_000) cursor?: string;
}

type About = Readonly<{ asOf: Instant; on: CivilDate; basis: Basis; position: string }>;
export type Answer<T> = About & Readonly<{ data: T }>;
export type PageAnswer<T> = About & Page<T>;

type Key = readonly (string | number)[];

/** How long a reader waits for a position before it is told to come again. */
const WAITS_MS = 5_000;
const POSITION = /^\d{20}$/;

/** A partnership as it was known at a moment: answers come from folding its events, with the shapes that decide. */
export class PartnershipAt {
  constructor(
    readonly id: Id,
    readonly events: readonly Recorded<LedgerEvent>[],
    readonly moment: Moment,
    readonly position: string,
  ) {}

  /** Every stream of a family that there was then, by id. */
  all<State, E extends Event>(shape: Shape<State, E>): ReadonlyMap<Id, State> {
    const byId = new Map<Id, Recorded<E>[]>();
    for (const event of this.events) {
      const { family, id } = streamParts(event.stream);
      if (family !== shape.family) continue;
      const events = byId.get(id) ?? [];
      // A stream of a family holds only that family's events.
      events.push(event as Recorded as Recorded<E>);
      byId.set(id, events);
    }
    const states = new Map<Id, State>();
    for (const [id, events] of byId) {
      const { state } = foldView(shape, events, this.moment);
      if (state !== shape.initial) states.set(id, state);
    }
    return states;
  }

  /** @throws LedgerError `not-found` where it was not there then */
  one<State, E extends Event>(shape: Shape<State, E>, id: Id): State {
    const state = this.all(shape).get(id);
    if (state === undefined) throw notFound('id', `${shape.family} ${id}`);
    return state;
  }

  get about(): About {
    const { asOf, on, basis } = this.moment;
    return { asOf, on, basis, position: this.position };
  }
}

/** Answers reads: waits where it must, settles the moment, folds, and shows. */
@Injectable()
export class Reading {
  constructor(private readonly ledger: OpenLedger) {}

  /**
   * Waits until the read models have taken in a position that a writer was told (read your writes).
   * @throws LedgerError `unavailable` after the time; `invalid` for what is no position
   */
  async reached(atLeast: string | undefined): Promise<void> {
    if (atLeast === undefined) return;
    if (!POSITION.test(atLeast)) throw invalid([{ field: 'atLeast', rule: 'R15', message: 'wanted the position of a receipt' }]);
    await this.ledger.projections.waitFor(atLeast, WAITS_MS);
  }

  /** @throws LedgerError `not-found`; `invalid` for a moment that is none */
  async partnershipAt(id: Id, asked: ReadAsked): Promise<PartnershipAt> {
    await this.reached(asked.atLeast);
    const position = await this.ledger.store.head();
    const { state } = foldKnown(partnershipShape, await this.ledger.eventsOf(partnershipShape, id));
    if (state.formedOn === undefined) throw notFound('id', `partnership ${id}`);
    // Only deciders append, and theirs are the ledger's events.
    const events = (await this.ledger.store.readPartnership(id, undefined, position)) as readonly Recorded<LedgerEvent>[];
    return new PartnershipAt(id, events, momentOf(asked, state), position);
  }

  /** The partnership that a thing belongs to, at the moment asked for. */
  async partnershipOf(family: Exclude<Family, 'organization' | 'partnership'>, id: Id, asked: ReadAsked): Promise<PartnershipAt> {
    const [first] = await this.ledger.store.readStream(streamName(family, id));
    const partnershipId = first?.metadata.partnershipId;
    if (partnershipId === undefined) throw notFound('id', `${family} ${id}`);
    return this.partnershipAt(partnershipId, asked);
  }

  /** One thing, with the moment it is about. Free texts are put back where their references stand. */
  async show<T>(at: PartnershipAt, data: T): Promise<Answer<Shown<T>>> {
    // What the two make of it is what Shown says.
    return { ...at.about, data: (await withTexts(plain(data), this.ledger.texts)) as Shown<T> };
  }

  /** A page of things, in the order of their keys. */
  async showPage<T>(
    at: PartnershipAt,
    items: Iterable<T>,
    asked: ListAsked,
    keyOf: (item: T) => Key,
  ): Promise<PageAnswer<Shown<T>>> {
    const page = pageWithin([...items], asked, keyOf);
    const shown = (await withTexts(plain(page.items), this.ledger.texts)) as readonly Shown<T>[];
    return { ...at.about, items: shown, next: page.next };
  }
}
