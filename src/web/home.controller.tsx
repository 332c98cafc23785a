// The overview, the tasks, and the page behind the type of every problem.
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { demonstrationDay, isLoaded } from '../app/demonstration.js';
import { isValid } from '../domain/permissions.js';
import type { Day, Role } from '../domain/vocabulary.js';
import type { KnownPerson } from '../store/people.js';
import { Refusal, type RefusalCode } from '../domain/refusal.js';
import { overviewView } from '../domain/views/overview-view.js';
import type { Reading } from '../domain/views/viewer.js';
import { cursorOf, placeIn } from '../http/cursor.js';
import { refusalCodes } from '../wording/problems.js';
import { personOf } from '../http/authentication.js';
import { sendPage } from './answer.js';
import { ProblemPage } from './pages/error.js';
import { OverviewPage, type OverviewRow } from './pages/overview.js';
import { TasksPage } from './pages/tasks.js';
import { tasksOf } from './tasks-of.js';
import { aroundOf, mayStart, queryOf, visitor, Visits } from './visit.js';

const decidingRoles = new Set<Role>(['secretary', 'clerk', 'chair', 'deputy-chair']);
const pageSize = 25;
/** Tasks are looked for in so many running dossiers. */
const dossiersMax = 200;

@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(private readonly visits: Visits) {}

  /** Who decides or concludes begins with what is to be done; who leads or looks, with how everything stands. */
  @Get()
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await visitor(request, this.visits);
    const today = this.visits.clock.today();
    const decides = person.assignments.some((a) => decidingRoles.has(a.role) && isValid(a, today));
    return reply.redirect(decides ? '/taken' : '/trajecten', 303);
  }

  @Get('trajecten')
  async overview(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await visitor(request, this.visits);
    const place = placeIn(queryOf(request).na, 2);
    const after = place ? { startedOn: place[0] ?? '', id: place[1] ?? '' } : undefined;
    const found = await this.visits.readings.list(person, { after, limit: pageSize + 1 });
    const today = this.visits.clock.today();
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    const story = this.visits.configuration.mode === 'demonstration' ? demonstrationDay : null;
    const rows = await Promise.all(
      shown.map(async ({ reading, damaged }) => (reading ? this.rowOf(person, reading, story) : damaged)),
    );
    const page = (
      <OverviewPage
        around={aroundOf(person, this.visits)}
        rows={rows}
        administers={person.assignments.some((a) => a.role === 'administrator' && isValid(a, today))}
        more={found.length > pageSize && last ? `/trajecten?na=${cursorOf([last.startedOn, last.id])}` : null}
        mayStart={mayStart(person, today)}
      />
    );
    return sendPage(reply, page);
  }

  /** The dossier of the demonstration is shown, and opened, on the day of its story. */
  private async rowOf(person: KnownPerson, reading: Reading, story: Day | null): Promise<OverviewRow> {
    const { id } = reading.dossier;
    if (story === null || !isLoaded(reading.dossier)) return { ...overviewView(reading), asOf: null };
    const then = await this.visits.readings.one(person, id, { asOf: story, knownAt: null });
    return { ...overviewView(then.reading), asOf: story };
  }

  @Get('taken')
  async tasks(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await visitor(request, this.visits);
    const today = this.visits.clock.today();
    const listed = await this.visits.readings.list(person, { limit: dossiersMax });
    const readings = listed.flatMap(({ reading }) => reading ?? []);
    const damaged = listed.flatMap((one) => one.damaged ?? []);
    const page = (
      <TasksPage
        around={aroundOf(person, this.visits)}
        today={today}
        damaged={damaged}
        {...tasksOf(person, readings, today)}
      />
    );
    return sendPage(reply, page);
  }

  @Get('problems/:code')
  problem(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const known = refusalCodes.find((one): one is RefusalCode => one === code);
    if (!known) throw new Refusal('unknown-path');
    const around = aroundOf(personOf(request), this.visits);
    return sendPage(reply, <ProblemPage around={around} refusal={new Refusal(known)} />);
  }
}
