import ts from 'typescript';
import type { Schema } from '../../libs/http/src/telling.js';

/** What the sources say of a route: in words, and by the type of what it answers. */
export type RouteInSource = Readonly<{ says: string; slice: string; answers: 'file' | Schema }>;

/**
 * The sources of the interface as the compiler sees them. Answers are described by the types that the routes return, so
 * that there is no second list of fields that could say something else.
 */
export class Sources {
  private readonly program;
  private readonly checker;
  private readonly classes = new Map<string, ts.ClassDeclaration>();
  private readonly known = new Map<ts.Type, Schema>();
  private readonly open = new Set<ts.Type>();

  /**
   * @param roots the modules that import everything that answers
   * @param forms the schemas of texts that the source writes as a type of their own, by its name
   */
  constructor(
    roots: readonly string[],
    private readonly forms: Readonly<Record<string, Schema>> = {},
  ) {
    const config = ts.getParsedCommandLineOfConfigFile(
      'tsconfig.json',
      {},
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
    );
    if (config === undefined) throw new Error('tsconfig.json is not there');
    this.program = ts.createProgram(roots, config.options);
    this.checker = this.program.getTypeChecker();
    for (const source of this.program.getSourceFiles()) {
      if (!/\/libs\/(http|platform)\/src\//.test(source.fileName)) continue;
      for (const statement of source.statements)
        if (ts.isClassDeclaration(statement) && statement.name !== undefined) this.classes.set(statement.name.text, statement);
    }
  }

  /** @throws Error where the class or its method is not found, or says nothing of what it is for */
  route(className: string, method: string): RouteInSource {
    const declared = this.classNamed(className);
    const found = declared.members.find((member) => member.name?.getText() === method);
    if (found === undefined || !ts.isMethodDeclaration(found)) throw new Error(`${className}.${method} is not there`);
    const signature = this.checker.getSignatureFromDeclaration(found);
    const returned = signature && this.checker.getReturnTypeOfSignature(signature);
    const answered = returned && this.checker.getAwaitedType(returned);
    if (answered === undefined) throw new Error(`${className}.${method} answers nothing`);
    const says = this.words(found);
    if (says === '') throw new Error(`${className}.${method} needs a comment that says to its callers what it is for`);
    const slice = /\/src\/(?:([^/]+)\/)?[^/]+$/.exec(declared.getSourceFile().fileName)?.[1] ?? 'service';
    return { says, slice, answers: answered.symbol?.name === 'StreamableFile' ? 'file' : this.schemaOf(answered, '') };
  }

  /** @throws Error where the module exports no type of this name */
  exported(path: string, name: string): Schema {
    const source = this.program.getSourceFile(path);
    const module = source && this.checker.getSymbolAtLocation(source);
    const found = module && this.checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
    if (found === undefined) throw new Error(`${path} exports no ${name}`);
    return this.schemaOf(this.checker.getDeclaredTypeOfSymbol(found), '');
  }

  /** What the comment at a class says; empty where there is none. */
  ofClass(className: string): string {
    const declared = this.classes.get(className);
    return declared === undefined ? '' : this.words(declared);
  }

  /** What the comment at a field says; empty where there is none. */
  ofField(className: string, field: string): string {
    const member = this.classes.get(className)?.members.find((its) => its.name?.getText() === field);
    return member === undefined ? '' : this.words(member);
  }

  private classNamed(name: string): ts.ClassDeclaration {
    const found = this.classes.get(name);
    if (found === undefined) throw new Error(`the class ${name} is not among the sources of the interface`);
    return found;
  }

  private words(node: ts.NamedDeclaration): string {
    const symbol = node.name && this.checker.getSymbolAtLocation(node.name);
    return symbol === undefined ? '' : oneLine(ts.displayPartsToString(symbol.getDocumentationComment(this.checker)));
  }

  /** @param declared the type as the source writes it, for what the compiler sees through: an `Id` is a string to it */
  private schemaOf(type: ts.Type, declared: string): Schema {
    const primitive = this.primitive(type, declared);
    if (primitive !== undefined) return primitive;
    const known = this.known.get(type);
    if (known !== undefined) return known;
    if (this.open.has(type)) throw new Error(`${this.checker.typeToString(type)} holds itself`);
    this.open.add(type);
    const schema = type.isUnion() ? this.union(type, declared) : (this.list(type, declared) ?? this.object(type, declared));
    this.open.delete(type);
    // The same type of text is an id here and a word there, as the source writes it.
    const isClosed = schema['additionalProperties'] === false;
    if (isClosed || (type.isUnion() && type.types.every(isHolder))) this.known.set(type, schema);
    return schema;
  }

  private primitive(type: ts.Type, declared: string): Schema | undefined {
    if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
    if (type.flags & ts.TypeFlags.BigInt) return { type: 'string', pattern: '^-?\\d+$' };
    if (type.flags & ts.TypeFlags.TemplateLiteral) return template(this.checker.typeToString(type));
    if (type.flags & ts.TypeFlags.String) return this.text(declared);
    return undefined;
  }

  private text(declared: string): Schema {
    if (/\b(Id|PartyId)\b/.test(declared)) return { type: 'string', format: 'uuid' };
    const [form] = Object.entries(this.forms).flatMap(([name, its]) => (new RegExp(`\\b${name}\\b`).test(declared) ? [its] : []));
    return form ?? { type: 'string' };
  }

  private union(type: ts.UnionType, declared: string): Schema {
    const members = type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    const schemas = members.map((member) => this.schemaOf(member, declared));
    const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
    const literals = distinct.filter((schema) => 'const' in schema).map((schema) => schema['const']);
    const isBoolean = literals.includes(true) && literals.includes(false);
    const rest: Schema[] = distinct.filter((schema) => !('const' in schema));
    const words = literals.filter((literal) => !isBoolean || typeof literal !== 'boolean').sort();
    if (isBoolean) rest.push({ type: 'boolean' });
    if (words.length > 0) rest.push(words.length === 1 ? { const: words[0] } : { enum: words });
    const [only, second] = rest;
    return only !== undefined && second === undefined ? only : { anyOf: rest };
  }

  /** An array, or a map, which is answered as the array of what it holds. */
  private list(type: ts.Type, declared: string): Schema | undefined {
    if (type.symbol?.name === 'Map' || type.symbol?.name === 'ReadonlyMap') {
      const [, held] = this.checker.getTypeArguments(type as ts.TypeReference);
      if (held !== undefined) return { type: 'array', items: this.schemaOf(held, '') };
    }
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      if (item !== undefined) return { type: 'array', items: this.schemaOf(item, declared) };
    }
    return undefined;
  }

