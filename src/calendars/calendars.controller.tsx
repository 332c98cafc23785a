// The pages on which calendars are entered: a list of those that somebody may enter, and a form for each.
import { Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { dayOf } from '../domain/calendar.js';
import { KnownBodies } from '../domain/known-bodies.js';
import type { KnownPerson } from '../domain/people.js';
import type { Slug } from '../domain/vocabulary.js';
import type { Answer } from '../http/answer.js';
import { ReaderParam } from '../http/parameters.js';
import { seeOther, shown } from '../http/page/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { KeepsForms } from '../http/page/kept-forms.js';
import { PageController } from '../http/page/page-controller.js';
import { Directory } from '../store/directory.js';
import { CalendarFormPage, type CalendarFormProps } from './calendar-form.js';
import { CalendarListPage, type ListedCalendar } from './calendar-list.js';
import { CalendarEntries, type EnteredCalendars } from './entries.js';
import { fieldsOfBody, fieldsOfRegion } from './filled.js';
import { calendarPath, calendarsPath } from './paths.js';

type Query = Readonly<Record<string, string | undefined>>;

@KeepsForms()
@PageController(calendarsPath)
export class CalendarsController {
  constructor(
    private readonly entries: CalendarEntries,
    private readonly bodies: KnownBodies,
    private readonly directory: Directory,
  ) {}

  @Get()
  async list(@ReaderParam() person: KnownPerson, @AroundParam() around: Surroundings): Promise<ReactElement> {
    const { regions, bodies } = await this.entries.enterableBy(person);
    const calendars: ListedCalendar[] = [];
    for (const whose of [...regions, ...bodies]) {
      const { entered } = await this.entries.found(whose);
      calendars.push({ whose, title: this.titleOf(whose, around.wording), calendar: entered.calendar });
    }
    return <CalendarListPage around={around} calendars={calendars} />;
  }

  @Get(':region')
  ofRegion(
    @ReaderParam() person: KnownPerson,
    @Param('region') region: string,
    @QueryParam() query: Query,
    @AroundParam() around: Surroundings,
  ): Promise<ReactElement> {
    return this.form(person, region, query, around);
  }

  @Get(':party/:body')
  ofBody(
    @ReaderParam() person: KnownPerson,
    @Param() { party, body }: { party: Slug; body: Slug },
    @QueryParam() query: Query,
    @AroundParam() around: Surroundings,
  ): Promise<ReactElement> {
    return this.form(person, `${party}/${body}`, query, around);
  }

  @Post(':region')
  enterRegion(
    @ReaderParam() person: KnownPerson,
    @Param('region') region: string,
    @Req() { body: sent }: FastifyRequest,
    @AroundParam() around: Surroundings,
  ): Promise<Answer> {
    return this.enter(person, region, sent, around);
  }

  @Post(':party/:body')
  enterBody(
    @ReaderParam() person: KnownPerson,
    @Param() { party, body }: { party: Slug; body: Slug },
    @Req() { body: sent }: FastifyRequest,
    @AroundParam() around: Surroundings,
  ): Promise<Answer> {
    return this.enter(person, `${party}/${body}`, sent, around);
  }

  private async form(person: KnownPerson, whose: string, query: Query, around: Surroundings): Promise<ReactElement> {
    await this.entries.mustBeEnterable(person, whose);
    const said = query.bewaard === undefined ? null : 'saved';
    return <CalendarFormPage {...await this.propsOf(whose, around)} said={said} />;
  }

  private async enter(person: KnownPerson, whose: string, sent: unknown, around: Surroundings): Promise<Answer> {
    await this.entries.mustBeEnterable(person, whose);
    const fields: Record<string, string> = Object.fromEntries(sent instanceof URLSearchParams ? sent : []);
    const outcome = await this.entries.enter(person, whose, fields, around.wording);
    if (outcome.is === 'saved') return seeOther(`${calendarPath(whose)}?bewaard=ja`);
    const props = await this.propsOf(whose, around);
    const faults = outcome.is === 'wrong' ? outcome.faults : {};
    return shown(
      <CalendarFormPage {...props} fields={fields} faults={faults} said={outcome.is} />,
      around.wording,
      outcome.is === 'wrong' ? 400 : 409,
    );
  }

  private async propsOf(whose: string, around: Surroundings): Promise<CalendarFormProps> {
    const { wording } = around;
    const found: EnteredCalendars = await this.entries.found(whose);
    const { version, by, at } = found.entered;
    const { calendar } = found.entered;
    return {
      around: { ...around, here: calendarsPath },
      title: this.titleOf(whose, wording),
      kind: found.kind,
      action: calendarPath(whose),
      fields:
        found.kind === 'body'
          ? fieldsOfBody(found.entered.calendar, wording)
          : fieldsOfRegion(found.entered.calendar, wording),
      faults: {},
      said: null,
      seen: version,
      entered: calendar && { on: dayOf(at ?? ''), by: by && this.directory.nameOf(by), assumed: calendar.assumed },
      ...(found.kind === 'body'
        ? await this.entries.comingOf(found.entered.calendar)
        : { meetings: [], more: 0, assumed: false }),
    };
  }

  private titleOf(whose: string, { calendarPages }: Surroundings['wording']): string {
    if (whose.includes('/')) return this.bodies.titleOf(whose);
    return calendarPages.region(this.bodies.regions().find(({ id }) => id === whose)?.title ?? whose);
  }
}
