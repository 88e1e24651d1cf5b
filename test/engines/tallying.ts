import { openPostgres } from '#event-store';
import { Brokers, COUNTED, Consumer, type TopicSettings, tally } from '#messaging';
import { startTelemetry } from '#platform';

type Asked = Readonly<{ url: string; schema: string; brokers: readonly string[]; topics: TopicSettings }>;

/** The consumer that ships as an example, as a process of its own. Says `started`; ends with SIGTERM. */
const { url, schema, brokers, topics } = JSON.parse(process.argv[2] ?? '') as Asked;

const warn = (message: string) => process.stderr.write(`${message}\n`);
const telemetry = await startTelemetry(process.env, { service: 'tally', warn });
const { sql, close } = await openPostgres({ connectionString: url, schema, connections: 3 });
const consumer = new Consumer({ sql, brokers: new Brokers({ brokers }), topics, families: COUNTED, consumes: tally }, { warn });
await consumer.start();
process.stdout.write('started\n');
process.once('SIGTERM', () => {
  void consumer
    .stop()
    .then(close)
    .then(() => telemetry?.stop());
});
