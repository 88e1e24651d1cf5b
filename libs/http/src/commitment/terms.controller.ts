import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import type { DueTerms } from '#domain';
import { type CivilDate, type Id, invalid, type Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { MayReasonDto } from '../partnership/partnership.dto.js';
import { AnswerReceipt, Recording } from '../recording.js';
import {
  AddShareDto,
  ChangeOwnerDto,
  DeclareBrokenDto,
  MakeCommitmentDto,
  ReleaseShareDto,
  SupersedeCommitmentDto,
  TransferShareDto,
  WithdrawCommitmentDto,
} from './terms.dto.js';

/** Making commitments, their shares and owners, and how they end. */
@Controller()
@UseInterceptors(AnswerReceipt)
export class CommitmentTermsController {
  constructor(private readonly recording: Recording) {}

  /** Parties promise something to others: what, by when, and how one will see that it is done. */
  @Post('partnerships/:id/commitments')
  makeCommitment(
    @Param('id', IdInPath) partnershipId: Id,
    @Ask() asked: Asked,
    @Body() body: MakeCommitmentDto,
  ): Promise<Receipt> {
    return this.recording.begin('commitment', partnershipId, asked, body, ({ dueBasis, dueOn, ...said }) => ({
      type: 'MakeCommitment',
      partnershipId,
      ...said,
      ...dueTerms(dueBasis, dueOn),
    }));
  }

  /** A further party takes a share of the promise, as those it concerns agreed. */
  @Post('commitments/:id/shares')
  addShare(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: AddShareDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'AddShare', ...said }));
  }

  /** A share passes from one party to another; the receiver and those it is owed to agree. */
  @Post('commitments/:id/shares/:party/transfer')
  transferShare(
    @Param('id', IdInPath) id: Id,
    @Param('party', IdInPath) from: Id,
    @Ask() asked: Asked,
    @Body() body: TransferShareDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'TransferShare', from, ...said }));
  }

  /** A party is let out of its share by those it is owed to. */
  @Post('commitments/:id/shares/:party/release')
  releaseShare(
    @Param('id', IdInPath) id: Id,
    @Param('party', IdInPath) party: Id,
    @Ask() asked: Asked,
    @Body() body: ReleaseShareDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'ReleaseShare', party, ...said }));
  }

  /** A party that is about to leave stays bound to its share. */
  @Post('commitments/:id/shares/:party/retention')
  keepShareOn(
    @Param('id', IdInPath) id: Id,
    @Param('party', IdInPath) party: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'KeepShareOn', party, ...said }));
  }

  /** Another person looks after the commitment, or expressly nobody. */
  @Post('commitments/:id/owner')
  changeOwner(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ChangeOwnerDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'ChangeOwner', ...said }));
  }

  /** The commitment is withdrawn, with its reason. Only an agreement takes a due date away (scoring line 2). */
  @Post('commitments/:id/withdrawal')
  withdrawCommitment(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: WithdrawCommitmentDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'WithdrawCommitment', ...said }));
  }

  /** Another commitment takes the place of this one and keeps its original date. */
  @Post('commitments/:id/supersession')
  supersedeCommitment(
    @Param('id', IdInPath) id: Id,
    @Ask() asked: Asked,
    @Body() body: SupersedeCommitmentDto,
  ): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'SupersedeCommitment', ...said }));
  }

  /** An owing party says that it will not do its share. */
  @Post('commitments/:id/breach')
  declareBroken(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: DeclareBrokenDto): Promise<Receipt> {
    return this.recording.on('commitment', id, asked, body, (said) => ({ type: 'DeclareBroken', ...said }));
  }
}

/** A due date goes with its basis, and none with `none`. */
function dueTerms(dueBasis: 'stated' | 'assumed' | 'none', dueOn: CivilDate | undefined): DueTerms {
  if (dueBasis === 'none') {
    if (dueOn === undefined) return { dueBasis };
    throw invalid([{ field: 'dueOn', rule: 'R15', message: 'a commitment without a date (dueBasis none) names none' }]);
  }
  if (dueOn === undefined)
    throw invalid([
      { field: 'dueOn', rule: 'R15', message: `a date that is ${dueBasis} is named; without one, dueBasis is none` },
    ]);
  return { dueBasis, dueOn };
}
