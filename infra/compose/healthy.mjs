// For the health check of a container: says what the service in it says of itself, and exits with 0 where it can answer, else with 1.
const port = process.env.THROUGHLINE_PORT ?? '4370';
try {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health/ready`, { signal: AbortSignal.timeout(4_000) });
  console.log(await answer.text());
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  console.log(`nobody answers: ${error.cause?.message ?? error.message}`);
  process.exitCode = 1;
}
