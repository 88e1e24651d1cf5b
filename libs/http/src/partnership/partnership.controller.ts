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

  /** Forms a partnership: its name, what it is for, and the calendar its quarters are counted by. */
  @Post()
  formPartnership(@Ask() asked: Asked, @Body() body: FormPartnershipDto): Promise<Receipt> {
    return this.recording.begin('partnership', undefined, asked, body, (said) => ({ type: 'FormPartnership', ...said }));
  }

  /** The partners say anew how they think their work leads to what they want. */
  @Post(':id/theory-of-action')
  reviseTheoryOfAction(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: TheoryOfActionDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'ReviseTheoryOfAction', ...said }));
  }

  /** Another start of the fiscal year, from the first day of a fiscal year on. */
  @Post(':id/review-calendar')
  changeReviewCalendar(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ReviewCalendarDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'ChangeReviewCalendar', ...said }));
  }

  /** An organization joins the partnership and becomes a party of it. */
  @Post(':id/parties')
  joinParty(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: JoinPartyDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'JoinParty', ...said }));
  }

  /** A party leaves. Refused until each of its open shares is transferred, released, broken or kept on (R8). */
  @Post(':id/parties/:partyId/departure')
  letPartyLeave(
    @Param('id', IdInPath) id: Id,
    @Param('partyId', IdInPath) partyId: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'LetPartyLeave', partyId, ...said }));
  }

  /** A person takes a role in a party, and may act for it from then on. */
  @Post(':id/roles')
  assignRole(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: AssignRoleDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'AssignRole', ...said }));
  }

  /** A person gives up a role. Refused while the role owns open commitments (R9). */
  @Post(':id/roles/:roleId/end')
  endRole(
    @Param('id', IdInPath) id: Id,
    @Param('roleId', IdInPath) roleId: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'EndRole', roleId, ...said }));
  }

  /** A governance body of the partnership, and how often it means to meet. */
  @Post(':id/bodies')
  establishBody(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: EstablishBodyDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'EstablishBody', ...said }));
  }

  /** A governance body ends. */
  @Post(':id/bodies/:bodyId/dissolution')
  dissolveBody(
    @Param('id', IdInPath) id: Id,
    @Param('bodyId', IdInPath) bodyId: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'DissolveBody', bodyId, ...said }));
  }

  /** A goal of the partnership, to which commitments and indicators are put. */
  @Post(':id/goals')
  setGoal(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: SetGoalDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'SetGoal', ...said }));
  }

  /** A goal is given up. */
  @Post(':id/goals/:goalId/retirement')
  retireGoal(
    @Param('id', IdInPath) id: Id,
    @Param('goalId', IdInPath) goalId: Id,
    @Ask() asked: Asked,
    @Body() body: MayReasonDto,
  ): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'RetireGoal', goalId, ...said }));
  }

  /** What a party put in: staff days, money, or something in kind. */
  @Post(':id/contributions')
  recordContribution(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ContributionDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'RecordContribution', ...said }));
  }

  /** Something around the partnership that readers should know: a strike, a new law, a new leader. */
  @Post(':id/context')
  noteContext(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ContextDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'NoteContext', ...said }));
  }

  /** The partnership rests. Dates stand; cadences of meetings rest. */
  @Post(':id/pause')
  pausePartnership(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ReasonDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'PausePartnership', ...said }));
  }

  /** The partnership goes on after a pause. */
  @Post(':id/resumption')
  resumePartnership(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: MayReasonDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'ResumePartnership', ...said }));
  }

  /** The partnership ends. Refused while a commitment is open and nobody carries it on (R10). */
  @Post(':id/end')
  endPartnership(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: EndPartnershipDto): Promise<Receipt> {
    return this.recording.on('partnership', id, asked, body, (said) => ({ type: 'EndPartnership', ...said }));
  }
}
