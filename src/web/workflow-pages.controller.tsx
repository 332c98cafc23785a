// The pages of the plans: which there are, what one says, and its diagram in each form that can be had.
import { Get, Param } from '@nestjs/common';
import type { ReactElement } from 'react';
import { PlanCatalogue } from '../app/plan-catalogue.js';
import { Starting } from '../app/starting.js';
import { fileName, formats, isFormat } from '../diagrams/formats.js';
import { invalid, Refusal } from '../domain/refusal.js';
import type { KnownPerson } from '../domain/people.js';
import type { Plan } from '../domain/workflow/plan.js';
import { Answer } from '../http/answer.js';
import { wordingAsked } from '../http/language.js';
import { ReaderParam } from '../http/parameters.js';
import { workflowQuery } from '../http/queries.js';
import { shapeQuery } from '../http/shape.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { startAddress } from './pages/addresses.js';
import { WorkflowPage } from './pages/workflow.js';
import { WorkflowsPage } from './pages/workflows.js';

type Query = Readonly<Record<string, string | undefined>>;

@PageController('procesplannen')
export class WorkflowPagesController {
  constructor(
    private readonly catalogue: PlanCatalogue,
    private readonly starting: Starting,
  ) {}

  @Get()
  list(@AroundParam() around: Surroundings): ReactElement {
    return <WorkflowsPage around={around} plans={this.catalogue.newest()} />;
  }

  @Get(':workflow')
  one(
    @Param('workflow') id: string,
    @QueryParam() query: Query,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
  ): ReactElement {
    const plan = this.planOf(id, query);
    const startAt = this.starting.plansFor(person).includes(plan) ? startAddress({ workflow: id }) : null;
    const versions = this.catalogue.everyVersion(id).map(({ workflow }) => workflow.version);
    return <WorkflowPage around={around} plan={plan} versions={versions} startAt={startAt} />;
  }

  @Get(':workflow/diagram.:format')
  async file(@Param() place: { workflow: string; format: string }, @QueryParam() query: Query): Promise<Answer> {
    const plan = this.planOf(place.workflow, query);
    if (!isFormat(place.format)) throw new Refusal('unknown-path');
    const { type, write } = formats[place.format];
    const headers = {
      'content-type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${fileName(plan, place.format)}"`,
    };
    return new Answer(200, headers, await write(plan, wordingAsked()));
  }

  /** @throws Refusal unknown-workflow; validation for a version that there is not */
  private planOf(id: string, { versie }: Query): Plan {
    this.catalogue.get(id, undefined, '?versie'); // whether there is such a plan comes before its version
    const asked = shapeQuery(workflowQuery, versie === undefined ? {} : { version: versie });
    if ('errors' in asked) throw invalid(asked.errors);
    const { version } = asked.payload;
    return this.catalogue.get(id, version === undefined ? undefined : Number(version), '?versie');
  }
}
