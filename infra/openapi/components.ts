import type { Schema } from '../../libs/http/src/telling.js';

type Holder = { [keyword: string]: unknown };

/**
 * Gives a name to every shape that stands in more than one place, and to every event, so that the description says each
 * of them once and a client has a type for it.
 */
export class Components {
  readonly schemas: Record<string, Schema> = {};
  private readonly names = new Map<string, string>();
  private readonly seen = new Map<string, number>();
  private readonly events = new Map<string, string>();
  private readonly keys = new WeakMap<object, string>();

  /** Notes what a schema is made of; every schema is noted before the first is written. */
  note(schema: Schema): void {
    const key = this.keyOf(schema);
    const times = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, times);
    const event = eventIn(schema);
    const data = (schema['properties'] as Record<string, Schema> | undefined)?.['data'];
    if (event !== undefined && data !== undefined) this.nameData(data, event);
    if (times === 1) for (const { inner } of innerOf(schema)) this.note(inner);
  }

  /** What an event says is named after it, wherever it stands. */
  private nameData(data: Schema, event: string): void {
    const key = this.keyOf(data);
    if (!this.events.has(key)) this.events.set(key, `${event.replace(/Fact$/, '')}Data`);
  }

  /** Gives a shape a name of its own, whatever it is made of. */
  named(name: string, schema: Schema): Schema {
    const { description, ...shape } = schema;
    if (this.schemas[name] !== undefined) throw new Error(`two shapes are called ${name}`);
    this.names.set(this.keyOf(shape), name);
    this.schemas[name] = {};
    const written = this.inside(shape, name);
    this.schemas[name] = description === undefined ? written : { ...written, description };
    return { $ref: `#/components/schemas/${name}` };
  }

  /** The schema as it is written: what has a name is referred to. */
  written(schema: Schema, hint: string): Schema {
    const { description, ...shape } = schema;
    const ref = this.reference(shape, hint);
    const written = ref ?? this.inside(shape, hint);
    return description === undefined ? written : { ...written, description };
  }

  private reference(shape: Schema, hint: string): Schema | undefined {
    const key = this.keyOf(shape);
    const known = this.names.get(key);
    if (known !== undefined) return { $ref: `#/components/schemas/${known}` };
    const event = eventIn(shape);
    if (event === undefined && ((this.seen.get(key) ?? 0) < 2 || !isWorthAName(shape))) return undefined;
    return this.named(this.free(event ?? this.events.get(key) ?? hint), shape);
  }

  private inside(shape: Schema, hint: string): Schema {
    const copy = copyOf(shape);
    for (const { inner, at, name } of innerOf(copy)) at(this.written(inner, name === '' ? singular(hint) : name));
    return copy;
  }

  private free(hint: string): string {
    const name = hint.charAt(0).toUpperCase() + hint.slice(1);
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${name}${number}`;
      if (this.schemas[candidate] === undefined) return candidate;
    }
  }

  private keyOf(schema: object): string {
    const known = this.keys.get(schema);
    if (known !== undefined) return known;
    // A description belongs to the place, not to the shape.
    const key = JSON.stringify(schema, (name, value: unknown) =>
      name === 'description' && typeof value === 'string' ? undefined : value,
    );
    this.keys.set(schema, key);
    return key;
  }
}

type Inner = Readonly<{ inner: Schema; name: string; at: (schema: Schema) => void }>;

/** The schemas directly within one, each with what it is called there. */
function innerOf(schema: Schema): Inner[] {
  const found: Inner[] = [];
  const holder = schema as Holder;
  const properties = holder['properties'] as Record<string, Schema> | undefined;
  for (const [name, inner] of Object.entries(properties ?? {}))
    found.push({ inner, name, at: (written) => Object.assign(properties ?? {}, { [name]: written }) });
  for (const keyword of ['items', 'additionalProperties']) {
    const inner = holder[keyword];
    if (isSchema(inner)) found.push({ inner, name: '', at: (written) => Object.assign(holder, { [keyword]: written }) });
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    const list = holder[keyword] as Schema[] | undefined;
    for (const [index, inner] of (list ?? []).entries())
      found.push({ inner, name: '', at: (written) => list?.splice(index, 1, written) });
  }
  return found;
}

function copyOf(schema: Schema): Holder {
  const copy: Holder = { ...schema };
  for (const keyword of ['properties', 'anyOf', 'oneOf']) {
    const held = copy[keyword];
    if (Array.isArray(held)) copy[keyword] = [...(held as unknown[])];
    else if (isSchema(held)) copy[keyword] = { ...held };
  }
  return copy;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A fact is called by the event it is; within a thing, where it bears less, with a word more. */
function eventIn(schema: Schema): string | undefined {
  const { type, data, onBehalf } = (schema['properties'] ?? {}) as Record<string, Schema>;
  if (data === undefined || typeof type?.['const'] !== 'string') return undefined;
  return onBehalf === undefined ? `${type['const']}Fact` : type['const'];
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
}

function isWorthAName(schema: Schema): boolean {
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].length > 2;
  return Object.keys(schema['properties'] ?? {}).length > 1;
}
