import { parse } from 'yaml';

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/**
 * docs/reference/metrics.md: every metric with its labels, and every alert with the page that says what to run.
 * @param metrics METRICS of libs/platform
 * @param alerts what Prometheus reads, as YAML
 */
export function metricsPage(metrics, alerts) {
  const { groups } = parse(alerts);
  return [
    '# Metrics and alerts',
    '',
    'What `GET /api/v1/metrics` of every process says in the format of Prometheus, to a token that may read (written by',
    "`npm run docs`, checked by the tests). Beside these stand prom-client's own of the process: processor time, memory, open",
    'files, garbage collection, and the delay of the event loop (`nodejs_eventloop_lag_seconds` and its percentiles).',
    '',
    'No label is an id, a name or an address. What a process does not do it does not say: only a relay has a lag of topics,',
    'only a process on PostgreSQL has connections. What traces and the log say: [telemetry](../explanation/telemetry.md).',
    '',
    '| metric | kind | labels | says |',
    '| --- | --- | --- | --- |',
    ...Object.entries(metrics).map(
      ([name, { kind, labels, help }]) => `| ${code(`throughline_${name}`)} | ${kind} | ${labels.map(code).join(', ')} | ${cell(help)} |`,
    ),
    '',
    '## Alerts',
    '',
    'The rules of `infra/prometheus/alerts.yml`. `page`: somebody is woken; `ticket`: seen to today; `note`: good to know.',
    '',
    '| alert | severity | when, and for how long | what to run |',
    '| --- | --- | --- | --- |',
    ...groups
      .flatMap(({ rules }) => rules)
      .map(({ alert, expr, for: lasting, labels, annotations }) => {
        const page = annotations.runbook.replace('docs/operations/', '');
        const when = `${code(cell(expr))}${lasting === undefined ? '' : `, ${lasting}`}`;
        return `| ${code(alert)} | ${labels.severity} | ${when} | [${page}](../operations/${page}) |`;
      }),
    '',
  ].join('\n');
}
