import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { isCivilDate, isId, isInstant } from '#kernel';

export type Schema = Readonly<{ [keyword: string]: unknown }>;

type Document = Readonly<{
  channels: Readonly<Record<string, Readonly<{ address: string; messages: Readonly<Record<string, unknown>> }>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>>; messages: Readonly<Record<string, Schema>> }>;
}>;

/** docs/reference/asyncapi.yaml, ready to be held against messages. */
export class DescribedMessages {
  readonly text = readFileSync(new URL('../../../../docs/reference/asyncapi.yaml', import.meta.url), 'utf8');
  readonly document = parse(this.text) as Document;
  private readonly ajv = new Ajv2020({ strict: false, validateSchema: false, code: { optimize: false } });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor() {
    const formats = { uuid: isId, date: isCivilDate, 'date-time': isInstant };
    for (const [name, validate] of Object.entries(formats)) this.ajv.addFormat(name, validate);
    this.ajv.addSchema({ ...this.document, $id: 'described' });
  }

  /** What is wrong with a message by the description of its type, `commitment.CommitmentMade`; empty where nothing is. */
  wrongWithMessage(message: unknown, name: string): string {
    return this.wrongWith(message, `messages/${name}/payload`);
  }

  wrongWithHeaders(headers: unknown): string {
    return this.wrongWith(headers, 'schemas/Headers');
  }

  private wrongWith(value: unknown, component: string): string {
    const validate = this.compiled.get(component) ?? this.ajv.compile({ $ref: `described#/components/${component}` });
    this.compiled.set(component, validate);
    return validate(value) ? '' : this.ajv.errorsText(validate.errors);
  }
}
