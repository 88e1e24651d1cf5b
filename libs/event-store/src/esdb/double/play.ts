/** Plays one scenario and prints what it saw: `play.ts <scenario> <module> <export that opens>`. See apart.ts. */
import { played, type ScenarioName } from './scenarios.js';
import type { OpenStore } from './stage.js';

const [name, subject, open] = process.argv.slice(2) as [ScenarioName, string, string];
const { [open]: opening } = (await import(subject)) as Record<string, OpenStore | undefined>;
if (opening === undefined) throw new Error(`${subject} exports no ${open}`);
console.log(JSON.stringify(await played(name, opening)));
// The bare client has no way to close its channel.
process.exit(0);
