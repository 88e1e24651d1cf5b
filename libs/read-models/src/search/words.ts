import type { LedgerEvent } from '#domain';
import { type Fact, type Id, streamParts, type TextRef } from '#kernel';

/** What can be found, in the order in which it is listed. */
export const FOUND_KINDS = [
  'organization',
  'partnership',
  'goal',
  'body',
  'commitment',
  'milestone',
  'indicator',
  'evidence',
  'meeting',
  'context',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** What a fact calls something, in public words of the parties. */
export type Naming = Readonly<{ kind: FoundKind; id: Id; title?: string; more?: readonly (string | undefined)[] }>;

/** The public words of a fact; undefined where it has none. */
export function namingIn(fact: Pick<Fact<LedgerEvent>, 'id' | 'stream' | 'type' | 'data'>): Naming | undefined {
  const { id } = streamParts(fact.stream);
  // Type and data of one event belong together; picked from the union they no longer say so.
  const event = fact as Fact<LedgerEvent>;
  switch (event.type) {
    case 'OrganizationRegistered': {
      const { name, externalIds = [], place } = event.data;
      return { kind: 'organization', id, title: name, more: [...externalIds.map(({ value }) => value), place] };
    }
    case 'OrganizationRenamed':
      return { kind: 'organization', id, title: event.data.name };
    case 'AliasAdded':
      return { kind: 'organization', id, more: [event.data.alias] };
    case 'PartnershipFormed':
      return { kind: 'partnership', id, title: event.data.name, more: [event.data.purpose, event.data.theoryOfAction] };
    case 'TheoryOfActionRevised':
      return { kind: 'partnership', id, more: [event.data.theoryOfAction] };
    case 'GoalSet':
      return { kind: 'goal', id: event.data.goalId, title: event.data.title, more: [event.data.framework] };
    case 'BodyEstablished':
      return { kind: 'body', id: event.data.bodyId, title: event.data.name };
    case 'ContextNoted':
      return { kind: 'context', id: event.id, title: event.data.title };
    case 'CommitmentMade': {
      const { statement, shares, doneWhen } = event.data;
      return {
        kind: 'commitment',
        id,
        title: statement,
        more: [...doneWhen.map(({ text }) => text), ...shares.map((its) => its.does)],
      };
    }
    case 'MilestonePlanned':
      return { kind: 'milestone', id: event.data.milestoneId, title: event.data.title };
    case 'IndicatorDefined':
    case 'IndicatorRedefined':
      return { kind: 'indicator', id, title: event.data.name };
    case 'EvidenceSubmitted':
      return { kind: 'evidence', id, title: event.data.title };
    case 'MeetingScheduled':
      return { kind: 'meeting', id, title: event.data.title, more: event.data.questions ?? [] };
    default:
      return undefined;
  }
}

/** The free texts that a fact refers to, but for the content of evidence: that is for who may open it. */
export function textsIn(data: unknown): readonly Id[] {
  if (typeof data !== 'object' || data === null) return [];
  if (isTextRef(data)) return [data.text];
  return Object.entries(data).flatMap(([key, inner]) => (key === 'content' ? [] : textsIn(inner)));
}

function isTextRef(value: object): value is TextRef {
  return 'text' in value && typeof value.text === 'string' && 'sha256' in value && typeof value.sha256 === 'string';
}
