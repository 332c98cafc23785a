// The log of a dossier, now or at a moment in the past.
import { Get } from '@nestjs/common';
import type { ReactElement } from 'react';
import { Readings, type LoggedEvent } from '../../app/readings.js';
import type { DossierEvent } from '../../domain/dossier/events.js';
import { mayCorrect } from '../../domain/fold/correcting.js';
import { factsIn } from '../../domain/fold/effective.js';
import { kindOfFact } from '../../domain/fold/fact-kinds.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import { countWithin } from '../../domain/views/within-weight.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { VisitParam } from '../visit/asked.js';
import { courseOf } from './course.js';
import type { FormContext } from '../forms/form-kind.js';
import { askedOfLog, eventsAsked, inAddress } from './log-filter.js';
import { logLines, dossiersNamedIn, newestFirst } from './log-lines.js';
import { newLines } from './news-lines.js';
import { lastPage } from '../visit/past-end.js';
import { addressesOf } from '../pages/addresses.js';
import { LogPage } from '../pages/log/log.js';
import { isPast } from '../visit/visit.js';

const logPageSize = 100;

@PageController('trajecten/:dossier/logboek')
export class LogController {
  constructor(private readonly readings: Readings) {}

  @Get()
  async log(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): Promise<ReactElement> {
    const { reading, at, query, place } = context;
    const events = await this.readings.log(reading);
    const known = {
      mayCorrect: correctableIn(context, events),
      titles: await this.readings.titlesOf(context.person, dossiersNamedIn(events)),
    };
    const asked = askedOfLog(reading, events, query, context.wording);
    const { filter } = asked;
    const said = inAddress(filter);
    const from = sequenceIn(query.vanaf);
    const after = sequenceIn(query.na);
    const begins = after === 0 ? {} : newLines(after);
    const found = eventsAsked(reading, events, filter, context.wording)
      .filter(({ event }) => event.sequence > after)
      .sort(newestFirst);
    const sizeAt = (place: number): number => countWithin(found.slice(place, place + logPageSize));
    const next = from + sizeAt(from);
    const last = lastPage(found.length, from, sizeAt);
    const pageAt = (begin: number): string =>
      at.log({ ...begins, ...said, ...(begin > 0 ? { vanaf: String(begin) } : {}) });
    const head = events.at(-1)?.event;
    return (
      <LogPage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        moment={reading.moment}
        lines={logLines(reading, events, found.slice(from, next), at, context.wording, known)}
        head={{ sequence: head?.sequence ?? 0, recordedAt: head?.recordedAt ?? '' }}
        after={after}
        asked={asked}
        said={said}
        filters={Object.entries(context.wording.log.filters).map(([name, label]) => ({
          name,
          label,
          href: at.log({ ...begins, ...inAddress({ ...filter, toon: name }) }),
        }))}
        course={courseOf(context, (then) => then.log())}
        today={context.today}
        hrefOf={(day) =>
          day > context.today ? null : addressesOf(place.dossier, { ...reading.moment, asOf: day }).dossier
        }
        older={found.length > next ? pageAt(next) : null}
        last={last === null ? null : pageAt(last)}
      />
    );
  }
}

/** Which of these lines this person can correct: how a fact is read now, and nothing of a look back. */
function correctableIn(context: FormContext, events: readonly LoggedEvent[]): (event: DossierEvent) => boolean {
  if (isPast(context)) return () => false;
  const facts = new Map(factsIn(events.map(({ event }) => event)).map((fact) => [fact.newest, fact]));
  return (event) => {
    const [fact, kind] = [facts.get(event), kindOfFact(event.type)];
    return fact !== undefined && kind !== undefined && mayCorrect(context.occasion, kind, fact);
  };
}

/** What an address says as the number of a line; 0 where it says none. */
const sequenceIn = (asked: string | undefined): number => (/^[1-9]\d{0,6}$/.test(asked ?? '') ? Number(asked) : 0);
