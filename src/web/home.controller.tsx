// The overview, the tasks, and the page behind the type of every problem.
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { demonstrationDay, isLoaded } from '../app/demonstration.js';
import type { Listed } from '../app/reading.js';
import { Sluis } from '../app/sluis.js';
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
import { follows, tasksOf } from './tasks-of.js';
import { aroundOf, mayStart, queryOf, visitor } from './visit.js';

const decidingRoles = new Set<Role>(['secretary', 'clerk', 'chair', 'deputy-chair']);
const pageSize = 25;
/** What was done is looked for in so many dossiers. */
const dossiersMax = 200;

const readingsOf = (listed: readonly Listed[]): Reading[] => listed.flatMap(({ reading }) => reading ?? []);

@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(private readonly sluis: Sluis) {}

  /** Who decides or concludes begins with what is to be done; who leads or looks, with how everything stands. */
  @Get()
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await visitor(request, this.sluis);
    const today = this.sluis.clock.today();
    const decides = person.assignments.some((a) => decidingRoles.has(a.role) && isValid(a, today));
    return reply.redirect(decides ? '/taken' : '/trajecten', 303);
  }

  @Get('trajecten')
  async overview(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await visitor(request, this.sluis);
    const place = placeIn(queryOf(request).na, 2);
    const after = place ? { startedOn: place[0] ?? '', id: place[1] ?? '' } : undefined;
    const found = await this.sluis.readings.list(person, { after, limit: pageSize + 1 });
    const today = this.sluis.clock.today();
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    const story = this.sluis.configuration.mode === 'demonstration' ? demonstrationDay : null;
    const rows = await Promise.all(
      shown.map(async ({ reading, damaged }) => (reading ? this.rowOf(person, reading, story) : damaged)),
    );
    const page = (
      <OverviewPage
        around={aroundOf(person, this.sluis)}
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
    const then = await this.sluis.readings.one(person, id, () => ({ asOf: story, knownAt: null }));
    return { ...overviewView(then.reading), asOf: story };
  }

  @Get('taken')
  async tasks(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await visitor(request, this.sluis);
    const today = this.sluis.clock.today();
    const place = placeIn(queryOf(request).na, 2);
    const after = { startedOn: place?.[0] ?? '', id: place?.[1] ?? '' };
    const following = follows(person, today);
    const inTurn = await this.sluis.turns.dossiers(person, { own: !following, after });
    const seen = await this.sluis.readings.list(person, { limit: dossiersMax + 1 });
    const tasks = tasksOf(
      person,
      { inTurn: readingsOf(inTurn.listed), seen: readingsOf(seen.slice(0, dossiersMax)) },
      today,
    );
    const page = (
      <TasksPage
        around={aroundOf(person, this.sluis)}
        today={today}
        damaged={seen.slice(0, dossiersMax).flatMap((one) => one.damaged ?? [])}
        {...tasks}
        follows={following}
        more={inTurn.next && `/taken?na=${cursorOf([inTurn.next.startedOn, inTurn.next.id])}`}
        doneIn={seen.length > dossiersMax ? dossiersMax : null}
      />
    );
    return sendPage(reply, page);
  }

  @Get('problems/:code')
  problem(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const known = refusalCodes.find((one): one is RefusalCode => one === code);
    if (!known) throw new Refusal('unknown-path');
    const around = aroundOf(personOf(request), this.sluis);
    return sendPage(reply, <ProblemPage around={around} refusal={new Refusal(known)} />);
  }
}
