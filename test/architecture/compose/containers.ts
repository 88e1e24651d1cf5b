import { existsSync } from 'node:fs';
import { SERVICES } from '#platform';
import { TABLES_LIMITS } from '../../../libs/http/src/imports/tables.upload.js';
import { type Container, type Deployment, isThere, text } from './deployment.js';

const { version } = JSON.parse(text('package.json')) as { version: string };

/** What is wrong, a sentence each; nothing where all is well. */
export type Check = (deployment: Deployment) => readonly string[];

/** Images without a shell or a client to ask with; Prometheus looks after them. */
const NOT_ASKED = ['collector', 'traces'];
/** Run to their end once. */
const ONCE = ['certificates', 'metrics-token', 'schema', 'throughline', 'topics'];
/** The generator of certificates writes them; nothing else is written outside a volume. */
const WRITES = ['./infra/compose/secrets/certificates:/certificates'];

/** The services that are this program, by the app that each runs. */
export const OWN = SERVICES.filter((service) => service !== 'throughline');

const each = ({ services }: Deployment, look: (container: Container, name: string) => readonly (string | false | undefined)[]) =>
  Object.entries(services).flatMap(([name, container]) =>
    look(container, name)
      .filter((said) => typeof said === 'string')
      .map((said) => `${name}: ${said}`),
  );

const own = (deployment: Deployment, look: (container: Container, name: string) => readonly (string | false | undefined)[]) =>
  each(deployment, (container, name) => (OWN.some((service) => service === name) ? look(container, name) : []));

