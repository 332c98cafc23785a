// Whose turn it is over HTTP: what the person who asks is to do, over all dossiers.
import { Controller, Get } from '@nestjs/common';
import { Turns, type OwnTurn, type TurnCursor } from '../app/turns.js';
import type { Asked } from '../domain/commands/commands.js';
import { QueryParams, ReaderParam } from '../http/parameters.js';
import { cursorOf } from '../http/cursor.js';
import type { Payload } from '../domain/facts/fact.js';
import { pageQuery } from '../http/queries.js';
import type { KnownPerson } from '../domain/people.js';
import { Places } from '../http/places.js';
import { pageParameters, ReadPlain, Tagged } from '../http/describe.js';
import { pageAsked } from '../http/read.js';
import { turnView } from './turn-schema.js';

@Tagged('dossiers')
@Controller('api/v1/me/turns')
export class TurnsController {
  constructor(
    private readonly turns: Turns,
    private readonly places: Places,
  ) {}

  @Get()
  @ReadPlain('TurnList', pageParameters(100))
  async list(@ReaderParam() person: KnownPerson, @QueryParams(pageQuery) asked: Asked<Payload<typeof pageQuery>>) {
    const { limit, after } = pageAsked(asked, 3);
    const [startedOn = '', id = '', name = ''] = after;
    const from = after.length === 0 ? null : { after: { startedOn, id }, name };
    const added = await this.places.turnsFor(person);
    const { found, next } = await this.turns.of(person, added, from, limit);
    return { items: found.map(view), next: next && cursorAt(next) };
  }
}

const view = ({ dossier, turn }: OwnTurn) => turnView(dossier, turn);

const cursorAt = ({ after, name }: TurnCursor): string => cursorOf([after.startedOn, after.id, name]);
