import type { IndicatorFigure, ReadingFigure, Scorecard } from '#scoring';
import { day } from './days.js';
import { type Block, heading, paragraph, table } from './document.js';
import type { Names } from './names.js';
import { counted, followThroughWords, type Wording } from './wording.js';

/** What stands around the promises: milestones, activity, meetings, indicators, child partnerships. */
export function context(scorecard: Scorecard, names: Names, say: Wording): Block[] {
  return [
    ...milestones(scorecard, names),
    ...meetings(scorecard, names, say),
    ...indicators(scorecard, names, say),
    ...children(scorecard),
  ];
}

function milestones({ milestones: figures, activity, judgedThrough }: Scorecard, names: Names): Block[] {
  const { planned, reached, reopened, undated, words, followThrough } = figures;
  const { statusReports, evidenceLinks } = activity;
  const reports =
    `In the quarter: ${counted(statusReports.onMilestones.length, 'status report')} on ${statusReports.milestonesReportedOn.length} of ` +
    `${counted(planned.length, 'milestone')}, ${counted(statusReports.onOthers.length, 'status report')} on promises, ` +
    `${counted(evidenceLinks.length, 'evidence link')}.`;
  if (planned.length === 0) return [heading('Reports and milestones'), paragraph(reports), paragraph('No milestone is planned.')];
  return [
    heading('Reports and milestones'),
    paragraph(reports),
    paragraph(
      `Of ${counted(planned.length, 'milestone')} by ${day(judgedThrough)}: ${reached.length} reached, ` +
        `${undated.length} without a date (never counted). Milestones with a date: ${followThroughWords(followThrough)}. ` +
        `Reopened in the quarter: ${reopened.length}${reopened.length === 0 ? '' : ` (${reopened.map(({ milestoneId }) => names.milestones.get(milestoneId) ?? milestoneId).join('; ')})`}.`,
    ),
    table(
      ['last reported', '>milestones'],
      words.map(({ kind, word, milestones: said }) => [
        kind === 'none' ? 'nothing reported' : kind === 'no-longer-stated' ? 'the source no longer says' : word,
        String(said.length),
      ]),
      '',
      `Last word on each milestone by ${day(judgedThrough)}, in the words of whoever reported it.`,
    ),
  ];
}

function meetings({ meetings: { bodies, others } }: Scorecard, names: Names, say: Wording): Block[] {
  return [
    heading('Meetings'),
    table(
      ['body', '>periods', '>with a meeting', '>held', 'attendance'],
      bodies.map(({ bodyId, expected, met, held, attendance }) => [
        names.bodies.get(bodyId) ?? bodyId,
        expected === null ? 'no cadence' : String(expected.length),
        met === null ? '–' : String(met.length),
        String(held.length),
        attendance.map(({ party, meetings: attended }) => `${say.party(party)} ${attended.length}`).join(', '),
      ]),
      'No body is established.',
    ),
    ...(others.length === 0 ? [] : [paragraph(`Meetings of no body: ${others.length}.`)]),
  ];
}

function reading(figure: ReadingFigure | null): string {
  if (figure === null) return '–';
  const value = 'value' in figure ? figure.value : figure.absent;
  return `${value} (${day(figure.asOf)}${figure.n === null ? '' : `, n = ${figure.n}`})`;
}

function indicators({ indicators: figures }: Scorecard, names: Names, say: Wording): Block[] {
  const whom = ({ for: whose }: IndicatorFigure) =>
    whose === null
      ? ''
      : `, ${[whose.party === undefined ? undefined : say.party(whose.party), whose.dimension].filter((part) => part !== undefined).join(', ')}`;
  const percent = ({ distanceClosed }: IndicatorFigure) =>
    distanceClosed === null ? '–' : `${Math.round((100 * distanceClosed.num) / distanceClosed.den)} %`;
  return [
    heading('Indicators'),
    table(
      ['indicator', '>baseline', '>target', 'quarter before', 'last reading', '>distance closed'],
      figures.map((figure) => [
        `${names.indicators.get(figure.indicatorId) ?? figure.indicatorId}${whom(figure)}${figure.seriesBroken ? ' (series broken)' : ''}, ${figure.unit}`,
        figure.baseline ?? '–',
        figure.target === null ? '–' : `${figure.target.value} by ${day(figure.target.by)}`,
        reading(figure.quarterBefore),
        reading(figure.last),
        percent(figure),
      ]),
      'No indicator is defined.',
    ),
  ];
}

function children({ children: figures }: Scorecard): Block[] {
  if (figures.length === 0) return [];
  return [
    heading('Partnerships within this one'),
    table(
      ['partnership', 'follow-through'],
      figures.map(({ partnershipId, followThrough }) => [partnershipId, followThroughWords(followThrough)]),
      '',
      'Shown beside, never summed in.',
    ),
  ];
}
