// The overview, and the page behind the type of every problem.
import { Get, Param } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { ReactElement } from 'react';
import { Clock } from '../store/process/clock.js';
import { Readings } from '../app/readings.js';
import { isValid, managesPeople } from '../domain/permissions.js';
import type { Role } from '../domain/vocabulary.js';
import type { KnownPerson } from '../domain/people.js';
import { Refusal, type RefusalCode } from '../domain/refusal.js';
import { overviewView } from '../domain/views/overview-view.js';
import { cursorOf, readCursor } from '../http/cursor.js';
import { refusalCodes } from '../http/statuses.js';
import type { Answer } from '../http/answer.js';
import { ReaderParam } from '../http/parameters.js';
import { openToAll } from '../http/server.js';
import { seeOther } from '../http/page/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { ProblemPage } from './pages/error.js';
import { OverviewPage } from './pages/overview.js';
import { rolesPath } from './pages/roles.js';
import { mayStart } from './visit.js';

const decidingRoles = new Set<Role>(['secretary', 'clerk', 'chair', 'deputy-chair']);
const pageSize = 25;
@PageController()
export class HomeController {
  constructor(
    private readonly clock: Clock,
    private readonly readings: Readings,
  ) {}

  /** Who decides or concludes begins with what is to be done; who leads or looks, with how everything stands. */
  @Get()
  home(@ReaderParam() person: KnownPerson): Answer {
    const today = this.clock.today();
    const decides = person.assignments.some((a) => decidingRoles.has(a.role) && isValid(a, today));
    const looks = person.assignments.some((a) => a.role !== 'administrator' && isValid(a, today));
    return seeOther(decides ? '/taken' : managesPeople(person, today) && !looks ? rolesPath : '/trajecten');
  }

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
    const rows = shown.map(({ reading, damaged }) => (reading ? overviewView(reading) : damaged));
    return (
      <OverviewPage
        around={around}
        rows={rows}
        administers={person.assignments.some((a) => a.role === 'administrator' && isValid(a, today))}
        more={found.length > pageSize && last ? `/trajecten?na=${cursorOf([last.startedOn, last.id])}` : null}
        mayStart={mayStart(person, today)}
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
