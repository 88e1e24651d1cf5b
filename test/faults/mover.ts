import { NamedFiles } from '#content';
import { moveLedger, type StorePlace } from '#event-store';

/**
 * A process to be killed: says `open`, waits for a word on stdin, moves a ledger, and says `done`. It kills itself at its
 * so-manieth step, where one is named. Guard `in-place` off: it builds what it moves where it will lie.
 */
const [from = '', to = '', step = '0', guard = ''] = process.argv.slice(2);
let steps = 0;

process.stdout.write('open\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
await moveLedger({
  from: JSON.parse(from) as StorePlace,
  to: JSON.parse(to) as StorePlace,
  naming: new NamedFiles(),
  progress: () => {
    steps += 1;
    if (steps === Number(step)) process.kill(process.pid, 'SIGKILL');
  },
  ...(guard === 'in-place' ? { switchedOff: ['aside'] } : {}),
});
process.stdout.write('done\n');
process.exit(0);
