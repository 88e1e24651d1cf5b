import { LedgerError } from '#kernel';

/** So many replicas are wanted where nothing is said. */
export const REPLICAS = 3;
/** So many replicas must have a message before it counts as told, where there are brokers enough to lose one. */
export const IN_SYNC = 2;

/** A topic as the brokers say it is. */
export type TopicFound = Readonly<{
  partitions: number;
  /** Of the partition that lies on the fewest brokers. */
  replicas: number;
  /** Undefined where one may not look at them. */
  settings: ReadonlyMap<string, string> | undefined;
}>;

/** How each topic must be, on a cluster of so many brokers. */
export type TopicWanted = Readonly<{ partitions: number; replicas: number; size: number }>;

/** What a KAFKA_UNSAFE names as its field where the cluster is smaller than the replicas that are wanted. */
export const TOO_FEW_BROKERS = 'THROUGHLINE_KAFKA_REPLICAS';

/**
 * On how many brokers each partition must lie.
 * @param replicas as it was set; undefined where nothing is said
 * @param size how many brokers the cluster has
 * @throws LedgerError `invalid` KAFKA_UNSAFE, with the field TOO_FEW_BROKERS, where it has fewer than that
 */
export function replicasWanted(replicas: number | undefined, size: number): number {
  if (replicas === undefined && size < REPLICAS)
    throw wrongTopics(
      'KAFKA_UNSAFE',
      `the cluster has ${count(size, 'broker')}, and ${REPLICAS} replicas are wanted. Where fewer are meant, set THROUGHLINE_KAFKA_REPLICAS`,
      TOO_FEW_BROKERS,
    );
  const wanted = replicas ?? REPLICAS;
  if (wanted > size)
    throw wrongTopics(
      'KAFKA_UNSAFE',
      `the cluster has ${count(size, 'broker')}, too few for ${count(wanted, 'replica')}`,
      TOO_FEW_BROKERS,
    );
  return wanted;
}

/**
 * Compares topics with what is wanted of them.
 * @returns what is unsafe and was asked for so, or could not be looked at, in words for an operator: each once, with the
 *   topics that it is true of
 * @throws LedgerError `invalid` TOPIC_DIFFERS, KAFKA_UNSAFE
 */
export function looked(topics: ReadonlyMap<string, TopicFound>, wanted: TopicWanted): readonly string[] {
  const concerned = new Map<string, string[]>();
  for (const [topic, found] of topics)
    for (const note of lookedAt(topic, found, wanted)) concerned.set(note, [...(concerned.get(note) ?? []), topic]);
  return [...concerned].map(([note, names]) => `${names.sort().join(', ')}: ${note}`);
}

function lookedAt(topic: string, { partitions, replicas, settings }: TopicFound, wanted: TopicWanted): readonly string[] {
  if (partitions !== wanted.partitions)
    throw wrongTopics(
      'TOPIC_DIFFERS',
      `${topic} has ${count(partitions, 'partition')}, wanted ${wanted.partitions} (THROUGHLINE_KAFKA_PARTITIONS). The number is never changed: it would put streams into other partitions`,
    );
  if (replicas < wanted.replicas)
    throw wrongTopics(
      'TOPIC_DIFFERS',
      `${topic} lies on ${count(replicas, 'broker')}, wanted ${wanted.replicas} (THROUGHLINE_KAFKA_REPLICAS)`,
    );
  if (settings === undefined)
    return ['the settings may not be looked at, so nobody knows whether they lose what was acknowledged'];
  const notes: string[] = [];
  const inSync = Number(settings.get('min.insync.replicas') ?? '1');
  if (inSync < IN_SYNC) {
    const loses = `min.insync.replicas ${inSync}: what one broker alone has acknowledged is lost with it`;
    if (wanted.size >= REPLICAS && wanted.replicas >= IN_SYNC)
      throw wrongTopics('KAFKA_UNSAFE', `${topic} has ${loses}. Set it to ${IN_SYNC} or more`);
    notes.push(loses);
  }
  if (settings.get('unclean.leader.election.enable') === 'true')
    notes.push('unclean.leader.election.enable: a broker that lags may become the leader, and what it lacks is lost');
  const isKept = settings.get('retention.ms') === '-1' && !(settings.get('cleanup.policy') ?? 'delete').includes('compact');
  if (!isKept) notes.push('does not keep all messages: nobody can be built anew from it alone (retention.ms, cleanup.policy)');
  return notes;
}

/** What is done about topics that cannot be mended. */
export const NEW_TOPICS =
  'name new topics with THROUGHLINE_KAFKA_TOPICS, run throughline topics create, and build consumers anew from them';

/**
 * Topics that are not there.
 * @param told the topics in which this ledger was told: one that is made anew lacks that for good; undefined where it is not known
 */
export function missingTopics(missing: readonly string[], told: ReadonlySet<string> | undefined): LedgerError {
  const lost = missing.filter((topic) => told?.has(topic) === true);
  if (lost.length > 0) {
    const message = `there is no topic ${lost.join(', ')}, and this ledger was told there: what lay in it is gone, and made anew it would lack that for good. What there is to do: ${NEW_TOPICS}`;
    return wrongTopics('TOPIC_MISSING', message, 'THROUGHLINE_KAFKA_TOPICS');
  }
  const unless = told === undefined ? `, unless something was told there before: then ${NEW_TOPICS}` : '';
  return wrongTopics('TOPIC_MISSING', `there is no topic ${missing.join(', ')}. Run: throughline topics create${unless}`);
}

/** @param field what is to be mended, where that is not the topics themselves */
export function wrongTopics(
  code: 'TOPIC_MISSING' | 'TOPIC_DIFFERS' | 'KAFKA_UNSAFE',
  message: string,
  field = 'topics',
): LedgerError {
  return new LedgerError('invalid', code, message, [{ field, rule: 'R15', message }]);
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
