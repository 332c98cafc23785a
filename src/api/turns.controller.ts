// Whose turn it is over HTTP: what the person who asks is to do, over all dossiers.
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Turns, type OwnTurn, type TurnPlace } from '../app/turns.js';
import type { Asked } from '../domain/commands/commands.js';
import { QueryParams, ReaderParam } from '../http/asked.js';
import { cursorOf, placeIn } from '../http/cursor.js';
import type { Payload } from '../domain/facts/fact.js';
import { pageQuery } from '../http/queries.js';
import type { KnownPerson } from '../domain/people.js';
import { pageParameters, ReadList } from '../http/describe.js';
import { payloadOf } from '../http/read.js';
import { turnView } from './turn-schema.js';

const listLimit = 50;

@ApiTags('dossiers')
@Controller('api/v1/me/turns')
export class TurnsController {
  constructor(private readonly turns: Turns) {}

  @Get()
  @ReadList('TurnList', pageParameters(100))
  async list(@ReaderParam() person: KnownPerson, @QueryParams(pageQuery) asked: Asked<Payload<typeof pageQuery>>) {
    const { limit = listLimit, cursor } = payloadOf(asked);
    const [startedOn = '', id = '', name = ''] = placeIn(cursor, 3) ?? [];
    const from = cursor === undefined ? null : { after: { startedOn, id }, name };
    const { found, next } = await this.turns.of(person, from, Number(limit));
    return { items: found.map(view), next: next && cursorAt(next) };
  }
}

const view = ({ dossier, turn }: OwnTurn) => turnView(dossier, turn);

const cursorAt = ({ after, name }: TurnPlace): string => cursorOf([after.startedOn, after.id, name]);
