import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

type Texts = Readonly<Record<string, string>>;

/** A container as docker-compose.yml describes it, as far as it is looked at here. */
export type Container = {
  image: string;
  user?: string;
  read_only?: boolean;
  privileged?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  restart?: string;
  network_mode?: string;
  logging?: { options?: Record<string, string> };
  entrypoint?: string[];
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  tmpfs?: string[];
  secrets?: string[];
  networks?: string[];
  profiles?: string[];
  stop_grace_period?: string;
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string; required?: boolean }>;
  deploy?: { replicas?: number; resources?: { limits?: { cpus?: string; memory?: string; pids?: number } } };
};

export type Job = {
  job_name: string;
  metrics_path?: string;
  authorization?: { credentials_file: string };
  dns_sd_configs?: { names: string[]; port: number }[];
  static_configs?: { targets: string[] }[];
};

type Rule = { alert: string; expr: string; annotations?: Record<string, string> };
type Panel = { title: string; datasource?: { uid: string }; targets?: { expr: string }[]; panels?: Panel[] };
type Pipeline = { receivers: string[]; processors?: string[]; exporters: string[] };

/** Everything that says how the services profile runs. */
export type Deployment = {
  services: Record<string, Container>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, null>;
  secrets: Record<string, { file: string }>;
  dockerfile: string;
  dockerignore: string;
  nginx: string;
  prometheus: { rule_files: string[]; scrape_configs: Job[] };
  rules: Rule[];
  collector: Record<'receivers' | 'processors' | 'exporters' | 'connectors' | 'extensions', Record<string, unknown>> & {
    service: { extensions: string[]; pipelines: Record<string, Pipeline> };
  };
  datasources: { uid: string; url: string }[];
  dashboards: Record<string, { uid: string; panels: Panel[] }>;
  /** What infra/compose/prepare.mjs makes, by its name. */
  prepared: Texts;
  /** .env, as it makes it. */
  env: Texts;
  /** Kafka's version that the tests run on. */
  kafkaTried: string;
};

/**
 * Reads what is shipped.
 * @param into the folder that prepare.mjs prepared
 */
export function readDeployment(into: string): Deployment {
  const env = Object.fromEntries(
    text(join(into, '.env'))
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s, 2) as [string, string]),
  );
  const compose = parse(filledIn(text('docker-compose.yml'), env), { merge: true }) as Pick<
    Deployment,
    'services' | 'networks' | 'volumes' | 'secrets'
  >;
  const secrets = join(into, 'infra', 'compose', 'secrets');
  const boards = readdirSync('infra/grafana/dashboards');
  const alerts = parse(text('infra/prometheus/alerts.yml')) as { groups: { rules: Rule[] }[] };
  return structuredClone({
    ...compose,
    dockerfile: text('Dockerfile'),
    dockerignore: text('.dockerignore'),
    nginx: text('infra/compose/nginx.conf'),
    prometheus: parse(text('infra/prometheus/prometheus.yml')) as Deployment['prometheus'],
    rules: alerts.groups.flatMap(({ rules }) => rules),
    collector: parse(text('infra/otel/collector.yml')) as Deployment['collector'],
    datasources: (parse(text('infra/grafana/provisioning/datasources/datasources.yml')) as Pick<Deployment, 'datasources'>)
      .datasources,
    dashboards: Object.fromEntries(boards.map((name) => [name, JSON.parse(text(`infra/grafana/dashboards/${name}`)) as never])),
    prepared: Object.fromEntries(
      readdirSync(secrets, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => [name, text(join(secrets, name))]),
    ),
    env,
    kafkaTried: /<artifactId>kafka_2\.13<\/artifactId>\s*<version>(.+?)</.exec(text('infra/local/kafka/pom.xml'))?.[1] ?? '',
  });
}

/** `${NAME}` as Compose fills it in: `:-` has a default, `:?` has none; `$$` is a dollar of the container's own. */
function filledIn(compose: string, env: Texts): string {
  return compose.replaceAll(
    /\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (whole, name?: string, kind?: string, otherwise: string = '') => {
      if (name === undefined) return whole === '$$' ? '$' : whole;
      const value = env[name] ?? (kind === '-' ? otherwise : undefined);
      if (value === undefined) throw new Error(`docker-compose.yml wants ${name}, which .env does not hold: ${otherwise}`);
      return value;
    },
  );
}

export function text(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Whether a path that the compose file names is in the repository or is made by prepare.mjs. */
export function isThere(path: string, { prepared }: Deployment): boolean {
  const made = /^\.\/infra\/compose\/secrets\/([\w-]+)(\/[\w-]+)?$/.exec(path);
  if (made === null) return existsSync(path);
  return made[1] === 'certificates' || (made[1] ?? '') in prepared;
}
