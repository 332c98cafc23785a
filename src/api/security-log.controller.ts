// The security log for programs: who came in, and who was turned away.
import { Controller, Get, UseGuards } from '@nestjs/common';
import { normaliseInstant } from '../domain/calendar.js';
import type { Asked } from '../domain/commands/commands.js';
import type { Payload } from '../domain/facts/fact.js';
import type { KnownPerson } from '../domain/people.js';
import type { Sender } from '../domain/security/entries.js';
import { securityEntryView } from '../domain/views/security-view.js';
import { cursorOf } from '../http/cursor.js';
import { ReadPlain, securityParameters, Tagged } from '../http/describe.js';
import { ManagesPeople } from '../http/manages-people.guard.js';
import { QueryParams, ReaderParam, SenderParam } from '../http/parameters.js';
import { securityQuery } from '../http/queries.js';
import { pageAsked, pageOf, payloadOf } from '../http/read.js';
import { Directory } from '../store/directory.js';
import { placeOf, SecurityReading } from '../store/security/reading.js';

@Tagged('beveiliging')
@Controller('api/v1/security-log')
export class SecurityLogController {
  constructor(
    private readonly reading: SecurityReading,
    private readonly directory: Directory,
  ) {}

  @Get()
  @UseGuards(ManagesPeople)
  @ReadPlain('SecurityEntryList', securityParameters, 403)
  async list(
    @QueryParams(securityQuery) asked: Asked<Payload<typeof securityQuery>>,
    @ReaderParam() { id: person }: KnownPerson,
    @SenderParam() sender: Sender,
  ) {
    const { limit, after } = pageAsked(asked, 2);
    const { from, before, ...rest } = payloadOf(asked);
    const what = { ...rest, from: instantOf(from), before: instantOf(before) };
    const found = await this.reading.find(what, placeOf(after), limit + 1, { person, sender });
    return pageOf(
      found,
      limit,
      (entry) => securityEntryView(entry, this.directory.nameOf),
      ({ recordedAt, sequence }) => cursorOf([recordedAt, sequence]),
    );
  }
}

const instantOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : (normaliseInstant(text) ?? undefined);
