// Which dossiers there are, and in a demonstration how more are added to it.
import { Get, Post } from '@nestjs/common';
import { DemonstrationExamples } from '../../app/demonstration-examples.js';
import { Readings } from '../../app/readings.js';
import { isValid } from '../../domain/permissions.js';
import type { KnownPerson } from '../../domain/people.js';
import type { Answer } from '../../http/answer.js';
import { ReaderParam } from '../../http/parameters.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { scriptPolicy } from '../../http/security-headers.js';
import { PageController } from '../../http/page/page-controller.js';
import { Clock } from '../../store/process/clock.js';
import { askedOverview, OverviewLists } from './overview-list.js';
import { againAt } from '../pages/addresses.js';
import { OverviewPage } from '../pages/lists/overview.js';
import { mayStart } from '../visit/visit.js';

@PageController()
export class OverviewController {
  constructor(
    private readonly clock: Clock,
    private readonly readings: Readings,
    private readonly examples: DemonstrationExamples,
    private readonly lists: OverviewLists,
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
    const list = await this.lists.page(person, asked, query, today);
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

  /** Sent twice it changes nothing more, so that it needs no key. */
  @Post('demonstratie/voorbeelden')
  async addExamples(): Promise<Answer> {
    await this.examples.add();
    return seeOther('/trajecten');
  }
}
