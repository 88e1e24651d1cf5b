// The engines of the services profile without Docker: a PostgreSQL server and Apache Kafka, both throwaway.
//
//   npm run infra:up [-- --brokers 3]    starts what is not up, and prints the environment to export
//   npm run infra:down                   stops them and removes their data
//   node infra/local/engines.mjs run [--brokers 3] -- <command>     runs a command beside both, then stops them
import { asCommand } from './command.mjs';
import { kafka } from './kafka.mjs';
import { postgres } from './postgres.mjs';

await asCommand(import.meta.url, {
  name: 'engines',
  use: kafka.use,
  options: kafka.options,
  engines: [postgres, kafka],
  hint: 'npm run infra:up -- --brokers 3 starts three brokers instead of one. npm run infra:down ends all and removes their data.',
});
