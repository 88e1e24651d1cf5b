import { LedgerError } from '#kernel';
import { readConfiguration, SERVICES, SETTINGS, type Service } from '#platform';
import type { Check } from './containers.js';
import { type Container, type Deployment, text } from './deployment.js';

const environmentOf = ({ services }: Deployment, name: string) => services[name]?.environment ?? {};
const wordsOf = ({ command = [] }: Container) => command.join(' ');
const like = ({ services }: Deployment, prefix: string) => Object.keys(services).filter((name) => name.startsWith(prefix));

/** Each container that runs a program of this project, and which: those that run one command run the command line. */
const PROGRAMS: readonly (readonly [name: string, program: Service])[] = [
  ...SERVICES.map((service) => [service, service] as const),
  ...['schema', 'topics', 'metrics-token'].map((name) => [name, 'throughline'] as const),
];

/** Every key is one that the program of the container reads; secrets come by file. */
export const keys: Check = (deployment) => [
  ...PROGRAMS.flatMap(([name, program]) =>
    Object.keys(environmentOf(deployment, name)).flatMap((given) => {
      const setting = SETTINGS.find(({ key, byFile }) => given === key || (byFile && given === `${key}_FILE`));
      if (setting === undefined) return [`${name}: nobody reads ${given}`];
      if (!setting.services.includes(program)) return [`${name}: does not read ${given}`];
      return setting.secret && given === setting.key ? [`${name}: ${given} is a secret, and stands there`] : [];
    }),
  ),
  ...['THROUGHLINE_STORE', 'THROUGHLINE_DATA', 'THROUGHLINE_HOST', 'OTEL_EXPORTER_OTLP_ENDPOINT'].flatMap((key) =>
    SERVICES.filter((service) => !(key in environmentOf(deployment, service))).map((service) => `${service}: lacks ${key}`),
  ),
];

