// The days of dossiers as an answer to a calendar program: one calendar, with a tag by which it hears that nothing changed.
import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Feeds, type DossierDays } from '../../app/feeds.js';
import { Forecasts } from '../../app/forecasts.js';
import { Readings } from '../../app/readings.js';
import type { KnownPerson } from '../../domain/people.js';
import { erased } from '../../domain/facts/shown.js';
import { Refusal } from '../../domain/refusal.js';
import { dayInAddress, type FeedDay } from '../../domain/views/feed-days.js';
import { forecastDays } from '../../domain/views/forecast-days.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { DossierId, Slug } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import { Answer, listsTag } from '../../http/answer.js';
import { wordingAsked } from '../../http/language.js';
import { calendarText, calendarType, type CalendarDay } from '../../http/out/icalendar.js';
import type { StoredFeed } from '../../store/feed-entity.js';
import { Configuration } from '../../store/process/configuration.js';

/** A program that looks more often than this in a minute runs wild. */
const readsMax = 12;
const dossiersMax = 100;

@Injectable()
export class FeedAnswers {
  private readonly reads = new RateLimiterMemory({ points: readsMax, duration: 60 });

  constructor(
    private readonly feeds: Feeds,
    private readonly forecasts: Forecasts,
    private readonly readings: Readings,
    private readonly configuration: Configuration,
  ) {}

  /** @param name of what it is about; null for everything of its owner. @throws Refusal too-many, busy */
  async of(feed: StoredFeed, name: string | null, known: string | undefined): Promise<Answer> {
    await this.reads.consume(feed.id).catch((full: unknown) => {
      if (!(full instanceof RateLimiterRes)) throw full;
      throw new Refusal('too-many', { retryAfter: Math.min(60, Math.max(1, Math.ceil(full.msBeforeNext / 1000))) });
    });
    const found = await this.feeds.of(feed);
    const [first] = found;
    const { feedWords: words } = wordingAsked();
    const title = feed.kind === 'dossier' ? (first?.reading.dossier.title ?? erased) : name;
    return this.answer(words.calendar(title), found, known);
  }

  /** The days of one gate, for who looks at it. */
  async ofGate(reading: Reading, gate: Slug): Promise<Answer> {
    const days = (await this.feeds.days(reading)).filter(({ phase }) => phase === gate);
    const { calendar } = wordingAsked().feedWords;
    return asFile(this.answer(calendar(gateTitle(reading, gate)), [{ reading, days }], undefined), gate);
  }

  /** One day of a dossier, for who looks at it. @throws Refusal unknown-path where there is none of that name */
  async ofDay(reading: Reading, name: string): Promise<Answer> {
    const forecast = await this.forecasts.of(reading);
    const all = [...(await this.feeds.days(reading)), ...(forecast ? forecastDays(forecast) : [])];
    const days = all.filter((day) => dayInAddress(day.name) === name);
    if (days.length === 0) throw new Refusal('unknown-path');
    const { calendar } = wordingAsked().feedWords;
    return asFile(this.answer(calendar(reading.dossier.title ?? erased), [{ reading, days }], undefined), name);
  }

  /** Of which somebody can have the days. */
  async dossiersOf(person: KnownPerson): Promise<{ id: DossierId; title: string }[]> {
    const listed = await this.readings.list(person, { state: 'running', limit: dossiersMax });
    return listed.flatMap(({ reading }) =>
      reading?.dossier.source === null ? [{ id: reading.dossier.id, title: reading.dossier.title ?? erased }] : [],
    );
  }

  private answer(name: string, found: readonly DossierDays[], known: string | undefined): Answer {
    const days = found.flatMap(({ reading, days: some }) => some.map((day) => this.day(reading, day)));
    const text = calendarText(name, days);
    const ETag = `"${hash('sha256', text, 'base64url').slice(0, 22)}"`;
    const headers = { ETag, 'cache-control': 'private, no-cache', 'Referrer-Policy': 'no-referrer' };
    return listsTag(known, ETag)
      ? new Answer(304, headers)
      : new Answer(200, { ...headers, 'content-type': calendarType }, text);
  }

  private day({ dossier }: Reading, one: FeedDay): CalendarDay {
    const { feedWords: words, forecastWords } = wordingAsked();
    const { phase, body, what, stage } = one;
    const gate =
      phase === null ? null : (dossier.plan.gates.get(phase)?.title ?? dossier.plan.phases.get(phase)?.title);
    const title = words.day(what, { moment: gate ?? phase ?? '', body: body && titleOf(dossier.plan, body), stage });
    const path = `/trajecten/${dossier.id}${phase !== null && dossier.plan.gates.has(phase) ? `/momenten/${phase}` : ''}`;
    return {
      uid: `${dossier.id}-${dayInAddress(one.name)}@${new URL(this.configuration.baseUrl).hostname}`,
      on: one.on,
      title,
      text: one.assumed ? `${dossier.title ?? erased}. ${forecastWords.assumed}` : (dossier.title ?? erased),
      url: this.configuration.baseUrl + path,
      isCancelled: one.isCancelled,
      sequence: one.revision,
      asOf: one.asOf,
    };
  }
}

const asFile = ({ headers, body }: Answer, name: string): Answer =>
  new Answer(200, { ...headers, 'content-disposition': `attachment; filename="${name}.ics"` }, body);

const gateTitle = ({ dossier: { plan } }: Reading, gate: Slug): string => plan.gates.get(gate)?.title ?? gate;
