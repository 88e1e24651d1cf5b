/**
 * A double of EventStoreDB that speaks its protocol: a gRPC server in this process, on a port of its own, on the
 * service definitions that the client itself was generated with. For tests; nothing that ships imports it.
 *
 *     const double = await EsdbDouble.start();
 *     const client = EventStoreDBClient.connectionString(double.connectionString());
 *     double.faults.onNextAppends('fails-after-storing');
 *     await double.restart();
 *     await double.stop();
 *
 * It runs inside Jest's ESM sandbox as it is; no process or worker of its own is needed. What it does not do is written
 * in docs/explanation/eventstoredb-double.md.
 */
import { randomUUID } from 'node:crypto';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { Metadata, Server, ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { appending } from './appends.js';
import { Faults, type SubscriptionEnd } from './faults.js';
import { EventLog, type LogOptions } from './log.js';
import type { Endpoint } from './messages.js';
import { features, gossip, grpc, services, shared } from './protocol.js';
import { type OpenRead, reading } from './reads.js';

export type { AppendFault, SubscriptionEnd } from './faults.js';
export { MAX_APPEND_BYTES, type Position, type Stored } from './log.js';

export type DoubleOptions = Omit<LogOptions, 'now'> &
  Readonly<{
    /** Another node, whose log this one serves too: a cluster, in which that one leads until `lead` is called. */
    followerOf?: EsdbDouble;
  }>;

export class EsdbDouble {
  readonly faults = new Faults();
  readonly log: EventLog;
  /** How often each method was called, by its lower-case name. */
  readonly calls: Record<'append' | 'batchappend' | 'read' | 'getsupportedmethods' | 'gossip', number> = {
    append: 0,
    batchappend: 0,
    read: 0,
    getsupportedmethods: 0,
    gossip: 0,
  };
  /** How many events all reads and subscriptions have been sent. */
  eventsSent = 0;
  readonly #open = new Set<OpenRead>();
  /** What the nodes of a cluster share. */
  readonly #cluster: { leader: EsdbDouble; members: EsdbDouble[] };
  #server: Server | undefined;
  #port = 0;

  private constructor({ followerOf, ...log }: DoubleOptions) {
    this.log = followerOf?.log ?? new EventLog({ ...log, now: () => this.#now() });
    this.#cluster = followerOf === undefined ? { leader: this, members: [] } : followerOf.#cluster;
    this.#cluster.members.push(this);
  }

  /** Starts a new server with an empty log on a free port. */
  static async start(options: DoubleOptions = {}): Promise<EsdbDouble> {
    const double = new EsdbDouble(options);
    await double.up();
    return double;
  }

  get port(): number {
    return this.#port;
  }

  /** @param settings of the connection string, besides `tls` */
  connectionString(settings: Readonly<Record<string, string | number | boolean>> = {}): string {
    const parts = Object.entries({ tls: false, ...settings }).map(([key, value]) => `${key}=${value}`);
    return `esdb://127.0.0.1:${this.#port}?${parts.join('&')}`;
  }

  /** Reads and subscriptions that no client has ended. */
  get openReads(): number {
    return this.#open.size;
  }

  /** Brings the server up again on its old port, with what it had acknowledged. */
  async up(): Promise<void> {
    if (this.#cluster.leader === this) this.log.forgetRecent();
    const server = new grpc.Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    server.addService(services.streams, this.#counted());
    server.addService(services.features, { getSupportedMethods: this.#supported });
    server.addService(services.gossip, { read: this.#gossip });
    this.#port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${this.#port}`, grpc.ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    this.#server = server;
  }

  /** Ends the server without goodbye: every connection is cut, whatever is under way. */
  stop(): Promise<void> {
    this.#server?.forceShutdown();
    this.#server = undefined;
    return Promise.resolve();
  }

  /** Takes over as the leader of its cluster: what the last one had in memory alone is gone. */
  lead(): void {
    this.#cluster.leader = this;
    this.log.forgetRecent();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.up();
  }

  /** Drops every subscription now; returns how many there were. */
  dropSubscriptions(how: SubscriptionEnd): number {
    const subscriptions = [...this.#open].filter(({ isSubscription }) => isSubscription);
    for (const subscription of subscriptions) subscription.drop(how);
    return subscriptions.length;
  }

  #now(): number {
    return Date.now() + this.faults.clockAheadMs;
  }

  #counted() {
    const { log, faults } = this;
    const leader = (): Endpoint => ({ host: '127.0.0.1', port: this.#cluster.leader.port });
    // A follower serves whoever does not insist on the leader.
    const leaderInstead = (metadata: Metadata): Endpoint | undefined =>
      this.#cluster.leader !== this && metadata.get('requires-leader').length > 0 ? leader() : undefined;
    const node = { log, faults, leader, leaderInstead, now: () => this.#now() };
    const { append, batchAppend, ...ending } = appending(node);
    const { read } = reading({ ...node, open: this.#open, onSent: () => (this.eventsSent += 1) });
    const counting =
      <Given extends unknown[]>(method: keyof EsdbDouble['calls'], handle: (...given: Given) => void) =>
      (...given: Given): void => {
        this.calls[method] += 1;
        handle(...given);
      };
    return {
      ...ending,
      append: counting('append', append),
      batchAppend: counting('batchappend', batchAppend),
      read: counting('read', read),
    };
  }

  /** The server names its methods in lower case. */
  readonly #supported = (_call: ServerUnaryCall<Empty, SupportedMethods>, reply: sendUnaryData<SupportedMethods>): void => {
    this.calls.getsupportedmethods += 1;
    const methods = ['read', 'append', 'delete', 'tombstone', ...(this.faults.batchPath ? ['batchappend'] : [])];
    const supported = new features.SupportedMethods().setEventStoreServerVersion('24.2.0');
    for (const method of methods) {
      supported.addMethods(
        new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(method),
      );
    }
    void this.faults.reachable().then(() => reply(null, supported));
  };

  readonly #gossip = (_call: ServerUnaryCall<Empty, ClusterInfo>, reply: sendUnaryData<ClusterInfo>): void => {
    this.calls.gossip += 1;
    const info = new gossip.ClusterInfo();
    const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
    for (const member of this.#cluster.members) {
      info.addMembers(
        new gossip.MemberInfo()
          .setInstanceId(new shared.UUID().setString(randomUUID()))
          .setTimeStamp((this.#now() * 10_000).toString())
          .setState(member === this.#cluster.leader ? LEADER : FOLLOWER)
          .setIsAlive(member.#server !== undefined)
          .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(member.#port)),
      );
    }
    void this.faults.reachable().then(() => reply(null, info));
  };
}
