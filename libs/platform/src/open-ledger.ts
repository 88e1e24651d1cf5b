import { join } from 'node:path';
import { FolderFiles, namedIn } from '#content';
import { Decisions, type EventStore, type Ledger, type Sql } from '#event-store';
import { type Event, type Id, LedgerError, type Recorded, type Shape, streamName, type Texts } from '#kernel';
import type { Projections } from '#projections';
import type { StoreChosen } from './configuration.js';
import { openStore } from './open-store.js';
import { keepReadModels, type ReadModelsKept, type Shares } from './read-models-kept.js';

export type Opening = Readonly<{
  /** Told of what an operator should know while it runs: a read model that stopped, a store that is away. */
  warn: (message: string, error?: unknown) => void;
  /** How far the work of opening has come, where there is some: after a crash, or on a new machine. */
  progress?: (done: number, total: number) => void;
  /** Where the events lie; in the folder itself where nothing is said. */
  store?: StoreChosen;
  /** False for who only looks; see `openStore`. */
  founds?: boolean;
  /** `kept` where nothing is said. */
  readModels?: ReadModelsKept;
  /** Of read models that are shared. */
  shares?: Shares;
}>;

type Step = Readonly<{ done: number; total: number }>;

/** How long a reader waits for read models to take in what is recorded already. */
const SETTLES_WITHIN_MS = 120_000;

/** An open ledger with everything that reads and writes it; one per process, closed by whoever opened it. */
export class OpenLedger {
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly ledger: Ledger,
    readonly files: FolderFiles,
    readonly decisions: Decisions,
    readonly projections: Projections,
  ) {}

  /**
   * Opens the ledger of a data folder, made where it is missing, and starts its read models.
   * @throws LedgerError FOLDER_IN_USE where another process has it; `corrupt` where it needs an operator; `unavailable`
   *   where the events lie on a server that does not answer
   */
  static async inFolder(folder: string, opening: Opening): Promise<OpenLedger> {
    const { warn, progress, store = { kind: 'embedded' }, founds, readModels = 'kept', shares } = opening;
    const ledger = await openStore(folder, store, {
      ...(progress === undefined ? {} : { progress: ({ done, total }: Step) => progress(done, total) }),
      ...(founds === undefined ? {} : { founds }),
    });
    try {
      const files = await FolderFiles.open(join(folder, 'files'), namedIn(ledger.store), ledger.locks);
      const projections = await keepReadModels(ledger, readModels, warn, shares);
      const decisions = new Decisions(ledger.store, ledger.texts, { decidesUnread: true });
      return new OpenLedger(ledger, files, decisions, projections);
    } catch (error) {
      await ledger.close();
      throw error;
    }
  }

  /** What was found and mended while opening, in words for an operator. */
  get notes(): readonly string[] {
    return this.ledger.notes;
  }

  get store(): EventStore {
    return this.ledger.store;
  }

  get sql(): Sql {
    return this.ledger.sql;
  }

  get texts(): Texts {
    return this.ledger.texts;
  }

  /** The events of one stream, of the types its shape folds; empty where there is no such stream. */
  async eventsOf<State, E extends Event>(shape: Shape<State, E>, id: Id): Promise<readonly Recorded<E>[]> {
    // A stream of a family holds only that family's events: its decider is the one that appends to it.
    return (await this.store.readStream(streamName(shape.family, id))) as readonly Recorded<E>[];
  }

  /** Waits until the read models have taken in everything that is recorded; not for one that has stopped. */
  async settled(): Promise<void> {
    await this.projections.waitFor(await this.store.head(), SETTLES_WITHIN_MS).catch((error: unknown) => {
      if (!(error instanceof LedgerError && error.code === 'READ_MODEL_STOPPED')) throw error;
    });
  }

  /** Stops the read models after the transaction in hand, then closes the store. Safe to call twice. */
  close(): Promise<void> {
    this.closing ??= this.projections.stop().then(() => this.ledger.close());
    return this.closing;
  }
}
