import type { Act } from '#domain';
import {
  type CommandMeta,
  canonicalJson,
  derivedId,
  type Id,
  type OccurredOn,
  type Provenance,
  sha256,
  streamName,
  streamParts,
  type TextDraft,
  type Texts,
} from '#kernel';
import type { Held, HeldFact } from './held.js';
import type { PlannedRow } from './rows.js';
import type { Slot, TextOf, World } from './world.js';

/** Why a change of a row is recorded as it is; the text of the correction's reason. */
const CORRECTED = 'The source now says otherwise.';
const STRUCK = 'The source no longer says so.';

/** A fact on its way into the ledger: which command, or why none. */
export type Settled =
  | Readonly<{ is: 'unchanged'; identity: Id }>
  | Readonly<{ is: 'moved'; identity: Id }>
  | Readonly<{
      is: 'record';
      kind: string;
      stream: string;
      identity: Id;
      commandId: Id;
      act: (text: TextOf) => Act;
      occurredOn?: OccurredOn;
    }>;

/** What a command makes, by the field that names it in the event. */
const MAKES = {
  JoinParty: 'party',
  AssignRole: 'role',
  SetGoal: 'goal',
  PlanMilestone: 'milestone',
  ProposeDueDate: 'proposal',
  ClaimFulfilment: 'claim',
  LinkEvidence: 'link',
  RecordReading: 'reading',
} as const;

/** The events that the commands of an import lead to: what the result counts. */
const LEADS_TO: Readonly<Record<string, string>> = {
  FormPartnership: 'PartnershipFormed',
  RegisterOrganization: 'OrganizationRegistered',
  AddAlias: 'AliasAdded',
  JoinParty: 'PartyJoined',
  LetPartyLeave: 'PartyLeft',
  AssignRole: 'RoleAssigned',
  EndRole: 'RoleEnded',
  SetGoal: 'GoalSet',
  DefineIndicator: 'IndicatorDefined',
  RecordReading: 'ReadingRecorded',
  NoteContext: 'ContextNoted',
  ScheduleMeeting: 'MeetingScheduled',
  HoldMeeting: 'MeetingHeld',
  MakeCommitment: 'CommitmentMade',
  PlanMilestone: 'MilestonePlanned',
  ReachMilestone: 'MilestoneReached',
  ReopenMilestone: 'MilestoneReopened',
  ReportProgress: 'ProgressReported',
  ProposeDueDate: 'DueDateProposed',
  AgreeDueDate: 'DueDateAgreed',
  SubmitEvidence: 'EvidenceSubmitted',
  LinkEvidence: 'EvidenceLinked',
  ClaimFulfilment: 'FulfilmentClaimed',
  VerifyFulfilment: 'FulfilmentVerified',
  RejectFulfilment: 'FulfilmentRejected',
  CorrectFact: 'FactCorrected',
};

const asSaid: TextOf = (_name, content) => ({ text: content, sha256: '' });

/**
 * What is to be done about one fact that a row states. The command id is made from the fact's identity, its content and
 * the event that it replaces: a value that goes A, B, A is recorded three times, an unchanged row never twice.
 */
export function settle(row: PlannedRow, slot: Slot, world: World, held: Held): Settled {
  const identity = identityOf(world, row, slot.slot, slot.key);
  const known = held.get(identity);
  const root = known?.root;
  const plain = slot.act(asSaid);
  const occurredOn = slot.occurredOn ?? row.occurredOn;
  const content = sha256(canonicalJson({ act: plain, occurredOn: occurredOn ?? null }));
  const { commandId, isUnchanged } = commandFor(identity, content, known);
  if (slot.makes !== undefined)
    world.keep(slot.makes.kind, slot.makes.key, derivedId(root?.commandId ?? commandId, slot.makes.kind));
  if (isUnchanged) return { is: 'unchanged', identity };
  const stream = streamName(plain.family, plain.id);
  if (root === undefined || slot.again === true) {
    const kind = LEADS_TO[plain.command.type] ?? plain.command.type;
    const day = occurredOn === undefined ? {} : { occurredOn };
    return { is: 'record', kind, stream, identity, commandId, act: slot.act, ...day };
  }
  if (root.stream !== stream) return { is: 'moved', identity };
  const day = occurredOn ?? root.occurredOn;
  return { is: 'record', kind: 'FactCorrected', stream, identity, commandId, act: (text) => correcting(slot, root, day, text) };
}

