import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NewEvent, newId, type TextRef } from '#kernel';

/** Events for the tests of this folder. */
export function notes(count: number, explained?: TextRef): NewEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'ContextNoted',
    schema: 1,
    id: newId(),
    data: { what: `note ${index}: naïve 🎓 "quoted"`, ...(explained === undefined ? {} : { explained }) },
    metadata: {
      occurredOn: '2025-01-15',
      partnershipId: '0198c5d0-0000-7000-8000-000000000001',
      actor: { kind: 'clock' },
      recordedBy: { kind: 'clock', id: 'clock' },
      commandId: newId(),
      commandDigest: '',
      decidedOn: {},
      correlationId: 'test',
      causationId: 'test',
    },
  }));
}

export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'throughline-embedded-'));
}
