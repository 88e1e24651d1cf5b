// For the health check of a container: exits with 0 where the service in it says that it can answer, else with 1.
const port = process.env.THROUGHLINE_PORT ?? '4370';
try {
  const { ok } = await fetch(`http://127.0.0.1:${port}/api/v1/health/ready`, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
