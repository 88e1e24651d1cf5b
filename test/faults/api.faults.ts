import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded, START } from '#event-store';
import { newId } from '#kernel';
import { HouseOfOne } from '../e2e/house-of-one.js';
import { formPartnershipOfTwo, mentorsPromised, type PartnershipOfTwo } from '../e2e/partnership-of-two.js';
import { buildPrograms } from '../support/program.js';
import { seeded } from './damage.js';
import { tell } from './figures.js';
import { Served } from './served.js';

const CLIENTS = 8;
const ROUNDS_OF_A_CONTROL = 40;

/** A command as a client holds it until it is acknowledged: repeated, it bears the same key. */
type Asked = Readonly<{ key: string; path: string; body: object; behalf: Record<string, string>; claims: boolean }>;
type Acknowledged = Readonly<{ key: string; stream: string; revision: string; eventIds: readonly string[]; claims: boolean }>;

type WithEvidence = PartnershipOfTwo & Readonly<{ evidenceId: string }>;

/** `repeats`: an unacknowledged command is repeated with its own key. Off, it comes with a new one: the control. */
type Guard = Readonly<{ repeats: boolean }>;

/** kill -9 of `throughline start` while clients write over HTTP. Registers the tests. */
export function apiFaults(
  { rounds, commands, lanes }: Readonly<{ rounds: number; commands: number; lanes: number }>,
  seed: number,
): void {
  describe(`kill -9 of the API process while clients write (seed ${seed})`, () => {
    let folder: string;
    let two: WithEvidence;

    beforeAll(async () => {
      buildPrograms();
      folder = await mkdtemp(join(tmpdir(), 'throughline-api-'));
      const house = await HouseOfOne.open();
      const formed = await formPartnershipOfTwo(house);
      const minutes = { title: 'Minutes', method: 'minutes', collectedOn: '2025-02-12', party: formed.district.partyId };
      const submission = { ...minutes, text: 'A mentor is named for each.', occurredOn: '2025-02-12' };
      const { id } = await house.recorded(`/partnerships/${formed.id}/evidence`, submission, formed.district.behalf);
      two = { ...formed, evidenceId: id };
      await house.ledger.close();
      await cp(house.folder, join(folder, 'template'), { recursive: true });
      await house.close();
    });
    afterEach(() => Served.killAll());
    afterAll(() => rm(folder, { recursive: true, force: true }));

    const newLane = async (name: string, guard: Guard = { repeats: true }) => {
      const data = join(folder, name);
      await cp(join(folder, 'template'), data, { recursive: true });
      return new Lane(data, two, guard);
    };

    it(`loses and doubles nothing in ${rounds} rounds, and the scorecard is that of the acknowledged commands`, async () => {
      const since = Date.now();
      const each = { rounds: rounds / lanes, commands: commands / lanes };
      const figures = await Promise.all(
        Array.from({ length: lanes }, async (_, n) => {
          const lane = await newLane(`lane ${n}`);
          const random = seeded(seed + n);
          for (let round = 0; round < each.rounds; round += 1)
            await lane.killedAfter(Math.floor(random() * 2 * (each.commands / each.rounds)));
          return lane.finish(each.commands);
        }),
      );
      const sum = (of: (figure: Awaited<ReturnType<Lane['finish']>>) => number) => figures.reduce((all, one) => all + of(one), 0);
      tell(
        'kill -9 of the API process',
        {
          rounds,
          commands: sum(({ asked }) => asked),
          acknowledged: sum(({ acknowledged }) => acknowledged),
          repeated: sum(({ repeated }) => repeated),
          lost: sum(({ lost }) => lost),
          doubled: sum(({ doubled }) => doubled),
        },
        since,
      );
      for (const { asked, acknowledged, lost, doubled, scorecard, expected } of figures) {
        expect({ acknowledged, lost, doubled, scorecard }).toEqual({
          acknowledged: asked,
          lost: 0,
          doubled: 0,
          scorecard: expected,
        });
        expect(asked).toBeGreaterThanOrEqual(each.commands);
      }
    });

    it('control: where an unacknowledged command comes again with a new key, it is doubled', async () => {
      const since = Date.now();
      const lane = await newLane('control', { repeats: false });
      const random = seeded(seed);
      let rounds = 0;
      let doubled = 0;
      for (; doubled === 0 && rounds < ROUNDS_OF_A_CONTROL; rounds += 4) {
        for (let round = 0; round < 4; round += 1) await lane.killedAfter(Math.floor(random() * 40));
        ({ doubled } = await lane.finish(0));
      }
      tell('kill -9 of the API process', { rounds, doubled }, since, 'the same Idempotency-Key');
      expect(doubled).toBeGreaterThan(0);
    });
  });
}

/** A ledger whose server is killed again and again, with its clients. */
class Lane {
  private readonly acknowledged: Acknowledged[] = [];
  private readonly unanswered: Asked[] = [];
  private readonly toClaim: string[] = [];
  private asked = 0;
  private repeated = 0;
  private next: Served;

