// The page with the roles that are to be looked at after an election, for who gives roles; and what who leads is told of them.
import { Get, UseGuards } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { ReactElement } from 'react';
import { rolesToCheck } from '../domain/calendars/elected-roles.js';
import { KnownBodies, type NamedRegion } from '../domain/known-bodies.js';
import { isValid, partyOf } from '../domain/permissions.js';
import { ManagesPeople } from '../http/manages-people.guard.js';
import { Paragraph, Section } from '../http/page/basics.js';
import { AroundParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { Places, type PageShown } from '../http/places.js';
import { PeopleKeeper } from '../store/people-keeper.js';
import { Clock } from '../store/process/clock.js';
import { languages } from '../wording/wording.js';
import { ElectedPage, type RegionToCheck } from './elected-page.js';
import { CalendarEntries } from './entries.js';

@UseGuards(ManagesPeople)
@PageController('mensen/verkiezingen')
export class ElectedController implements OnModuleInit {
  constructor(
    private readonly entries: CalendarEntries,
    private readonly bodies: KnownBodies,
    private readonly keeper: PeopleKeeper,
    private readonly clock: Clock,
    private readonly places: Places,
  ) {}

  onModuleInit(): void {
    this.places.sections.dossier.push((page) => this.told(page));
  }

  @Get()
  async page(@AroundParam() around: Surroundings): Promise<ReactElement> {
    const regions: RegionToCheck[] = [];
    for (const region of this.bodies.regions()) regions.push(...(await this.toCheck(region)));
    return (
      <ElectedPage
        around={{ ...around, here: '/mensen' }}
        regions={regions}
        titleOf={(id) => this.bodies.titleOf(id)}
      />
    );
  }

  /** Who leads cannot end a role, and knows who left; of today alone. */
  private async told({ dossier, person, day }: PageShown): Promise<ReactElement | null> {
    const leads = person.assignments.filter((one) => one.role === 'process-lead' && isValid(one, day));
    if (leads.length === 0 || day !== this.clock.today()) return null;
    const calendar = await this.entries.regionAt(dossier);
    const isTheirs = leads.some(({ body }) => body !== null && partyOf(body) === calendar?.region);
    if (!calendar || !isTheirs || calendar.elections.length === 0) return null;
    const region = this.bodies.regions().find(({ id }) => id === calendar.region);
    const [found] = region ? await this.toCheck(region) : [];
    if (!found) return null;
    const { electedWords: words } = languages.nl;
    const bodies = [...new Set(found.roles.flatMap(({ assignment }) => assignment.body ?? []))];
    return (
      <Section title={words.region(null, found.on)}>
        <Paragraph>
          {words.lead(
            found.since,
            bodies.map((body) => this.bodies.titleOf(body)),
          )}
        </Paragraph>
        {found.assumed && <Paragraph quiet>{words.assumed}</Paragraph>}
      </Section>
    );
  }

  private async toCheck({ id, title, bodies }: NamedRegion): Promise<RegionToCheck[]> {
    const found = await this.entries.found(id);
    const calendar = found.kind === 'region' ? found.entered.calendar : null;
    if (!calendar || calendar.elections.length === 0) return [];
    const { elections, assumed } = calendar;
    const roles = rolesToCheck(elections, await this.keeper.everyone(), new Set(bodies), this.clock.today());
    const [first] = roles;
    return first ? [{ title, on: first.election.on, since: first.since, assumed, roles }] : [];
  }
}
