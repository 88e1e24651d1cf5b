import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CloudEvent } from 'cloudevents';
import fc from 'fast-check';
import type { LedgerEvent } from '#domain';
import { type Family, isCivilDate, isId, isInstant, isOccurredOn, newId, type Recorded, streamName, streamParts } from '#kernel';
import { text } from '../../domain/src/testing/given.js';
import { steps, walk } from '../../domain/src/testing/walks/walks.js';
import { correctedType, integrationEvent, readMessage, written } from './integration-event.js';
import { messageOf } from './relay-batches.js';
import { TELLINGS } from './tellings.js';
import { DescribedMessages, type Schema } from './testing/described-messages.js';
import { recordedEvent } from './testing/recorded.js';

const LEDGER = '018f0000-0000-7000-8000-00000000abcd';
const TOPICS = { prefix: 'throughline' };
const FAMILIES = Object.keys(TELLINGS) as Family[];
/** Walks are random; these are always the same ones, so that what they come by is too. */
const SEED = 20_261;
const WALKS_OF_EACH = 30;

/** What walks come by too seldom. */
const SELDOM: readonly (readonly [Family, LedgerEvent])[] = [
  ...FAMILIES.flatMap((family) =>
    (['RecordConfirmed', 'RecordContested'] as const).map(
      (type) => [family, { type, data: { eventId: newId(), party: newId(), reason: text('contested') } }] as const,
    ),
  ),
  ['commitment', { type: 'EvidenceUnlinked', data: { linkId: newId(), reason: text('mistaken') } }],
  ['commitment', { type: 'CommitmentSuperseded', data: { successorId: newId(), reason: text('better'), agreedBy: [newId()] } }],
];

const described = new DescribedMessages();

/** Every choice of a closed list, as the types of the events have them. */
const CHOICES = new Set(choicesIn(described.document.components.schemas));

/** Where a person or a text is meant, although an id stands there. */
const PRIVATE_IDS = new Set(['personId', 'text', 'recordedBy.id', 'commandId', 'correlationId', 'causationId']);

