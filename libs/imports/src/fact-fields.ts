/** A field of a fact: whether a row must have it, and what is written in it (the reference lists these words). */
export type FieldRule = Readonly<{ required: boolean; holds: string }>;

const must = (holds: string): FieldRule => ({ required: true, holds });
const may = (holds: string): FieldRule => ({ required: false, holds });

/** What every fact can say of itself. */
const ofAnyFact = {
  occurred_on: may('the day, month or year it became true; without it, the day of `recorded_at`, else the day of the import'),
  recorded_at: may('the instant (with offset) or day at which the source recorded it'),
};

/**
 * The facts that can be imported, in the order in which they are recorded, with their fields. In the documented form
 * each has a file of its own and the fields are its columns.
 */
export const FACT_FIELDS = {
  organization: {
    key: must('any id of your own'),
    name: must('its name'),
    kind: must(
      'district, school, union, college, external-partner, funder, community, agency, team, board, foundation or parents',
    ),
    place: may('where it is'),
    nces: may('its NCES id'),
    ...ofAnyFact,
  },
  alias: {
    key: must('any id of your own'),
    organization: may('key or name; without it `alias` is a cell of parties, and every other name in it is recorded once'),
    alias: must('another name it goes by'),
    ...ofAnyFact,
  },
  party: {
    key: must('any id of your own'),
    organization: must('key or name of the organization that joins'),
    cohort: may('the wave it joined in'),
    part_of: may('key or name of the party it is part of'),
    ...ofAnyFact,
  },
  goal: { key: must('any id of your own'), title: must('the goal'), framework: may('a framework tag'), ...ofAnyFact },
  role: {
    key: must('any id of your own'),
    person: must("the person's id in the directory (a UUID); no name ever stands in a table that is recorded"),
    party: must('the party in which the role is held'),
    title: must('what the role is called'),
    succeeds: may('key of the role before it'),
    ended_on: may('the day, month or year it ended'),
    ...ofAnyFact,
  },
  indicator: {
    key: must('any id of your own'),
    name: must('what is measured'),
    goal: may('key of its goal'),
    unit: must('what it is counted in, such as percent'),
    direction: must('up or down: which way is better'),
    baseline: may('the value at the start, such as 41.5'),
    baseline_on: may('the day of the baseline; needed with it'),
    target: may('the value aimed at'),
    target_by: may('the day by which; needed with it'),
    dimensions: may('what values are told apart by, separated by `;`'),
    made_of: may('of an index: keys of indicators with their weights, `reading=0.6;attendance=0.4`'),
    suppress_below: may('values that stand for fewer than so many are not recorded'),
    ...ofAnyFact,
  },
  meeting: {
    key: must('any id of your own'),
    title: must('what it is called'),
    kind: must('meeting, visit, summit, institute or in-service'),
    on: must('the day it is planned for, and held on; one that was held counts as planned on that day at the latest'),
    attended: may('the parties that were there; where it is empty the meeting is only scheduled'),
    ...ofAnyFact,
  },
  commitment: {
    key: must('any id of your own'),
    statement: must('the promise'),
    owing: must('the parties that owe it, a share each'),
    owed_to: must('the parties it is owed to'),
    goal: may('key of its goal'),
    pledged_at: may('key of the meeting at which it was pledged'),
    due_on: may('the day it is due; without it no date is stated'),
    done_when: may('the criteria, separated by `;`'),
    ...ofAnyFact,
  },
  milestone: {
    key: must('any id of your own'),
    commitment: must('key of its commitment'),
    title: must('what is to be reached'),
    due_on: may('the day it is due'),
    party: may('the party that is to reach it'),
    ...ofAnyFact,
  },
  'due-date': {
    key: must('any id of your own'),
    commitment: must('key of the commitment'),
    by: must('the party that proposes it'),
    due_on: must('the new date'),
    reason: must('why'),
    agreed_by: may('the parties that agreed, on the same day; the proposing party agrees by proposing'),
    ...ofAnyFact,
  },
  progress: {
    key: must('any id of your own'),
    commitment: may('key of the commitment, for a report on the whole'),
    milestone: may('key of the milestone, for a report on that'),
    status: may('on-track, at-risk, off-track, reached, or open (of a milestone: not, or no longer, reached)'),
    source_status: may('the word that the source itself uses for it; `no-longer-stated` where it had one and has none now'),
    percent: may('0 to 100'),
    narrative: may('what was reported, in words; of a milestone that is `open` again, why'),
    party: may('the party that reports'),
    ...ofAnyFact,
  },
  evidence: {
    key: must('any id of your own'),
    title: must('what it is'),
    method: must(
      'observation, interview, survey, minutes, student-work, assessment-data, administrative-data, document, visit-report or testimony',
    ),
    collected_on: may('the day, month or year; without it, the day of the fact'),
    party: may('the party that submits it'),
    url: may('a link; it is kept, never fetched'),
    text: may('the evidence itself, in words; one of `url` and `text`'),
    commitment: may('key of the commitment it stands behind'),
    milestone: may('key of the milestone it stands behind'),
    stance: may('supports (default) or contradicts'),
    confidentiality: may('public, partnership (default) or parties'),
    ...ofAnyFact,
  },
  reading: {
    key: must('any id of your own'),
    indicator: must('key of the indicator'),
    value: may('the value, such as 47.25; one of `value` and `absent`'),
    absent: may('why there is none: suppressed, not-applicable, not-available, not-collected or no-longer-reported'),
    as_of: must('the day, month or year the value is of'),
    party: may('the party it is for'),
    dimension: may('the dimension it is for'),
    n: may('for how many it stands'),
    source: must('where it was read'),
    evidence: may('key of the evidence it rests on'),
    ...ofAnyFact,
  },
  claim: {
    key: must('any id of your own'),
    commitment: must('key of the commitment'),
    party: must('the party that says its share is done'),
    fulfilled_on: must('the day, month or year it was done'),
    evidence: may('keys of the evidence, separated by `;`'),
    ...ofAnyFact,
  },
  verdict: {
    key: must('any id of your own'),
    claim: must('key of the claim'),
    by: must('the party that judges'),
    verdict: must('met, partially-met or not-met'),
    reason: may('why; needed for not-met'),
    ...ofAnyFact,
  },
  context: {
    key: must('any id of your own'),
    kind: must('strike, takeover, law, leadership, funding or other'),
    title: must('what happened around the partnership'),
    narrative: may('more about it'),
    ...ofAnyFact,
  },
  departure: {
    key: must('any id of your own'),
    party: must('the party that left, on the day of the fact'),
    reason: may('why'),
    ...ofAnyFact,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldRule>>>>;

export type FactKind = keyof typeof FACT_FIELDS;

export const FACT_KINDS = Object.keys(FACT_FIELDS) as readonly FactKind[];

/** The file of a fact in the documented form. */
export const FACT_FILES: Readonly<Record<FactKind, string>> = {
  organization: 'organizations.csv',
  alias: 'aliases.csv',
  party: 'parties.csv',
  goal: 'goals.csv',
  role: 'roles.csv',
  indicator: 'indicators.csv',
  meeting: 'meetings.csv',
  commitment: 'commitments.csv',
  milestone: 'milestones.csv',
  'due-date': 'due-dates.csv',
  progress: 'progress.csv',
  evidence: 'evidence.csv',
  reading: 'readings.csv',
  claim: 'claims.csv',
  verdict: 'verdicts.csv',
  context: 'context.csv',
  departure: 'departures.csv',
};
