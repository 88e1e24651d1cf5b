import { type CommitmentCommand, EVIDENCE_METHODS, type EvidenceTarget } from '#domain';
import { type Id } from '#kernel';
import type { Cells } from './cells.js';
import type { Slot, Stated, TextOf, World } from './world.js';

const items = (cell: string | undefined) =>
  (cell ?? '')
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

export function onCommitment(
  world: World,
  key: string,
  slot: string,
  command: (text: TextOf) => CommitmentCommand,
  more: Omit<Slot, 'slot' | 'act'> = {},
): Slot {
  const id = world.idOf('commitment', key);
  return { ...more, slot, act: (text) => ({ family: 'commitment', id, command: command(text) }) };
}

export function commitment(cells: Cells, key: string, world: World): Stated | undefined {
  const statement = cells.must('statement');
  const owing = cells.must('owing') === undefined ? [] : world.parties(cells, 'owing');
  const owedTo = cells.must('owed_to') === undefined ? [] : world.parties(cells, 'owed_to');
  const goalKey = world.reference(cells, 'goal', 'goal');
  const pledgedAt = world.reference(cells, 'pledged_at', 'meeting');
  const dueOn = cells.dueDay('due_on');
  const doneWhen = items(cells.get('done_when')).map((text, at) => ({ id: `c${at + 1}`, text }));
  const goalId = goalKey === undefined ? undefined : world.find('goal', goalKey);
  if (statement === undefined || !cells.isGood) return undefined;
  return {
    slots: [
      onCommitment(world, key, 'commitment', () => ({
        type: 'MakeCommitment',
        partnershipId: world.partnershipId,
        statement,
        shares: owing.map((party) => ({ party })),
        owedTo,
        ...(goalId === undefined ? {} : { goalId }),
        ...(pledgedAt === undefined ? {} : { pledgedAt: world.idOf('meeting', pledgedAt) }),
        doneWhen,
        completion: 'all',
        changesAgreedBy: 'every-party',
        owner: 'without-owner',
        ...(dueOn === undefined ? { dueBasis: 'none' } : { dueBasis: 'stated', dueOn }),
      })),
    ],
  };
}

export function milestone(cells: Cells, key: string, world: World): Stated | undefined {
  const of = world.mustRefer(cells, 'commitment', 'commitment');
  const title = cells.must('title');
  const dueOn = cells.dueDay('due_on');
  const party = world.party(cells, 'party');
  if (of === undefined || title === undefined) return undefined;
  world.belongs('milestone', key, of);
  const plan = () =>
    ({
      type: 'PlanMilestone',
      title,
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(party === undefined ? {} : { party }),
    }) as const;
  return { slots: [onCommitment(world, of, 'milestone', plan, { makes: { kind: 'milestone', key } })] };
}

export function dueDate(cells: Cells, key: string, world: World): Stated | undefined {
  const of = world.mustRefer(cells, 'commitment', 'commitment');
  const by = world.mustParty(cells, 'by');
  const dueOn = cells.must('due_on') === undefined ? undefined : cells.dueDay('due_on');
  const reason = cells.must('reason');
  const agreedBy = world.parties(cells, 'agreed_by').filter((party) => party !== by);
  if (of === undefined || by === undefined || dueOn === undefined || reason === undefined) return undefined;
  const propose = (text: TextOf): CommitmentCommand => ({
    type: 'ProposeDueDate',
    of: { kind: 'whole' },
    by,
    dueOn,
    reason: text('reason', reason),
  });
  const agree = (party: Id) => (): CommitmentCommand => ({
    type: 'AgreeDueDate',
    proposalId: world.find('proposal', key) ?? '',
    by: { party },
  });
  return {
    slots: [
      onCommitment(world, of, 'proposal', propose, { makes: { kind: 'proposal', key } }),
      ...agreedBy.map((party) => onCommitment(world, of, `agreement ${party}`, agree(party))),
    ],
  };
}

/** What a link or a report is about: a milestone where the row names one, else the whole of a commitment. */
export function target(cells: Cells, world: World) {
  const milestoneKey = world.reference(cells, 'milestone', 'milestone');
  if (milestoneKey !== undefined) {
    const milestoneId = world.find('milestone', milestoneKey);
    const of = world.commitmentKey('milestone', milestoneKey);
    if (milestoneId === undefined || of === undefined) return undefined;
    return { key: `milestone ${milestoneKey}`, commitment: of, to: { kind: 'milestone', milestoneId } as const };
  }
  const of = world.reference(cells, 'commitment', 'commitment');
  return of === undefined ? undefined : { key: `commitment ${of}`, commitment: of, to: { kind: 'whole' } as const };
}

