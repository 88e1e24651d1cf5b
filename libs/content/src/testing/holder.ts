import { createInterface } from 'node:readline';
import { openPostgres } from '#event-store';
import { FolderFiles } from '../folder-files.js';
import { namedIn } from '../named.js';
import { record } from './recording.js';

/**
 * A process that shares a folder of evidence with others, and does what it is told, a line of JSON each; it answers each
 * with a line. `waits`: the work of an act goes no further until it is told `go`. With any guard but `shared` it knows of
 * nobody else.
 */
export type Told =
  | Readonly<{ does: 'submit' | 'erase'; stream: string; sha256?: string; text: string; waits?: boolean; refused?: boolean }>
  | Readonly<{ does: 'receive'; text: string; waits?: boolean }>
  | Readonly<{ does: 'go' }>;

const [url = '', schema = '', folder = '', guard = ''] = process.argv.slice(2);
const { store, locks } = await openPostgres({ connectionString: url, schema, connections: 3 });
const files = await FolderFiles.open(folder, namedIn(store), guard === 'shared' ? locks : undefined);

let go: () => void = () => undefined;
answer('open');

for await (const line of createInterface({ input: process.stdin })) void obey(JSON.parse(line) as Told);

async function obey(told: Told): Promise<void> {
  if (told.does === 'go') return go();
  const waiting = async () => {
    if (told.waits !== true) return;
    const gone = new Promise<void>((resolve) => {
      go = resolve;
    });
    answer('waits');
    await gone;
  };
  await act(told, waiting).then(
    () => answer('done'),
    (error: unknown) => answer(error instanceof Error ? `failed: ${error.message}` : 'failed'),
  );
}

async function act(told: Exclude<Told, { does: 'go' }>, waiting: () => Promise<void>): Promise<void> {
  if (told.does === 'receive') {
    await files.receive(slowly(told.text, waiting));
    return;
  }
  const { does, stream, text } = told;
  if (does === 'erase') {
    const { sha256 = '' } = told;
    await files.erase(sha256, async () => {
      await waiting();
      await record(store, stream, 'EvidenceContentErased', { revision: 1 });
    });
    return;
  }
  await files.submit(await files.receive([Buffer.from(text)]), 'text/plain', async (content) => {
    await waiting();
    if (told.refused === true) throw new Error('a rule forbids it');
    await record(store, stream, 'EvidenceSubmitted', { content });
  });
}

async function* slowly(text: string, waiting: () => Promise<void>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
  await waiting();
  yield Buffer.from(text);
}

function answer(what: string): void {
  process.stdout.write(`${what}\n`);
}
