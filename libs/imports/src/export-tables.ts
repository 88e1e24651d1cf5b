import { stringify } from 'csv-stringify/sync';
import type { LedgerEvent, Target } from '#domain';
import type { EventStore } from '#event-store';
import { type Fact, type Id, knownFacts, notFound, type Recorded, type TextRef, type Texts } from '#kernel';
import { PARTNERSHIP_FIELDS, PARTNERSHIP_FILE } from './documented.js';
import { eventsOf, textIds } from './export.js';
import { FACT_FIELDS, FACT_FILES, FACT_KINDS, type FactKind } from './fact-fields.js';
import { neutral } from './neutral.js';

type Cells = Readonly<Record<string, string | number | undefined>>;
/** Tables by file name, and what they say nothing of: facts by their type. */
export type ExportedTables = Readonly<{ tables: ReadonlyMap<string, string>; leftOut: Readonly<Record<string, number>> }>;
type Add = (kind: FactKind | 'partnership', cells: Cells) => true;
type Find = (kind: FactKind, key: string) => Record<string, unknown> | undefined;
/** Rows of each table by their key, in log order. */
type Rows = Map<FactKind | 'partnership', Map<string, Record<string, unknown>>>;
type Say = (text: TextRef | undefined) => string | undefined;

/**
 * A partnership as documented CSV tables: what is known now, each fact in its latest words. For reading in a spreadsheet:
 * a cell that a spreadsheet would take for a formula begins with an apostrophe. What a table has no column for (terms of
 * single shares, criteria's thresholds) is in the NDJSON export only; so are the facts that no table takes, which are counted.
 * @throws LedgerError `not-found`
 */
export async function exportTables(
  store: Pick<EventStore, 'readPartnership' | 'readStream'>,
  texts: Pick<Texts, 'read'>,
  partnershipId: Id,
): Promise<ExportedTables> {
  const events = (await eventsOf(store, partnershipId)) as readonly Recorded<LedgerEvent>[];
  const contents = await texts.read([...new Set(events.flatMap(({ data }) => textIds(data)))]);
  const formed = events.find((event) => event.type === 'PartnershipFormed');
  if (formed?.type !== 'PartnershipFormed') throw notFound('partnershipId', `partnership ${partnershipId}`);
  const { facts } = knownFacts(events, { basis: 'source', timeZone: formed.data.calendar.timeZone });
  const rows: Rows = new Map();
  const leftOut: Record<string, number> = {};
  const say: Say = (text) => (text === undefined ? undefined : (contents.get(text.text) ?? undefined));
  for (const fact of facts) if (!addRow(rows, fact, say)) leftOut[fact.type] = (leftOut[fact.type] ?? 0) + 1;
  const tables = new Map<string, string>();
  const write = (file: string, kind: FactKind | 'partnership', columns: readonly string[]) => {
    const ofKind = rows.get(kind);
    if (ofKind !== undefined) tables.set(file, tableOf([...ofKind.values()], columns));
  };
  write(PARTNERSHIP_FILE, 'partnership', Object.keys(PARTNERSHIP_FIELDS));
  for (const kind of FACT_KINDS) write(FACT_FILES[kind], kind, Object.keys(FACT_FIELDS[kind]));
  return { tables, leftOut };
}

/**
 * Rows as CSV. A text is neutralised: an import of the documented tables takes it as it was (`meant`), but for NUL, which no
 * cell may hold. One of several lines is quoted, whatever ends them.
 */
export function tableOf(rows: readonly Readonly<Record<string, unknown>>[], columns: readonly string[]): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    cast: { string: (text) => neutral(text.replaceAll('\0', '\uFFFD')) },
    record_delimiter: 'windows',
    quote_record_delimiter: true,
  });
}

/** A text that stands among others in a cell, between semicolons. */
const item = (text: string) => text.replaceAll(';', ',');

const idOf = (fact: Fact) => fact.stream.slice(fact.stream.indexOf('-') + 1);

const about = (of: Target | { kind: 'criterion' }, fact: Fact): Cells =>
  of.kind === 'milestone' ? { milestone: of.milestoneId } : { commitment: idOf(fact) };

