import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { isCivilDate, isId, isInstant } from '#kernel';

type Json = Readonly<Record<string, unknown>>;
type Parameter = Readonly<{ name: string; in: string; required: boolean; schema: Json }>;
type Media = Readonly<Record<string, unknown>>;
type Response = Readonly<{ headers?: Readonly<Record<string, Json>>; content?: Media }>;
export type Operation = Readonly<{
  operationId: string;
  parameters: readonly Parameter[];
  requestBody?: Readonly<{ content: Media }>;
  responses: Readonly<Record<string, Json>>;
}>;
type Document = Readonly<{ paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>; components?: Json }>;

/** A route that was asked, and where its description stands. */
export type Asked = Readonly<{ operation: Operation; pointer: string; inPath: Readonly<Record<string, string>> }>;

/** The description of the interface, ready to be held against what is asked and answered. */
export class DescribedInterface {
  readonly operations: ReadonlyMap<string, Operation>;
  private readonly templates;
  private readonly ajv = new Ajv2020({ strict: false, validateSchema: false, inlineRefs: false, code: { optimize: false } });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(readonly document: Document) {
    const formats = { uuid: isId, date: isCivilDate, 'date-time': isInstant, uri: (text: string) => URL.canParse(text) };
    for (const [name, validate] of Object.entries(formats)) this.ajv.addFormat(name, validate);
    this.ajv.addSchema({ ...document, $id: 'described' });
    this.templates = Object.entries(document.paths).map(([path, verbs]) => ({ path, verbs, parts: path.split('/') }));
    const all = Object.values(document.paths).flatMap((verbs) => Object.values(verbs));
    this.operations = new Map(all.map((operation) => [operation.operationId, operation]));
  }

  /** The description that the server answers with. */
  static served(): DescribedInterface {
    const file = new URL('../../libs/http/src/openapi/openapi.json', import.meta.url);
    return new DescribedInterface(JSON.parse(readFileSync(file, 'utf8')) as Document);
  }

  /** What is described at an address: its methods; undefined where nothing is. The template with the fewest names wins. */
  at(path: string): Readonly<Record<string, Asked>> | undefined {
    const parts = path.split('/');
    const fitting = this.templates
      .map((template) => ({ ...template, inPath: namesIn(template.parts, parts) }))
      .filter(({ inPath, verbs }) => inPath !== undefined && this.isTaken(verbs, inPath))
      .sort((a, b) => Object.keys(a.inPath ?? {}).length - Object.keys(b.inPath ?? {}).length);
    const [best] = fitting;
    if (best === undefined) return undefined;
    const pointer = (verb: string) => `/paths/${escaped(best.path)}/${verb}`;
    return Object.fromEntries(
      Object.entries(best.verbs).map(([verb, operation]) => [
        verb,
        { operation, pointer: pointer(verb), inPath: best.inPath ?? {} },
      ]),
    );
  }

  /** What a reference leads to. */
  resolved<T>(value: Json, pointer: string): Readonly<{ value: T; pointer: string }> {
    const reference = value['$ref'];
    if (typeof reference !== 'string') return { value: value as T, pointer };
    const at = reference.slice(1);
    return { value: this.lookedUp(at) as T, pointer: at };
  }

  parametersOf({ operation, pointer }: Asked): readonly Readonly<{ value: Parameter; pointer: string }>[] {
    return operation.parameters.map((its, index) =>
      this.resolved<Parameter>(its as unknown as Json, `${pointer}/parameters/${index}`),
    );
  }

  answerOf({ operation, pointer }: Asked, status: number): Readonly<{ value: Response; pointer: string }> | undefined {
    const declared = operation.responses[String(status)];
    return declared === undefined ? undefined : this.resolved<Response>(declared, `${pointer}/responses/${status}`);
  }

  /** What is wrong with a value by the schema at a pointer; empty where nothing is. */
  wrongWith(value: unknown, pointer: string): string {
    const validate = this.compiled.get(pointer) ?? this.ajv.compile({ $ref: `described#${pointer}` });
    this.compiled.set(pointer, validate);
    if (validate(value)) return '';
    const [first] = [...(validate.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length);
    return `${first?.instancePath ?? ''} ${first?.message ?? ''} ${JSON.stringify(first?.params)}`;
  }

  /** A word of the address that is one of few must be one of them for the route to be meant. */
  private isTaken(verbs: Readonly<Record<string, Operation>>, inPath: Readonly<Record<string, string>> | undefined): boolean {
    const [operation] = Object.values(verbs);
    return (operation?.parameters ?? []).every(({ in: place, name, schema }) => {
      const choices = place === 'path' ? schema['enum'] : undefined;
      return !Array.isArray(choices) || choices.includes(inPath?.[name]);
    });
  }

  private lookedUp(pointer: string): unknown {
    const parts = pointer.split('/').slice(1);
    return parts.reduce<unknown>((at, part) => (at as Json)[part.replaceAll('~1', '/')], this.document);
  }
}

/** A part of a JSON pointer within an address. */
export function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function namesIn(template: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (template.length !== path.length) return undefined;
  const names: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const said = path[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== said : said === '') return undefined;
    if (name !== undefined) names[name] = said;
  }
  return names;
}
