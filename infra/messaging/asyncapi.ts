import { readFileSync } from 'node:fs';
import type { Family } from '#kernel';
import type { Schema } from '../../libs/http/src/telling.js';
import { CONTENT_TYPE } from '../../libs/messaging/src/relay-batches.js';
import { topicOf } from '../../libs/messaging/src/topics.js';
import type { Sources } from '../openapi/types.js';

type Properties = Readonly<Record<string, Schema>>;

/** What the compiler sees through: to it these are texts. Their forms are those that the rules ask for. */
export const FORMS: Properties = {
  Decimal: { type: 'string', pattern: '^-?(0|[1-9]\\d{0,29})(\\.\\d{1,30})?$' },
  TimeZone: { type: 'string', pattern: '^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$' },
};

/** The module whose type `Messages` names every message, by family and type of event. */
export const MESSAGES = 'libs/messaging/src/integration-event.ts';

const KEY = 'The stream: all its events lie in one partition, in order.';

const INFO = {
  title: 'Throughline',
  description:
    'What the ledger tells other systems: every event, at least once, in order per stream. Drop what comes again by its ' +
    '`revision`, which counts the events of a stream from 0 without a gap, or by its `id`. No message holds words that ' +
    'somebody wrote, a person, a text or a piece of evidence: ask the interface for them, by id.',
};

/** The AsyncAPI 3 document, its payloads from the types by which the relay compiles. */
export function describeMessages(sources: Sources): Schema {
  const messages: Record<string, Schema> = {};
  const channels: Record<string, Schema> = {};
  const operations: Record<string, Schema> = {};
  const schemas: Record<string, Schema> = {};
  for (const [family, ofFamily] of Object.entries(propertiesOf(sources.exported(MESSAGES, 'Messages')))) {
    const topic = topicOf(family as Family, { prefix: '{topics}' });
    const channel = topic.slice(topic.indexOf('.') + 1);
    const named: Record<string, Schema> = {};
    const own = Object.fromEntries(
      Object.entries(propertiesOf(ofFamily)).map(([type, message]) => [type, closed(saysIn(message))]),
    );
    for (const [type, message] of Object.entries(propertiesOf(ofFamily))) {
      const name = `${family}.${type}`;
      schemas[name] = type === 'FactCorrected' ? referring(own[type] ?? {}, family, own) : (own[type] ?? {});
      schemas['CloudEvent'] ??= envelopeOf(message);
      messages[name] = messageOf(name, type);
      named[name] = { $ref: `#/components/messages/${name}` };
    }
    channels[channel] = {
      address: topic,
      description: `Every event of ${channel === 'evidence' ? 'items of evidence' : channel}, keyed by its stream.`,
      parameters: { topics: { $ref: '#/components/parameters/topics' } },
      messages: named,
    };
    operations[`tell.${channel}`] = { action: 'send', channel: { $ref: `#/channels/${channel}` } };
  }
  return {
    asyncapi: '3.0.0',
    info: { ...INFO, version: versionOfPackage() },
    defaultContentType: 'application/cloudevents+json',
    channels,
    operations,
    components: {
      parameters: { topics: { description: 'What the names of the topics begin with.', default: 'throughline' } },
      messages,
      schemas: { Headers: HEADERS, ...schemas },
    },
  };
}

function messageOf(name: string, type: string): Schema {
  return {
    name: `throughline.${name}`,
    title: type,
    contentType: 'application/cloudevents+json',
    headers: { $ref: '#/components/schemas/Headers' },
    payload: {
      allOf: [
        { $ref: '#/components/schemas/CloudEvent' },
        {
          type: 'object',
          properties: {
            type: { const: `throughline.${name}` },
            dataschema: { const: `urn:throughline:${name}:v1` },
            data: { type: 'object', properties: { says: { $ref: `#/components/schemas/${name}` } } },
          },
        },
      ],
    },
    bindings: { kafka: { key: { type: 'string', description: KEY } } },
  };
}

/** What all messages have; what one says, and is called, stands at the message. */
function envelopeOf(message: Schema): Schema {
  const properties = propertiesOf(message);
  const data = properties['data'] ?? {};
  return {
    ...message,
    description: 'CloudEvents 1.0 in structured JSON.',
    properties: {
      ...properties,
      type: { type: 'string' },
      data: { ...data, properties: { ...propertiesOf(data), says: { type: 'object' } } },
    },
  };
}

/** What a correction says instead is described where the event itself is. */
function referring(correction: Schema, family: string, own: Properties): Schema {
  const variants = (correction['anyOf'] as readonly Schema[]).map((variant) => {
    const type = String(propertiesOf(variant)['of']?.['const']);
    if (type === 'FactCorrected') return variant;
    const $ref = `#/components/schemas/${family}.${type}`;
    const text = JSON.stringify(variant);
    const referred = text.replace(`"says":${JSON.stringify(own[type])}`, `"says":${JSON.stringify({ $ref })}`);
    if (referred === text) throw new Error(`what a correction of ${type} says is not what ${type} says`);
    return JSON.parse(referred) as Schema;
  });
  return { anyOf: variants };
}

function saysIn(message: Schema): Schema {
  return propertiesOf(propertiesOf(message)['data'] ?? {})['says'] ?? {};
}

const HEADERS: Schema = {
  type: 'object',
  properties: {
    'event-id': { type: 'string', format: 'uuid', description: 'The id of the event: the same however often it is told.' },
    position: { type: 'string', pattern: '^(\\d{20}|\\d{40})$', description: 'Its place in the log: text order is log order.' },
    'content-type': { const: CONTENT_TYPE },
    traceparent: { type: 'string', description: 'W3C trace context of the sending.' },
  },
  required: ['event-id', 'position', 'content-type'],
};

function propertiesOf(schema: Schema): Properties {
  return (schema['properties'] ?? {}) as Properties;
}

/** The same, and what has no fields has none: nothing is told that is not described. */
function closed(schema: Schema): Schema {
  const entries = Object.entries(schema).map(([keyword, value]) => [keyword, closedWithin(keyword, value)] as const);
  const copy = Object.fromEntries(entries);
  return copy['type'] === 'object' && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}

function closedWithin(keyword: string, value: unknown): unknown {
  if (keyword === 'properties')
    return Object.fromEntries(Object.entries(value as Properties).map(([name, inner]) => [name, closed(inner)]));
  if (keyword === 'anyOf') return (value as readonly Schema[]).map(closed);
  return keyword === 'items' ? closed(value as Schema) : value;
}

function versionOfPackage(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<{ version: string }>).version;
}
