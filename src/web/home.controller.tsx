// Where one begins, and the page behind the type of every problem.
import { Get, Param } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { ReactElement } from 'react';
import { Clock } from '../store/process/clock.js';
import { isValid, managesPeople } from '../domain/permissions.js';
import type { Role } from '../domain/vocabulary.js';
import type { KnownPerson } from '../domain/people.js';
import { Refusal, type RefusalCode } from '../domain/refusal.js';
import { refusalCodes } from '../http/statuses.js';
import type { Answer } from '../http/answer.js';
import { ReaderParam } from '../http/parameters.js';
import { openToAll } from '../http/server.js';
import { seeOther } from '../http/page/answer.js';
import { AroundParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { ProblemPage } from './pages/error.js';
import { rolesPath } from './pages/people/roles.js';

const decidingRoles = new Set<Role>(['secretary', 'clerk', 'chair', 'deputy-chair']);
@PageController()
export class HomeController {
  constructor(private readonly clock: Clock) {}

  /** Who decides or concludes begins with what is to be done; who leads or looks, with how everything stands. */
  @Get()
  home(@ReaderParam() person: KnownPerson): Answer {
    const today = this.clock.today();
    const decides = person.assignments.some((a) => decidingRoles.has(a.role) && isValid(a, today));
    const looks = person.assignments.some((a) => a.role !== 'administrator' && isValid(a, today));
    return seeOther(decides ? '/taken' : managesPeople(person, today) && !looks ? rolesPath : '/trajecten');
  }

  @Get('problems/:code')
  @RouteConfig(openToAll)
  problem(@Param('code') code: string, @AroundParam() around: Surroundings): ReactElement {
    const known = refusalCodes.find((one): one is RefusalCode => one === code);
    if (!known) throw new Refusal('unknown-path');
    return <ProblemPage around={around} refusal={new Refusal(known)} />;
  }
}
