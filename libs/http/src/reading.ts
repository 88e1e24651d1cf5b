import { Injectable } from '@nestjs/common';
import { type LedgerEvent, type OrganizationState, organizationShape, partnershipShape } from '#domain';
import {
  type Basis,
  type CivilDate,
  type Event,
  type Family,
  foldKnown,
  type Id,
  type Instant,
  invalid,
  notFound,
  type Recorded,
  type Shape,
  streamName,
  type TimeZone,
} from '#kernel';
import { historiesOf, type Moment, momentOf, OpenLedger } from '#platform';
import type { Answer as StoredAnswer } from '#projections';
import { type Page, pageWithin, statesAt } from '#read-models';
import { AsNumber, IsCount, IsDay, IsOneOf, IsWords, Optional } from './checks.js';
import { Showing, type Shown } from './showing.js';

/** The zone of what belongs to no partnership, or to several; an answer over several says one basis for all of them. */
const OVER_ALL: Parameters<typeof momentOf>[1] = { calendar: { fiscalYearStart: '01-01', timeZone: 'UTC' }, history: 'lived' };

/** What a read of what was recorded takes: known by when, true on which day, on which basis, and not before a position is in it. */
export class ReadAsked {
  /** Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
  @Optional() @IsWords(40) asOf?: string;
  /** True on that day, at most 100 years after what is known. The day of `asOf`, where it is left out. */
  @Optional() @IsDay() on?: CivilDate;
  /** Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
  @Optional() @IsOneOf(['ledger', 'source']) basis?: Basis;
  /** The `position` of a receipt: waits until that write is in the answer. */
  @Optional() @IsWords(40) atLeast?: string;
}

/** A list is given page by page. */
export class ListAsked extends ReadAsked {
  /** How many at most. */
  @Optional() @AsNumber() @IsCount(1, 500) limit?: number;
  /** The `next` of the page before. */
  @Optional() @IsWords(1_000) cursor?: string;
}

/** Whether a list is to be as it was, and not as it is now. */
export function asksForMoment({ asOf, on, basis }: ReadAsked): boolean {
  return asOf !== undefined || on !== undefined || basis !== undefined;
}

type About = Readonly<{
  asOf: Instant;
  on: CivilDate;
  /** The zone whose day `on` is: the partnership's, or UTC over several. */
  timeZone: TimeZone;
  basis: Basis;
  position: string;
}>;
export type Answer<T> = About & Readonly<{ data: T }>;
export type PageAnswer<T> = About & Page<T>;

type Key = readonly (string | number)[];

/** What every answer says of itself. @param position how far the log was read for it */
export function aboutOf({ asOf, on, timeZone, basis }: Moment, position: string): About {
  return { asOf, on, timeZone, basis, position };
}

/** How long a reader waits for a position before it is told to come again. */
const WAITS_MS = 5_000;

/** The form of a position: text order is log order on every engine. EventStoreDB's say two places. */
export function isPosition(text: string): boolean {
  return /^\d{20}(\d{20})?$/.test(text);
}

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
    return statesAt(shape, this.events, this.moment);
  }

  /** @throws LedgerError `not-found` where it was not there then */
  one<State, E extends Event>(shape: Shape<State, E>, id: Id): State {
    const state = this.all(shape).get(id);
    if (state === undefined) throw notFound('id', `${shape.family} ${id}`);
    return state;
  }

  get about(): About {
    return aboutOf(this.moment, this.position);
  }
}

/** Answers reads: waits where it must, settles the moment, folds, and shows. */
@Injectable()
export class Reading {
  private readonly showing;

  constructor(private readonly ledger: OpenLedger) {
    this.showing = new Showing(ledger.texts);
  }

  /**
   * Waits until the read models have taken in a position that a writer was told (read your writes).
   * @throws LedgerError `unavailable` after the time; `invalid` for what is no position
   */
  async reached(atLeast: string | undefined): Promise<void> {
    if (atLeast === undefined) return;
    if (!isPosition(atLeast)) throw invalid([{ field: 'atLeast', rule: 'R15', message: 'wanted the position of a receipt' }]);
    await this.ledger.projections.waitFor(atLeast, WAITS_MS);
  }

  /**
   * The moment of what lies outside a partnership, or in several: days are days of UTC.
   * @throws LedgerError `invalid` for a moment that is none
   */
  momentOverAll(asked: ReadAsked): Moment {
    return momentOf(asked, OVER_ALL);
  }

  /** @throws LedgerError `not-found`; `invalid` for a moment that is none */
  async partnershipAt(id: Id, asked: ReadAsked): Promise<PartnershipAt> {
    await this.reached(asked.atLeast);
    const position = await this.ledger.store.head();
    const { state } = foldKnown(partnershipShape, await this.ledger.eventsOf(partnershipShape, id));
    if (state.formedOn === undefined) throw notFound('id', `partnership ${id}`);
    const events = await historiesOf(this.ledger.store).of(id, position);
    return new PartnershipAt(id, events, momentOf(asked, state), position);
  }

  /** The partnership that a thing belongs to, at the moment asked for. */
  async partnershipOf(family: Exclude<Family, 'organization' | 'partnership'>, id: Id, asked: ReadAsked): Promise<PartnershipAt> {
    const [first] = await this.ledger.store.readStream(streamName(family, id));
    const partnershipId = first?.metadata.partnershipId;
    if (partnershipId === undefined) throw notFound('id', `${family} ${id}`);
    return this.partnershipAt(partnershipId, asked);
  }

  /** One thing, with the moment it is about. */
  async show<T>(at: Pick<PartnershipAt, 'about'>, data: T): Promise<Answer<Shown<T>>> {
    return { ...at.about, data: await this.shown(data) };
  }

  /**
   * A page of things, in the order of their keys.
   * @param list what is paged through: a cursor of another list is refused
   */
  async showPage<T>(
    at: PartnershipAt,
    list: string,
    items: Iterable<T>,
    asked: ListAsked,
    keyOf: (item: T) => Key,
  ): Promise<PageAnswer<Shown<T>>> {
    const page = pageWithin([...items], { ...asked, list: `${list} ${at.id}` }, keyOf);
    return { ...at.about, items: await this.shown(page.items), next: page.next };
  }

  /** A page of what stands in read models, over all partnerships. */
  async showList<T>({ asOf, on, timeZone, basis }: Moment, { data, ...standing }: StoredAnswer<Page<T>>) {
    return { asOf, on, timeZone, basis, ...standing, items: await this.shown(data.items), next: data.next };
  }

  /** Organizations as they were known at a moment, by id; those not known then are left out. */
  async organizationsAt(ids: readonly Id[], moment: Moment): Promise<ReadonlyMap<Id, OrganizationState>> {
    const streams = await Promise.all([...new Set(ids)].map((id) => this.ledger.eventsOf(organizationShape, id)));
    const events = streams.flat();
    const { asOf, basis, timeZone } = moment;
    // It has no zone: one that joins on the evening of a day may have been registered on a day that has not begun here.
    const known = statesAt(organizationShape, events, { asOf, basis, timeZone });
    return new Map([...known, ...statesAt(organizationShape, events, moment)]);
  }

  /** A value as it is answered: free texts and the names of persons are put where their references stand. */
  shown<T>(value: T): Promise<Shown<T>> {
    return this.showing.show(value);
  }
}
