// Workflows over HTTP: which processes there are to start, and what each version says.
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Sluis } from '../app/sluis.js';
import type { Asked } from '../domain/commands/commands.js';
import { Refusal } from '../domain/refusal.js';
import { workflowSummaryView } from '../domain/views/workflow-view.js';
import { workflowView } from '../wording/views.js';
import { sendRead } from '../http/answer.js';
import { Query } from '../http/asked.js';
import { cursorOf, placeIn } from '../http/cursor.js';
import { numberParameter, pageParameters, ReadList, ReadOne } from './describe.js';
import { pageOf, payloadOf } from './read.js';
import { pageQuery, workflowQuery } from '../http/queries.js';
import type { Payload } from '../domain/facts/fact.js';

const listLimit = 50;

@ApiTags('procesplannen')
@Controller('api/v1/workflows')
export class WorkflowsController {
  constructor(private readonly sluis: Sluis) {}

  @Get()
  @ReadList('WorkflowSummaryList', pageParameters(100))
  list(
    @Query(pageQuery) asked: Asked<Payload<typeof pageQuery>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { limit = listLimit, cursor } = payloadOf(asked);
    const after = placeIn(cursor, 1)?.[0] ?? '';
    const found = this.sluis.shelf.newest().filter(({ workflow }) => workflow.id > after);
    const page = pageOf(found, Number(limit), workflowSummaryView, ({ workflow }) => cursorOf([workflow.id]));
    return sendRead(request, reply, JSON.stringify(page), null);
  }

  @Get(':workflow')
  @ReadOne('Workflow', { version: numberParameter })
  one(
    @Param('workflow') id: string,
    @Query(workflowQuery) asked: Asked<Payload<typeof workflowQuery>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const versions = this.sluis.shelf.everyVersion(id).map((plan) => plan.workflow.version);
    if (versions.length === 0) throw new Refusal('unknown-workflow', { exists: this.sluis.shelf.ids() });
    const { version } = payloadOf(asked);
    const plan = this.sluis.shelf.get(id, version === undefined ? undefined : Number(version), '?version');
    return sendRead(request, reply, JSON.stringify(workflowView(plan, versions)), null);
  }
}
