import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { type Act, partnershipShape } from '#domain';
import {
  type Actor,
  derivedId,
  type FactCorrected,
  type Family,
  foldKnown,
  type Id,
  invalid,
  LedgerError,
  notFound,
  type Receipt,
  type Recorded,
  refused,
  streamName,
} from '#kernel';
import { Metrics, OpenLedger } from '#platform';
import type { Asked } from './asked.js';
import type { Dated } from './dated.js';
import { recordOver } from './record.js';
import { referencesIn, type Said, worded } from './wording.js';

type CommandFor<F extends Family> = Extract<Act, { family: F }>['command'];
type Saying<F extends Family, Body> = (said: Said<Body>) => CommandFor<F>;

/** Turns what a request says into a recorded act: whose act it is, its free texts, its command. */
@Injectable()
export class Recording {
  private readonly record;

  constructor(
    bus: CommandBus,
    private readonly ledger: OpenLedger,
    metrics: Metrics,
  ) {
    this.record = recordOver(bus, metrics.recorded);
  }

  /**
   * Records the first act of a new stream; its id is derived from the command's.
   * @param within the partnership it belongs to; undefined for an organization or a partnership itself
   */
  async begin<F extends Family, Body extends Dated>(
    family: F,
    within: Id | undefined,
    asked: Asked,
    body: Body,
    saying: Saying<F, Body>,
  ): Promise<Receipt> {
    if (within !== undefined) await this.partnershipOf('partnership', within);
    return this.write(family, derivedId(asked.commandId, family), within, asked, body, saying);
  }

  /**
   * Records an act on what is there.
   * @throws LedgerError `not-found` where it is not, or is not yours
   */
  async on<F extends Family, Body extends Dated>(
    family: F,
    id: Id,
    asked: Asked,
    body: Body,
    saying: Saying<F, Body>,
  ): Promise<Receipt> {
    return this.write(family, id, await this.partnershipOf(family, id), asked, body, saying);
  }

  /** The partnership a thing belongs to; undefined for an organization. */
  async partnershipOf(family: Family, id: Id): Promise<Id | undefined> {
    const [first] = await this.ledger.store.readStream(streamName(family, id));
    if (first === undefined) throw notFound('id', `${family} ${id}`);
    return family === 'partnership' ? id : first.metadata.partnershipId;
  }

  private async write<F extends Family, Body extends Dated>(
    family: F,
    id: Id,
    within: Id | undefined,
    asked: Asked,
    body: Body,
    saying: Saying<F, Body>,
  ): Promise<Receipt> {
    const actor = await this.actorOf(asked, within);
    await this.requireOwnContents(streamName(family, id), body);
    const { said, texts } = await worded(body, (name, content) => this.ledger.texts.draft(asked.commandId, name, content));
    // A family and a command of that family are an act of that family: TypeScript does not follow it through F.
    const act = { family, id, command: saying(said) } as unknown as Act;
    return this.record(act, {
      commandId: asked.commandId,
      chosenOutside: true,
      actor,
      recordedBy: { kind: 'person', id: asked.principal.personId },
      ...(body.occurredOn === undefined ? {} : { occurredOn: body.occurredOn }),
      ...(asked.ifRevision === undefined ? {} : { ifRevision: asked.ifRevision }),
      ...(asked.traceparent === undefined ? {} : { traceparent: asked.traceparent }),
      texts,
    });
  }

