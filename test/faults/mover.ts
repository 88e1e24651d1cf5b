import { NamedFiles } from '#content';
import { moveLedger, type StorePlace } from '#event-store';

/**
 * A process to be killed: says `open`, waits for a word on stdin, moves a ledger, and says `done`. It kills itself at its
 * so-manieth step, where one is named; at `block`, when it has copied a block of events more than were there. Guard `in-place` off: it builds what it moves where it will lie.
 */
const [from = '', to = '', step = '0', guard = ''] = process.argv.slice(2);
let steps = 0;
let there = 0;

process.stdout.write('open\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
await moveLedger({
  from: JSON.parse(from) as StorePlace,
  to: JSON.parse(to) as StorePlace,
  naming: new NamedFiles(),
  progress: ({ doing, done }) => {
    steps += 1;
    if (doing === 'comparing what is there') there = done;
    const isBlockFurther = step === 'block' && doing === 'copying events' && done > there;
    if (isBlockFurther || steps === Number(step)) process.kill(process.pid, 'SIGKILL');
  },
  ...(guard === 'in-place' ? { switchedOff: ['aside'] } : {}),
});
process.stdout.write('done\n');
process.exit(0);
