import { Controller, Get } from '@nestjs/common';
import { type NamedToken, NamedTokens } from './named-tokens.js';

/** Who may sign in beside the owner, for who says so. */
@Controller('tokens')
export class TokensReads {
  constructor(private readonly tokens: NamedTokens) {}

  /** Every named token, without its secret; beside them the names whose files were changed by hand and sign nobody in. */
  @Get()
  async listTokens(): Promise<{ items: readonly NamedToken[]; unreadable: readonly string[] }> {
    const { tokens, unreadable } = await this.tokens.list();
    return { items: tokens, unreadable };
  }
}
