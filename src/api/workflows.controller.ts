// Workflows over HTTP: which processes there are to start, and what each version says.
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Shelf } from '../app/shelf.js';
import type { Asked } from '../domain/commands/commands.js';
import { Refusal } from '../domain/refusal.js';
import { workflowSummaryView } from '../domain/views/workflow-view.js';
import { workflowView } from '../wording/views.js';
import { QueryParams } from '../http/asked.js';
import { cursorOf, placeIn } from '../http/cursor.js';
import { numberParameter, pageParameters, ReadList, ReadOne } from '../http/describe.js';
import { pageOf, payloadOf } from '../http/read.js';
import { pageQuery, workflowQuery } from '../http/queries.js';
import type { Payload } from '../domain/facts/fact.js';

const listLimit = 50;

@ApiTags('procesplannen')
@Controller('api/v1/workflows')
export class WorkflowsController {
  constructor(private readonly shelf: Shelf) {}

  @Get()
  @ReadList('WorkflowSummaryList', pageParameters(100))
  list(@QueryParams(pageQuery) asked: Asked<Payload<typeof pageQuery>>) {
    const { limit = listLimit, cursor } = payloadOf(asked);
    const after = placeIn(cursor, 1)?.[0] ?? '';
    const found = this.shelf.newest().filter(({ workflow }) => workflow.id > after);
    const page = pageOf(found, Number(limit), workflowSummaryView, ({ workflow }) => cursorOf([workflow.id]));
    return page;
  }

  @Get(':workflow')
  @ReadOne('Workflow', { version: numberParameter })
  one(@Param('workflow') id: string, @QueryParams(workflowQuery) asked: Asked<Payload<typeof workflowQuery>>) {
    const versions = this.shelf.everyVersion(id).map((plan) => plan.workflow.version);
    if (versions.length === 0) throw new Refusal('unknown-workflow', { exists: this.shelf.ids() });
    const { version } = payloadOf(asked);
    const plan = this.shelf.get(id, version === undefined ? undefined : Number(version), '?version');
    return workflowView(plan, versions);
  }
}
