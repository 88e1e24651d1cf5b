import { METRICS } from '#platform';
import { type Check, OWN } from './containers.js';
import type { Deployment } from './deployment.js';

const portOf = ({ services }: Deployment, name: string) => services[name]?.environment?.['THROUGHLINE_PORT'];

/** Reads go to the queries, all else to the ledgers, and the services are told who asks. */
export const gateway: Check = (deployment) => {
  const { nginx, services } = deployment;
  const routes = Object.fromEntries(
    [...(/map \$request_method \$service \{([^}]*)\}/.exec(nginx)?.[1] ?? '').matchAll(/(\S+)\s+(\S+);/g)].map(
      ([, key = '', to = '']) => [key, to],
    ),
  );
  const published = services['gateway']?.ports?.[0]?.split(':').at(-1);
  const must: Readonly<Record<string, boolean>> = {
    'questions do not go to the queries': routes['~^(GET|HEAD)$'] === `queries:${portOf(deployment, 'queries')}`,
    'acts do not go to the ledgers':
      routes['default'] === `ledger:${portOf(deployment, 'ledger')}` && Object.keys(routes).length === 2,
    'the routes are not used': /location \/ \{\s*proxy_pass http:\/\/\$service;/.test(nginx),
    'another port is published': nginx.includes(`listen ${published};`),
    'who asks may say who it is': nginx.includes('proxy_set_header X-Forwarded-For $remote_addr;'),
    'the services believe another number of proxies': ['ledger', 'queries'].every(
      (name) => services[name]?.environment?.['THROUGHLINE_PROXIES'] === '1',
    ),
    'an act may be sent twice': !/proxy_next_upstream [^;]*(non_idempotent|http_)/.test(nginx),
    'files are too large for it': Number(/client_max_body_size (\d+)m;/.exec(nginx)?.[1]) > 25,
    'addresses stand in its log':
      nginx.includes('error_log stderr crit;') &&
      !/log_format[^;]*\$(request|request_uri|uri|args|http_\w+|remote_addr)\b/.test(nginx),
    'what it writes is not on a tmpfs': [...nginx.matchAll(/^\s*(?:pid|\w+_temp_path) (\S+);/gm)].every(([, path]) =>
      path?.startsWith('/tmp/'),
    ),
  };
  return Object.entries(must).flatMap(([said, holds]) => (holds ? [] : [said]));
};

/** Every copy of every service is asked, where it listens, by who has a token. */
export const scraped: Check = (deployment) => {
  const { prometheus, services } = deployment;
  const mounted = services['prometheus']?.volumes ?? [];
  const jobs = new Map(prometheus.scrape_configs.map((job) => [job.job_name, job]));
  const other = prometheus.scrape_configs.flatMap(({ static_configs = [] }) => static_configs.flatMap(({ targets }) => targets));
  return [
    ...OWN.flatMap((name) => {
      const job = jobs.get(name);
      const [target] = job?.dns_sd_configs ?? [];
      const token = job?.authorization?.credentials_file ?? 'none';
      return [
        ...(target?.names.join() === name && String(target.port) === portOf(deployment, name)
          ? []
          : [`${name} is not asked where it listens`]),
        ...(job?.metrics_path === '/api/v1/metrics' ? [] : [`${name} is asked for something else`]),
        ...(mounted.some((mount) => token.startsWith(`${mount.split(':')[1]}/`)) ? [] : [`${name} is asked without a token`]),
      ];
    }),
    ...prometheus.rule_files
      .filter((file) => !mounted.some((mount) => mount.split(':')[1] === file))
      .map((file) => `${file} is not mounted`),
    ...other.filter((target) => !((target.split(':')[0] ?? '') in services)).map((target) => `${target} is not there`),
  ];
};

/** Metrics that Prometheus, the client library and the collector bring. */
const BROUGHT = /^(up|process_\w+|nodejs_\w+|traces_span_metrics_(calls_total|duration_seconds_(bucket|sum|count)))$/;
const BROUGHT_LABELS = ['job', 'instance', 'le', 'service_name', 'span_name', 'status_code'];
/** What PromQL calls its own, where a name of a metric could stand. */
const WORDS = /^(by|on|without|ignoring|and|or|unless|offset|bool|group_left|group_right|inf|nan)$/i;

/** What an expression names that nobody counts, and what it tells apart by that is no label. */
function unknownIn(expression: string): string[] {
  const bare = expression.replaceAll(/"[^"]*"/g, '""').replaceAll(/\[[^\]]*\]/g, '');
  const labels = [
    ...[...bare.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside = '']) =>
      [...inside.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
    ),
    ...[...bare.matchAll(/\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g)].flatMap(([, inside = '']) =>
      inside.split(',').map((label) => label.trim()),
    ),
  ];
  const outside = bare.replaceAll(/\{[^}]*\}/g, '').replaceAll(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, '');
  const names = [...outside.matchAll(/\b([a-zA-Z_]\w*)\b(?!\s*\()/g)]
    .map(([, name = '']) => name)
    .filter((name) => !WORDS.test(name));
  const known = names.map((name) => [name, listed(name)] as const);
  const theirs = new Set<string>(known.flatMap(([, labelsOf]) => labelsOf ?? []));
  return [
    ...known.filter(([name, labelsOf]) => labelsOf === undefined && !BROUGHT.test(name)).map(([name]) => name),
    ...labels
      .filter((label) => label !== '' && !theirs.has(label) && !BROUGHT_LABELS.includes(label))
      .map((label) => `label ${label}`),
  ];
}

