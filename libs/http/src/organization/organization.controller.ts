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

  @Post()
  register(@Ask() asked: Asked, @Body() body: RegisterOrganizationDto): Promise<Receipt> {
    return this.recording.begin('organization', undefined, asked, body, (said) => ({ type: 'RegisterOrganization', ...said }));
  }

  @Post(':id/names')
  rename(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: RenameOrganizationDto): Promise<Receipt> {
    return this.recording.on('organization', id, asked, body, (said) => ({ type: 'RenameOrganization', ...said }));
  }

  @Post(':id/aliases')
  addAlias(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: AddAliasDto): Promise<Receipt> {
    return this.recording.on('organization', id, asked, body, (said) => ({ type: 'AddAlias', ...said }));
  }

  @Post(':id/sizes')
  recordSize(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: RecordSizeDto): Promise<Receipt> {
    return this.recording.on('organization', id, asked, body, (said) => ({ type: 'RecordSize', ...said }));
  }

  @Post(':id/merger')
  merge(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: MergeOrganizationDto): Promise<Receipt> {
    return this.recording.on('organization', id, asked, body, (said) => ({ type: 'MergeOrganization', ...said }));
  }

  @Post(':id/closure')
  close(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: Dated): Promise<Receipt> {
    return this.recording.on('organization', id, asked, body, () => ({ type: 'CloseOrganization' }));
  }
}
