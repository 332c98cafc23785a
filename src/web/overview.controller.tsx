// Which dossiers there are, and in a demonstration how more are added to it.
import { Get, Post } from '@nestjs/common';
import type { ReactElement } from 'react';
import { DemonstrationExamples } from '../app/demonstration-examples.js';
import { Forecasts } from '../app/forecasts.js';
import { Readings, type Listed } from '../app/readings.js';
import { isValid } from '../domain/permissions.js';
import type { KnownPerson } from '../domain/people.js';
import { overviewView } from '../domain/views/overview-view.js';
import { cursorOf, readCursor } from '../http/cursor.js';
import type { Answer } from '../http/answer.js';
import { ReaderParam } from '../http/parameters.js';
import { seeOther } from '../http/page/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { Clock } from '../store/process/clock.js';
import { OverviewPage } from './pages/overview.js';
import { mayStart } from './visit.js';

const pageSize = 25;

/** A dossier with how many days it can be done before its goal, and whether that rests on calendars that were made up. */
type WithRoom = Listed & { slack: number | null; assumed: boolean };

@PageController()
export class OverviewController {
  constructor(
    private readonly clock: Clock,
    private readonly readings: Readings,
    private readonly examples: DemonstrationExamples,
    private readonly forecasts: Forecasts,
  ) {}

  @Get('trajecten')
  async overview(
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() { na }: Record<string, string | undefined>,
  ): Promise<ReactElement> {
    const place = readCursor(na, 2);
    const after = place ? { startedOn: place[0] ?? '', id: place[1] ?? '' } : undefined;
    const found = await this.readings.list(person, { after, limit: pageSize + 1 });
    const today = this.clock.today();
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    const bySlack = await this.leastFirst(shown);
    const rows = bySlack.map(({ reading, damaged }) => (reading ? overviewView(reading) : damaged));
    return (
      <OverviewPage
        around={around}
        rows={rows}
        slacks={new Map(bySlack.map(({ id, slack }) => [id, slack]))}
        assumed={bySlack.some(({ slack, assumed }) => slack !== null && assumed)}
        administers={person.assignments.some((a) => a.role === 'administrator' && isValid(a, today))}
        examples={await this.examples.areLacking()}
        more={found.length > pageSize && last ? `/trajecten?na=${cursorOf([last.startedOn, last.id])}` : null}
        mayStart={mayStart(person, today)}
      />
    );
  }

  /** Those with the least room before their goal go first; of which that is not known, as they came. */
  private async leastFirst(listed: readonly Listed[]): Promise<WithRoom[]> {
    const found: WithRoom[] = [];
    for (const one of listed) {
      const forecast = one.reading && (await this.forecasts.of(one.reading));
      found.push({ ...one, slack: forecast?.slack ?? null, assumed: forecast?.assumed ?? false });
    }
    const known = (slack: number | null) => slack ?? Number.MAX_SAFE_INTEGER;
    return found.sort((a, b) => known(a.slack) - known(b.slack));
  }

  /** Sent twice it changes nothing more, so that it needs no key. */
  @Post('demonstratie/voorbeelden')
  async addExamples(): Promise<Answer> {
    await this.examples.add();
    return seeOther('/trajecten');
  }
}
