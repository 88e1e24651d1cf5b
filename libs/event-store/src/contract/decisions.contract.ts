import { describe, expect, it } from '@jest/globals';
import { derivedId, type Id, type Instant, LedgerError, newId, type Receipt, sha256, streamName, type Texts } from '#kernel';
import { Decisions, type DecisionsOptions } from '../decisions.js';
import { type EventStore, StoreUnavailable } from '../port.js';
import { everything, type Open, onNewLedger, refusalOf } from './opened.js';
import { given, type TallyCommand, tally } from './tally.js';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/**
 * What `Decisions` must do on every event store. Registers the tests.
 * @param options the same promises hold however streams are read
 */
export function decisionsContract(name: string, open: Open, options: DecisionsOptions = {}): void {
  const decisionsOn = (store: EventStore, texts: Texts, more: DecisionsOptions = {}) =>
    new Decisions(store, texts, { ...options, ...more });
  describe(`decisions on ${name}`, () => {
    it(
      'record a command once, with its ids, its digest, its day and what it decided on',
      onNewLedger(open, async ({ store, texts }) => {
        // A quarter to nine in the evening in New York, the next day in UTC.
        const now = () => '2025-02-16T01:45:00.000Z' as Instant;
        const decisions = decisionsOn(store, texts, { now });
        const [id, other, missing, partnershipId] = [newId(), newId(), newId(), newId()];
        await decisions.run(tally, other, { type: 'open', limit: 9, partnershipId }, given());
        await decisions.run(tally, id, { type: 'open', limit: 9, partnershipId }, given());
        await decisions.run(tally, other, { type: 'add', n: 4 }, given());
        const meta = given({ traceparent: TRACEPARENT });
        const add: TallyCommand = { type: 'add', n: 5, beside: missing, inPartnership: partnershipId };
        const receipt = await decisions.run(tally, id, add, meta);

        const stream = streamName('meeting', id);
        const event = (await store.readStream(stream)).at(-1);
        expect(receipt).toEqual({
          id,
          stream,
          revision: 1n,
          position: await store.head(),
          eventIds: [derivedId(meta.commandId, `${stream}/0`)],
          made: { additionId: derivedId(meta.commandId, 'addition') },
          alreadyRecorded: false,
        });
        expect(event).toMatchObject({
          id: receipt.eventIds[0],
          type: 'Added',
          schema: 1,
          data: { n: 5, sum: 5, others: [-1, 4, 0] },
          metadata: {
            occurredOn: '2025-02-15',
            partnershipId,
            commandId: meta.commandId,
            correlationId: meta.commandId,
            causationId: meta.commandId,
            traceparent: TRACEPARENT,
            decidedOn: { [`meeting-${missing}`]: '-1', [`meeting-${other}`]: '1', [stream]: '0' },
            commandDigest: sha256(
              `{"actor":{"kind":"clock"},"command":{"beside":"${missing}","inPartnership":"${partnershipId}","n":5,"type":"add"},"target":"${stream}"}`,
            ),
          },
        });
      }),
    );

    it(
      'whose answer was lost after the append are recorded once, and repeated they give the first receipt (R14)',
      onNewLedger(open, async ({ store, texts }) => {
        const { losing, lost } = losingAnswers(store, 'after');
        const decisions = decisionsOn(losing, texts);
        const id = newId();
        const meta = given();
        const receipt = await decisions.run(tally, id, { type: 'open', limit: 9 }, meta);
        expect(lost()).toBe(1);
        expect(receipt).toMatchObject({ revision: 0n, alreadyRecorded: true });
        expect(await decisionsOn(store, texts).run(tally, id, { type: 'open', limit: 9 }, meta)).toEqual(receipt);
        expect(await everything(store)).toHaveLength(1);
      }),
    );

    it(
      'whose append never arrived are recorded after reading again',
      onNewLedger(open, async ({ store, texts }) => {
        const { losing, lost, order } = losingAnswers(store, 'before');
        const id = newId();
        const receipt = await decisionsOn(losing, texts).run(tally, id, { type: 'open', limit: 9 }, given());
        expect(lost()).toBe(1);
        expect(receipt).toMatchObject({ revision: 0n, alreadyRecorded: false });
        expect(order).toEqual([...(options.decidesUnread === true ? [] : ['read']), 'append', 'read', 'append']);
        expect(await everything(store)).toHaveLength(1);
      }),
    );

    it(
      'five copies of one command at once, from two processes, record it once and all get its receipt (R14)',
      onNewLedger(open, async ({ store, another, texts }) => {
        const processes = [decisionsOn(store, texts), decisionsOn(await another(), texts)];
        const id = newId();
        await (processes[0] as Decisions).run(tally, id, { type: 'open', limit: 9 }, given());
        const meta = given();
        const receipts = await Promise.all(
          Array.from({ length: 5 }, (_, n) => (processes[n % 2] as Decisions).run(tally, id, { type: 'add', n: 2 }, meta)),
        );
        expect(receipts.filter(({ alreadyRecorded }) => !alreadyRecorded)).toHaveLength(1);
        const first = receipts[0] as Receipt;
        for (const receipt of receipts)
          expect({ ...receipt, alreadyRecorded: true }).toEqual({ ...first, alreadyRecorded: true });
        expect(await everything(store)).toHaveLength(2);
      }),
    );

    it(
      'repeated after the state moved on give the first receipt, though they would be refused now (R14)',
      onNewLedger(open, async ({ store, texts }) => {
        const decisions = decisionsOn(store, texts);
        const id = newId();
        const [opening, adding] = [given(), given()];
        const opened = await decisions.run(tally, id, { type: 'open', limit: 9 }, opening);
        const first = await decisions.run(tally, id, { type: 'add', n: 5 }, adding);
        await decisions.run(tally, id, { type: 'add', n: 4 }, given());
        expect(await refusalOf(decisions.run(tally, id, { type: 'add', n: 5 }, given()))).toMatchObject({ code: 'RULE_2' });
        for (const fresh of [decisions, decisionsOn(store, texts)]) {
          expect(await fresh.run(tally, id, { type: 'add', n: 5 }, adding)).toEqual({ ...first, alreadyRecorded: true });
          expect(await fresh.run(tally, id, { type: 'open', limit: 9 }, opening)).toEqual({ ...opened, alreadyRecorded: true });
        }
        expect(await everything(store)).toHaveLength(3);
      }),
    );

    it(
      'repeated by a process that missed them and what came before them give the first receipt (R14)',
      onNewLedger(open, async ({ store, another, texts }) => {
        const [here, there] = [decisionsOn(store, texts), decisionsOn(await another(), texts)];
        const id = newId();
        await there.run(tally, id, { type: 'open', limit: 9 }, given());
        const [first, second] = [given(), given()];
        await here.run(tally, id, { type: 'add', n: 5 }, first);
        const receipt = await here.run(tally, id, { type: 'add', n: 4 }, second);
        expect(await there.run(tally, id, { type: 'add', n: 4 }, second)).toEqual({ ...receipt, alreadyRecorded: true });
        expect(await everything(store)).toHaveLength(3);
      }),
    );

    it(
      'with the id of another command are refused, whatever differs (R14)',
      onNewLedger(open, async ({ store, texts }) => {
        const decisions = decisionsOn(store, texts);
        const id = newId();
        await decisions.run(tally, id, { type: 'open', limit: 9 }, given());
        const meta = given({ occurredOn: '2025-02-15' as const });
        await decisions.run(tally, id, { type: 'add', n: 5 }, meta);
        const others = [
          decisions.run(tally, id, { type: 'add', n: 4 }, meta),
          decisions.run(tally, id, { type: 'add', n: 5 }, { ...meta, actor: { kind: 'importer' } }),
          decisions.run(tally, id, { type: 'add', n: 5 }, { ...meta, occurredOn: '2025-02-14' }),
          decisions.run(tally, id, { type: 'add', n: 5 }, { ...meta, provenance: { source: 's', sha256: 'x' } }),
        ];
        for (const other of others) expect(await refusalOf(other)).toMatchObject({ kind: 'reused', code: 'COMMAND_REUSED' });
        expect(await everything(store)).toHaveLength(2);
      }),
    );

    it(
      'with an id that a client chose are refused on another stream, too (R14)',
      onNewLedger(open, async ({ store, texts }) => {
        const decisions = decisionsOn(store, texts);
        const [one, another] = [newId(), newId()];
        const meta = { ...given(), chosenOutside: true } as const;
        await decisions.run(tally, one, { type: 'open', limit: 9 }, meta);
        expect(await refusalOf(decisions.run(tally, another, { type: 'open', limit: 9 }, meta))).toMatchObject({
          kind: 'reused',
          code: 'COMMAND_REUSED',
        });
        expect(await everything(store)).toHaveLength(1);
      }),
    );

    it(
      'of an act in two steps are repeated whole after a crash between them, and each is recorded once',
      onNewLedger(open, async ({ store, texts, another }) => {
        const act = newId();
        const steps = ['first', 'second'].map((step) => ({
          id: derivedId(act, step),
          meta: { ...given(), commandId: derivedId(act, step) },
        }));
        const runAll = async (decisions: Decisions, until: number) => {
          const receipts: Receipt[] = [];
          for (const { id, meta } of steps.slice(0, until))
            receipts.push(await decisions.run(tally, id, { type: 'open', limit: 9 }, meta));
          return receipts;
        };
        const [before] = await runAll(decisionsOn(store, texts), 1);
        const [first, second] = await runAll(decisionsOn(await another(), texts), 2);
        expect(first).toEqual({ ...before, alreadyRecorded: true });
        expect(second).toMatchObject({ alreadyRecorded: false });
        expect(await everything(store)).toHaveLength(2);
      }),
    );

    it(
      'that lose a race are decided again on what the winner left',
      onNewLedger(open, async ({ store, another, texts }) => {
        const processes = [decisionsOn(store, texts), decisionsOn(await another(), texts), decisionsOn(await another(), texts)];
        const id = newId();
        await (processes[0] as Decisions).run(tally, id, { type: 'open', limit: 20 }, given());
        const outcomes = await Promise.allSettled(
          Array.from({ length: 30 }, (_, n) => (processes[n % 3] as Decisions).run(tally, id, { type: 'add', n: 1 }, given())),
        );
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
        for (const outcome of outcomes)
          if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'RULE_2' });
        const sums = (await store.readStream(`meeting-${id}`)).slice(1).map(({ data }) => (data as { sum: number }).sum);
        expect(sums).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      }),
    );

    it(
      'that are already true record nothing and say so (R14)',
      onNewLedger(open, async ({ store, texts }) => {
        const decisions = decisionsOn(store, texts);
        const id = newId();
        await decisions.run(tally, id, { type: 'open', limit: 9 }, given());
        const reached = await decisions.run(tally, id, { type: 'reach', sum: 3 }, given());
        const again = await decisions.run(tally, id, { type: 'reach', sum: 2 }, given());
        expect(again).toEqual({ ...reached, eventIds: [], alreadyRecorded: true });
        expect(await everything(store)).toHaveLength(2);
      }),
    );

    it(
      'for a new stream, an existing one or an older revision are refused where it is otherwise',
      onNewLedger(open, async ({ store, texts }) => {
        const decisions = decisionsOn(store, texts);
        const id = newId();
        expect(await refusalOf(decisions.run(tally, id, { type: 'add', n: 1 }, given()))).toMatchObject({ kind: 'not-found' });
        await decisions.run(tally, id, { type: 'open', limit: 9 }, given());
        expect(await refusalOf(decisions.run(tally, id, { type: 'open', limit: 9 }, given()))).toMatchObject({
          code: 'STREAM_EXISTS',
        });
        const deciding = given({ ifRevision: 0n });
        expect(await decisions.run(tally, id, { type: 'add', n: 1 }, deciding)).toMatchObject({ revision: 1n });
        expect(await refusalOf(decisions.run(tally, id, { type: 'add', n: 1 }, given({ ifRevision: 0n })))).toMatchObject({
          kind: 'stale',
        });
        // A repeat is recognised before its revision is looked at.
        expect(await decisions.run(tally, id, { type: 'add', n: 1 }, deciding)).toMatchObject({
          revision: 1n,
          alreadyRecorded: true,
        });
        expect(await refusalOf(decisions.run(tally, id, { type: 'add', n: Number.NaN }, given()))).toMatchObject({
          kind: 'invalid',
        });
      }),
    );

    it(
      'read only what came since, and fold anew where a correction speaks of what they knew (R11)',
      onNewLedger(open, async ({ store, another, texts }) => {
        const { watched, reads } = watchingReads(store);
        const decisions = decisionsOn(watched, texts);
        const id = newId();
        const add = (n: number) => decisions.run(tally, id, { type: 'add', n }, given());
        await decisions.run(tally, id, { type: 'open', limit: 9 }, given());
        const [wrong] = (await add(8)).eventIds;
        await add(1);
        const unread = options.decidesUnread === true;
        expect(reads).toEqual(unread ? [] : [0n, 1n, 2n]);
        const text = await texts.draft(newId(), 'reason', 'it was two');
        const correct: TallyCommand = {
          type: 'correct',
          corrects: wrong as Id,
          n: 2,
          reason: { text: text.id, sha256: text.sha256 },
        };
        // Somebody else corrects the eight to two, which leaves room for six.
        await decisionsOn(await another(), texts).run(tally, id, correct, given({ texts: [text] }));
        expect(await refusalOf(add(7))).toMatchObject({ code: 'RULE_2' });
        expect(await add(6)).toMatchObject({ revision: 4n });
        expect(reads).toEqual(unread ? [3n, 0n] : [0n, 1n, 2n, 3n, 0n, 4n]);
      }),
    );

    describe('keep the texts of a command', () => {
      it(
        'where it is accepted, and not where it is refused',
        onNewLedger(open, async ({ store, texts }) => {
          const decisions = decisionsOn(store, texts);
          const id = newId();
          await decisions.run(tally, id, { type: 'open', limit: 9 }, given());
          const add = async (n: number) => {
            const meta = given();
            const draft = await texts.draft(meta.commandId, 'note', `adds ${n}`);
            const command: TallyCommand = { type: 'add', n, note: { text: draft.id, sha256: draft.sha256 } };
            const error = await decisions.run(tally, id, command, { ...meta, texts: [draft] }).then(
              () => undefined,
              (refusal: unknown) => refusal,
            );
            return { error, kept: await texts.read([draft.id]), id: draft.id };
          };
          const accepted = await add(9);
          expect(accepted).toMatchObject({ error: undefined, kept: new Map([[accepted.id, 'adds 9']]) });
          const refusedOne = await add(1);
          expect(refusedOne.error).toMatchObject({ code: 'RULE_2' });
          expect(refusedOne.kept).toEqual(new Map());
        }),
      );

      it(
        'and tell a copy that drafted the same text beside it to draft again',
        onNewLedger(open, async ({ store, texts }) => {
          const decisions = decisionsOn(store, texts);
          const id = newId();
          await decisions.run(tally, id, { type: 'open', limit: 9 }, given());
          const meta = given();
          const attempt = async (draft: Awaited<ReturnType<Texts['draft']>>) => {
            const command: TallyCommand = { type: 'add', n: 1, note: { text: draft.id, sha256: draft.sha256 } };
            return await decisions.run(tally, id, command, { ...meta, texts: [draft] });
          };
          const mine = await texts.draft(meta.commandId, 'note', 'the same words');
          const theirs = { ...mine, salt: 'ab'.repeat(16) };
          const raced = {
            ...theirs,
            sha256: sha256(Buffer.concat([Buffer.from(theirs.salt, 'hex'), Buffer.from(theirs.content)])),
          };
          const receipt = await attempt(mine);
          expect(await refusalOf(attempt(raced))).toMatchObject({ kind: 'conflict', code: 'TEXT_RACED' });
          expect(await attempt(await texts.draft(meta.commandId, 'note', 'the same words'))).toEqual({
            ...receipt,
            alreadyRecorded: true,
          });
        }),
      );
    });

    it(
      'say that the outcome is unknown where it cannot be read afterwards, in whatever words that is said',
      onNewLedger(open, async ({ store, texts }) => {
        let isStored = false;
        const broken: EventStore = Object.assign(Object.create(store) as EventStore, {
          append: async (...asked: Parameters<EventStore['append']>) => {
            await store.append(...asked);
            isStored = true;
            throw new StoreUnavailable('unknown', 'the line went dead');
          },
          readStream: async (...query: Parameters<EventStore['readStream']>) => {
            if (isStored) throw new TypeError('not in the words of a store');
            return await store.readStream(...query);
          },
        });
        const [id, meta] = [newId(), given()];
        const opens = (decisions: Decisions) => decisions.run(tally, id, { type: 'open', limit: 9 }, meta);
        expect(await refusalOf(opens(decisionsOn(broken, texts, { attempts: 3 })))).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
        expect(await opens(decisionsOn(store, texts))).toMatchObject({ revision: 0n, alreadyRecorded: true });
        expect(await everything(store)).toHaveLength(1);
      }),
    );

    it(
      'say that the outcome is unknown where the store does not come back',
      onNewLedger(open, async ({ store, texts }) => {
        const gone: EventStore = Object.assign(Object.create(store) as EventStore, {
          append: () => Promise.reject(new StoreUnavailable('unknown', 'the line went dead')),
        });
        const refusal = await refusalOf(
          decisionsOn(gone, texts, { attempts: 3 }).run(tally, newId(), { type: 'open', limit: 9 }, given()),
        );
        expect(refusal).toBeInstanceOf(LedgerError);
        expect(refusal).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
      }),
    );
  });
}

/** The store behind a line that goes dead once, before or after the append has arrived. */
function losingAnswers(store: EventStore, moment: 'before' | 'after') {
  const order: string[] = [];
  let lost = 0;
  const losing: EventStore = Object.assign(Object.create(store) as EventStore, {
    readStream: (...query: Parameters<EventStore['readStream']>) => {
      order.push('read');
      return store.readStream(...query);
    },
    append: async (...asked: Parameters<EventStore['append']>) => {
      order.push('append');
      if (lost > 0) return await store.append(...asked);
      lost += 1;
      if (moment === 'after') await store.append(...asked);
      throw new StoreUnavailable('unknown', 'the line went dead');
    },
  });
  return { losing, lost: () => lost, order };
}

/** The store, and the revisions its streams were read from. */
function watchingReads(store: EventStore) {
  const reads: bigint[] = [];
  const watched: EventStore = Object.assign(Object.create(store) as EventStore, {
    readStream: (stream: string, from = 0n) => {
      reads.push(from);
      return store.readStream(stream, from);
    },
  });
  return { watched, reads };
}
