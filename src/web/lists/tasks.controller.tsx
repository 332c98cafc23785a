// What somebody has to do, over all dossiers.
import { Get } from '@nestjs/common';
import { News } from '../../app/news.js';
import { Readings, type Listed } from '../../app/readings.js';
import { Turns } from '../../app/turns.js';
import { managesPeople } from '../../domain/permissions.js';
import type { KnownPerson } from '../../domain/people.js';
import type { Reading } from '../../domain/views/viewer.js';
import { cursorOf, readCursor } from '../../http/cursor.js';
import { ReaderParam } from '../../http/parameters.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { scriptPolicy } from '../../http/security-headers.js';
import { Places } from '../../http/places.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { shown } from '../../http/page/answer.js';
import { PageController } from '../../http/page/page-controller.js';
import { lackTasks } from '../people/lack-tasks.js';
import { newsLines } from '../log/news-lines.js';
import { partiesOf } from './overview-list.js';
import { askedTasks } from '../pages/lists/task-choice.js';
import { againAt } from '../pages/addresses.js';
import { TasksPage } from '../pages/lists/tasks.js';
import { Staffing } from '../people/staffing.js';
import { follows, tasksOf } from './tasks-of.js';

/** What was done is looked for in so many dossiers. */
const dossiersMax = 200;

const readingsOf = (listed: readonly Listed[]): Reading[] => listed.flatMap(({ reading }) => reading ?? []);

@PageController('taken')
export class TasksController {
  constructor(
    private readonly readings: Readings,
    private readonly turns: Turns,
    private readonly places: Places,
    private readonly news: News,
    private readonly staffing: Staffing,
  ) {}

  @Get()
  async tasks(
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() query: Record<string, string | undefined>,
  ): Promise<Page> {
    const { today } = around;
    const since = this.readings.instant();
    const place = readCursor(query.na, 2);
    const after = { startedOn: place?.[0] ?? '', id: place?.[1] ?? '' };
    const following = follows(person, today);
    const added = await this.places.turnsFor(person);
    const inTurn = await this.turns.dossiers(person, { own: !following, added, after });
    const seen = await this.readings.list(person, { limit: dossiersMax + 1 });
    const tasks = tasksOf(
      person,
      { inTurn: readingsOf(inTurn.listed), added, seen: readingsOf(seen.slice(0, dossiersMax)) },
      today,
      around.wording,
    );
    const manages = managesPeople(person, today);
    if (manages) tasks.todo.push(...lackTasks(await this.staffing.now(), around.wording));
    const news = newsLines(await this.news.tell(person), today, around.wording);
    return shown(
      <TasksPage
        around={around}
        since={since}
        again={againAt('/taken', query)}
        today={today}
        damaged={seen.slice(0, dossiersMax).flatMap((one) => one.damaged ?? [])}
        {...tasks}
        records={tasks.records || manages}
        follows={following}
        news={news}
        contactsOf={this.staffing.contactsOf}
        asked={askedTasks(query, { follows: following, parties: partiesOf(person, today) })}
        next={inTurn.next && cursorOf([inTurn.next.startedOn, inTurn.next.id])}
        doneIn={seen.length > dossiersMax ? dossiersMax : null}
      />,
      around.wording,
      200,
      scriptPolicy,
    );
  }
}
