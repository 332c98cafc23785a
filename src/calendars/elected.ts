// Roles of a region that are to be looked at since a new board began; and the task of who leads there, who cannot end one, and knows
// who left.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PlanCatalogue } from '../app/plan-catalogue.js';
import { rolesToCheck, type RoleToCheck } from '../domain/calendars/elected-roles.js';
import { KnownBodies, type NamedRegion } from '../domain/known-bodies.js';
import type { TurnHolder } from '../domain/turns/turn-holders.js';
import { plainTurn } from '../domain/turns/turn.js';
import type { Day } from '../domain/vocabulary.js';
import { Places, type AddedStep } from '../http/places.js';
import { Database } from '../store/database.js';
import { PeopleKeeper } from '../store/people-keeper.js';
import { Clock } from '../store/process/clock.js';
import { newestRunning } from '../store/read-models/dossier-list.js';
import { languages } from '../wording/wording.js';
import { CalendarEntries } from './entries.js';

/** Where the section about them is on the page of a dossier. */
export const electedSection = 'na-verkiezingen';

interface RolesAfter {
  on: Day;
  since: Day;
  /** The elections were made up. */
  assumed: boolean;
  roles: readonly RoleToCheck[];
}

@Injectable()
export class ElectedRoles {
  constructor(
    private readonly entries: CalendarEntries,
    private readonly keeper: PeopleKeeper,
    private readonly clock: Clock,
  ) {}

  /** Null where there are none. */
  async in({ id, bodies }: NamedRegion): Promise<RolesAfter | null> {
    const found = await this.entries.found(id);
    const calendar = found.kind === 'region' ? found.entered.calendar : null;
    if (!calendar || calendar.elections.length === 0) return null;
    const { elections, assumed } = calendar;
    const roles = rolesToCheck(elections, await this.keeper.everyone(), new Set(bodies), this.clock.today());
    const [first] = roles;
    return first ? { on: first.election.on, since: first.since, assumed, roles } : null;
  }
}

@Injectable()
export class ElectedTurns implements OnModuleInit {
  constructor(
    private readonly elected: ElectedRoles,
    private readonly bodies: KnownBodies,
    private readonly database: Database,
    private readonly catalogue: PlanCatalogue,
    private readonly places: Places,
  ) {}

  onModuleInit(): void {
    this.places.turns.push((whose) => this.turnsOf(whose));
  }

  /** One for each region, in the dossier that began there last: until nobody is there any more who is to be looked at. */
  private async turnsOf(whose: readonly TurnHolder[]): Promise<AddedStep[]> {
    const led = new Set(whose.flatMap((one) => (one.role === 'process-lead' ? one.whose : [])));
    const turns: AddedStep[] = [];
    for (const region of this.bodies.regions().filter(({ id }) => led.has(id))) {
      const found = await this.elected.in(region);
      const dossier = found && (await newestRunning(this.database.manager, region.id));
      const plan = dossier && this.catalogue.newest().find(({ workflow }) => workflow.id === dossier.workflow);
      const phase = plan?.workflow.phases[0]?.id;
      if (!found || !dossier || phase === undefined) continue;
      turns.push({
        dossier: dossier.id,
        turn: {
          ...plainTurn,
          ...{ what: 'calendars/elected', phase, gate: null, role: 'process-lead', body: null, since: found.since },
        },
        label: languages.nl.electedWords.task(found.on),
        href: `/trajecten/${dossier.id}#${electedSection}`,
      });
    }
    return turns;
  }
}
