import { openEmbedded, type Protection } from '#event-store';
import { newId } from '#kernel';
import { note } from './note.js';

/**
 * A process to be killed: opens a ledger, says `open`, appends 200 times with 16 hands, and says the ids of each append
 * once it is acknowledged. Then it says `done` and holds the folder until somebody ends it.
 */
const [folder = '', appends = '200', ...switchedOff] = process.argv.slice(2);
const WRITERS = 16;

const ledger = await openEmbedded({ folder, switchedOff: switchedOff as Protection[] });
say('open');

let next = 0;
await Promise.all(Array.from({ length: WRITERS }, (_, hand) => write(hand)));
say('done');
setInterval(() => undefined, 60_000);

async function write(hand: number): Promise<void> {
  while (next < Number(appends)) {
    next += 1;
    const events = Array.from({ length: 1 + (next % 3) }, () => note());
    const content = `text ${next} of hand ${hand}`;
    const text = await ledger.texts.draft(newId(), 'what', content);
    await ledger.texts.keep([text]);
    say(`text ${text.id} ${content}`);
    await ledger.store.append(`partnership-${hand}`, events, 'any');
    say(`events ${events.map(({ id }) => id).join(' ')}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