export function evidence(cells: Cells, key: string, world: World): Stated | undefined {
  const title = cells.must('title');
  const method = cells.mustChoose('method', EVIDENCE_METHODS);
  const collectedOn = cells.occurrence('collected_on') ?? cells.occurrence('occurred_on') ?? cells.occurrence('recorded_at');
  const party = world.party(cells, 'party');
  const url = cells.get('url');
  const said = cells.get('text');
  const confidentiality = cells.choice('confidentiality', ['public', 'partnership', 'parties'] as const) ?? 'partnership';
  const stance = cells.choice('stance', ['supports', 'contradicts'] as const) ?? 'supports';
  const linked = target(cells, world);
  if ((url === undefined) === (said === undefined)) cells.wrong('url', 'one-of', 'give either a url or a text');
  if (collectedOn === undefined) cells.wrong('collected_on', 'required', 'no day is given on which it was collected');
  if (title === undefined || method === undefined || collectedOn === undefined || !cells.isGood) return undefined;
  const evidenceId = world.idOf('evidence', key);
  const submitted: Slot = {
    slot: 'evidence',
    act: (text) => ({
      family: 'evidence',
      id: evidenceId,
      command: {
        type: 'SubmitEvidence',
        partnershipId: world.partnershipId,
        title,
        method,
        collectedOn,
        ...(party === undefined ? {} : { party }),
        confidentiality,
        content: url === undefined ? { kind: 'text', text: text('content', said ?? '') } : { kind: 'link', url },
      },
    }),
  };
  if (linked === undefined) return { slots: [submitted], mayState: ['evidence', 'link'] };
  const to: EvidenceTarget = linked.to;
  const link = (): CommitmentCommand => ({
    type: 'LinkEvidence',
    evidenceId,
    revision: 1,
    to,
    stance,
    ...(party === undefined ? {} : { by: party }),
  });
  return {
    slots: [submitted, onCommitment(world, linked.commitment, 'link', link, { makes: { kind: 'link', key } })],
    mayState: ['evidence', 'link'],
  };
}

export function claim(cells: Cells, key: string, world: World): Stated | undefined {
  const of = world.mustRefer(cells, 'commitment', 'commitment');
  const party = world.mustParty(cells, 'party');
  const fulfilledOn = cells.must('fulfilled_on') === undefined ? undefined : cells.occurrence('fulfilled_on');
  const named = items(cells.get('evidence'));
  const missing = named.find((item) => !world.has('evidence', item));
  if (missing !== undefined) cells.wrong('evidence', 'unknown-key', `there is no evidence "${missing}" in a row before this one`);
  if (of === undefined || party === undefined || fulfilledOn === undefined) return undefined;
  world.belongs('claim', key, of);
  const made = (): CommitmentCommand => ({
    type: 'ClaimFulfilment',
    party,
    fulfilledOn,
    evidence: named.map((item) => ({ evidenceId: world.idOf('evidence', item), revision: 1 })),
  });
  return { slots: [onCommitment(world, of, 'claim', made, { makes: { kind: 'claim', key } })] };
}

export function verdict(cells: Cells, _key: string, world: World): Stated | undefined {
  const claimKey = world.mustRefer(cells, 'claim', 'claim');
  const by = world.mustParty(cells, 'by');
  const said = cells.mustChoose('verdict', ['met', 'partially-met', 'not-met'] as const);
  const reason = said === 'not-met' ? cells.must('reason') : cells.get('reason');
  const claimId = claimKey === undefined ? undefined : world.find('claim', claimKey);
  const of = claimKey === undefined ? undefined : world.commitmentKey('claim', claimKey);
  if (claimId === undefined || of === undefined || by === undefined || said === undefined || !cells.isGood) return undefined;
  return {
    slots: [
      onCommitment(world, of, 'verdict', (text) =>
        said === 'not-met'
          ? { type: 'RejectFulfilment', claimId, by, reason: text('reason', reason ?? '') }
          : {
              type: 'VerifyFulfilment',
              claimId,
              by,
              verdict: said,
              ...(reason === undefined ? {} : { reason: text('reason', reason) }),
            },
      ),
    ],
  };
}
