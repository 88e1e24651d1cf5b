import {
  type AllStreamRecordedEvent,
  CancelledError,
  DeadlineExceededError,
  EventStoreDBClient,
  excludeSystemEvents,
  jsonEvent,
  UnavailableError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import type { NewEvent } from '#kernel';
import { type Expected, RevisionConflict, START, StoreUnavailable } from '../../port.js';
import type { OpenStore, Page, StoreUnderTest } from './stage.js';

const asText = ({ commit }: { commit: bigint }): string => commit.toString().padStart(START.length, '0');
const fromText = (position: string) =>
  position === START ? ('start' as const) : { commit: BigInt(position), prepare: BigInt(position) };

/**
 * The store as one would write it who takes the client at its word: without one guard. What the scenarios see of it is what
 * the bare client does.
 */
export const openBare: OpenStore = (connectionString, { patienceMs }) =>
  Promise.resolve(new BareStore(`${connectionString}&defaultDeadline=${patienceMs}`));

/** The same, told not to throw at a conflict. */
export const openBareWithoutThrowing: OpenStore = (connectionString) =>
  Promise.resolve(new BareStore(`${connectionString}&throwOnAppendFailure=false`));

class BareStore implements StoreUnderTest {
  private readonly client: EventStoreDBClient;

  constructor(connectionString: string) {
    this.client = EventStoreDBClient.connectionString(connectionString);
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<{ revision: bigint }> {
    const proposed = events.map(({ id, type, data, metadata }) =>
      jsonEvent({ id, type, data: { ...(data as object) }, metadata }),
    );
    const expectedRevision =
      typeof expected === 'object' ? expected.revision : expected === 'any' ? 'any' : (expected.replace('-', '_') as 'no_stream');
    try {
      const { success, nextExpectedRevision } = await this.client.appendToStream(stream, proposed, { expectedRevision });
      if (!success) throw new RevisionConflict(stream, expected, nextExpectedRevision);
      return { revision: nextExpectedRevision };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) {
        throw new RevisionConflict(stream, expected, error.actualVersion === 'no_stream' ? -1n : BigInt(error.actualVersion));
      }
      if (error instanceof UnavailableError || error instanceof DeadlineExceededError || error instanceof CancelledError) {
        throw new StoreUnavailable('unknown', error.message);
      }
      throw error;
    }
  }

  async readStream(stream: string): Promise<{ id: string }[]> {
    const events: { id: string }[] = [];
    for await (const { event } of this.client.readStream(stream)) if (event) events.push({ id: event.id });
    return events;
  }

  /** Forwards from behind a position; leaves when it has enough. */
  async readAll(after: string, { limit }: { limit: number }): Promise<Page> {
    const events: { id: string }[] = [];
    let scannedTo = after;
    for await (const { event } of this.client.readAll({ fromPosition: fromText(after) })) {
      if (event === undefined || event.type.startsWith('$') || asText(event.position) <= after) continue;
      events.push({ id: event.id });
      scannedTo = asText(event.position);
      if (events.length === limit) return { events, scannedTo, caughtUp: false };
    }
    return { events, scannedTo, caughtUp: true };
  }

  /** Believes the checkpoints and `caughtUp`. */
  async *subscribeAll(after: string, { signal }: { signal: AbortSignal }): AsyncGenerator<Page, void> {
    let scannedTo = after;
    let caughtUp = false;
    const subscription = this.client.subscribeToAll({
      fromPosition: fromText(after),
      filter: excludeSystemEvents({
        checkpointReached: (_, position) => {
          scannedTo = asText(position);
          return Promise.resolve();
        },
      }),
    });
    subscription.on('caughtUp', () => {
      caughtUp = true;
    });
    signal.addEventListener('abort', () => void subscription.unsubscribe());
    for await (const { event } of subscription) {
      if (event === undefined) continue;
      if (asText(event.position) > scannedTo) scannedTo = asText(event.position);
      yield { events: [{ id: event.id }], scannedTo, caughtUp };
    }
  }

  /** As listeners are written everywhere else. */
  async consume(after: string, handle: (page: Page) => Promise<void>, signal: AbortSignal): Promise<void> {
    const subscription = this.client.subscribeToAll({ fromPosition: fromText(after), filter: excludeSystemEvents() });
    const each = async ({ event }: { event?: AllStreamRecordedEvent }): Promise<void> => {
      if (event) await handle({ events: [{ id: event.id }], scannedTo: asText(event.position), caughtUp: false });
    };
    subscription.on('data', (resolved: { event?: AllStreamRecordedEvent }) => void each(resolved));
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await subscription.unsubscribe();
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}
