import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { DescribedMessages } from './testing/described-messages.js';

/** Hints that are no fault: 3.0.0 is written, which more tools read than 3.1.0. */
const HINTS = ['asyncapi-latest-version'];

// In a process of its own: what it loads cannot be loaded here.
const VALIDATES = `
  import { Parser } from '@asyncapi/parser';
  const documents = JSON.parse(await new Response(process.stdin).text());
  const found = [];
  for (const text of documents) found.push((await new Parser().validate(text)).map(({ code }) => code));
  console.log(JSON.stringify(found));
`;

it('the description of the topics is AsyncAPI 3, by the parser of those who wrote the standard', () => {
  const { text } = new DescribedMessages();
  // Its control: one channel names a message that is not there.
  const broken = text.replace('"#/components/messages/meeting.MeetingHeld"', '"#/components/messages/nothing"');
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', VALIDATES], {
    input: JSON.stringify([text, broken]),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const [found, ofBroken] = JSON.parse(stdout) as readonly (readonly string[])[];
  expect(found?.filter((code) => !HINTS.includes(code))).toEqual([]);
  expect(ofBroken).toContain('invalid-ref');
}, 60_000);
