import { type Finding, hostInTheClear, nodesInTheClear, type StorePlace } from '#event-store';
import type { Configuration, KafkaChosen, StoreChosen } from './configuration.js';

type Spoken = Pick<KafkaChosen, 'sasl' | 'tls'>;

const PAGE = 'in-the-clear.md';

/**
 * What is unsafe about how servers are spoken to, as the settings alone say it: nobody is asked. It names settings and hosts,
 * never a password.
 */
export function unsafeSettings({ store, kafka }: Pick<Configuration, 'store' | 'kafka'>): readonly Finding[] {
  return [...unsafeStore(store), ...(kafka === undefined ? [] : unsafeKafka(kafka))];
}

/** Of how brokers are signed in to. */
export function unsafeKafka({ sasl, tls }: Spoken): readonly Finding[] {
  if (sasl?.mechanism !== 'plain' || tls) return [];
  return [
    {
      severity: 'trouble',
      where: 'THROUGHLINE_KAFKA_SASL',
      what: 'is plain, without TLS',
      why: 'The password goes over the network as it is: whoever reads it there may write to the topics',
      todo: 'Set THROUGHLINE_KAFKA_TLS to true',
      page: PAGE,
    },
  ];
}

/**
 * Of how a PostgreSQL server is spoken to.
 * @param key the setting that says where it is
 */
export function unsafePostgres(key: string, connectionString: string): readonly Finding[] {
  const host = hostInTheClear(connectionString);
  if (host === undefined) return [];
  return [
    {
      // One machine may look like several: in the services profile nobody else is in the network.
      severity: 'note',
      where: key,
      what: `speaks to ${host} without TLS`,
      why: 'Whoever is in the network between reads every word, and may change it',
      todo: 'Put sslmode=verify-full into the URL; nothing needs doing in a network of one machine, or one that nobody else is in',
      page: PAGE,
    },
  ];
}

/** In words for a log, which nobody overlooks. */
export function unsafeInWords({ where, what, why = '', todo }: Finding): string {
  return `UNSAFE: ${where} ${what}. ${why}. ${todo}`;
}

/**
 * Of a place that a ledger is moved from or to, with all its texts.
 * @param option how it was typed
 */
export function unsafePlace(option: '--from' | '--to', place: StorePlace): readonly Finding[] {
  const names = { esdb: option, postgres: place.kind === 'esdb' ? `${option}-postgres` : option, owner: `${option}-owner` };
  if (place.kind === 'embedded') return [];
  if (place.kind === 'postgres') return unsafeServers(names, { postgres: place });
  return unsafeServers(names, { esdb: place.connectionString, postgres: place.postgres });
}

function unsafeStore(store: StoreChosen): readonly Finding[] {
  if (store.kind === 'embedded') return [];
  const names = { esdb: 'THROUGHLINE_ESDB', postgres: 'THROUGHLINE_POSTGRES', owner: 'THROUGHLINE_POSTGRES_OWNER' };
  const esdb = store.kind === 'esdb' ? { esdb: store.connectionString } : {};
  return unsafeServers(names, { ...esdb, postgres: store.postgres });
}

type Names = Readonly<Record<'esdb' | 'postgres' | 'owner', string>>;
type Servers = Readonly<{
  esdb?: string;
  postgres?: Readonly<{ connectionString: string; owner?: string }> | undefined;
}>;

function unsafeServers(names: Names, { esdb, postgres }: Servers): readonly Finding[] {
  return [
    ...(esdb === undefined ? [] : unsafeEsdb(names.esdb, esdb)),
    ...(postgres === undefined ? [] : unsafePostgres(names.postgres, postgres.connectionString)),
    ...(postgres?.owner === undefined ? [] : unsafePostgres(names.owner, postgres.owner)),
  ];
}

function unsafeEsdb(key: string, connectionString: string): readonly Finding[] {
  const { hosts, signsIn } = nodesInTheClear(connectionString);
  if (hosts.length === 0) return [];
  return [
    {
      severity: signsIn ? 'trouble' : 'note',
      where: key,
      what: `speaks to ${hosts.join(', ')} without TLS`,
      why: `Whoever is in the network between reads every event${signsIn ? ' and the password' : ''}, and may change what is recorded`,
      todo: 'Let the nodes speak TLS, and take tls=false out of it',
      page: PAGE,
    },
  ];
}
