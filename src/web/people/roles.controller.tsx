// Who holds which role for which body, what is missing, and how roles came and went: for who gives them.
import { Get, UseGuards } from '@nestjs/common';
import type { ReactElement } from 'react';
import { BodiesInUse } from '../../app/bodies-in-use.js';
import { KnownBodies } from '../../domain/known-bodies.js';
import { Refusal } from '../../domain/refusal.js';
import type { ToldOfPerson } from '../../domain/views/person-view.js';
import type { BodyId, Id } from '../../domain/vocabulary.js';
import { PeopleKeeper } from '../../store/people-keeper.js';
import { Clock } from '../../store/process/clock.js';
import { cursorOf, readCursor } from '../../http/cursor.js';
import { ManagesPeople } from '../../http/manages-people.guard.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { RolesHistoryPage } from '../pages/people/people-history.js';
import { RolesPage, rolesPath } from '../pages/people/roles.js';
import { Staffing } from './staffing.js';

const pageSize = 100;

type Query = Readonly<Record<string, string | undefined>>;

@UseGuards(ManagesPeople)
@PageController(rolesPath)
export class RolesPagesController {
  constructor(
    private readonly keeper: PeopleKeeper,
    private readonly known: KnownBodies,
    private readonly bodies: BodiesInUse,
    private readonly staffing: Staffing,
    private readonly clock: Clock,
  ) {}

  @Get()
  async grid(@AroundParam() around: Surroundings, @QueryParam() { regio, toon }: Query): Promise<ReactElement> {
    const { regions, administrators, ...staff } = await this.staffing.now(undefined, regio);
    const shown = new Set(regions.map(({ id }) => id));
    return (
      <RolesPage
        around={{ ...around, here: rolesPath }}
        {...staff}
        regions={regions}
        today={this.clock.today()}
        awaited={await this.keeper.withoutPassword()}
        isOnlyOne={administrators === 1}
        onlyEmpty={toon === 'leeg'}
        others={this.bodies.regions().filter(({ id }) => !shown.has(id))}
      />
    );
  }

  /** @throws Refusal unknown-path for a body that nobody knows */
  @Get('verloop')
  async history(@AroundParam() around: Surroundings, @QueryParam() { orgaan, na }: Query): Promise<ReactElement> {
    const all = await this.keeper.rolesTold();
    const before = Number(readCursor(na, 1)?.[0] ?? Infinity);
    // A body that the plans no longer know can still have had somebody.
    if (orgaan !== undefined && !this.known.describe(orgaan) && ofBody(all, orgaan).length === 0)
      throw new Refusal('unknown-path');
    const found = (orgaan === undefined ? all : ofBody(all, orgaan)).filter(({ event }) => event.sequence < before);
    const lines = found.slice(0, pageSize);
    const names = new Map((await this.keeper.everyone()).map(({ id, name }) => [id, name]));
    const next = new URLSearchParams({ ...(orgaan !== undefined && { orgaan }) });
    next.set('na', cursorOf([lines.at(-1)?.event.sequence ?? 0]));
    return (
      <RolesHistoryPage
        around={{ ...around, here: rolesPath }}
        body={orgaan === undefined ? null : this.known.titleOf(orgaan)}
        trail={[{ href: rolesPath, label: around.wording.rolesPages.title }]}
        lines={lines}
        known={all}
        titleOf={(body) => this.known.titleOf(body)}
        nameOf={(person) => names.get(person) ?? null}
        more={found.length > pageSize ? `${rolesPath}/verloop?${next.toString()}` : null}
      />
    );
  }
}

/** What is told of the roles for one body; who was erased lost theirs as well. */
function ofBody(all: readonly ToldOfPerson[], body: BodyId): ToldOfPerson[] {
  const roles = new Set<Id>();
  const people = new Set<Id>();
  for (const { event } of all)
    if (event.type === 'RoleGiven' && event.facts.body === body) {
      roles.add(event.facts.assignment);
      people.add(event.facts.person);
    }
  return all.filter(({ event }) =>
    event.type === 'PersonErased'
      ? people.has(event.facts.person)
      : 'assignment' in event.facts && roles.has(event.facts.assignment),
  );
}
