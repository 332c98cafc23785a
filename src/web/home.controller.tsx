// The tasks, and the page behind the type of every problem.
import { Get, Param } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { ReactElement } from 'react';
import { Clock } from '../store/process/clock.js';
import { Readings, type Listed } from '../app/readings.js';
import { News } from '../app/news.js';
import { Turns } from '../app/turns.js';
import { isValid } from '../domain/permissions.js';
import type { Role } from '../domain/vocabulary.js';
import type { KnownPerson } from '../domain/people.js';
import { Refusal, type RefusalCode } from '../domain/refusal.js';
import type { Reading } from '../domain/views/viewer.js';
import { cursorOf, readCursor } from '../http/cursor.js';
import { refusalCodes } from '../http/statuses.js';
import type { Answer } from '../http/answer.js';
import { ReaderParam } from '../http/parameters.js';
import { Places } from '../http/places.js';
import { openToAll } from '../http/server.js';
import { seeOther } from '../http/page/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { ProblemPage } from './pages/error.js';
import { TasksPage } from './pages/tasks.js';
import { newsLines } from './news-lines.js';
import { follows, tasksOf } from './tasks-of.js';

const decidingRoles = new Set<Role>(['secretary', 'clerk', 'chair', 'deputy-chair']);
/** What was done is looked for in so many dossiers. */
const dossiersMax = 200;

const readingsOf = (listed: readonly Listed[]): Reading[] => listed.flatMap(({ reading }) => reading ?? []);

@PageController()
export class HomeController {
  constructor(
    private readonly clock: Clock,
    private readonly readings: Readings,
    private readonly turns: Turns,
    private readonly places: Places,
    private readonly news: News,
  ) {}

  /** Who decides or concludes begins with what is to be done; who leads or looks, with how everything stands. */
  @Get()
  home(@ReaderParam() person: KnownPerson): Answer {
    const today = this.clock.today();
    const decides = person.assignments.some((a) => decidingRoles.has(a.role) && isValid(a, today));
    return seeOther(decides ? '/taken' : '/trajecten');
  }

  @Get('taken')
  async tasks(
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() { na }: Record<string, string | undefined>,
  ): Promise<ReactElement> {
    const today = this.clock.today();
    const place = readCursor(na, 2);
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
    const news = newsLines(await this.news.tell(person), today, around.wording);
    return (
      <TasksPage
        around={around}
        today={today}
        damaged={seen.slice(0, dossiersMax).flatMap((one) => one.damaged ?? [])}
        {...tasks}
        follows={following}
        news={news}
        more={inTurn.next && `/taken?na=${cursorOf([inTurn.next.startedOn, inTurn.next.id])}`}
        doneIn={seen.length > dossiersMax ? dossiersMax : null}
      />
    );
  }

  @Get('problems/:code')
  @RouteConfig(openToAll)
  problem(@Param('code') code: string, @AroundParam() around: Surroundings): ReactElement {
    const known = refusalCodes.find((one): one is RefusalCode => one === code);
    if (!known) throw new Refusal('unknown-path');
    return <ProblemPage around={around} refusal={new Refusal(known)} />;
  }
}
