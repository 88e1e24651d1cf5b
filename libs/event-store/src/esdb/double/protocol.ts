import { createRequire } from 'node:module';

/**
 * The client's own generated service definitions and its own copies of grpc-js and google-protobuf: a message made by a
 * second copy of either fails their `instanceof` checks. Resolved from the client's package, since only it declares them.
 */
const ofClient = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'));

export const grpc = ofClient('@grpc/grpc-js') as typeof import('@grpc/grpc-js');
export const { Any } = ofClient(
  'google-protobuf/google/protobuf/any_pb.js',
) as typeof import('google-protobuf/google/protobuf/any_pb.js');
export const { Empty: GoogleEmpty } = ofClient(
  'google-protobuf/google/protobuf/empty_pb.js',
) as typeof import('google-protobuf/google/protobuf/empty_pb.js');
export const streams = ofClient('../generated/streams_pb.js') as typeof import('@eventstore/db-client/generated/streams_pb.js');
export const shared = ofClient('../generated/shared_pb.js') as typeof import('@eventstore/db-client/generated/shared_pb.js');
export const status = ofClient('../generated/status_pb.js') as typeof import('@eventstore/db-client/generated/status_pb.js');
export const gossip = ofClient('../generated/gossip_pb.js') as typeof import('@eventstore/db-client/generated/gossip_pb.js');
export const features = ofClient(
  '../generated/serverfeatures_pb.js',
) as typeof import('@eventstore/db-client/generated/serverfeatures_pb.js');
const { StreamsService, StreamsClient } = ofClient(
  '../generated/streams_grpc_pb.js',
) as typeof import('@eventstore/db-client/generated/streams_grpc_pb.js');

/** For tests that look at what goes over the wire. */
export { StreamsClient };
export const services = {
  streams: StreamsService,
  gossip: (ofClient('../generated/gossip_grpc_pb.js') as typeof import('@eventstore/db-client/generated/gossip_grpc_pb.js'))
    .GossipService,
  features: (
    ofClient(
      '../generated/serverfeatures_grpc_pb.js',
    ) as typeof import('@eventstore/db-client/generated/serverfeatures_grpc_pb.js')
  ).ServerFeaturesService,
} as const;
