import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addressesOf,
  type Cluster,
  clusterAt,
  continueBroker,
  endBroker,
  pauseBroker,
  startBroker,
} from '../../infra/local/kafka.mjs';

/** Brokers of Apache Kafka, to be killed, paused and started again. `infra/local/kafka.mjs` makes and removes them. */
export class KafkaCluster {
  private constructor(
    private readonly cluster: Cluster,
    private readonly keeper?: ChildProcess,
  ) {}

  /** The one that this run of the tests was started beside. */
  static ofThisRun(): KafkaCluster {
    const folder = process.env['KAFKA_CLUSTER'];
    if (folder === undefined) throw new Error('KAFKA_CLUSTER names no cluster: npm run test:engines starts one');
    return new KafkaCluster(clusterAt(folder));
  }

  /** One of its own, which is gone when this process is. */
  static start(brokers: 1 | 3): Promise<KafkaCluster> {
    return KafkaCluster.startWith('--brokers', String(brokers));
  }

  /** One of its own, of one broker, which has a door of TLS and SASL as well. */
  static startSecured(): Promise<KafkaCluster> {
    return KafkaCluster.startWith('--secured');
  }

  private static async startWith(...options: readonly string[]): Promise<KafkaCluster> {
    const waits = 'console.log(process.env.KAFKA_CLUSTER); process.stdin.resume()';
    const words = ['infra/local/kafka.mjs', 'run', ...options, '--', process.execPath, '-e', waits];
    const keeper = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    const [said] = (await Promise.race([once(keeper.stdout, 'data'), once(keeper, 'exit')])) as [Buffer | number | null];
    if (!Buffer.isBuffer(said)) throw new Error('Kafka did not start');
    return new KafkaCluster(clusterAt(said.toString().trim()), keeper);
  }

  /** `host:port` of each broker. */
  get addresses(): string[] {
    return [...addressesOf(this.cluster)];
  }

  /** The door of TLS and SASL, and who may enter there; `ca` is the certificate of the authority that is not known elsewhere. */
  get secured(): Readonly<{ address: string; ca: string; username: string; password: string }> {
    if (this.cluster.secured === undefined) throw new Error('it was started without: startSecured');
    const { port, ca, ...user } = this.cluster.secured;
    return { address: `127.0.0.1:${port}`, ca: readFileSync(ca, 'utf8'), ...user };
  }

  /** Whether a broker has a partition, `<topic>-<number>`, on its disk as one that it serves. */
  keeps(id: number, partition: string): boolean {
    return existsSync(join(this.cluster.folder, `broker-${id}`, 'data', partition));
  }

  /** kill -9; returns when it is gone. */
  async kill(id = 1): Promise<void> {
    await endBroker(this.cluster, id);
  }

  /** Starts it again on what it kept; returns when it takes part. */
  async startAgain(id = 1): Promise<void> {
    await startBroker(this.cluster, id);
  }

  /** Stops it where it stands: its connections stay open, and nothing is answered. */
  pause(id = 1): void {
    pauseBroker(this.cluster, id);
  }

  continue(id = 1): void {
    continueBroker(this.cluster, id);
  }

  /** Ends one that was started here. */
  async stop(): Promise<void> {
    if (this.keeper === undefined) throw new Error('the cluster of this run is ended by who started it');
    const closed = once(this.keeper, 'close');
    this.keeper.stdin?.end();
    await closed;
    if (existsSync(this.cluster.folder)) throw new Error(`${this.cluster.folder} was left behind`);
  }
}
