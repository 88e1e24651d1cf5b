/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type Schema = Readonly<{ [keyword: string]: unknown }>;

export type Shape = new () => object;

/** Makes a schema, naming other shapes by reference. */
export type SchemaOf = (refer: (shape: Shape) => Schema) => Schema;

/** What a check tells of the field it stands at. */
export type Told = Readonly<{ schema?: SchemaOf; isOptional?: true; isNullable?: true }>;

const TOLD = Symbol('throughline:told');

/**
 * Lets a check say what it checks, so that the description of the interface comes from the rules that refuse.
 * Several checks at one field add up.
 */
export function tells(told: Told): PropertyDecorator {
  return (target, key) => {
    const own = (Object.hasOwn(target, TOLD) ? Reflect.get(target, TOLD) : new Map()) as Map<string, Told>;
    own.set(String(key), { ...own.get(String(key)), ...told });
    Object.defineProperty(target, TOLD, { value: own, configurable: true });
  };
}

/** What is told of every field of a shape, those it inherits first. */
export function toldOf(shape: Shape): ReadonlyMap<string, Told> {
  const all = new Map<string, Told>();
  const chain: object[] = [];
  for (let at = shape.prototype as object | null; at !== null; at = Object.getPrototypeOf(at) as object | null) chain.unshift(at);
  for (const target of chain) {
    if (!Object.hasOwn(target, TOLD)) continue;
    for (const [key, told] of Reflect.get(target, TOLD) as ReadonlyMap<string, Told>) all.set(key, told);
  }
  return all;
}
