import 'reflect-metadata';
import { type DynamicModule, RequestMethod, type Type } from '@nestjs/common';
import {
  CUSTOM_ROUTE_ARGS_METADATA,
  HTTP_CODE_METADATA,
  INTERCEPTORS_METADATA,
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ROUTES } from '#http';
import type { Permission } from '../../libs/http/src/identity/roles.js';
import type { Schema, Shape } from '../../libs/http/src/telling.js';

/** A route as the framework knows it: what it answers to, and with which checks. */
export type Route = Readonly<{
  className: string;
  handler: string;
  verb: 'get' | 'post';
  /** As OpenAPI writes it, below the server's root. */
  path: string;
  inPath: readonly Readonly<{ name: string; schema: Schema }>[];
  query?: Shape;
  body?: Shape;
  /** Takes the headers of a write. */
  writes: boolean;
  /** Records an act in the ledger, and answers with its receipt. */
  records: boolean;
  /** Answers 200 where nothing was new, else 201. */
  isRepeatable: boolean;
  takesFile: boolean;
  status: number;
  needs: Permission;
}>;

type Argument = Readonly<{ index: number; data?: unknown; pipes?: readonly unknown[] }>;

/** Every route of a module, in the order of their addresses. */
export function routesOf({ controllers = [] }: DynamicModule): readonly Route[] {
  const found = controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype)
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, handlerOf(controller, name)))
      .map((name) => routeOf(controller, name)),
  );
  return found.sort((a, b) => (a.path === b.path ? order(a.verb, b.verb) : order(a.path, b.path)));
}

function routeOf(controller: Type, name: string): Route {
  const handler = handlerOf(controller, name);
  const template = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)]
    .flatMap((part) => String(part).split('/'))
    .filter((part) => part !== '')
    .join('/');
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
  if (method !== RequestMethod.GET && method !== RequestMethod.POST) throw new Error(`${name} is neither GET nor POST`);
  const verb = method === RequestMethod.GET ? 'get' : 'post';
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as readonly Shape[];
  const args = Object.entries((Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>);
  const of = (kind: RouteParamtypes) => args.filter(([key]) => key.startsWith(`${kind}:`)).map(([, argument]) => argument);
  const shapeOf = (kind: RouteParamtypes) => of(kind).map(({ index }) => types[index])[0];
  const interceptors = [controller, handler].flatMap(
    (at) => (Reflect.getMetadata(INTERCEPTORS_METADATA, at) ?? []) as { name: string }[],
  );
  const query = shapeOf(RouteParamtypes.QUERY);
  const body = shapeOf(RouteParamtypes.BODY);
  const inPath = of(RouteParamtypes.PARAM).map(({ data, pipes = [] }) => ({ name: String(data), schema: schemaBy(pipes) }));
  return {
    className: controller.name,
    handler: name,
    verb,
    path: `/${template.replaceAll(/:(\w+)/g, '{$1}')}`,
    inPath: inPath.sort((a, b) => template.indexOf(`:${a.name}`) - template.indexOf(`:${b.name}`)),
    ...(query === undefined ? {} : { query }),
    ...(body === undefined ? {} : { body }),
    writes: verb === 'post' && args.some(([key]) => key.includes(CUSTOM_ROUTE_ARGS_METADATA)),
    records: interceptors.some((its) => its.name === 'AnswerReceipt'),
    isRepeatable: interceptors.some((its) => its.name === 'AnswerReceipt' || its.name === 'AnswerEntry'),
    takesFile: Reflect.getMetadata('throughline:takes-file', handler) === true,
    status: (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? (verb === 'get' ? 200 : 201),
    needs: ROUTES[`${verb === 'get' ? 'GET' : 'POST'} ${template}`] ?? 'tokens',
  };
}

function handlerOf(controller: Type, name: string): object {
  return (controller.prototype as Record<string, object>)[name] ?? {};
}

/** A pipe that checks a word of the address tells its schema. */
function schemaBy(pipes: readonly unknown[]): Schema {
  const told = pipes.map((pipe) => (typeof pipe === 'function' && 'schema' in pipe ? (pipe.schema as Schema) : undefined));
  return told.find((schema) => schema !== undefined) ?? { type: 'string', minLength: 1 };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
