// Looking for words over HTTP, in everything that who asks may see.
import { Controller, Get } from '@nestjs/common';
import { Search } from '../app/search.js';
import type { Asked } from '../domain/commands/commands.js';
import type { Payload } from '../domain/facts/fact.js';
import type { KnownPerson } from '../domain/people.js';
import { invalid } from '../domain/refusal.js';
import { FindsWords, pageParameters, Tagged } from '../http/describe.js';
import { QueryParams, ReaderParam } from '../http/parameters.js';
import { foundCursor, foundPlaceIn, foundPlaceValues } from '../http/found-place.js';
import { searchQuery } from '../http/queries.js';
import { pageAsked, pageOf, payloadOf } from '../http/read.js';
import { wordingAsked } from '../http/language.js';
import { searchHitView } from './search-schema.js';

const unasked = 20;
const q = { type: 'string', minLength: 1, maxLength: 200 };

@Tagged('dossiers')
@Controller('api/v1/search')
export class SearchesController {
  constructor(private readonly search: Search) {}

  @Get()
  @FindsWords('SearchHitList', q, pageParameters(100))
  async find(@ReaderParam() person: KnownPerson, @QueryParams(searchQuery) asked: Asked<Payload<typeof searchQuery>>) {
    const words = payloadOf(asked).q;
    if (wordingAsked().stemsIn(words).size === 0) throw invalid([{ pointer: '?q', code: 'only-common-words' }]);
    const { limit, after } = pageAsked(asked, foundPlaceValues, unasked);
    const found = await this.search.find(person, words, foundPlaceIn(after), limit + 1);
    return pageOf(found, limit, searchHitView, ({ place }) => foundCursor(place));
  }
}
