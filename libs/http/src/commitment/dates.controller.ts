import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import type { AgreementBy } from '#domain';
import { type Id, invalid, type Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { AnswerReceipt, Recording } from '../recording.js';
import { AgreeDueDateDto, AnnounceDueDateDto, DeclineDueDateDto, ProposeDueDateDto } from './work.dto.js';

const WHOLE = { kind: 'whole' } as const;

/** Due dates: announced by one party alone, or proposed and agreed. */
@Controller('commitments/:id')
@UseInterceptors(AnswerReceipt)
export class CommitmentDatesController {
  constructor(private readonly recording: Recording) {}

  /** The owing party alone says when it expects to be done. The date in force stays. */
  @Post('announcements')
  announceDueDate(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: AnnounceDueDateDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'AnnounceDueDate', ...said }));
  }

  /** A party proposes another due date, and agrees to it by proposing it. */
  @Post('due-date')
  proposeDueDate(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ProposeDueDateDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, ({ of = WHOLE, ...said }) => ({
      type: 'ProposeDueDate',
      of,
      ...said,
    }));
  }

  /** One party or body agrees to a proposed date. With the last agreement needed the date moves. */
  @Post('due-date/:proposalId/agreement')
  agreeDueDate(
    @Param('id', IdInPath) id: Id,
    @Param('proposalId', IdInPath) proposalId: Id,
    @Ask() asked: Asked,
    @Body() body: AgreeDueDateDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, ({ by }) => ({ type: 'AgreeDueDate', proposalId, by: oneSide(by) }));
  }

  /** One party or body does not agree to a proposed date. */
  @Post('due-date/:proposalId/declination')
  declineDueDate(
    @Param('id', IdInPath) id: Id,
    @Param('proposalId', IdInPath) proposalId: Id,
    @Ask() asked: Asked,
    @Body() body: DeclineDueDateDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, ({ by, reason }) => ({
      type: 'DeclineDueDate',
      proposalId,
      by: oneSide(by),
      reason,
    }));
  }
}

/** A yes or no is a party's or a body's, never both. */
function oneSide({ party, bodyId }: Readonly<{ party?: Id; bodyId?: Id }>): AgreementBy {
  if (party !== undefined && bodyId === undefined) return { party };
  if (bodyId !== undefined && party === undefined) return { bodyId };
  throw invalid([{ field: 'by', rule: 'R15', message: 'wanted either a party or a bodyId' }]);
}
