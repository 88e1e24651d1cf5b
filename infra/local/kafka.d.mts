/** A cluster as `node infra/local/kafka.mjs` wrote it down. */
export type Cluster = Readonly<{
  folder: string;
  classes: string;
  id: string;
  brokers: readonly Readonly<{ id: number; port: number; controller: number }>[];
  /** The door of TLS and SASL, where it was started with one; `ca` is a file. */
  secured?: Readonly<{ port: number; ca: string; username: string; password: string }>;
}>;

/** The cluster whose folder KAFKA_CLUSTER names. */
export function clusterAt(folder: string): Cluster;
/** `host:port` of each broker. */
export function addressesOf(cluster: Cluster): readonly string[];
/** Ends a broker, by default without goodbye; returns when it is gone. Nothing to do where it is gone already. */
export function endBroker(cluster: Cluster, id: number, signal?: NodeJS.Signals): Promise<void>;
/** Starts a broker that was ended on what it kept; returns when it takes part again. */
export function startBroker(cluster: Cluster, id: number): Promise<void>;
/** Stops a broker where it stands: its connections stay open and nothing is answered. */
export function pauseBroker(cluster: Cluster, id: number): void;
export function continueBroker(cluster: Cluster, id: number): void;
