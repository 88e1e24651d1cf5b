import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { METRICS } from '#platform';
import { metricsPage } from '../../infra/metrics-page.mjs';

type Rule = Readonly<{
  alert: string;
  expr: string;
  labels: Readonly<{ severity: string }>;
  annotations: Readonly<{ summary: string; runbook: string }>;
}>;

const { groups } = parse(readFileSync('infra/prometheus/alerts.yml', 'utf8')) as {
  groups: readonly Readonly<{ rules: readonly Rule[] }>[];
};
const rules = groups.flatMap(({ rules: its }) => its);

/** Metrics of the project's own that a text names, without what Prometheus adds to a histogram's. */
const namedIn = (text: string) =>
  [...text.matchAll(/\bthroughline_([a-z_]+)/g)].map(([, name = '']) => name.replace(/_(bucket|count|sum)$/, ''));

/** Labels by which an expression tells a metric apart. */
const labelsIn = (expr: string) =>
  [...expr.matchAll(/\bthroughline_([a-z_]+)\{([^}]*)\}/g)].flatMap(([, name = '', inside = '']) =>
    [...inside.matchAll(/([a-z_]+)\s*(?:=|!)/g)].map(
      ([, label = '']) => [name.replace(/_(bucket|count|sum)$/, ''), label] as const,
    ),
  );

describe('the alerts', () => {
  it('are there, each with what is wrong, how soon somebody must look, and an expression', () => {
    expect(rules.length).toBeGreaterThan(10);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { labels, annotations } of rules) {
      expect(['page', 'ticket', 'note']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/\w/);
    }
  });

  it('rest on metrics that the code has, told apart by labels that these have', () => {
    const wrong = rules.flatMap(({ alert, expr }) => [
      ...namedIn(expr).flatMap((name) => (name in METRICS ? [] : [`${alert}: throughline_${name}`])),
      ...labelsIn(expr).flatMap(([name, label]) => {
        const labels: readonly string[] = METRICS[name as keyof typeof METRICS].labels;
        return labels.includes(label) ? [] : [`${alert}: throughline_${name} has no ${label}`];
      }),
    ]);
    expect(wrong).toEqual([]);
    expect(rules.filter(({ expr }) => namedIn(expr).length > 0).length).toBeGreaterThan(10);
  });

  it('each name a page of the operations that says what to run, and that page names the alert', () => {
    const silent = rules.filter(({ alert, annotations: { runbook } }) => {
      const [page = ''] = runbook.split('#');
      return !existsSync(page) || !readFileSync(page, 'utf8').includes(`\`${alert}\``);
    });
    expect(silent.map(({ alert, annotations }) => `${alert}: ${annotations.runbook}`)).toEqual([]);
  });
});

describe('what is written of metrics', () => {
  it('is their list, and that of the alerts: npm run docs', () => {
    const alerts = readFileSync('infra/prometheus/alerts.yml', 'utf8');
    expect(readFileSync('docs/reference/metrics.md', 'utf8')).toBe(metricsPage(METRICS, alerts));
  });

  it('does not pass places of the log off as events, which on EventStoreDB they are not', () => {
    type Panel = Readonly<{ title: string; description?: string; targets?: readonly Readonly<{ expr?: string }>[] }>;
    const { panels } = JSON.parse(readFileSync('infra/grafana/dashboards/throughline.json', 'utf8')) as {
      panels: readonly Panel[];
    };
    const counting = panels.filter(({ targets = [] }) => targets.some(({ expr = '' }) => expr.includes('_lag_events')));
    const helps = Object.entries(METRICS).filter(([name]) => name.endsWith('_lag_events'));
    expect([counting.length, helps.length]).toEqual([1, 2]);
    for (const { title, description } of counting)
      expect([title, description]).toEqual([expect.not.stringContaining('events'), expect.stringContaining('EventStoreDB')]);
    for (const [, { help }] of helps) expect(help).toContain('EventStoreDB');
  });

  it('names only metrics that the code has', () => {
    const pages = readdirSync('docs/operations').map((name) => `docs/operations/${name}`);
    const shown = ['docs/reference/metrics.md', 'infra/grafana/dashboards/throughline.json'];
    const named = [...pages, ...shown].flatMap((page) =>
      namedIn(readFileSync(page, 'utf8')).map((name) => [page, name] as const),
    );
    expect(named.length).toBeGreaterThan(20);
    // Of one word are the volumes of the compose file.
    expect(
      named.filter(([, name]) => name.includes('_') && !(name in METRICS)).map(([page, name]) => `${page}: throughline_${name}`),
    ).toEqual([]);
  });
});
