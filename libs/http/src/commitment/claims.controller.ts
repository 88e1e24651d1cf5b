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

  @Post()
  claim(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ClaimDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'ClaimFulfilment', ...said }));
  }

  @Post(':claimId/withdrawal')
  withdraw(
    @Param('id', IdInPath) id: Id,
    @Param('claimId', IdInPath) claimId: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'WithdrawClaim', claimId, ...said }));
  }

  @Post(':claimId/verdict')
  judge(
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