/** The row of a fact, in the table of its kind. @returns false where no table takes it */
function addRow(rows: Rows, fact: Fact<LedgerEvent>, say: Say): boolean {
  const when: Cells = { occurred_on: fact.occurredOn, recorded_at: fact.knownSince };
  const add: Add = (kind, cells) => {
    const ofKind = rows.get(kind) ?? new Map<string, Record<string, unknown>>();
    ofKind.set(String(cells.key), { ...when, ...cells });
    rows.set(kind, ofKind);
    return true;
  };
  const find: Find = (kind, key) => rows.get(kind)?.get(key);
  switch (fact.type) {
    case 'PartnershipFormed': {
      const { name, purpose, calendar, history } = fact.data;
      return add('partnership', {
        key: `export-${idOf(fact)}`,
        name,
        purpose,
        fiscal_year_start: calendar.fiscalYearStart,
        time_zone: calendar.timeZone,
        formed_on: fact.occurredOn,
        history,
      });
    }
    case 'OrganizationRegistered': {
      const { name, kind, place, externalIds = [] } = fact.data;
      return add('organization', {
        key: idOf(fact),
        name,
        kind,
        place,
        nces: externalIds.find(({ scheme }) => scheme === 'NCES')?.value,
      });
    }
    case 'AliasAdded':
      return add('alias', { key: fact.id, organization: idOf(fact), alias: fact.data.alias });
    case 'PartyJoined':
      return add('party', {
        key: fact.data.partyId,
        organization: fact.data.organizationId,
        cohort: fact.data.cohort,
        part_of: fact.data.partOf,
      });
    case 'PartyLeft':
      return add('departure', { key: fact.id, party: fact.data.partyId, reason: say(fact.data.reason) });
    case 'RoleAssigned': {
      const { roleId, personId, partyId, title, succeeds } = fact.data;
      return add('role', { key: roleId, person: personId, party: partyId, title, succeeds });
    }
    case 'RoleEnded': {
      const assigned = find('role', fact.data.roleId);
      return onto(assigned, { ended_on: fact.occurredOn });
    }
    case 'GoalSet':
      return add('goal', { key: fact.data.goalId, title: fact.data.title, framework: fact.data.framework });
    case 'ContextNoted':
      return add('context', { key: fact.id, kind: fact.data.kind, title: fact.data.title, narrative: say(fact.data.narrative) });
    case 'MeetingScheduled':
      return add('meeting', { key: idOf(fact), title: fact.data.title, kind: fact.data.kind, on: fact.data.on });
    case 'MeetingHeld': {
      const scheduled = find('meeting', idOf(fact));
      return onto(scheduled, { attended: fact.data.attendance.map(({ party }) => party).join(';') });
    }
    default:
      return addIndicatorRow(fact, add, find, say);
  }
}

function addIndicatorRow(fact: Fact<LedgerEvent>, add: Add, find: Find, say: Say): boolean {
  switch (fact.type) {
    case 'IndicatorDefined': {
      const { name, goalId, unit, direction, baseline, target, dimensions = [], madeOf = [], suppressBelow } = fact.data;
      return add('indicator', {
        key: idOf(fact),
        name,
        goal: goalId,
        unit,
        direction,
        baseline: baseline?.value,
        baseline_on: baseline?.asOf,
        target: target?.value,
        target_by: target?.by,
        dimensions: dimensions.map(item).join(';'),
        made_of: madeOf.map(({ indicatorId, weight }) => `${indicatorId}=${weight}`).join(';'),
        suppress_below: suppressBelow,
      });
    }
    case 'ReadingRecorded': {
      const { readingId, reading, asOf, for: whom, n, source, evidenceId } = fact.data;
      return add('reading', {
        key: readingId,
        indicator: idOf(fact),
        value: 'value' in reading ? reading.value : undefined,
        absent: 'absent' in reading ? reading.absent : undefined,
        as_of: asOf,
        party: whom?.party,
        dimension: whom?.dimension === undefined ? undefined : item(whom.dimension),
        n,
        source,
        evidence: evidenceId,
      });
    }
    default:
      return addCommitmentRow(fact, add, find, say);
  }
}

