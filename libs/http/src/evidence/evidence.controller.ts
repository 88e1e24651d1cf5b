import { Body, Controller, Get, Param, Post, Query, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Id, Receipt } from '#kernel';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { TakesFile } from '../body.guard.js';
import { ReasonDto } from '../partnership/partnership.dto.js';
import { AnswerReceipt, Recording } from '../recording.js';
import { EvidenceContents } from './contents.js';
import { AppraiseEvidenceDto, EraseContentDto, ReviseEvidenceDto, SubmitEvidenceDto, WhichRevision } from './evidence.dto.js';
import type { Upload } from './upload.js';

@Controller()
export class EvidenceController {
  constructor(
    private readonly recording: Recording,
    private readonly contents: EvidenceContents,
  ) {}

  @Post('partnerships/:id/evidence')
  @TakesFile()
  @UseInterceptors(AnswerReceipt, FileInterceptor('file'))
  submit(
    @Param('id', IdInPath) partnershipId: Id,
    @Ask() asked: Asked,
    @Body() body: SubmitEvidenceDto,
    @UploadedFile() upload?: Upload,
  ): Promise<Receipt> {
    return this.contents.taken(body, upload, (whole) =>
      this.recording.begin('evidence', partnershipId, asked, whole, (said) => ({
        type: 'SubmitEvidence',
        partnershipId,
        ...said,
      })),
    );
  }

  @Post('evidence/:id/revisions')
  @TakesFile()
  @UseInterceptors(AnswerReceipt, FileInterceptor('file'))
  revise(
    @Param('id', IdInPath) id: Id,
    @Ask() asked: Asked,
    @Body() body: ReviseEvidenceDto,
    @UploadedFile() upload?: Upload,
  ): Promise<Receipt> {
    return this.contents.taken(body, upload, (whole) =>
      this.recording.on('evidence', id, asked, whole, (said) => ({ type: 'ReviseEvidence', ...said })),
    );
  }

  @Post('evidence/:id/appraisals')
  @UseInterceptors(AnswerReceipt)
  appraise(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: AppraiseEvidenceDto): Promise<Receipt> {
    return this.recording.on('evidence', id, asked, body, (said) => ({ type: 'AppraiseEvidence', ...said }));
  }

  @Post('evidence/:id/retraction')
  @UseInterceptors(AnswerReceipt)
  retract(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: ReasonDto): Promise<Receipt> {
    return this.recording.on('evidence', id, asked, body, (said) => ({ type: 'RetractEvidence', ...said }));
  }

  @Post('evidence/:id/erasure')
  @UseInterceptors(AnswerReceipt)
  erase(@Param('id', IdInPath) id: Id, @Ask() asked: Asked, @Body() body: EraseContentDto): Promise<Receipt> {
    return this.contents.erased(id, body.revision, () =>
      this.recording.on('evidence', id, asked, body, (said) => ({ type: 'EraseEvidenceContent', ...said })),
    );
  }

  @Get('evidence/:id/content')
  content(@Param('id', IdInPath) id: Id, @Query() { revision }: WhichRevision): Promise<StreamableFile> {
    return this.contents.download(id, revision);
  }
}
