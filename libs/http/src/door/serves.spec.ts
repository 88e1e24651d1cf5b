import { describe, expect, it } from '@jest/globals';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import 'reflect-metadata';
import { HttpModule } from '../http.module.js';
import { NamedTokens } from '../identity/named-tokens.js';
import { methodsAt, ROUTES } from '../identity/routes.js';
import { isServed, SERVES, type Serves } from '../serves.js';

const routes = Object.keys(ROUTES).map((route) => route.split(' ') as ['GET' | 'POST', string]);
const probes = ['health/live', 'health/ready', 'metrics'];

/** The methods of everything that a process routes, by controller. */
const methodsOf = (serves: Serves): ReadonlyMap<string, ReadonlySet<RequestMethod>> => {
  const { controllers = [] } = HttpModule.with(new NamedTokens('.'), serves);
  return new Map(controllers.map((controller: Type) => [controller.name, new Set(methodsIn(controller))]));
};

function methodsIn(controller: Type): RequestMethod[] {
  const handlers = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(handlers).flatMap((name) => {
    const method = Reflect.getMetadata(METHOD_METADATA, handlers[name] ?? {}) as RequestMethod | undefined;
    return method === undefined ? [] : [method];
  });
}

describe('what a process serves', () => {
  it.each(routes)('%s %s is served by one kind of service, a probe by all', (method, template) => {
    const by = SERVES.filter((serves) => isServed(serves, method, template));
    const kinds = probes.includes(template) ? ['acts', 'answers', 'probes'] : [method === 'GET' ? 'answers' : 'acts'];
    expect(by).toEqual(['everything', ...kinds]);
  });

  it('is all that is routed there: acts are POST, answers GET, and together they are everything', () => {
    const acts = methodsOf('acts');
    const answers = methodsOf('answers');
    const always = [...methodsOf('probes').keys()];
    expect(always).toEqual(['HealthController', 'MetricsController']);
    const isOf = (methods: ReadonlyMap<string, ReadonlySet<RequestMethod>>, method: RequestMethod) =>
      [...methods].filter(([name, its]) => !always.includes(name) && (its.size !== 1 || !its.has(method)));
    expect(isOf(acts, RequestMethod.POST)).toEqual([]);
    expect(isOf(answers, RequestMethod.GET)).toEqual([]);
    expect(new Set([...acts.keys(), ...answers.keys()])).toEqual(new Set(methodsOf('everything').keys()));
  });

  it('is what Allow says: nothing where another service answers all of an address', () => {
    expect(methodsAt('organizations', 'everything')).toEqual({ known: ['GET', 'HEAD', 'POST'], served: ['GET', 'HEAD', 'POST'] });
    expect(methodsAt('organizations', 'acts')).toMatchObject({ served: ['POST'] });
    expect(methodsAt('organizations', 'answers')).toMatchObject({ served: ['GET', 'HEAD'] });
    expect(methodsAt('partnerships/1/parties/2/departure', 'answers')).toEqual({ known: ['POST'], served: [] });
    expect(methodsAt('health/ready', 'probes')).toMatchObject({ served: ['GET', 'HEAD'] });
    expect(methodsAt('nothing', 'everything')).toEqual({ known: [], served: [] });
  });
});
