import { LedgerError } from '#kernel';
import { Brokers, Relay, type TopicSettings } from '#messaging';
import type { Configuration, KafkaChosen } from './configuration.js';
import type { OpenLedger } from './open-ledger.js';
import { leasesOf } from './read-models-kept.js';
import type { Work } from './readiness.js';

type Warn = (message: string, error?: unknown) => void;

/** The brokers of a configuration. */
export function brokersOf({ brokers, tls, ca, sasl }: Pick<KafkaChosen, 'brokers' | 'tls' | 'ca' | 'sasl'>): Brokers {
  return new Brokers({ brokers, tls, ...(ca === undefined ? {} : { ca }), ...(sasl === undefined ? {} : { sasl }) });
}

/** What a configuration wants of the topics. */
export function topicsWanted({ topics: prefix, partitions, replicas }: KafkaChosen): TopicSettings {
  return { prefix, partitions, ...(replicas === undefined ? {} : { replicas }) };
}

/**
 * Begins to tell the log to Kafka, as one of several that are elected.
 * @throws LedgerError `invalid` where no brokers are set, or the topics are not as they are wanted; LedgerForked
 */
export async function relaying(ledger: OpenLedger, { kafka, leaseSeconds }: Configuration, warn: Warn): Promise<Work> {
  if (kafka === undefined) throw new LedgerError('invalid', 'INVALID_INPUT', 'THROUGHLINE_KAFKA: wanted brokers');
  const { store, sql } = ledger;
  const parts = { store, sql, brokers: brokersOf(kafka), topics: topicsWanted(kafka) };
  const relay = new Relay(parts, { elects: leasesOf(sql, { service: 'relay', leaseSeconds }), warn });
  await relay.start();
  return {
    look: async () => {
      const { state, failure } = await relay.status();
      if (state === 'waiting' || state === 'stopped')
        throw new LedgerError('unavailable', 'RELAY_STOPPED', `the relay does not move: ${failure ?? state}`);
      return { work: { relay: state } };
    },
    stop: () => relay.stop(),
  };
}
