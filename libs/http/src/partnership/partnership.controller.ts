import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import type { Id, Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { AnswerReceipt, Recording } from '../recording.js';
import {
  AssignRoleDto,
  ContextDto,
  ContributionDto,
  EndPartnershipDto,
  EstablishBodyDto,
  FormPartnershipDto,
  JoinPartyDto,
  MayReasonDto,
  ReasonDto,
  ReviewCalendarDto,
  SetGoalDto,
  TheoryOfActionDto,
} from './partnership.dto.js';

@Controller('partnerships')
@UseInterceptors(AnswerReceipt)
export class PartnershipController {
  constructor(private readonly recording: Recording) {}

  @Post()
  form(@Ask() asked: Asked, @Body() body: FormPartnershipDto): Promise<Receipt> {
    return this.recording.begin('partnership', undefined, asked, body, (said) => ({ type: 'FormPartnership', ...said }));
  }

  @Post(':id/theory-of-action')
  reviseTheory(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: TheoryOfActionDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'ReviseTheoryOfAction', ...said }));
  }

  @Post(':id/review-calendar')
  changeCalendar(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ReviewCalendarDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'ChangeReviewCalendar', ...said }));
  }

  @Post(':id/parties')
  join(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: JoinPartyDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'JoinParty', ...said }));
  }

  @Post(':id/parties/:partyId/departure')
  leave(
    @Param('id', IdInPath) id: Id,
    @Param('partyId', IdInPath) partyId: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'LetPartyLeave', partyId, ...said }));
  }

  @Post(':id/roles')
  assignRole(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: AssignRoleDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'AssignRole', ...said }));
  }

  @Post(':id/roles/:roleId/end')
  endRole(
    @Param('id', IdInPath) id: Id,
    @Param('roleId', IdInPath) roleId: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'EndRole', roleId, ...said }));
  }

  @Post(':id/bodies')
  establishBody(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: EstablishBodyDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'EstablishBody', ...said }));
  }

  @Post(':id/bodies/:bodyId/dissolution')
  dissolveBody(
    @Param('id', IdInPath) id: Id,
    @Param('bodyId', IdInPath) bodyId: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'DissolveBody', bodyId, ...said }));
  }

  @Post(':id/goals')
  setGoal(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: SetGoalDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'SetGoal', ...said }));
  }

  @Post(':id/goals/:goalId/retirement')
  retireGoal(
    @Param('id', IdInPath) id: Id,
    @Param('goalId', IdInPath) goalId: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'RetireGoal', goalId, ...said }));
  }

  @Post(':id/contributions')
  contribute(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ContributionDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'RecordContribution', ...said }));
  }

  @Post(':id/context')
  noteContext(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ContextDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'NoteContext', ...said }));
  }

  @Post(':id/pause')
  pause(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ReasonDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'PausePartnership', ...said }));
  }

  @Post(':id/resumption')
  resume(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: MayReasonDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'ResumePartnership', ...said }));
  }

  @Post(':id/end')
  end(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: EndPartnershipDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'EndPartnership', ...said }));
  }
}