function addCommitmentRow(fact: Fact<LedgerEvent>, add: Add, find: Find, say: Say): boolean {
  switch (fact.type) {
    case 'CommitmentMade': {
      const { statement, shares, owedTo, goalId, pledgedAt, dueOn, doneWhen } = fact.data;
      return add('commitment', {
        key: idOf(fact),
        statement,
        owing: shares.map(({ party }) => party).join(';'),
        owed_to: owedTo.join(';'),
        goal: goalId,
        pledged_at: pledgedAt,
        due_on: dueOn,
        done_when: doneWhen.map(({ text }) => item(text)).join(';'),
      });
    }
    case 'MilestonePlanned': {
      const { milestoneId, title, dueOn, party } = fact.data;
      return add('milestone', { key: milestoneId, commitment: idOf(fact), title, due_on: dueOn, party });
    }
    case 'DueDateProposed': {
      const { proposalId, by, dueOn, reason } = fact.data;
      return add('due-date', { key: proposalId, commitment: idOf(fact), by, due_on: dueOn, reason: say(reason) });
    }
    case 'DueDateAgreed': {
      const proposed = find('due-date', fact.data.proposalId);
      if (!('party' in fact.data.by)) return false;
      const before = typeof proposed?.agreed_by === 'string' ? [proposed.agreed_by] : [];
      return onto(proposed, { agreed_by: [...before, fact.data.by.party].join(';') });
    }
    case 'ProgressReported': {
      const { of, light, sourceStatus, percent, narrative, party } = fact.data;
      const source_status = typeof sourceStatus === 'object' ? sourceStatus.says : sourceStatus;
      return add('progress', {
        key: fact.id,
        ...about(of, fact),
        status: light,
        source_status,
        percent,
        narrative: say(narrative),
        party,
      });
    }
    case 'MilestoneReached':
      return add('progress', { key: fact.id, milestone: fact.data.milestoneId, status: 'reached' });
    case 'MilestoneReopened':
      return add('progress', {
        key: fact.id,
        milestone: fact.data.milestoneId,
        status: 'open',
        narrative: say(fact.data.reason),
      });
    case 'EvidenceSubmitted': {
      const { title, method, collectedOn, party, content, confidentiality } = fact.data;
      return add('evidence', {
        key: idOf(fact),
        title,
        method,
        collected_on: collectedOn,
        party,
        url: content.kind === 'link' ? content.url : undefined,
        text: content.kind === 'text' ? say(content.text) : content.kind === 'file' ? `file ${content.sha256}` : undefined,
        confidentiality,
      });
    }
    case 'EvidenceLinked': {
      const submitted = find('evidence', fact.data.evidenceId);
      // A row has room for the first link of its item.
      const free = submitted?.stance === undefined ? submitted : undefined;
      return onto(free, { ...about(fact.data.to, fact), stance: fact.data.stance });
    }
    case 'FulfilmentClaimed': {
      const { claimId, party, fulfilledOn, evidence } = fact.data;
      const named = evidence.map(({ evidenceId }) => evidenceId).join(';');
      return add('claim', { key: claimId, commitment: idOf(fact), party, fulfilled_on: fulfilledOn, evidence: named });
    }
    case 'FulfilmentVerified':
      return add('verdict', {
        key: fact.id,
        claim: fact.data.claimId,
        by: fact.data.by,
        verdict: fact.data.verdict,
        reason: say(fact.data.reason),
      });
    case 'FulfilmentRejected':
      return add('verdict', {
        key: fact.id,
        claim: fact.data.claimId,
        by: fact.data.by,
        verdict: 'not-met',
        reason: say(fact.data.reason),
      });
    default:
      return false;
  }
}

/** Puts cells into a row that is there. */
function onto(row: Record<string, unknown> | undefined, cells: Cells): boolean {
  if (row === undefined) return false;
  Object.assign(row, cells);
  return true;
}
