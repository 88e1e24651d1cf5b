import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import type { Absence, Decimal, ReadingValue } from '#domain';
import { type Id, invalid, type Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { MayReasonDto } from '../partnership/partnership.dto.js';
import { AnswerReceipt, Recording } from '../recording.js';
import { DefineIndicatorDto, ReadingDto, RedefineIndicatorDto, ReviseTargetDto } from './indicator.dto.js';

@Controller()
@UseInterceptors(AnswerReceipt)
export class IndicatorController {
  constructor(private readonly recording: Recording) {}

  /** A figure the partnership watches: its unit, which way is better, where it began and where it is to go. */
  @Post('partnerships/:id/indicators')
  defineIndicator(
    @Param('id', IdInPath) partnershipId: Id,
    @Ask() asked: Asked,
    @Body() body: DefineIndicatorDto,
  ): Promise<Receipt> {
    return this.recording.begin('indicator', partnershipId, asked, body, (said) => ({
      type: 'DefineIndicator',
      partnershipId,
      ...said,
    }));
  }

  /** The figure is measured in another way from now on. It breaks the series, and says so. */
  @Post('indicators/:id/redefinition')
  redefineIndicator(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: RedefineIndicatorDto): Promise<Receipt> {
    return this.recording.on('indicator', id, asked, body, (said) => ({ type: 'RedefineIndicator', ...said }));
  }

  /** A reading of the figure, or why there is none. */
  @Post('indicators/:id/readings')
  recordReading(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ReadingDto): Promise<Receipt> {
    return this.recording.on('indicator', id, asked, body, ({ reading, ...said }) => ({
      type: 'RecordReading',
      reading: valueOrAbsence(reading),
      ...said,
    }));
  }

  /** Another target, with its reason. */
  @Post('indicators/:id/target')
  reviseTarget(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ReviseTargetDto): Promise<Receipt> {
    return this.recording.on('indicator', id, asked, body, (said) => ({ type: 'ReviseTarget', ...said }));
  }

  /** The figure is no longer watched. */
  @Post('indicators/:id/retirement')
  retireIndicator(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: MayReasonDto): Promise<Receipt> {
    return this.recording.on('indicator', id, asked, body, (said) => ({ type: 'RetireIndicator', ...said }));
  }
}

function valueOrAbsence({ value, absent }: Readonly<{ value?: Decimal; absent?: Absence }>): ReadingValue {
  if (value !== undefined && absent === undefined) return { value };
  if (absent !== undefined && value === undefined) return { absent };
  throw invalid([{ field: 'reading', rule: 'R15', message: 'wanted either a value or why it is absent' }]);
}
