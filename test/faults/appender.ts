import { openEmbedded } from '#event-store';
import { newId } from '#kernel';
import { note } from './note.js';
import type { Guard } from './victim.js';

/**
 * A process to be killed: opens a ledger, says `open`, appends 200 times with 16 hands, and says the ids of each append
 * once it is acknowledged. Then it says `done` and holds the folder until somebody ends it. Without
 * `acknowledges-what-is-there` it says the ids before it appends: the control.
 */
const [folder = '', appends = '200', ...words] = process.argv.slice(2);
const WRITERS = 16;
const switchedOff = words as Guard[];
const saysEarly = switchedOff.includes('acknowledges-what-is-there');

const protections = switchedOff.filter((guard) => guard !== 'acknowledges-what-is-there');
const ledger = await openEmbedded({ folder, switchedOff: protections });
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
    const acknowledgement = `events ${events.map(({ id }) => id).join(' ')}`;
    if (saysEarly) say(acknowledgement);
    await ledger.store.append(`partnership-${hand}`, events, 'any');
    if (!saysEarly) say(acknowledgement);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
