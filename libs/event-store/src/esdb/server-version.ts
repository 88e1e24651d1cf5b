import { EventStoreDBClient } from '@eventstore/db-client';

/** What the client keeps to itself: it has no question for it. */
type Capable = Readonly<{ capabilities: Promise<Readonly<{ serverVersion: string }>> }>;

/**
 * The version of the server at an address, as it gives it.
 * @throws where the server does not say it within some seconds
 */
export async function serverVersion(connectionString: string, patience = 5_000): Promise<string> {
  const client = EventStoreDBClient.connectionString(connectionString);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no server answered within ${patience} ms`)), patience);
  });
  try {
    return (await Promise.race([(client as unknown as Capable).capabilities, late])).serverVersion;
  } finally {
    clearTimeout(timer);
    await Promise.race([client.dispose(), new Promise((resolve) => setTimeout(resolve, 100))]);
  }
}
