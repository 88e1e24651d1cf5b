// One driver in a process of its own: told what to do over IPC, one thing at a time; what all drivers do, or its own.
import { works } from './work.mjs';

const [, , module, opener] = process.argv;
const { [opener]: open } = await import(module);
const driver = await open(JSON.parse(process.env.BENCH_PLACE));

process.on('message', async ({ work, asked }) => {
  // Closed, it has nothing more to say: that it ends is the answer.
  if (work === 'close') return driver.close().then(() => process.disconnect());
  try {
    process.send({ value: await (work in works ? works[work](driver, asked) : driver[work](asked)) });
  } catch (error) {
    process.send({ error: error.stack });
  }
});
// Where the bench itself fails, nobody is left to tell it to close.
process.on('disconnect', () => process.exit());
process.send({ value: 'open' });
