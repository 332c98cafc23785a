// The pages of the plans: which there are, what one says, and its diagram in each form that can be had.
import { Get, Param } from '@nestjs/common';
import type { ReactElement } from 'react';
import { PlanCatalogue } from '../../app/plan-catalogue.js';
import { Readings } from '../../app/readings.js';
import { Starting } from '../../app/starting.js';
import { fileName, formats, isFormat } from '../../diagrams/formats.js';
import { invalid, Refusal } from '../../domain/refusal.js';
import type { KnownPerson } from '../../domain/people.js';
import type { Plan } from '../../domain/workflow/plan.js';
import { Answer } from '../../http/answer.js';
import { wordingAsked } from '../../http/language.js';
import { ReaderParam } from '../../http/parameters.js';
import { workflowQuery } from '../../http/queries.js';
import { shapeQuery } from '../../http/shape.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { startAddress } from '../pages/addresses.js';
import { WorkflowPage, type RunningOnPlan } from '../pages/plans/workflow.js';
import { WorkflowsPage } from '../pages/plans/workflows.js';

/** So many dossiers are named that run on a plan. */
const runningMax = 20;

type Query = Readonly<Record<string, string | undefined>>;

@PageController('procesplannen')
export class WorkflowPagesController {
  constructor(
    private readonly catalogue: PlanCatalogue,
    private readonly starting: Starting,
    private readonly readings: Readings,
  ) {}

  @Get()
  list(@AroundParam() around: Surroundings): ReactElement {
    return <WorkflowsPage around={around} plans={this.catalogue.newest()} />;
  }

  @Get(':workflow')
  async one(
    @Param('workflow') id: string,
    @QueryParam() query: Query,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<ReactElement> {
    const plan = this.planOf(id, query);
    const startAt = this.starting.plansFor(person).includes(plan) ? startAddress({ workflow: id }) : null;
    const versions = this.catalogue.everyVersion(id).map(({ workflow }) => workflow.version);
    const found = await this.runningOn(id, person);
    const running = found.slice(0, runningMax);
    const hasMore = found.length > running.length;
    return <WorkflowPage {...{ around, plan, versions, startAt, running, hasMore }} />;
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

  /** What a plan says does not wait for the list of dossiers, while that is filled. */
  private async runningOn(workflow: string, person: KnownPerson): Promise<RunningOnPlan[]> {
    try {
      const listed = await this.readings.list(person, { workflow, state: 'running', limit: runningMax + 1 });
      return listed.map(({ id, reading, damaged }) => {
        if (reading === null) return { id, title: damaged.workflow.title, version: damaged.workflow.version };
        const { title, plan } = reading.dossier;
        return { id, title: title ?? plan.workflow.title, version: plan.workflow.version };
      });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'busy') return [];
      throw error;
    }
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
