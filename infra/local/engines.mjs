// The engines of the services profile without Docker: a PostgreSQL server and Apache Kafka, both throwaway.
//
//   npm run infra:up [-- --brokers 3]    starts what is not up, and prints the environment to export
//   npm run infra:down                   stops them and removes their folders
//   node infra/local/engines.mjs run [--brokers 3] -- <command>     runs a command beside both, then stops them
import { asCommand } from './command.mjs';
import { kafka } from './kafka.mjs';
import { postgres } from './postgres.mjs';

const engines = {
  name: 'engines',
  use: kafka.use,
  options: kafka.options,

  async start({ begins, ...asked }) {
    const places = {};
    const started = {};
    for (const engine of [postgres, kafka]) {
      const begun = (place) => {
        places[engine.name] = place;
        begins({ ...places });
      };
      started[engine.name] = await engine.start({ ...asked, begins: begun });
    }
    return started;
  },

  async isUp(places, asked) {
    return places.kafka !== undefined && postgres.isUp(places.postgres) && (await kafka.isUp(places.kafka, asked));
  },

  async stop(places) {
    if (places.kafka !== undefined) await kafka.stop(places.kafka);
    if (places.postgres !== undefined) postgres.stop(places.postgres);
  },

  environment: (places) => ({ ...postgres.environment(places.postgres), ...kafka.environment(places.kafka) }),
};

await asCommand(import.meta.url, engines);
