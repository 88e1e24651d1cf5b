import {
  Body,
  type CallHandler,
  Controller,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  Param,
  Post,
  UseInterceptors,
} from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { type DirectoryReceipt, People } from '#content';
import { type Id, invalid, LedgerError } from '#kernel';
import { OpenLedger } from '#platform';
import { Ask, type Asked, IdInPath } from '../asked.js';
import { EnterPersonDto, ErasePersonDto, NamePersonDto } from './people.dto.js';

/** A receipt of the directory: 201, or 200 where nothing was written now. */
@Injectable()
export class AnswerEntry implements NestInterceptor<DirectoryReceipt, DirectoryReceipt> {
  intercept(context: ExecutionContext, next: CallHandler<DirectoryReceipt>): Observable<DirectoryReceipt> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((receipt) => {
        response.status(receipt.alreadyRecorded ? 200 : 201);
        return receipt;
      }),
    );
  }
}

/** The directory of persons: what the ids that events bear are called. It lies outside the log, and is erased for good. */
@Controller('people')
export class PeopleController {
  private readonly people: People;

  constructor(private readonly ledger: OpenLedger) {
    this.people = new People(ledger.texts);
  }

  /** Enters a person: a new one, or one whose id roles and records bear already. */
  @Post()
  @UseInterceptors(AnswerEntry)
  async enterPerson(@Ask() asked: Asked, @Body() { personId, ...naming }: EnterPersonDto): Promise<DirectoryReceipt> {
    return this.people.enter(await this.commandOf(asked), naming, personId);
  }

  /** Gives a person another name; the former one is erased. */
  @Post(':id/names')
  @UseInterceptors(AnswerEntry)
  async renamePerson(
    @Param('id', IdInPath) id: Id,
    @Ask() asked: Asked,
    @Body() naming: NamePersonDto,
  ): Promise<DirectoryReceipt> {
    return this.people.rename(await this.commandOf(asked), id, { ...naming });
  }

  /** Removes what a person is called, everywhere, for good. The id stays in the events, and that it was erased stays here. */
  @Post(':id/erasure')
  @UseInterceptors(AnswerEntry)
  async erasePerson(
    @Param('id', IdInPath) id: Id,
    @Ask() asked: Asked,
    @Body() { legalGround }: ErasePersonDto,
  ): Promise<DirectoryReceipt> {
    const by = asked.principal.personId;
    return this.people.erase(await this.commandOf(asked), id, { legalGround, by, at: new Date().toISOString() });
  }

  /**
   * The id of a write to the directory.
   * @throws LedgerError `reused` where it was an act's in the log (R14); `invalid` for headers that mean nothing here (R15)
   */
  private async commandOf({ commandId, ifRevision, onBehalfOf }: Asked): Promise<Id> {
    const message = 'means nothing in the directory of persons, which lies outside the log';
    const wrong = [ifRevision === undefined ? [] : ['If-Match'], onBehalfOf === undefined ? [] : ['On-Behalf-Of']].flat();
    if (wrong.length > 0) throw invalid(wrong.map((field) => ({ field, rule: 'R15', message })));
    if ((await this.ledger.store.streamOfCommand(commandId)) === undefined) return commandId;
    throw new LedgerError('reused', 'COMMAND_REUSED', `command ${commandId} was already given, with other content`);
  }
}
