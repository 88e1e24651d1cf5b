import kafkajs from 'kafkajs';
import { Leases, openPostgres, type Row, type Sql } from '#event-store';
import { Brokers, Relay, type TopicSettings } from '#messaging';

type Sender = Awaited<ReturnType<Brokers['sender']>>;

/** Where a relay can end or stand still within a batch. */
export type Point = 'before' | 'sent' | 'between' | 'within' | 'after';

/** A guard that is switched off, to show the loss that it prevents. */
export type RelayGuard = 'acknowledgement' | 'every-replica' | 'stop-on-error' | 'topics' | 'fence';

export type Asked = Readonly<{
  url: string;
  schema: string;
  brokers: readonly string[];
  topics: TopicSettings;
  batchSize: number;
  /** The signal that it sends itself, in its batch of that number. */
  at?: Readonly<{ point: Point; batch: number; signal: 'SIGKILL' | 'SIGSTOP' }>;
  without?: RelayGuard;
  /** How long its lease lasts; the only relay where nothing is said. */
  leaseSeconds?: number;
}>;

/** A relay as a process of its own. Waits for a word on stdin, says `started`, `tells` when a session
 * with the brokers begins, and `stops` before it stops itself. */
const asked = JSON.parse(process.argv[2] ?? '') as Asked;
const { url, schema, topics, batchSize, at, without, leaseSeconds } = asked;

const brokers = new Brokers({ brokers: asked.brokers });

/** A session whose messages count as there once the first broker has them, whether or not the others do. */
async function sendingToOne(): Promise<Sender> {
  const producer = new kafkajs.Kafka({ brokers: [...asked.brokers], logLevel: kafkajs.logLevel.NOTHING }).producer({
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return {
    send: async (messages) => {
      const topicMessages = messages.map(({ topic, ...message }) => ({
        topic,
        messages: [{ ...message, headers: { ...message.headers } }],
      }));
      await producer.sendBatch({ acks: 1, topicMessages });
      return [];
    },
    close: () => producer.disconnect(),
  };
}

await new Promise((resolve) => process.stdin.once('data', resolve));
const { sql, store } = await openPostgres({ connectionString: url, schema, connections: 5 });
let batches = 0;
let late: () => Promise<unknown> = () => Promise.resolve();

/** The move of a checkpoint, whatever stands there. */
const wherever = (text: string) => text.replace('and position = $3', 'and $3::text is not null');

const reaches = async (point: Point) => {
  if (point !== at?.point || batches !== at.batch) return;
  process.stdout.write('stops\n');
  process.kill(process.pid, at.signal);
  // Nothing that comes behind a kill runs; who was only stopped goes on.
  if (at.signal === 'SIGKILL') await new Promise(() => undefined);
};

const MOVES = 'update relay_checkpoints';
const FENCE = 'for key share';

const mortal: Sql = {
  query: (text, parameters) => sql.query(text, parameters),
  listen: (channel, heard) => sql.listen(channel, heard),
  close: () => sql.close(),
  transaction: async (work) => {
    let isMoved = false;
    const answer = await sql.transaction((inner) =>
      work({
        query: async <R extends Row>(text: string, parameters?: readonly unknown[]) => {
          if (without === 'fence' && text.includes(FENCE)) return [{ held: true }] as unknown as R[];
          if (!text.startsWith(MOVES)) return await inner.query<R>(text, parameters);
          isMoved = true;
          await reaches('between');
          const rows = await inner.query<R>(without === 'fence' ? wherever(text) : text, parameters);
          await reaches('within');
          return rows;
        },
      }),
    );
    if (isMoved) {
      await reaches('after');
      await late();
    }
    return answer;
  },
};

/** With the guards that are left. */
const sentBy: (session: Sender, ...asked: Parameters<Sender['send']>) => ReturnType<Sender['send']> = async (
  session,
  messages,
) => {
  if (without === 'stop-on-error') return await session.send(messages).catch(() => []);
  if (without !== 'acknowledgement') return await session.send(messages);
  late = () => session.send(messages);
  return [];
};

const watched: Pick<Brokers, 'sender' | 'administering' | 'reading'> = {
  reading: (name, spans, take) => brokers.reading(name, spans, take),
  administering: async (work) => {
    // As if every topic were as it is wanted.
    return without === 'topics' ? ([] as Awaited<ReturnType<typeof work>>) : await brokers.administering(work);
  },
  sender: async () => {
    const session = await (without === 'every-replica' ? sendingToOne() : brokers.sender());
    process.stdout.write('tells\n');
    return {
      close: () => session.close(),
      send: async (messages) => {
        batches += 1;
        await reaches('before');
        const ends = await sentBy(session, messages);
        await reaches('sent');
        return ends;
      },
    };
  },
};

const elects =
  leaseSeconds === undefined ? {} : { elects: new Leases(sql, { holder: `relay ${process.pid}`, seconds: leaseSeconds }) };
const relay = new Relay({ sql: mortal, store, brokers: watched, topics }, { batchSize, pauseMs: 500, ...elects });
await relay.start();
process.stdout.write('started\n');
process.once('SIGTERM', () => {
  void relay.stop().then(() => process.exit());
});
