import { type ProblemSaid, said } from './said.js';

/** What keeps events from being told to Kafka, or from being heard there. */
export const OF_KAFKA: readonly ProblemSaid[] = [
  said(
    503,
    'RELAY_STOPPED',
    'The relay does not move.',
    'Brokers, store or topics keep it: `detail` says which. Only its own `health/ready` says so.',
    'The operator runs `throughline doctor`; it goes on by itself from where it stands.',
  ),
  said(
    undefined,
    'KAFKA_UNAVAILABLE',
    'The brokers do not answer.',
    'They are away, or refuse who asks; the message says which.',
    'Start them. The relay and consumers go on by themselves.',
  ),
  said(
    undefined,
    'TOPIC_MISSING',
    'A topic is not there.',
    'It was never made, or was deleted.',
    'Run `throughline topics create`; where something was told in it, what the message names.',
  ),
  said(
    undefined,
    'TOPIC_DIFFERS',
    'A topic is not as it is wanted.',
    'It has another number of partitions, or fewer replicas.',
    'Set what it has, or name new topics; never change the number of partitions.',
  ),
  said(
    undefined,
    'KAFKA_UNSAFE',
    'The cluster may lose what it acknowledged.',
    'It has fewer brokers than replicas are wanted; or it has three, and `min.insync.replicas` of a topic is below 2.',
    'Mend what the message names.',
  ),
  said(
    undefined,
    'UNTOLD_EVENT',
    'An event cannot be told to Kafka.',
    'The software does not know its type, or what it corrects.',
    'Start the version that recorded it.',
  ),
  said(
    undefined,
    'CHECKPOINT_MOVED',
    'Another relay told the same events.',
    'Two run at once; one of them goes on.',
    'Nothing: consumers drop what came twice.',
  ),
  said(
    undefined,
    'CHECKPOINT_MISSING',
    'The checkpoint of the relay is gone.',
    'Somebody removed it while it ran.',
    'Start the relay again: it tells from the beginning, and consumers drop what they know.',
  ),
  said(
    undefined,
    'NOT_A_MESSAGE',
    'A message on a topic is none of a ledger.',
    'Somebody else wrote to the topic.',
    'Let the relay alone write to it; build the consumer anew from new topics.',
  ),
  said(
    undefined,
    'MESSAGES_MISSING',
    'What was told is no longer on a topic.',
    'The topic no longer keeps it, was made anew or lost its end, or somebody else wrote to it. The relay and consumers say so.',
    'Name new topics, which are told from the beginning, and build consumers anew.',
  ),
  said(
    undefined,
    'POISON_MESSAGE',
    'A consumer cannot take in an event.',
    'The event and the reason are named.',
    'Mend the consumer; it tries again by itself.',
  ),
];