/** The labels of a metric of the project's own; a histogram is three. */
function listed(name: string): readonly string[] | undefined {
  const metrics: Readonly<Record<string, Readonly<{ kind: string; labels: readonly string[] }>>> = METRICS;
  const own = name.replace(/^throughline_/, '');
  if (own === name) return undefined;
  const histogram = own.replace(/_(bucket|sum|count)$/, '');
  const metric = metrics[own] ?? metrics[histogram];
  if (metric === undefined || (metric.kind === 'histogram') === own in metrics) return undefined;
  return metric.labels;
}

export const alerts: Check = ({ rules }) =>
  rules.flatMap(({ alert, expr }) => unknownIn(expr).map((name) => `${alert}: ${name}`));

/** A copy that was stopped is no target any more: who answers is counted, against what the compose file runs. */
export const missed: Check = ({ rules, services }) => {
  const expr = rules.find(({ alert }) => alert === 'ThroughlineDown')?.expr ?? '';
  const [, jobs = '', copies = ''] = /sum by \(job\) \(up\{job=~"([^"]*)"\}\) < (\d+)/.exec(expr) ?? [];
  return OWN.flatMap((name) => {
    const runs = services[name]?.deploy?.replicas ?? 1;
    return [
      ...(jobs.split('|').includes(name) ? [] : [`nobody is told that a copy of ${name} is gone`]),
      ...(copies === String(runs) ? [] : [`${name}: ${runs} copies run, and ${copies} are counted on`]),
      ...(expr.includes(`absent(up{job="${name}"})`) ? [] : [`nobody is told where no ${name} is left`]),
    ];
  });
};

export const dashboards: Check = ({ dashboards: boards, datasources, services }) => {
  const sources = datasources.map(({ uid }) => uid);
  return [
    ...datasources.filter(({ url }) => !(new URL(url).hostname in services)).map(({ url }) => `${url} is not there`),
    ...Object.values(boards)
      .flatMap(({ panels }) => panels)
      .flatMap(({ title, datasource, targets = [] }) => [
        ...(targets.length === 0 || sources.includes(datasource?.uid ?? '') ? [] : [`${title}: from nowhere`]),
        ...(datasource?.uid === 'prometheus'
          ? targets.flatMap(({ expr }) => unknownIn(expr).map((name) => `${title}: ${name}`))
          : []),
      ]),
  ];
};

/** Traces arrive where the services send them, and every part of a pipeline is defined. */
export const collected: Check = (deployment) => {
  const { collector, services } = deployment;
  const { protocols } = collector.receivers['otlp'] as { protocols: Record<string, { endpoint: string }> };
  const defined = { ...collector.receivers, ...collector.processors, ...collector.exporters, ...collector.connectors };
  const { pipelines, extensions } = collector.service;
  const used = Object.values(pipelines).flatMap(({ receivers, processors = [], exporters }) => [
    ...receivers,
    ...processors,
    ...exporters,
  ]);
  const port = protocols['http']?.endpoint.split(':').at(-1);
  return [
    ...used.filter((part) => !(part in defined)).map((part) => `${part} is used and not defined`),
    ...Object.keys(defined)
      .filter((part) => !used.includes(part))
      .map((part) => `${part} is defined and not used`),
    ...extensions.filter((part) => !(part in collector.extensions)).map((part) => `${part} is used and not defined`),
    ...OWN.filter((name) => services[name]?.environment?.['OTEL_EXPORTER_OTLP_ENDPOINT'] !== `http://collector:${port}`).map(
      (name) => `${name} sends traces elsewhere`,
    ),
  ];
};

/** The image holds what the program needs and no more, and belongs to nobody who matters. */
export const image: Check = ({ dockerfile, dockerignore }) => {
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) => paths.split(' '));
  const must: Readonly<Record<string, boolean>> = {
    'it runs as root': /^USER node$/m.test(last),
    'it holds what only builds and tests':
      /npm ci --omit=dev --ignore-scripts/.test(dockerfile) && last.includes('--from=packages'),
    'install scripts run': !/npm (ci|i|install)(?![^\n]*--ignore-scripts)/.test(dockerfile),
    'it is not asked how it is': last.includes('CMD ["node", "healthy.mjs"]'),
    'it is not told to end by a signal that is heard': last.includes('STOPSIGNAL SIGTERM'),
    'all that lies about gets in': dockerignore.split('\n').includes('*'),
  };
  return [
    ...Object.entries(must).flatMap(([said, holds]) => (holds ? [] : [said])),
    ...copied.filter((path) => !dockerignore.split('\n').includes(`!${path}`)).map((path) => `${path} is kept out, and copied`),
  ];
};
