import { describe, expect, it } from '@jest/globals';
import { looked, missingTopics, replicasWanted, TOO_FEW_BROKERS } from './topics-looked.js';

const SAFE = {
  'min.insync.replicas': '2',
  'unclean.leader.election.enable': 'false',
  'retention.ms': '-1',
  'cleanup.policy': 'delete',
};
const topic = (over: Readonly<Record<string, string>> = {}) => ({
  partitions: 12,
  replicas: 3,
  settings: new Map(Object.entries({ ...SAFE, ...over })),
});
const WANTED = { partitions: 12, replicas: 3, size: 3 };

describe('what is said of topics', () => {
  it('is nothing where they are as they are wanted', () => {
    expect(looked(new Map([['t.evidence', topic()]]), WANTED)).toEqual([]);
  });

  it('is said once, with the topics that it is true of', () => {
    const alone = topic({ 'min.insync.replicas': '1' });
    const topics = new Map([
      ['t.meetings', alone],
      ['t.evidence', alone],
      ['t.indicators', topic({ 'retention.ms': '60000' })],
    ]);
    expect(looked(topics, { ...WANTED, replicas: 1, size: 1 })).toEqual([
      't.evidence, t.meetings: min.insync.replicas 1: what one broker alone has acknowledged is lost with it',
      expect.stringMatching(/^t\.indicators: does not keep all messages/),
    ]);
  });

  it('calls for a topic that is missing only where nothing was told in it', () => {
    const create = 'Run: throughline topics create';
    const said = (told?: readonly string[]) => missingTopics(['t.evidence', 't.meetings'], told && new Set(told)).message;
    expect(said(['t.commitments'])).toBe(`there is no topic t.evidence, t.meetings. ${create}`);
    expect(said(['t.meetings'])).toMatch(/^there is no topic t\.meetings, .* is gone.*THROUGHLINE_KAFKA_TOPICS/);
    expect(said(['t.meetings'])).not.toContain(create);
    expect(said()).toMatch(/create, unless something was told there before: .*THROUGHLINE_KAFKA_TOPICS/);
  });

  it('tells a cluster that is too small from topics that are set too low: each is mended elsewhere', () => {
    const unsafe = (field: string) =>
      expect.objectContaining({ code: 'KAFKA_UNSAFE', problems: [expect.objectContaining({ field })] });
    expect(() => replicasWanted(undefined, 1)).toThrow(unsafe(TOO_FEW_BROKERS));
    expect(() => replicasWanted(3, 2)).toThrow(unsafe(TOO_FEW_BROKERS));
    const low = new Map([['t.evidence', topic({ 'min.insync.replicas': '1' })]]);
    expect(() => looked(low, WANTED)).toThrow(unsafe('topics'));
    expect([replicasWanted(1, 1), replicasWanted(undefined, 3)]).toEqual([1, 3]);
  });
});
