import { openEmbedded } from '#event-store';
import { newId } from '#kernel';

/** A process to be killed: opens a ledger, says `open`, then keeps texts and erases every second one, and says each step. */
const [folder = '', texts = '200'] = process.argv.slice(2);

const ledger = await openEmbedded({ folder });
say('open');
for (let n = 0; n < Number(texts); n += 1) {
  const content = `what was said of number ${n} `.repeat(20).trim();
  const text = await ledger.texts.draft(newId(), 'what', content);
  await ledger.texts.keep([text]);
  say(`text ${text.id} ${content}`);
  if (n % 2 === 0) continue;
  say(`erasing ${text.id}`);
  await ledger.texts.erase(text.id);
  say(`erased ${text.id}`);
}
say('done');
setInterval(() => undefined, 60_000);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
