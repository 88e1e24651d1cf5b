import { Controller, Get, Param, Query } from '@nestjs/common';
import { indicatorShape } from '#domain';
import type { Id } from '#kernel';
import { IdInPath } from '../asked.js';
import { ListAsked, ReadAsked, Reading } from '../reading.js';

@Controller()
export class IndicatorReads {
  constructor(private readonly reading: Reading) {}

  /** The indicators of the partnership, each with its series. */
  @Get('partnerships/:id/indicators')
  async listIndicators(@Param('id', IdInPath) id: Id, @Query() asked: ListAsked) {
    const at = await this.reading.partnershipAt(id, asked);
    const items = [...at.all(indicatorShape)].map(([indicatorId, state]) => ({ indicatorId, ...state }));
    return this.reading.showPage(at, 'indicators', items, asked, ({ indicatorId }) => [indicatorId]);
  }

  /** The indicator with its series. */
  @Get('indicators/:id')
  async getIndicator(@Param('id', IdInPath) id: Id, @Query() asked: ReadAsked) {
    const at = await this.reading.partnershipOf('indicator', id, asked);
    return this.reading.show(at, { indicatorId: id, ...at.one(indicatorShape, id) });
  }
}