  /**
   * A request says its free texts in words, and sends the bytes of its files. Only what stands instead of a fact may keep
   * the fact's own, by reference: with another's it could show them elsewhere, and erase them as its own.
   * @throws LedgerError `refused` R16 naming each reference that the fact does not have
   */
  private async requireOwnContents(stream: string, body: object): Promise<void> {
    // Elsewhere the file a request names is the one that came with it.
    const isCorrection = 'corrects' in body;
    const said = [...referencesIn(body)].filter(([, reference]) => isCorrection || !reference.startsWith('file '));
    if (said.length === 0) return;
    const corrected = isCorrection ? versionsOf(body.corrects, await this.ledger.store.readStream(stream)) : [];
    const own = new Set(corrected.flatMap(({ data }) => [...referencesIn(data)].map(([, reference]) => reference)));
    for (const [path, reference] of said)
      if (!own.has(reference))
        throw refused('R16', path, 'the fact has no such text or file: say a text in words, and submit a file as a revision');
  }

  /**
   * Whose act it is: of the role on whose behalf it is recorded; else of a member's party, in the role that the member holds
   * there; else of the signed-in person for the whole.
   * @throws LedgerError NOT_YOUR_PARTY where a member speaks for another; NOT_FOUND for a role that is not there; `refused`
   *   R1 where a member holds no role in its party
   */
  private async actorOf({ principal, onBehalfOf }: Asked, within: Id | undefined): Promise<Actor> {
    const { personId, member } = principal;
    const partyId = onBehalfOf?.partyId ?? member?.partyId;
    if (partyId === undefined) return { kind: 'person', personId };
    const field = 'On-Behalf-Of';
    if (within === undefined)
      throw invalid([{ field, rule: 'R1', message: 'a party acts within its partnership; this is an act outside of any' }]);
    if (member !== undefined && partyId !== member.partyId) throw notYourParty(field, member.partyId);
    const { state } = foldKnown(partnershipShape, await this.ledger.eventsOf(partnershipShape, within));
    if (onBehalfOf !== undefined) {
      const role = state.roles.get(onBehalfOf.roleId);
      if (role === undefined || role.partyId !== partyId) throw notFound(field, `role ${onBehalfOf.roleId} of that party`);
      return { kind: 'person', personId: role.personId, partyId, roleId: role.roleId };
    }
    // A role that has ended is no bar here: a party that left may still act for what it was bound to (R1).
    const held = [...state.roles.values()].filter((role) => role.partyId === partyId && role.personId === personId);
    const role = held.find(({ until }) => until === undefined) ?? held.at(-1);
    if (role !== undefined) return { kind: 'person', personId, partyId, roleId: role.roleId };
    const message = `person ${personId}, whose token this is, holds no role in party ${partyId}: say one of its roles, <partyId>/<roleId>`;
    throw refused('R1', field, message);
  }
}

/** The fact with all its corrections, whichever of them is named. */
function versionsOf(named: unknown, events: readonly Recorded[]): readonly Recorded[] {
  const ids = new Set([named]);
  const isVersion = (event: Recorded) => ids.has(event.id) || ids.has(correctedBy(event));
  for (let size = 0; size < ids.size; ) {
    size = ids.size;
    for (const event of events.filter(isVersion)) for (const id of [event.id, correctedBy(event) ?? event.id]) ids.add(id);
  }
  return events.filter(isVersion);
}

function correctedBy({ type, data }: Recorded): unknown {
  return type === 'FactCorrected' ? (data as FactCorrected['data']).corrects : undefined;
}

function notYourParty(field: string, own: Id): LedgerError {
  const message = `this token acts for party ${own} alone`;
  return new LedgerError('refused', 'NOT_YOUR_PARTY', message, [{ field, rule: 'R1', message }]);
}

/** A receipt as it is answered: 201, or 200 where nothing was recorded now. */
@Injectable()
export class AnswerReceipt implements NestInterceptor<Receipt, unknown> {
  intercept(context: ExecutionContext, next: CallHandler<Receipt>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((receipt) => {
        // A revision may be larger than a JSON number holds exactly.
        const revision = receipt.revision.toString();
        response.status(receipt.alreadyRecorded ? 200 : 201);
        response.setHeader('ETag', `"${revision}"`);
        response.setHeader('Ledger-Position', receipt.position);
        return { ...receipt, revision };
      }),
    );
  }
}