/** The command that says this content of a fact: the last one given, or one that replaces what it led to. */
function commandFor(identity: Id, content: string, known: HeldFact | undefined): { commandId: Id; isUnchanged: boolean } {
  const last = known?.last;
  if (last?.commandId === commandIdOf(identity, content, known?.replaced))
    return { commandId: last.commandId, isUnchanged: true };
  return { commandId: commandIdOf(identity, content, last?.eventId), isUnchanged: false };
}

/** What is to be done about a fact that an earlier run recorded of a row and that the row no longer states. */
export function settleAbsent(row: PlannedRow, slot: string, world: World, held: Held): Settled | undefined {
  const identity = identityOf(world, row, slot);
  const known = held.get(identity);
  const root = known?.root;
  if (known === undefined || root === undefined) return undefined;
  const commandId = commandIdOf(identity, 'struck', known.last.eventId);
  const { family, id } = streamParts(root.stream);
  const act = (text: TextOf): Act =>
    ({
      family,
      id,
      command: { type: 'CorrectFact', corrects: root.eventId, replacement: null, reason: text(CORRECTION, STRUCK) },
    }) as const;
  return { is: 'record', kind: 'FactCorrected', stream: root.stream, identity, commandId, act };
}

// Apart from the names of texts within commands, so that both can stand in one correction.
const CORRECTION = 'correction';

function identityOf(world: World, row: PlannedRow, slot: string, key = row.key): Id {
  return derivedId(world.source, `fact ${row.fact} ${slot} ${key}`);
}

function commandIdOf(identity: Id, content: string, replaces: Id | undefined): Id {
  return derivedId(identity, `${content} ${replaces ?? 'first'}`);
}

/** The correction of a fact by what the row says now: the command's words, and the id that the fact made. */
function correcting(slot: Slot, root: NonNullable<HeldFact['root']>, occurredOn: OccurredOn, text: TextOf): Act {
  const act = slot.act(text);
  const { type, ...said } = act.command;
  const makes = Object.hasOwn(MAKES, type) ? MAKES[type as keyof typeof MAKES] : undefined;
  const data = makes === undefined ? said : { ...said, [`${makes}Id`]: derivedId(root.commandId, makes) };
  const reason = text(CORRECTION, CORRECTED);
  return { ...act, command: { type: 'CorrectFact', corrects: root.eventId, replacement: { data, occurredOn }, reason } };
}

/** An act with its texts drafted, and what goes with it. */
export async function prepare(
  settled: Extract<Settled, { is: 'record' }>,
  row: PlannedRow,
  texts: Pick<Texts, 'draft'>,
  by: Readonly<{ name: string; sha256: string }>,
): Promise<{ act: Act; meta: CommandMeta }> {
  const { commandId, identity: correlationId } = settled;
  const said = new Map<string, string>();
  settled.act((name, content) => {
    said.set(name, content);
    return asSaid(name, content);
  });
  const drafts = new Map<string, TextDraft>();
  for (const [name, content] of said) drafts.set(name, await texts.draft(commandId, name, content));
  const act = settled.act((name) => {
    const draft = drafts.get(name);
    if (draft === undefined) throw new Error(`text "${name}" was not said the first time`);
    return { text: draft.id, sha256: draft.sha256 };
  });
  const provenance: Provenance = {
    source: row.place.file,
    sha256: by.sha256,
    ...(row.place.row === undefined ? {} : { row: row.place.row }),
    ...(row.words === undefined ? {} : { words: row.words }),
  };
  const isCorrection = act.command.type === 'CorrectFact';
  return {
    act,
    meta: {
      commandId,
      correlationId,
      actor: { kind: 'importer' },
      recordedBy: { kind: 'importer', id: by.name },
      provenance,
      // Nobody knows when the source changed its mind: a correction is known since the run that read it.
      ...(isCorrection || row.assertedAt === undefined ? {} : { assertedAt: row.assertedAt }),
      ...(settled.occurredOn === undefined ? {} : { occurredOn: settled.occurredOn }),
      ...(drafts.size === 0 ? {} : { texts: [...drafts.values()] }),
    },
  };
}
