export { Consumer, type ConsumerOptions, type ConsumerState, type ConsumerStatus, startOver } from './consumer.js';
export { type Consumes, type MessagePolicy, PoisonMessage } from './consumer-advance.js';
export type { Parked, Partition } from './consumer-place.js';
export { type IntegrationEvent, integrationEvent, type Messages, readMessage } from './integration-event.js';
export { Brokers, type KafkaPlace } from './kafka.js';
export { Relay, type RelayOptions, type RelayState, type RelayStatus, relayLag } from './relay.js';
export { COUNTED, FIGURES, type Figure, readTally, type Tally, tally } from './tally/tally.js';
export { createTopics, requireTopics, type TopicSettings, topicOf, topicsOf } from './topics.js';
export { TOO_FEW_BROKERS } from './topics-looked.js';
