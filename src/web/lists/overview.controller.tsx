// Which dossiers there are, and in a demonstration how more are added to it.
import { Get, Post } from '@nestjs/common';
import { DemonstrationExamples } from '../../app/demonstration-examples.js';
import { Forecasts } from '../../app/forecasts.js';
import { Readings } from '../../app/readings.js';
import { isValid } from '../../domain/permissions.js';
import type { KnownPerson } from '../../domain/people.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { Answer } from '../../http/answer.js';
import { ReaderParam } from '../../http/parameters.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { scriptPolicy } from '../../http/security-headers.js';
import { PageController } from '../../http/page/page-controller.js';
import { Clock } from '../../store/process/clock.js';
import { askedOverview, overviewList } from './overview-list.js';
import { againAt } from '../pages/addresses.js';
import type { Room } from '../pages/lists/overview-choice.js';
import { OverviewPage } from '../pages/lists/overview.js';
import { mayStart } from '../visit/visit.js';

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
    @QueryParam() query: Record<string, string | undefined>,
  ): Promise<Page> {
    const since = this.readings.instant();
    const today = this.clock.today();
    const asked = askedOverview(query, person, today);
    const list = await overviewList({ readings: this.readings, roomOf: this.roomOf }, person, asked, query, today);
    return shown(
      <OverviewPage
        around={around}
        since={since}
        again={againAt('/trajecten', query)}
        asked={asked}
        list={list}
        administers={person.assignments.some((a) => a.role === 'administrator' && isValid(a, today))}
        examples={await this.examples.areLacking()}
        mayStart={mayStart(person, today)}
      />,
      around.wording,
      200,
      scriptPolicy,
    );
  }

  private readonly roomOf = async (reading: Reading): Promise<Room | null> => {
    const forecast = await this.forecasts.of(reading);
    return forecast?.slack == null ? null : { days: forecast.slack, assumed: forecast.assumed };
  };

  /** Sent twice it changes nothing more, so that it needs no key. */
  @Post('demonstratie/voorbeelden')
  async addExamples(): Promise<Answer> {
    await this.examples.add();
    return seeOther('/trajecten');
  }
}
