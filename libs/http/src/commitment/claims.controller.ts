import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { type Id, invalid, type Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { MayReasonDto } from '../partnership/partnership.dto.js';
import { AnswerReceipt, Recording } from '../recording.js';
import { ClaimDto, VerdictDto } from './work.dto.js';

/** Claims of fulfilment and what others say of them. */
@Controller('commitments/:id/claims')
@UseInterceptors(AnswerReceipt)
export class CommitmentClaimsController {
  constructor(private readonly recording: Recording) {}

  /** A party says that it has fulfilled its share, and on what evidence. */
  @Post()
  recordClaim(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ClaimDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'ClaimFulfilment', ...said }));
  }

  /** A party takes its claim back. */
  @Post(':claimId/withdrawal')
  withdrawClaim(
    @Param('id', IdInPath) id: Id,
    @Param('claimId', IdInPath) claimId: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'WithdrawClaim', claimId, ...said }));
  }

  /** Who it is owed to says of a claim: met, partially met, or not met. Nobody judges its own share (R5). */
  @Post(':claimId/verdict')
  recordVerdict(
    @Param('id', IdInPath) id: Id,
    @Param('claimId', IdInPath) claimId: Id,
    @Ask() asked: Asked,
    @Body() body: VerdictDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, ({ verdict, reason, ...said }) => {
      if (verdict !== 'not-met')
        return { type: 'VerifyFulfilment', claimId, verdict, ...said, ...(reason === undefined ? {} : { reason }) };
      if (reason === undefined) throw invalid([{ field: 'reason', rule: 'R15', message: 'who rejects a claim says why' }]);
      return { type: 'RejectFulfilment', claimId, reason, ...said };
    });
  }
}