describe('what is told of an event', () => {
  let log: readonly (Recorded & { of?: string | undefined })[] = [];

  beforeAll(async () => {
    const walked = FAMILIES.flatMap((family) =>
      fc.sample(steps, { numRuns: WALKS_OF_EACH, seed: SEED }).map((taken) => walk(family, taken, 'some')),
    );
    const logs = (await Promise.all(walked)).map(({ world }) => world);
    const found = await Promise.all(
      logs.flatMap((world) =>
        world.log.map(async (event) => {
          const readStream = (stream: string) => Promise.resolve(world.of(stream));
          return { ...event, of: await correctedType({ readStream }, event) };
        }),
      ),
    );
    const [like] = found;
    if (like === undefined) throw new Error('the walks led nowhere');
    log = [
      ...found,
      ...SELDOM.map(([family, event]) => ({ ...like, ...event, stream: streamName(family, newId()), of: undefined })),
    ];
  });

  const told = (event: Recorded & { of?: string | undefined }) =>
    written(integrationEvent(event, { ledgerId: LEDGER, of: event.of }));

  it('is said for every type of event that there is, and for no other', () => {
    const page = readFileSync('docs/reference/events.md', 'utf8');
    const families = page.split('\n## ').filter((part) => /: stream `/.test(part));
    const documented = families.map((part) => [
      (/^\w+/.exec(part)?.[0] ?? '').toLowerCase(),
      [...part.matchAll(/^### (\w+)$/gm)].map(([, name]) => name).sort(),
    ]);
    expect(documented).toEqual(FAMILIES.map((family) => [family, Object.keys(TELLINGS[family]).sort()]));
  });

  it('was tried on every type of event, those about facts among them', () => {
    const seen = new Set(log.map(({ stream, type }) => `${streamParts(stream).family}.${type}`));
    expect(Object.keys(described.document.components.messages).filter((name) => !seen.has(name))).toEqual([]);
  });

  it('holds no word that anybody wrote, no person, no text and no hash, whatever stands in the event', () => {
    let hidden = 0;
    for (const event of log) {
      const secrets: string[] = [];
      const data = marked(event.data, '', secrets);
      const metadata = marked(event.metadata, '', secrets) as Recorded['metadata'];
      const message = told({ ...event, data, metadata } as Recorded & { of?: string });
      hidden += secrets.length;
      expect(secrets.filter((secret) => message.includes(secret))).toEqual([]);
    }
    expect(hidden).toBeGreaterThan(10_000);
  });

  it('has no place for words: every text in it is an id, a day, an instant, a number, a zone or a choice of a closed list', () => {
    const { Headers: _, CloudEvent: envelope = {}, ...says } = described.document.components.schemas;
    expect(Object.entries(says).flatMap(([name, schema]) => openTexts(schema, name))).toEqual([]);
    // What the system itself makes has no form; what was said is described at each message.
    const made = ['.source', '.type', '.dataschema', '.sequence', '.traceparent', '.data.says'];
    expect(openTexts(envelope, '').filter((path) => !made.includes(path))).toEqual([]);
  });

  it('is as it is described, envelope and payload', () => {
    const wrong = log.flatMap((event) => {
      const message: unknown = JSON.parse(told(event));
      const found = described.wrongWithMessage(message, `${streamParts(event.stream).family}.${event.type}`);
      return found === '' ? [] : [`${event.type}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });

  it('is a CloudEvent by the SDK of those who wrote the standard', () => {
    const wrong = log.filter((event) => {
      const { id, source, subject, partitionkey } = new CloudEvent(JSON.parse(told(event)) as Partial<CloudEvent>);
      const says = [id, source, subject, partitionkey];
      return !isDeepStrictEqual(says, [event.id, `/throughline/${LEDGER}`, event.stream, event.stream]);
    });
    expect(wrong).toEqual([]);
    expect(log.length).toBeGreaterThan(3_000);
  });

  it('control: the SDK refuses a message without a type', () => {
    const [event] = log;
    if (event === undefined) throw new Error('the walks led nowhere');
    const { type: _, ...untyped } = JSON.parse(told(event)) as CloudEvent<unknown>;
    expect(() => new CloudEvent(untyped)).toThrow('invalid payload');
  });

  it('is read again as it was written, with revisions beyond what a JSON number holds', () => {
    const messages = log.map((event) => integrationEvent({ ...event, revision: 2n ** 60n }, { ledgerId: LEDGER, of: event.of }));
    expect(messages.filter((message) => !isDeepStrictEqual(readMessage(written(message)), message))).toEqual([]);
  });

  it('goes into the topic of its family under its stream, its headers as they are described', () => {
    const channels = new Map(
      Object.values(described.document.channels).map(({ address, messages }) => [
        address.replace('{topics}', 'throughline'),
        new Set(Object.keys(messages)),
      ]),
    );
    const wrong = log.flatMap((event) => {
      const { topic, key, headers } = messageOf(event, { ledgerId: LEDGER, of: event.of }, TOPICS);
      const name = `${streamParts(event.stream).family}.${event.type}`;
      const isInPlace = channels.get(topic)?.has(name) === true && key === event.stream;
      const found = described.wrongWithHeaders(headers);
      return isInPlace && found === '' ? [] : [`${name} in ${topic} under ${key}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });
});

it('is as the how-to shows it', () => {
  const page = readFileSync('docs/how-to/follow-the-topics.md', 'utf8');
  const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? 'null') as Readonly<{ type: string }>;
  expect(described.wrongWithMessage(shown, shown.type.slice('throughline.'.length))).toBe('');
});

it('continues a trace only by the form of the standard: what a caller sent beside it stays in the ledger', () => {
  const parts = ['00', 'a'.repeat(32), 'b'.repeat(16), '01'];
  const traced = (traceparent: string) =>
    integrationEvent(recordedEvent(LEDGER, { metadata: { traceparent } }), { ledgerId: LEDGER }).traceparent;
  expect(traced(parts.join('-'))).toBe(parts.join('-'));
  expect(traced('Mrs Smith')).toBeUndefined();
  expect(traced(`${parts.join('-')} Mrs Smith`)).toBeUndefined();
});

it.each([
  ['nothing', null],
  ['no JSON', 'no JSON'],
  ['no event', '{"specversion":"1.0"}'],
  ['no revision', JSON.stringify({ specversion: '1.0', id: '1', source: '/', type: 't', subject: 's', data: {} })],
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe)],
])('R15: %s is no message', (_, bytes) => {
  let refusal: unknown;
  try {
    readMessage(bytes);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'NOT_A_MESSAGE' });
});

/** The same value with a mark of its own in the place of each text that is somebody's, collected beside. */
function marked(value: unknown, path: string, secrets: string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => marked(item, path, secrets));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, its]) => {
        const within = key === 'id' && path === 'recordedBy' ? 'recordedBy.id' : key;
        return [key, marked(its, within, secrets)];
      }),
    );
  if (typeof value !== 'string' || !isPrivate(value, path)) return value;
  const secret = isId(value)
    ? `00000000-0000-4000-8000-${String(secrets.length).padStart(12, 'f')}`
    : `secret ${secrets.length};`;
  secrets.push(secret);
  return secret;
}

function isPrivate(text: string, path: string): boolean {
  if (isId(text)) return PRIVATE_IDS.has(path);
  if (path === 'timeZone' || isOccurredOn(text) || isCivilDate(text) || isInstant(text)) return false;
  return !/^-?\d+(\.\d+)?$/.test(text) && !/^\d{2}-\d{2}$/.test(text) && !CHOICES.has(text);
}

function choicesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(choicesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { const: only, enum: some, ...rest } = value as Readonly<Record<string, unknown>>;
  const choices = [only, ...(Array.isArray(some) ? (some as unknown[]) : [])].filter((its) => typeof its === 'string');
  return [...choices, ...Object.values(rest).flatMap(choicesIn)];
}

/** Where a schema lets anybody write what he likes: a text of no form, an object that is open, anything at all. */
function openTexts(schema: Schema, path: string): string[] {
  if ('$ref' in schema || 'const' in schema || 'enum' in schema) return [];
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const others = [
    ...((schema['anyOf'] ?? []) as Schema[]),
    ...(schema['items'] === undefined ? [] : [schema['items'] as Schema]),
  ];
  const below = [
    ...properties.flatMap(([name, its]) => openTexts(its, `${path}.${name}`)),
    ...others.flatMap((its) => openTexts(its, path)),
  ];
  const { type } = schema;
  const isOpen =
    (type === 'string' && schema['format'] === undefined && schema['pattern'] === undefined) ||
    (type === 'object' && schema['additionalProperties'] !== false) ||
    (type === undefined && others.length === 0);
  return isOpen ? [...below, path] : below;
}
