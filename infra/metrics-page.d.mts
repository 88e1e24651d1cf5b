/** See metrics-page.mjs. */
export function metricsPage(
  metrics: Readonly<Record<string, Readonly<{ kind: string; labels: readonly string[]; help: string }>>>,
  alerts: string,
): string;