/** What the services make of their settings, the secrets as prepare.mjs made them. */
export const taken: Check = (deployment) =>
  PROGRAMS.flatMap(([name, program]) => {
    try {
      configurationOf(deployment, name, program);
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof LedgerError ? error.message : String(error)}`];
    }
  });

function configurationOf(deployment: Deployment, name: string, service: Service) {
  return readConfiguration({}, environmentOf(deployment, name), service, (path) => {
    const secret = deployment.prepared[path.replace('/run/secrets/', '')];
    if (secret === undefined) throw new Error(`${path} is not there`);
    return secret;
  });
}

/** Who breaks into a service may not become the one who can change events: only what migrates knows how the owner connects. */
export const owner: Check = (deployment) => {
  const { services } = deployment;
  const knows = ['schema', 'postgres'];
  const named = (container: Container) => JSON.stringify([container.secrets, container.environment]);
  return [
    ...Object.entries(services).flatMap(([name, container]) => [
      ...(!knows.includes(name) && /postgres-(owner|password)|POSTGRES_OWNER/.test(named(container))
        ? [`${name}: sees how the owner of the schema connects`]
        : []),
      // The command line looks at a schema that is older, too; what it would change there it is refused.
      ...(![...knows, 'throughline'].includes(name) &&
      container.secrets?.includes('postgres-app') === true &&
      container.depends_on?.['schema']?.condition !== 'service_completed_successfully'
        ? [`${name}: does not wait for the schema`]
        : []),
    ]),
    ...(wordsOf(services['schema'] ?? { image: '' }) === 'dist/apps/throughline/src/main.js migrate'
      ? []
      : ['nothing brings the schema up to date']),
    ...(ownerIn(deployment) === deployment.prepared['postgres-owner'] ? [] : ['schema: is not the owner']),
  ];
};

function ownerIn(deployment: Deployment): string | undefined {
  const { store } = configurationOf(deployment, 'schema', 'throughline');
  return store.kind === 'embedded' ? undefined : store.postgres?.owner;
}

/** No engine may lose what it acknowledged. */
export const postgres: Check = (deployment) => {
  const { postgres: server } = deployment.services;
  if (server === undefined) return ['there is no postgres'];
  const settings = Object.fromEntries(
    [...wordsOf(server).matchAll(/-c (\w+)=(\S+)/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const roles = text('infra/compose/postgres/roles.sh');
  // Each process holds its connections, one that listens, and one that locks.
  const connections = SERVICES.map((service) => {
    const replicas = deployment.services[service]?.deploy?.replicas ?? 1;
    return replicas * (Number(environmentOf(deployment, service)['THROUGHLINE_POSTGRES_CONNECTIONS'] ?? 10) + 2);
  }).reduce((sum, more) => sum + more, 0);
  return [
    ...['fsync', 'full_page_writes', 'synchronous_commit']
      .filter((key) => settings[key] !== 'on')
      .map((key) => `${key} is not on`),
    ...(connections + 20 > Number(settings['max_connections'] ?? 100) ? [`${connections} connections do not fit`] : []),
    ...(environmentOf(deployment, 'postgres')['POSTGRES_INITDB_ARGS']?.includes('--data-checksums')
      ? []
      : ['pages have no checksums']),
    ...['postgres-app', 'postgres-owner'].flatMap((name) => {
      const { username, password, pathname } = new URL(deployment.prepared[name] ?? 'none:');
      return [
        ...(roles.includes(`create role ${username} login`) ? [] : [`nobody makes the role ${username}`]),
        ...(password === deployment.prepared[`${name}-password`] ? [] : [`the password of ${username} is another`]),
        ...(pathname === `/${environmentOf(deployment, 'postgres')['POSTGRES_DB']}`
          ? []
          : [`${username} is sent to ${pathname}`]),
      ];
    }),
  ];
};

export const eventStoreDb: Check = (deployment) => {
  const nodes = like(deployment, 'esdb-');
  const secret = new URL((deployment.prepared['esdb'] ?? '').replaceAll(/,[^?]*/g, ''));
  const named = (deployment.prepared['esdb'] ?? '').match(/esdb-\d:2113/g) ?? [];
  const certificates = deployment.services['certificates']?.command?.join('\n') ?? '';
  return [
    ...nodes.flatMap((node) => {
      const environment = environmentOf(deployment, node);
      const unsafe = Object.keys(environment).filter((key) => /INSECURE|UNSAFE|DISABLE_|_DEV$|MEM_DB|SKIP_/.test(key));
      const seeds = environment['EVENTSTORE_GOSSIP_SEED']?.split(',').toSorted().join();
      const others = nodes.filter((other) => other !== node).map((other) => `${other}:2113`);
      const own = `./infra/compose/secrets/certificates/${node.replace('esdb', 'node')}:/certificates/node:ro`;
      return [
        ...unsafe.map((key) => `${node}: ${key}`),
        ...(environment['EVENTSTORE_CLUSTER_SIZE'] === String(nodes.length) ? [] : [`${node}: another size of the cluster`]),
        ...(seeds === others.join() ? [] : [`${node}: does not know ${others.join(' and ')}`]),
        ...(environment['EVENTSTORE_NODE_HOST_ADVERTISE_AS'] === node ? [] : [`${node}: is called otherwise`]),
        ...(deployment.services[node]?.volumes?.includes(own) ? [] : [`${node}: has no certificate of its own`]),
        ...(deployment.services[node]?.healthcheck?.test?.some((word) => /insecure|^-k$/.test(word))
          ? [`${node}: trusts anybody`]
          : []),
      ];
    }),
    ...(nodes.length === 3 && named.join() === nodes.map((node) => `${node}:2113`).join()
      ? []
      : ['the services do not know all nodes']),
    ...(secret.searchParams.get('tls') === 'true' && secret.searchParams.has('tlsCAFile')
      ? []
      : ['the services do not ask who answers']),
    ...(certificates.includes('for node in 1 2 3') && certificates.includes('-dns-names esdb-$node,localhost')
      ? []
      : ['certificates are for others']),
  ];
};

export const kafka: Check = (deployment) => {
  const brokers = like(deployment, 'kafka-');
  const voters = brokers.map((name) => `${name.slice(-1)}@${name}:9093`).join();
  const relay = environmentOf(deployment, 'relay');
  const wantedOf = (name: string) =>
    ['TOPICS', 'PARTITIONS', 'REPLICAS'].map((key) => environmentOf(deployment, name)[`THROUGHLINE_KAFKA_${key}`]).join();
  const wanted: Readonly<Record<string, string>> = {
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_CONTROLLER_QUORUM_VOTERS: voters,
    KAFKA_DEFAULT_REPLICATION_FACTOR: '3',
    KAFKA_MIN_INSYNC_REPLICAS: '2',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '3',
    KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: 'false',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
  };
  return [
    ...brokers.flatMap((name) => {
      const environment = environmentOf(deployment, name);
      const own = { ...wanted, KAFKA_NODE_ID: name.slice(-1), KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${name}:9092` };
      return Object.entries(own).flatMap(([key, value]) =>
        environment[key] === value ? [] : [`${name}: ${key} is not ${value}`],
      );
    }),
    // Else what .env says of the topics would reach one of them alone, or none.
    ...['relay', 'topics', 'throughline'].flatMap((name) =>
      wantedOf(name) === wantedOf('relay') && !wantedOf(name).split(',').includes('')
        ? []
        : [`${name}: wants other topics, or does not say which`],
    ),
    ...(brokers.length === 3 ? [] : ['there are not three brokers']),
    ...(relay['THROUGHLINE_KAFKA'] === brokers.map((name) => `${name}:9092`).join()
      ? []
      : ['the relay does not know all brokers']),
    ...(Number(relay['THROUGHLINE_KAFKA_REPLICAS']) <= brokers.length
      ? []
      : ['the relay wants more copies than there are brokers']),
  ];
};