  private object(type: ts.Type, declared: string): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of this.checker.getPropertiesOfType(type)) {
      const of = this.checker.getTypeOfSymbol(property);
      if (of.flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined)) continue;
      const schema = this.schemaOf(of, writtenType(property));
      const description = oneLine(ts.displayPartsToString(property.getDocumentationComment(this.checker)));
      properties[property.name] = description === '' ? schema : { ...schema, description };
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    const infos = this.checker.getIndexInfosOfType(type);
    // Of a fact of any kind the type does not say what it holds.
    if (Object.keys(properties).length === 0 && infos.length === 0) return { type: 'object' };
    const rest = infos.map((info) => this.schemaOf(info.type, declared))[0];
    return {
      type: 'object',
      ...(Object.keys(properties).length === 0 ? {} : { properties }),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: rest ?? false,
    };
  }
}

function writtenType({ declarations = [] }: ts.Symbol): string {
  const [declaration] = declarations;
  const isTyped = declaration !== undefined && (ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration));
  return isTyped ? (declaration.type?.getText() ?? '') : '';
}

function isHolder({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
}

const NUMBER = '\\d+';
const FORMS: Readonly<Record<string, Schema>> = {
  '`${number}-${number}-${number}`': { type: 'string', format: 'date' },
  '`${number}-${number}-${number}T${string}Z`': { type: 'string', format: 'date-time' },
  '`${number}-${number}`': { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
  '`${number}`': { type: 'string', pattern: '^\\d{4}$' },
};

/** A template of text as a pattern; days and instants by their formats. */
function template(written: string): Schema {
  const known = FORMS[written];
  if (known !== undefined) return known;
  const pattern = written.slice(1, -1).replaceAll('${number}', NUMBER).replaceAll('${string}', '.*');
  return { type: 'string', pattern: `^${pattern}$` };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function fail({ messageText }: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
}