/** An exact version: of three numbers, where the image's versions have three. */
export const images: Check = ({ services, dockerfile, kafkaTried }) => {
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image ?? '');
  // What reads the file is an image as well, fetched at each build.
  const readers = [...dockerfile.matchAll(/^#\s*syntax\s*=\s*(\S+)/gim)].map(([, image]) => image ?? '');
  const named = [...Object.values(services).map(({ image }) => image), ...bases, ...readers];
  return [
    ...named.filter(
      (image) => !/^(postgres:\d+\.\d+|[a-z0-9./-]+:v?\d+\.\d+\.\d+)(-[a-z0-9.]+)*(@sha256:[0-9a-f]{64})?$/.test(image),
    ),
    ...(new Set(bases).size === 1 ? [] : ['the Dockerfile builds on more than one base']),
    ...Object.values(services)
      .map(({ image }) => image)
      .filter((image) => image.startsWith('apache/kafka:') && image !== `apache/kafka:${kafkaTried}`)
      .map((image) => `${image} is not what the tests run on, ${kafkaTried}`),
  ];
};

/** Who breaks out of a container finds nothing to go on with. */
export const guarded: Check = (deployment) =>
  each(
    deployment,
    ({
      user = '',
      read_only,
      cap_drop = [],
      cap_add = [],
      security_opt = [],
      privileged,
      network_mode,
      volumes: mounts = [],
    }) => [
      read_only !== true && 'its files can be written',
      !cap_drop.includes('ALL') && 'keeps capabilities',
      cap_add.length > 0 && 'is given capabilities',
      !security_opt.includes('no-new-privileges:true') && 'may gain privileges',
      privileged === true && 'is privileged',
      !/^[1-9]\d*:\d+$/.test(user) && 'runs as root, or as nobody knows whom',
      !/^(none)?$/.test(network_mode ?? '') && 'has the network of another',
      mounts.some((mount) => mount.includes('docker.sock')) && 'may speak to Docker',
    ],
  );

/** None takes the machine from the others, and each comes back. */
export const bounded: Check = (deployment) =>
  each(deployment, ({ deploy, logging, restart }, name) => {
    const { cpus, memory, pids } = deploy?.resources?.limits ?? {};
    return [
      [cpus, memory, pids].includes(undefined) && 'has no limits',
      logging?.options?.['max-size'] === undefined && 'logs without end',
      restart !== 'unless-stopped' && !ONCE.includes(name) && 'stays down',
    ];
  });

/** Imports find room in /tmp, and what lies there leaves the process the memory that one without imports has. */
export const room: Check = ({ services }) => {
  const stated = (path: string, pattern: RegExp) => Number(pattern.exec(text(path))?.[1]?.replaceAll(/\D/g, ''));
  const imports = 'libs/http/src/imports/imports.ts';
  // One runs and one more comes in before it is told that too many wait.
  const uploads = (stated(imports, /^const MAY_WAIT = (\d+);/m) + 2) * TABLES_LIMITS.fileSize;
  const rows = stated(imports, /^const MOST_ROWS = ([\d_]+);/m);
  const wanted = uploads + rows * stated('docs/reference/import.md', /about ([\d,]+) bytes of disk for each event/);
  const tmp = (name: string) =>
    bytes(services[name]?.tmpfs?.map((mount) => /^\/tmp:size=(\w+)/.exec(mount)?.[1]).find((size) => size !== undefined));
  const left = (name: string) => bytes(services[name]?.deploy?.resources?.limits?.memory) - tmp(name);
  return ['ledger', 'throughline'].flatMap((name) => [
    ...(tmp(name) >= wanted ? [] : [`${name}: /tmp holds ${tmp(name)} bytes, and imports want ${wanted}`]),
    ...(left(name) >= left('queries') ? [] : [`${name}: what lies in /tmp takes the memory of the process`]),
  ]);
};

/** `64m`, `2g` as a number. */
function bytes(size = ''): number {
  const [, count = '', unit = ''] = /^(\d+)([kmg])$/.exec(size) ?? [];
  return Number(count) * 1024 ** ('kmg'.indexOf(unit) + 1);
}

export const health: Check = (deployment) => [
  ...each(deployment, ({ healthcheck }, name) => [
    healthcheck?.test === undefined && ![...NOT_ASKED, ...ONCE].includes(name) && 'is not asked how it is',
  ]),
  ...own(deployment, ({ healthcheck, environment }) => [
    healthcheck?.test?.join(' ') !== 'CMD node healthy.mjs' && 'is not asked whether it is ready',
    environment?.['THROUGHLINE_PORT'] === undefined && 'does not say to healthy.mjs where it listens',
  ]),
];

export const commands: Check = (deployment) => [
  ...OWN.filter((service) => !(service in deployment.services)).map((service) => `${service}: is not run`),
  ...own(deployment, ({ command, image, deploy }, name) => [
    command?.join(' ') !== `dist/apps/${name}/src/main.js` && 'is started as another',
    !existsSync(`apps/${name}/src/main.ts`) && 'has no program',
    image !== `throughline:${version}` && 'has an image of another version',
    deploy?.replicas !== 2 && 'has no second copy',
  ]),
];

/** What a process says of itself alone. */
const ITS_OWN = ['THROUGHLINE_PORT', 'THROUGHLINE_PROXIES', 'OTEL_SERVICE_NAME'];

/** Who types a command sees what the services see, and neither starts nor waits for anything, which may be what is sick. */
export const commandLine: Check = ({ services, dockerfile }) => {
  const { throughline: typed, ...others } = services;
  if (typed === undefined) return ['there is no throughline'];
  const [program = '', ...words] = (typed.entrypoint ?? []).toReversed();
  const lacks = (what: 'volumes' | 'secrets') =>
    OWN.flatMap((name) => others[name]?.[what] ?? []).filter((one) => !typed[what]?.includes(one));
  const hidden = ['volumes', 'secrets'] as const;
  const must: Readonly<Record<string, boolean>> = {
    'is another program': program === 'dist/apps/throughline/src/main.js' && existsSync('apps/throughline/src/main.ts'),
    'is not run as the image is': dockerfile.includes(`ENTRYPOINT ${JSON.stringify(words.toReversed()).replaceAll(',', ', ')}`),
    'has an image of another version': typed.image === `throughline:${version}`,
    'does something where nothing is typed': typed.command?.join(' ') === '--help',
    'is started with the services': typed.profiles?.join() === 'command-line',
    'starts others, or waits for them': Object.keys(typed.depends_on ?? {}).length === 0,
    'is somebody else than the services': OWN.every((name) => others[name]?.user === typed.user),
  };
  return [
    ...Object.entries(must).flatMap(([said, holds]) => (holds ? [] : [`throughline: ${said}`])),
    ...OWN.flatMap((name) =>
      Object.entries(others[name]?.environment ?? {})
        .filter(([key, value]) => !ITS_OWN.includes(key) && typed.environment?.[key] !== value)
        .map(([key]) => `throughline: ${key} is not as ${name} has it`),
    ),
    ...hidden.flatMap((what) => lacks(what).map((one) => `throughline: does not see ${one}`)),
  ];
};

/** What is in hand may end before the process is killed. */
export const drained: Check = (deployment) =>
  own(deployment, ({ environment, stop_grace_period }) => {
    const seconds = Number(/^(\d+)s$/.exec(stop_grace_period ?? '')?.[1] ?? 0);
    return [seconds <= Number(environment?.['THROUGHLINE_DRAIN_SECONDS'] ?? 20) && 'is killed while it drains'];
  });

export const secrets: Check = (deployment) => {
  const { secrets: declared, prepared, services } = deployment;
  const used = new Set(Object.values(services).flatMap((container) => container.secrets ?? []));
  return [
    ...[...used].filter((name) => !(name in declared)).map((name) => `${name} is used and not declared`),
    ...Object.keys(declared).flatMap((name) => [
      ...(used.has(name) ? [] : [`${name} is declared and not used`]),
      ...(name in prepared ? [] : [`${name} is not made by prepare.mjs`]),
      ...(declared[name]?.file === `./infra/compose/secrets/${name}` ? [] : [`${name} lies elsewhere`]),
    ]),
    ...each(deployment, (container) =>
      [
        ...JSON.stringify([container.environment, container.entrypoint, container.command]).matchAll(/\/run\/secrets\/([\w-]+)/g),
      ].map(([, name = '']) => !container.secrets?.includes(name) && `reads ${name}, which it is not given`),
    ),
    ...each(deployment, ({ environment = {} }) =>
      Object.keys(environment).map((key) => /PASSWORD$|TOKEN$|SECRET$/.test(key) && `says ${key} for all to read`),
    ),
  ];
};

export const volumes: Check = (deployment) => {
  const mounts = Object.values(deployment.services).flatMap((container) => container.volumes ?? []);
  const named = mounts.map((mount) => mount.split(':')[0] ?? '').filter((source) => !source.startsWith('.'));
  const bound = mounts.filter((mount) => mount.startsWith('.'));
  return [
    ...named.filter((name) => !(name in deployment.volumes)).map((name) => `${name} is mounted and not declared`),
    ...Object.keys(deployment.volumes)
      .filter((name) => !named.includes(name))
      .map((name) => `${name} is declared and not mounted`),
    ...bound.filter((mount) => !isThere(mount.split(':')[0] ?? '', deployment)).map((mount) => `${mount} is not there`),
    ...bound.filter((mount) => !mount.endsWith(':ro') && !WRITES.includes(mount)).map((mount) => `${mount} can be written`),
  ];
};

/** Whoever is spoken to is reached, whoever is waited for is there, and nothing is open to the world. */
export const networks: Check = (deployment) => {
  const { services, networks: declared } = deployment;
  const of = (name: string) => services[name]?.networks ?? [];
  const used = Object.keys(services).flatMap(of);
  return [
    ...used.filter((name) => !(name in declared)).map((name) => `${name} is joined and not declared`),
    ...Object.entries(declared)
      .filter(([name, network]) => name !== 'open' && network?.internal !== true)
      .map(([name]) => `${name} leads outside`),
    ...each(deployment, ({ ports = [], depends_on = {}, profiles = [] }, name) => [
      ...ports.map((port) => !port.startsWith('127.0.0.1:') && `${port} is open to the world`),
      ports.length > 0 && !of(name).includes('open') && 'publishes a port from a network that leads nowhere',
      ...Object.entries(depends_on).flatMap(([other, { condition, required }]) => [
        !(other in services) && `waits for ${other}, which is not there`,
        condition === 'service_healthy' && services[other]?.healthcheck?.test === undefined && `waits for the health of ${other}`,
        services[other]?.profiles?.some((profile) => !profiles.includes(profile)) &&
          required !== false &&
          `cannot start where ${other} is left out`,
      ]),
      ...hostsOf(services[name]?.environment ?? {}, deployment)
        .filter((host) => !of(host).some((network) => of(name).includes(network)))
        .map((host) => `cannot reach ${host}`),
    ]),
  ];
};

/** The hosts that its settings name, in secrets too. */
function hostsOf(environment: Record<string, string>, { prepared, services }: Deployment): string[] {
  const values = Object.values(environment).map(
    (value) => prepared[/^\/run\/secrets\/([\w-]+)$/.exec(value)?.[1] ?? ''] ?? value,
  );
  return [...new Set(values.join(' ').match(/[a-z]+(-\d)?(?=:\d{4,5}\b)/g) ?? [])].filter((host) => host in services);
}
