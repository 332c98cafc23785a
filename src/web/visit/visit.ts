// Who looks at a page of a dossier, and what of it they see.
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CalendarBook } from '../../store/calendars.js';
import { Clock } from '../../store/process/clock.js';
import { Readings } from '../../app/readings.js';
import { togetherMax } from '../../app/together.js';
import { PlanCatalogue } from '../../app/plan-catalogue.js';
import { noCalendars } from '../../domain/calendars/body-calendar.js';
import { erased } from '../../domain/facts/shown.js';
import type { DossierEvent } from '../../domain/dossier/events.js';
import type { Moment } from '../../domain/fold/history.js';
import { isValid, permissions } from '../../domain/permissions.js';
import type { Day } from '../../domain/vocabulary.js';
import { invalid } from '../../domain/refusal.js';
import { signedInOf } from '../../http/authentication.js';
import { queryOf } from '../../http/page/asked.js';
import type { KnownPerson } from '../../domain/people.js';
import { isoDay } from '../forms/form.js';
import type { FormContext, Place } from '../forms/form-kind.js';
import { addressesOf } from '../pages/addresses.js';
import { wordingAsked } from '../../http/language.js';
import { momentOf, momentQuery } from '../../http/queries.js';
import { shapeQuery } from '../../http/shape.js';

const othersMax = 500;

const recordedName = 'vastgelegd';

/** An address that says on which line of the log it was recorded what somebody just did. */
export const afterRecording = (href: string, event: DossierEvent | null | undefined): string =>
  event ? `${href}${href.includes('?') ? '&' : '?'}${recordedName}=${event.sequence}` : href;

@Injectable()
export class Visits {
  constructor(
    private readonly clock: Clock,
    private readonly readings: Readings,
    private readonly catalogue: PlanCatalogue,
    private readonly book: CalendarBook,
  ) {}

  /** The dossier of the address at the moment that it names. @throws Refusal unknown-dossier, validation */
  async asked(request: FastifyRequest): Promise<FormContext> {
    const { person } = signedInOf(request);
    const { asOf, knownAt, ...query } = queryOf(request);
    const { reading } = await this.readings.one(person, placeIn(request).dossier, () => momentAsked(asOf, knownAt));
    return this.withRecorded(this.contextOf(request, reading, query));
  }

  /** The dossier of the address as it stands now, for what changes it. @throws Refusal unknown-dossier */
  async now(request: FastifyRequest): Promise<FormContext> {
    const { person } = signedInOf(request);
    const { reading } = await this.readings.one(person, placeIn(request).dossier);
    const query = queryOf(request);
    const calendars = await this.book.of(reading.dossier.plan);
    const context = await this.withRecorded({ ...this.contextOf(request, reading, query), calendars });
    // What is corrected may belong to another dossier.
    return query.corrigeert === undefined ? context : { ...context, others: await this.othersOf(context) };
  }

  /** The same for somebody whom no address names. @throws Refusal unknown-dossier, assignment-not-valid, damaged */
  async nowFor(
    person: KnownPerson,
    place: { dossier: string } & Partial<Place>,
    query: FormContext['query'],
  ): Promise<FormContext> {
    const { reading } = await this.readings.one(person, place.dossier);
    return this.contextFor(person, place, reading, query);
  }

  /** An address says on which line of the log it was recorded: what another recorded, it was not. */
  private async withRecorded(context: FormContext): Promise<FormContext> {
    const line = context.query[recordedName] ?? '';
    if (!/^[1-9]\d{0,6}$/.test(line)) return context;
    const [found] = await this.readings.events(context.reading, Number(line) - 1, 1);
    const isTheirs = found?.event.sequence === Number(line) && found.event.recordedBy === context.person.id;
    return isTheirs ? { ...context, recorded: found.event } : context;
  }

  /** How many events were recorded together with what this person just recorded, that one too. */
  async recordedTogether({ reading, recorded }: FormContext): Promise<number> {
    if (!recorded) return 0;
    const after = await this.readings.events(reading, recorded.sequence - 1, togetherMax);
    const { recordedAt, recordedBy, type } = recorded;
    const last = after.findIndex(({ event }) => event.recordedAt !== recordedAt || event.recordedBy !== recordedBy);
    return after.slice(0, last < 0 ? undefined : last).filter(({ event }) => event.type === type).length;
  }

  /** The other dossiers of the same region that this person may see. */
  private async othersOf({ person, reading: { dossier } }: FormContext): Promise<FormContext['others']> {
    const listed = await this.readings.list(person, { limit: othersMax });
    return listed.flatMap(({ id, reading }) =>
      reading && id !== dossier.id && reading.dossier.plan.region === dossier.plan.region
        ? [{ id, title: reading.dossier.title ?? erased, startedOn: reading.dossier.startedOn }]
        : [],
    );
  }

  private contextOf(
    request: FastifyRequest,
    reading: FormContext['reading'],
    query: FormContext['query'],
  ): FormContext {
    return this.contextFor(signedInOf(request).person, placeIn(request), reading, query);
  }

  private contextFor(
    person: KnownPerson,
    place: { dossier: string } & Partial<Place>,
    reading: FormContext['reading'],
    query: FormContext['query'],
  ): FormContext {
    const today = this.clock.today();
    return {
      wording: wordingAsked(),
      reading,
      person,
      query,
      recorded: null,
      others: [],
      calendars: noCalendars,
      today,
      occasion: { dossier: reading.dossier, person, today, plans: this.catalogue },
      at: addressesOf(place.dossier, reading.moment),
      place: { gate: '', phase: '', decision: '', condition: '', ...place },
    };
  }
}

/** A dossier, and what the address names in it. */
const placeIn = ({ params }: FastifyRequest): Partial<Place> & { dossier: string } =>
  params as Partial<Place> & { dossier: string }; // as the path of the route names them

/** @throws Refusal validation */
function momentAsked(asOf: string | undefined, knownAt: string | undefined): Moment {
  const asked = shapeQuery(momentQuery, {
    ...(asOf ? { asOf: isoDay(asOf.trim()) } : {}),
    ...(knownAt ? { knownAt } : {}),
  });
  if ('errors' in asked) throw invalid(asked.errors);
  return momentOf(asked.payload);
}

export const isPast = ({ reading: { moment } }: FormContext): boolean =>
  moment.asOf !== null || moment.knownAt !== null;

/** Whether this person may start a dossier in some region. */
export const mayStart = (person: KnownPerson, today: Day): boolean =>
  person.assignments.some((a) => permissions['start-dossier'][a.role] !== 'never' && isValid(a, today));
