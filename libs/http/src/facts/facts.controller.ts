import { Body, Controller, Param, type PipeTransform, Post, UseInterceptors } from '@nestjs/common';
import { type Family, type Id, notFound, type Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { familyAt, THINGS } from '../families.js';
import { AnswerReceipt, Recording } from '../recording.js';
import type { Schema } from '../telling.js';
import { ConfirmRecordDto, ContestRecordDto, CorrectFactDto } from './facts.dto.js';

class FamilyInPath implements PipeTransform<string, Family> {
  /** As the description of the interface says it. */
  static readonly schema: Schema = { enum: THINGS };

  transform(value: string): Family {
    const family = familyAt(value);
    if (family === undefined) throw notFound('address', value.slice(0, 64));
    return family;
  }
}

/** What may be said of any recorded fact, in whatever stream it stands. */
@Controller(':things/:id')
@UseInterceptors(AnswerReceipt)
export class FactsController {
  constructor(private readonly recording: Recording) {}

  /** Says what a recorded fact should have said, or strikes it. A correction is a fact of its own (R11, R12). */
  @Post('corrections')
  correctFact(
    @Param('things', FamilyInPath) family: Family,
    @Param('id', IdInPath) id: Id,
    @Ask() asked: Asked,
    @Body() body: CorrectFactDto,
  ): Promise<Receipt> {
    return this.recording.on(family, id, asked, body, (said) => ({ type: 'CorrectFact', ...said }));
  }

  /** The party on whose behalf a fact was recorded says: so it was. */
  @Post('records/:eventId/confirmation')
  confirmRecord(
    @Param('things', FamilyInPath) family: Family,
    @Param('id', IdInPath) id: Id,
    @Param('eventId', IdInPath) eventId: Id,
    @Ask() asked: Asked,
    @Body() body: ConfirmRecordDto,
  ): Promise<Receipt> {
    return this.recording.on(family, id, asked, body, (said) => ({ type: 'ConfirmRecord', eventId, ...said }));
  }

  /** The party on whose behalf a fact was recorded says: so it was not. */
  @Post('records/:eventId/contestation')
  contestRecord(
    @Param('things', FamilyInPath) family: Family,
    @Param('id', IdInPath) id: Id,
    @Param('eventId', IdInPath) eventId: Id,
    @Ask() asked: Asked,
    @Body() body: ContestRecordDto,
  ): Promise<Receipt> {
    return this.recording.on(family, id, asked, body, (said) => ({ type: 'ContestRecord', eventId, ...said }));
  }
}
