import { Controller, Get, Param, Query } from '@nestjs/common';
import { indicatorShape } from '#domain';
import type { Id } from '#kernel';
import { IdInPath } from '../asked.js';
import { ListAsked, ReadAsked, Reading } from '../reading.js';

@Controller()
export class IndicatorReads {
  constructor(private readonly reading: Reading) {}

  @Get('partnerships/:id/indicators')
  async indicators(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const items = [...at.all(indicatorShape)].map(([indicatorId, state]) => ({ indicatorId, ...state }));
    return this.reading.showPage(at, items, asked, ({ indicatorId }) => [indicatorId]);
  }

  /** The indicator with its series. */
  @Get('indicators/:id')
  async indicator(@Param('id', IdInPath) id: Id, @Query() asked: ReadAsked) {
    const at = await this.reading.partnershipOf('indicator', id, asked);
    return this.reading.show(at, { indicatorId: id, ...at.one(indicatorShape, id) });
  }
}
