import { Body, Controller, Param, type PipeTransform, Post, UseInterceptors } from '@nestjs/common';
import { type Family, type Id, notFound, type Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { AnswerReceipt, Recording } from '../recording.js';
import { ConfirmRecordDto, ContestRecordDto, CorrectFactDto } from './facts.dto.js';

const FAMILIES: Readonly<Record<string, Family>> = {
  organizations: 'organization',
  partnerships: 'partnership',
  commitments: 'commitment',
  evidence: 'evidence',
  indicators: 'indicator',
  meetings: 'meeting',
};

class FamilyInPath implements PipeTransform<string, Family> {
  transform(value: string): Family {
    const family = Object.hasOwn(FAMILIES, value) ? FAMILIES[value] : undefined;
    if (family === undefined) throw notFound('address', value.slice(0, 64));
    return family;
  }
}

/** What may be said of any recorded fact, in whatever stream it stands. */
@Controller(':things/:id')
@UseInterceptors(AnswerReceipt)
export class FactsController {
  constructor(private readonly recording: Recording) {}

  @Post('corrections')
  correct(
    @Param('things', FamilyInPath) family: Family,
    @Param('id', IdInPath) id: Id,
    @Ask() asked: Asked,
    @Body() body: CorrectFactDto,
  ): Promise<Receipt> {
    return this.recording.on(family, id, asked, body, (said) => ({ type: 'CorrectFact', ...said }));
  }

  @Post('records/:eventId/confirmation')
  confirm(
    @Param('things', FamilyInPath) family: Family,
    @Param('id', IdInPath) id: Id,
    @Param('eventId', IdInPath) eventId: Id,
    @Ask() asked: Asked,
    @Body() body: ConfirmRecordDto,
  ): Promise<Receipt> {
    return this.recording.on(family, id, asked, body, (said) => ({ type: 'ConfirmRecord', eventId, ...said }));
  }

  @Post('records/:eventId/contestation')
  contest(
    @Param('things', FamilyInPath) family: Family,
    @Param('id', IdInPath) id: Id,
    @Param('eventId', IdInPath) eventId: Id,
    @Ask() asked: Asked,
    @Body() body: ContestRecordDto,
  ): Promise<Receipt> {
    return this.recording.on(family, id, asked, body, (said) => ({ type: 'ContestRecord', eventId, ...said }));
  }
}
