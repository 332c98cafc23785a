// The page of the security log. What is looked for stands in the address, so that it can be kept.
import { Get, UseGuards } from '@nestjs/common';
import type { ReactElement } from 'react';
import { beginOf, daysAfter } from '../../domain/calendar.js';
import { said } from '../../domain/facts/fact.js';
import { day, id, network, oneOf, text } from '../../domain/facts/values.js';
import type { KnownPerson } from '../../domain/people.js';
import { invalid } from '../../domain/refusal.js';
import { securityKinds, type Sender } from '../../domain/security/entries.js';
import { securityEntryView } from '../../domain/views/security-view.js';
import { cursorOf, readCursor } from '../../http/cursor.js';
import { ManagesPeople } from '../../http/manages-people.guard.js';
import { ReaderParam, SenderParam } from '../../http/parameters.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { shapeQuery } from '../../http/shape.js';
import { Directory } from '../../store/directory.js';
import { Configuration } from '../../store/process/configuration.js';
import { quietTrace } from '../../store/process/trace-settings.js';
import { SecurityLog } from '../../store/security/security-log.js';
import { placeOf, SecurityReading } from '../../store/security/reading.js';
import { securityAddress, SecurityLogPage, securityPath } from '../pages/log/security-log.js';

const pageSize = 50;

const query = {
  soort: said(oneOf(securityKinds)),
  wie: said(id),
  adres: said(network),
  van: said(day),
  tot: said(day),
  na: said(text(500)),
};

@UseGuards(ManagesPeople)
@PageController(securityPath)
export class SecurityLogPagesController {
  constructor(
    private readonly reading: SecurityReading,
    private readonly security: SecurityLog,
    private readonly directory: Directory,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  async list(
    @QueryParam() given: Record<string, string | undefined>,
    @ReaderParam() { id: person }: KnownPerson,
    @SenderParam() sender: Sender,
    @AroundParam() around: Surroundings,
  ): Promise<ReactElement> {
    const { na, ...filter } = filterIn(given);
    const { soort: kind, wie, adres: address, van, tot } = filter;
    const days = {
      from: van === undefined ? undefined : beginOf(van),
      before: tot === undefined ? undefined : beginOf(daysAfter(tot, 1)),
    };
    const place = placeOf(readCursor(na, 2) ?? []);
    const asked = { kind, person: wie, address, ...days };
    const found = await this.reading.find(asked, place, pageSize + 1, { person, sender });
    const shown = found.slice(0, pageSize);
    const last = found.length > pageSize ? shown.at(-1) : undefined;
    const { nameOf } = this.directory;
    return (
      <SecurityLogPage
        around={{ ...around, here: securityPath }}
        filter={filter}
        of={wie === undefined ? null : { id: wie, name: nameOf(wie) }}
        found={shown.map((entry) => ({ entry, view: securityEntryView(entry, nameOf) }))}
        older={last ? securityAddress({ ...filter, na: cursorOf([last.recordedAt, last.sequence]) }) : null}
        days={(this.configuration.trace ?? quietTrace).securityLogDays}
        damagedAt={this.security.damagedAt}
      />
    );
  }
}

/** A field that was left empty says nothing. @throws Refusal validation */
function filterIn(given: Record<string, string | undefined>) {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const asked = shapeQuery(query, filled);
  if ('errors' in asked) throw invalid(asked.errors);
  return asked.payload;
}
