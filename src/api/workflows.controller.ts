// Workflows over HTTP: which processes there are to start, and what each version says.
import { Controller, Get, Param } from '@nestjs/common';
import { PlanCatalogue } from '../app/plan-catalogue.js';
import type { Asked } from '../domain/commands/commands.js';
import { Refusal } from '../domain/refusal.js';
import { workflowSummaryView } from '../domain/views/workflow-view.js';
import { wordingAsked } from '../http/language.js';
import { QueryParams } from '../http/parameters.js';
import { cursorOf } from '../http/cursor.js';
import { numberParameter, pageParameters, ReadPlain, Tagged } from '../http/describe.js';
import { pageAsked, pageOf, payloadOf } from '../http/read.js';
import { pageQuery, workflowQuery } from '../http/queries.js';
import type { Payload } from '../domain/facts/fact.js';

@Tagged('procesplannen')
@Controller('api/v1/workflows')
export class WorkflowsController {
  constructor(private readonly catalogue: PlanCatalogue) {}

  @Get()
  @ReadPlain('WorkflowSummaryList', pageParameters(100))
  list(@QueryParams(pageQuery) asked: Asked<Payload<typeof pageQuery>>) {
    const { limit, after } = pageAsked(asked, 1);
    const found = this.catalogue.newest().filter(({ workflow }) => workflow.id > (after[0] ?? ''));
    return pageOf(found, limit, workflowSummaryView, ({ workflow }) => cursorOf([workflow.id]));
  }

  @Get(':workflow')
  @ReadPlain('Workflow', { version: numberParameter }, 404)
  one(@Param('workflow') id: string, @QueryParams(workflowQuery) asked: Asked<Payload<typeof workflowQuery>>) {
    const versions = this.catalogue.everyVersion(id).map((plan) => plan.workflow.version);
    if (versions.length === 0) throw new Refusal('unknown-workflow', { exists: this.catalogue.ids() });
    const { version } = payloadOf(asked);
    const plan = this.catalogue.get(id, version === undefined ? undefined : Number(version), '?version');
    return wordingAsked().workflowView(plan, versions);
  }
}
