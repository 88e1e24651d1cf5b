import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import type { Id, Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { Dated } from '../dated.js';
import { AnswerReceipt, Recording } from '../recording.js';
import {
  AddAliasDto,
  MergeOrganizationDto,
  RecordSizeDto,
  RegisterOrganizationDto,
  RenameOrganizationDto,
} from './organization.dto.js';

@Controller('organizations')
@UseInterceptors(AnswerReceipt)
export class OrganizationController {
  constructor(private readonly recording: Recording) {}

  /** Registers an organization: a district, a school, a union, a college. It stands for itself, outside any partnership. */
  @Post()
  registerOrganization(@Ask() asked: Asked, @Body() body: RegisterOrganizationDto): Promise<Receipt> {
    return this.recording.begin('organization', undefined, asked, body, (said) => ({ type: 'RegisterOrganization', ...said }));
  }

  /** The organization is called something else from a day on. What it was called before stays findable. */
  @Post(':id/names')
  renameOrganization(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: RenameOrganizationDto): Promise<Receipt> {
    return this.recording.on('organization', id, asked, body, (said) => ({ type: 'RenameOrganization', ...said }));
  }

  /** Another name by which the organization is known and found. */
  @Post(':id/aliases')
  addAlias(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: AddAliasDto): Promise<Receipt> {
    return this.recording.on('organization', id, asked, body, (said) => ({ type: 'AddAlias', ...said }));
  }

  /** How large the organization was on a day: pupils, members, schools. */
  @Post(':id/sizes')
  recordSize(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: RecordSizeDto): Promise<Receipt> {
    return this.recording.on('organization', id, asked, body, (said) => ({ type: 'RecordSize', ...said }));
  }

  /** The organization went up in another one. */
  @Post(':id/merger')
  mergeOrganization(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: MergeOrganizationDto): Promise<Receipt> {
    return this.recording.on('organization', id, asked, body, (said) => ({ type: 'MergeOrganization', ...said }));
  }

  /** The organization ended. */
  @Post(':id/closure')
  closeOrganization(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: Dated): Promise<Receipt> {
    return this.recording.on('organization', id, asked, body, () => ({ type: 'CloseOrganization' }));
  }
}
