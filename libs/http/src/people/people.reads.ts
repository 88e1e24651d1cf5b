import { Controller, Get, Param, Query } from '@nestjs/common';
import { People, type Person } from '#content';
import type { Id } from '#kernel';
import { OpenLedger } from '#platform';
import { pageWithin, searchable, wordsIn } from '#read-models';
import { IdInPath } from '../asked.js';
import { aboutOf, Reading } from '../reading.js';
import { PeopleAsked } from './people.dto.js';

/** What the ids that events bear are called, for who may know it. */
@Controller('people')
export class PeopleReads {
  private readonly people: People;

  constructor(
    private readonly ledger: OpenLedger,
    private readonly reading: Reading,
  ) {
    this.people = new People(ledger.texts);
  }

  /** Persons in the order of their names; those who were erased come first, by their id alone. */
  @Get()
  async listPeople(@Query() { q = '', ...page }: PeopleAsked) {
    const words = wordsIn(q);
    const found = (await this.people.all()).filter(({ name, email }) => {
      const text = searchable(`${name ?? ''} ${email ?? ''}`);
      return words.every((word) => text.includes(word));
    });
    const { items, next } = pageWithin(found, { ...page, list: 'people' }, keyOf);
    return { ...(await this.now()), items, next };
  }

  /** What a person is called; of an erased one that it was erased, on what ground, by whom and when. */
  @Get(':id')
  async getPerson(@Param('id', IdInPath) id: Id) {
    return { ...(await this.now()), data: await this.people.one(id) };
  }

  private async now() {
    return aboutOf(this.reading.momentOverAll({}), await this.ledger.store.head());
  }
}

function keyOf({ personId, name }: Person): readonly string[] {
  return [searchable(name ?? ''), personId];
}
