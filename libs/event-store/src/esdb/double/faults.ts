/** What befalls an append. Each kind that ends in `-after-storing` is an ambiguous commit: stored, and the answer lost. */
export type AppendFault =
  /** Refused: another node leads, and is named. On the batch path this ends the whole call. */
  | 'not-leader'
  /** Refused: "Server Is Not Ready". */
  | 'not-ready'
  /** The call ends with an error before the answer. On the batch path every append of the call loses its answer. */
  | 'fails'
  | 'fails-after-storing'
  /** The server gives up and says so. */
  | 'times-out'
  | 'times-out-after-storing'
  /** No answer, ever. */
  | 'silent'
  | 'silent-after-storing';

export type SubscriptionEnd = 'error' | 'silent end';

/** A gate that lets pass until it is shut, and everybody waiting once it is opened. */
class Gate {
  #waiting = 0;
  #shut: { opened: Promise<void>; open: () => void } | undefined;

  shut(): void {
    if (this.#shut) return;
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.#shut = { opened, open };
  }

  open(): void {
    this.#shut?.open();
    this.#shut = undefined;
  }

  /** How many wait before it. */
  get waiting(): number {
    return this.#waiting;
  }

  async passed(): Promise<void> {
    this.#waiting += 1;
    while (this.#shut) await this.#shut.opened;
    this.#waiting -= 1;
  }
}

/** Every fault of the double; all are off at first, and each is switched on by itself. */
export class Faults {
  /** The server's clock runs ahead of the client's by this much. */
  clockAheadMs = 0;
  /** The bug of 24.2.0 to 24.10.4: a filtered subscription from the start reports the checkpoint 2^64-1. */
  checkpointBug = false;
  /** False: GetSupportedMethods does not offer BatchAppend, and the call itself is refused. */
  batchPath = true;
  /** A read of a stream or of `$all` ends with an error behind this many events. */
  readsFailAfter: number | undefined;

  readonly #scripted: (AppendFault | undefined)[] = [];
  readonly #lives: { events: number; end: SubscriptionEnd }[] = [];
  readonly #answers = new Gate();
  readonly #network = new Gate();
  readonly #voices = new Gate();
  #drawn: (() => AppendFault | undefined) | undefined;

  /** The next appends meet these, one each, in order; `undefined` lets one pass. */
  onNextAppends(...faults: readonly (AppendFault | undefined)[]): void {
    this.#scripted.push(...faults);
  }

  /** Every append that no script speaks of meets this; `undefined` ends it. */
  onEveryAppend(fault: AppendFault | undefined): void {
    this.#drawn = fault === undefined ? undefined : () => fault;
  }

  /** Every append that no script speaks of meets one of these with this chance, always the same ones for a seed. */
  onSomeAppends(seed: number, chance: number, kinds: readonly AppendFault[]): void {
    const random = seededRandom(seed);
    this.#drawn = () => (random() < chance ? kinds[Math.floor(random() * kinds.length)] : undefined);
  }

  /** Called by the server for each append. */
  forAppend(): AppendFault | undefined {
    return this.#scripted.length > 0 ? this.#scripted.shift() : this.#drawn?.();
  }

  /** The next subscription ends like this behind so many events; call again for the one after it. */
  endNextSubscriptionAfter(events: number, end: SubscriptionEnd): void {
    this.#lives.push({ events, end });
  }

  /** Called by the server for each subscription. */
  forSubscription(): { events: number; end: SubscriptionEnd } | undefined {
    return this.#lives.shift();
  }

  /** Appends are stored but their answers wait until `releaseAnswers`: a slow server, or one that never answers. */
  holdAnswers(): void {
    this.#answers.shut();
  }
  releaseAnswers(): void {
    this.#answers.open();
  }
  answersReleased(): Promise<void> {
    return this.#answers.passed();
  }
  /** How many answers wait to be released. */
  get heldAnswers(): number {
    return this.#answers.waiting;
  }

  /** The node is cut off: connections stay open, nothing is answered, subscriptions fall silent. */
  isolate(): void {
    this.#network.shut();
  }
  heal(): void {
    this.#network.open();
  }
  reachable(): Promise<void> {
    return this.#network.passed();
  }

  /** Subscriptions stay open and say nothing; everything else goes on: the node they are bound to lost its leader. */
  muteSubscriptions(): void {
    this.#voices.shut();
  }
  unmuteSubscriptions(): void {
    this.#voices.open();
  }
  async audible(): Promise<void> {
    await this.#network.passed();
    await this.#voices.passed();
  }
}

/** Numbers in [0, 1), the same for a seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