  constructor(
    private readonly data: string,
    private readonly two: WithEvidence,
    private readonly guard: Guard,
  ) {
    this.next = Served.warm(data);
  }

  /** One round: a start, clients that write, and kill -9 once so many more commands were acknowledged. */
  async killedAfter(more: number): Promise<void> {
    const server = await this.started();
    const goal = this.acknowledged.length + more;
    let isOver = false;
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (!isOver) {
        if (!(await this.write(server))) return;
        if (this.acknowledged.length < goal || isOver) continue;
        isOver = true;
        // The others have their commands under way.
        await server.kill();
      }
    });
    await Promise.all(clients);
    await server.kill();
  }

  /** Starts once more, settles what is open, writes up to the number wanted, and compares with what the ledger holds. */
  async finish(wanted: number) {
    const server = await this.started();
    const writers = Array.from({ length: CLIENTS }, async () => {
      while (this.unanswered.length > 0 || this.asked < wanted)
        if (!(await this.write(server))) throw new Error('a server that nobody killed did not answer');
    });
    await Promise.all(writers);
    const answer = await server.ask('GET', `/partnerships/${this.two.id}/scorecard?quarter=FY2025-Q3`);
    const { data } = answer?.body as { data: { commitments: { followThrough: { kept: number; counted: number } } } };
    await server.stop();
    const { kept, counted } = data.commitments.followThrough;
    const claimed = this.acknowledged.filter(({ claims }) => claims).length;
    return {
      asked: this.asked,
      acknowledged: this.acknowledged.length,
      repeated: this.repeated,
      ...(await this.compared()),
      scorecard: { kept, counted },
      // Each is due in the quarter; each that was claimed was claimed before its day.
      expected: { kept: claimed, counted: this.acknowledged.length - claimed },
    };
  }

  private async started(): Promise<Served> {
    const server = await this.next.serve();
    this.next = Served.warm(this.data);
    return server;
  }

  /** Sends one command. @returns false where no answer came: whether it was recorded is then not known */
  private async write(server: Served): Promise<boolean> {
    const again = this.unanswered.shift();
    const command = again ?? this.newCommand();
    const key = again !== undefined && !this.guard.repeats ? newId() : command.key;
    const answer = await server.ask('POST', command.path, { 'Idempotency-Key': key, ...command.behalf }, command.body);
    if (answer === undefined) {
      this.unanswered.push(command);
      this.repeated += 1;
      return false;
    }
    const { status, body } = answer;
    if (status !== 200 && status !== 201) throw new Error(`${command.path}: ${status} ${JSON.stringify(body)}`);
    const receipt = body as Readonly<{ id: string; stream: string; revision: string; eventIds: string[] }>;
    this.acknowledged.push({ key, ...receipt, claims: command.claims });
    if (!command.claims) this.toClaim.push(receipt.id);
    return true;
  }

  /** Two commitments are made, then one of them is claimed to be kept. */
  private newCommand(): Asked {
    this.asked += 1;
    const { district } = this.two;
    const claimed = this.asked % 3 === 0 ? this.toClaim.shift() : undefined;
    const about = { key: newId(), behalf: district.behalf, claims: claimed !== undefined };
    if (claimed === undefined) {
      return { ...about, path: `/partnerships/${this.two.id}/commitments`, body: mentorsPromised(this.two) };
    }
    const evidence = [{ evidenceId: this.two.evidenceId, revision: 1 }];
    const body = { party: district.partyId, fulfilledOn: '2025-02-12', evidence, occurredOn: '2025-02-13' };
    return { ...about, path: `/commitments/${claimed}/claims`, body };
  }

  /** What the log holds of what was acknowledged. */
  private async compared(): Promise<Readonly<{ lost: number; doubled: number }>> {
    const ledger = await openEmbedded({ folder: this.data });
    const found = new Map<string, string>();
    const made = { CommitmentMade: 0, FulfilmentClaimed: 0 };
    let events = 0;
    for (let after = START, caughtUp = false; !caughtUp; ) {
      const page = await ledger.store.readAll(after, { limit: 1000 });
      for (const event of page.events) {
        events += 1;
        found.set(event.id, `${event.stream} ${event.metadata.commandId}`);
        if (event.type === 'CommitmentMade' || event.type === 'FulfilmentClaimed') made[event.type] += 1;
      }
      ({ scannedTo: after, caughtUp } = page);
    }
    await ledger.close();
    const lost = this.acknowledged.filter(({ key, stream, eventIds }) =>
      eventIds.some((id) => found.get(id) !== `${stream} ${key}`),
    );
    const recorded = made.CommitmentMade + made.FulfilmentClaimed;
    return {
      lost: lost.length,
      doubled: recorded - new Set(this.acknowledged.map(({ key }) => key)).size + (events - found.size),
    };
  }
}
