/** What a metric says, and by what it is told apart. */
type Told = Readonly<{ help: string; labels: readonly string[] }>;
type Listed = Told & (Readonly<{ kind: 'counter' | 'gauge' }> | Readonly<{ kind: 'histogram'; buckets: readonly number[] }>);

/** From a board that is in memory to a review of a large partnership. */
const ANSWER_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** From a flush of a fast disk to what a server is waited for. */
const APPEND_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30];
/** Up to the most that one statement takes. */
const APPENDS_AT_ONCE = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** On EventStoreDB events cannot be counted without reading them: its positions are bytes of its log. */
const IN_PLACES = 'in places of the log: events, on EventStoreDB its own positions, hundreds or more to an event';

/**
 * Every metric of the project's own, each named `throughline_…`. Dashboards and alerts rest on the names: one that stands
 * here is not renamed. `docs/reference/metrics.md` is written from this list.
 */
export const METRICS = {
  http_request_duration_seconds: {
    kind: 'histogram',
    help: 'Requests: how many, and how long each took. `route` is a template, `status` is `gone` where nobody waited for the answer',
    labels: ['method', 'route', 'status'],
    buckets: ANSWER_SECONDS,
  },
  refused_requests_total: { kind: 'counter', help: 'Requests answered with a problem', labels: ['code'] },
  appended_events_total: { kind: 'counter', help: 'Events that this process appended', labels: ['family'] },
  commands_total: {
    kind: 'counter',
    help: 'Commands that were run: `recorded`, `already` (true or recorded before), `refused` by a rule, `conflict`, `unavailable` or `failed`',
    labels: ['outcome'],
  },
  commands_decided_again_total: {
    kind: 'counter',
    help: 'How often a command was decided anew: somebody was faster (`conflict`), or the outcome of an append was not known (`unknown`)',
    labels: ['because'],
  },
  append_duration_seconds: {
    kind: 'histogram',
    help: 'Appends, with the wait for those they were gathered with: `stored`, `conflict`, `unavailable`, `unknown` or `failed`',
    labels: ['outcome'],
    buckets: APPEND_SECONDS,
  },
  append_batch_appends: {
    kind: 'histogram',
    help: 'How many appends were gathered into one statement (PostgreSQL and embedded)',
    labels: [],
    buckets: APPENDS_AT_ONCE,
  },
  store_reachable: {
    kind: 'gauge',
    help: '1 where the store and its read models could be asked just now, and answered within 5 s',
    labels: [],
  },
  projection_lag_events: {
    kind: 'gauge',
    help: `How far the log is ahead of a read model, ${IN_PLACES}`,
    labels: ['projection'],
  },
  projection_lag_seconds: {
    kind: 'gauge',
    help: 'How long ago the first event was recorded that a read model has not taken in; 0 where it has taken in all',
    labels: ['projection'],
  },
  projection_parked_events: { kind: 'gauge', help: 'Events that a read model has put aside', labels: ['projection'] },
  projection_stopped: { kind: 'gauge', help: '1 where a read model waits for an operator', labels: ['projection'] },
  relay_told_events_total: { kind: 'counter', help: 'Events that a relay told to the topics, acknowledged', labels: [] },
  relay_lag_events: {
    kind: 'gauge',
    help: `How far the log is ahead of the topics, from its start where nothing was told, ${IN_PLACES}`,
    labels: ['topics'],
  },
  relay_lag_seconds: {
    kind: 'gauge',
    help: 'How long ago the first event was recorded that was not told to the topics; 0 where all were',
    labels: ['topics'],
  },
  relay_stopped: { kind: 'gauge', help: '1 where the relay found what will not pass by itself', labels: ['topics'] },
  relay_waiting: {
    kind: 'gauge',
    help: '1 where the relay found brokers, store or database away, also one that stands by for another',
    labels: ['topics'],
  },
  lease_held: {
    kind: 'gauge',
    help: '1 where somebody holds a lease: does what one process alone may do (PostgreSQL)',
    labels: ['lease'],
  },
  lease_epoch: {
    kind: 'gauge',
    help: 'How often a lease has been taken; it grows each time the work changes hands',
    labels: ['lease'],
  },
  database_connections: {
    kind: 'gauge',
    help: 'Connections of this process to PostgreSQL, `used` and `idle`, and callers that are `waiting` for one',
    labels: ['state'],
  },
  anomalies: {
    kind: 'gauge',
    help: 'Facts that do not apply at their place or break a rule that looks beyond their stream (R16), by that rule',
    labels: ['rule'],
  },
  anomalies_counted: {
    kind: 'gauge',
    help: '1 where `anomalies` takes in every partnership; they are counted beside other work, some after each look',
    labels: [],
  },
} as const satisfies Readonly<Record<string, Listed>>;

/** The metrics of a kind. */
export type MetricName<Kind extends Listed['kind']> = {
  [Name in keyof typeof METRICS]: (typeof METRICS)[Name]['kind'] extends Kind ? Name : never;
}[keyof typeof METRICS];
