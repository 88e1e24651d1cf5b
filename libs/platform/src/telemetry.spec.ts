import { describe, expect, it } from '@jest/globals';
import { LedgerError } from '#kernel';
import { startTelemetry } from './telemetry.js';

const options = { service: 'ledger', warn: () => undefined };
const problemOf = (environment: Record<string, string>) =>
  startTelemetry(environment, options).then(
    () => undefined,
    (error: unknown) => (error instanceof LedgerError ? error.problems : error),
  );

describe('telemetry', () => {
  it('is off where no collector is named, or the standard key says so', async () => {
    expect(await startTelemetry({}, options)).toBeUndefined();
    expect(await startTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, options)).toBeUndefined();
    const off = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' };
    expect(await startTelemetry(off, options)).toBeUndefined();
  });

  it('R15: refuses a collector whose address is none, and does not say it again, for it may bear a password', async () => {
    const field = 'OTEL_EXPORTER_OTLP_ENDPOINT';
    for (const address of ['collector', 'ftp://me:secret@collector', 'grpc://collector:4317']) {
      const problems = await problemOf({ [field]: address });
      expect(problems).toEqual([{ field, rule: 'R15', message: expect.stringContaining('wanted the address of a collector') }]);
      expect(JSON.stringify(problems)).not.toContain('secret');
    }
  });

  it('R15: refuses a protocol of traces that it does not speak', async () => {
    const problems = await problemOf({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    });
    expect(problems).toEqual([{ field: 'OTEL_EXPORTER_OTLP_PROTOCOL', rule: 'R15', message: 'got "grpc", wanted http/json' }]);
  });
});
