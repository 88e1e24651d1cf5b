import type { Response } from 'supertest';
import { derivedId } from '#kernel';
import type { Answered, HouseOfOne } from './house-of-one.js';

/** Where a walk goes: a server that is asked, and its ledger. */
export type House = Pick<HouseOfOne, 'get' | 'post' | 'ledger'>;

type Verb = 'get' | 'post';
type Form = Readonly<{
  fields: Readonly<Record<string, string>>;
  file: Readonly<{ content: string; name: string; type: string }>;
}>;

/** One request of a walk with its answer: enough to ask it again, as it was or otherwise. */
export type Step = Readonly<{
  operationId: string;
  verb: Verb;
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: object | string;
  form?: Form;
  answer: Response;
}>;

type With = Readonly<{ headers?: Readonly<Record<string, string>>; form?: Form }>;

const PATIENCE_MS = 30_000;
const COMMANDS = '00000000-0000-4000-8000-000000000000';

/** Goes along the interface, request by request, each under an id of its own that is the same in every walk. */
export class Walk {
  readonly steps: Step[] = [];

  constructor(readonly house: House) {}

  /** What is read has everything that the walk wrote before, so that two walks read the same. */
  async get(operationId: string, path: string): Promise<Response> {
    const { projections, store } = this.house.ledger;
    await projections.waitFor(await store.head(), PATIENCE_MS);
    return (await this.step({ operationId, verb: 'get', path, headers: {} })).answer;
  }

  async post(operationId: string, path: string, body: object | undefined, { headers = {}, form }: With = {}): Promise<Answered> {
    const commandId = derivedId(COMMANDS, String(this.steps.length));
    const taken = { headers: { 'Idempotency-Key': commandId, ...headers }, ...(form === undefined ? {} : { form }) };
    const { answer } = await this.step({ operationId, verb: 'post', path, ...(body === undefined ? {} : { body }), ...taken });
    return answer.body as Answered;
  }

  /** @throws Error where it is not answered as it should be */
  private async step(asked: Omit<Step, 'answer'>): Promise<Step> {
    const answer = await askedAgain(this.house, asked);
    if (answer.status >= 300) throw new Error(`${asked.operationId}: ${answer.status} ${answer.text}`);
    const step = { ...asked, answer };
    this.steps.push(step);
    return step;
  }
}

/** Asks what a step asked. */
export function askedAgain(house: House, { verb, path, headers, body, form }: Omit<Step, 'answer'>) {
  if (verb === 'get') return house.get(path).set(headers);
  const asked = house.post(path, headers);
  if (form === undefined) return asked.send(body);
  const { fields, file } = form;
  for (const [name, value] of Object.entries(fields)) void asked.field(name, value);
  return asked.attach('file', Buffer.from(file.content), { filename: file.name, contentType: file.type });
}
