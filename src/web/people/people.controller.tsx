// People and their roles by browser, for who gives roles: the list, and somebody with their record.
import { randomUUID } from 'node:crypto';
import { Get, Param, UseGuards } from '@nestjs/common';
import type { ReactElement } from 'react';
import { Directory } from '../../store/directory.js';
import { Clock } from '../../store/process/clock.js';
import { Outbox } from '../../store/outbox.js';
import { PeopleKeeper } from '../../store/people-keeper.js';
import { KnownBodies } from '../../domain/known-bodies.js';
import type { KnownPerson } from '../../domain/people.js';
import { ManagesPeople } from '../../http/manages-people.guard.js';
import { ReaderParam } from '../../http/parameters.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { addressOf, peoplePath } from '../forms/person-forms.js';
import { securityAddress } from '../pages/log/security-log.js';
import { PersonPage } from '../pages/people/people.js';
import { PeoplePage } from '../pages/people/people-list.js';
import { askedPeople, peopleList } from './people-list.js';
import { toAdd } from '../pages/people/roles.js';
import { hereInPeople } from './people-asked.js';

@UseGuards(ManagesPeople)
@PageController(peoplePath)
export class PeoplePagesController {
  constructor(
    private readonly keeper: PeopleKeeper,
    private readonly bodies: KnownBodies,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
  ) {}

  @Get()
  async list(@AroundParam() around: Surroundings, @QueryParam() query: Record<string, string | undefined>) {
    const asked = askedPeople(query);
    const today = this.clock.today();
    const awaited = await this.keeper.withoutPassword();
    const listed = peopleList(await this.keeper.everyone(), asked, query, { today, titleOf: this.titleOf, awaited });
    const { titleOf } = this;
    return (
      <PeoplePage
        around={hereInPeople(around)}
        {...listed}
        {...{ asked, today, titleOf }}
        hrefOf={addressOf}
        toAdd={toAdd()}
      />
    );
  }

  @Get(':person')
  async one(
    @Param('person') id: string,
    @ReaderParam() reader: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() { vastgelegd }: Record<string, string | undefined>,
  ): Promise<ReactElement> {
    const person = await this.keeper.one(id);
    const at = addressOf(id);
    const isOwn = id === reader.id;
    const forms = {
      give: `${at}/rol`,
      end: (assignment: string) => `${at}/einde/${assignment}`,
      correct: `${at}/correctie`,
      erase: `${at}/wissen`,
      invite: `${at}/link`,
      links: `${at}/maillinks`,
      factor: this.directory.hasFactor(id) ? `${at}/tweede-stap` : null,
    };
    return (
      <PersonPage
        around={hereInPeople(around)}
        person={person}
        history={await this.keeper.history(id)}
        refusal={person.email === null ? null : await this.outbox.refusalOf(person.email)}
        today={this.clock.today()}
        titleOf={this.titleOf}
        forms={isOwn || person.erasedOn !== null ? null : forms}
        isOwn={isOwn}
        inSecurityLog={securityAddress({ wie: id })}
        formKey={randomUUID()}
        recorded={vastgelegd === 'ja'}
      />
    );
  }

  private readonly titleOf = (body: string): string => this.bodies.titleOf(body);
}
