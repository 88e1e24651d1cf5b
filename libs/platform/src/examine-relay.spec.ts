import { describe, expect, it } from '@jest/globals';
import { LedgerError } from '#kernel';
import { TOO_FEW_BROKERS } from '#messaging';
import { refusedFor } from './examine-relay.js';

describe('what keeps a relay from telling', () => {
  const unsafe = (field: string) =>
    refusedFor(new LedgerError('invalid', 'KAFKA_UNSAFE', 'why', [{ field, rule: 'R15', message: 'why' }]));

  it('is mended where its cause lies: by brokers or the setting where there are too few, by the topics where they are set low', () => {
    const tooFew = unsafe(TOO_FEW_BROKERS);
    expect(tooFew.todo).toMatch(/Add brokers; .* THROUGHLINE_KAFKA_REPLICAS/);
    // One broker could acknowledge nothing then.
    expect(tooFew.todo).not.toContain('min.insync');
    expect(unsafe('topics').todo).toContain('min.insync.replicas of the topics to 2');
  });

  it('is not mended by a topic made anew where something was told in the one before', () => {
    const missing = refusedFor(new LedgerError('invalid', 'TOPIC_MISSING', 'why'));
    expect(missing.todo).toMatch(/throughline topics create; where something was told in it before, do what is named/);
  });

  it('is not said of a relay with other settings, which may tell all the same', () => {
    expect(unsafe(TOO_FEW_BROKERS).why).toMatch(/with these settings does not start; one that runs with others may go on/);
    const away = refusedFor(new LedgerError('unavailable', 'KAFKA_UNAVAILABLE', 'why'));
    expect([away.where, away.why]).toEqual(['Kafka (KAFKA_UNAVAILABLE)', expect.stringContaining('told later')]);
  });
});
