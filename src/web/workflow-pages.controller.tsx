// The pages of the plans: which there are, what one says, and its diagram in each form that can be had.
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileName, formats, isFormat } from '../diagrams/formats.js';
import { invalid, Refusal } from '../domain/refusal.js';
import type { Plan } from '../domain/workflow/plan.js';
import { WorkflowQuery } from '../requests/queries.js';
import { shapeQuery } from '../requests/shape.js';
import { sendPage } from './answer.js';
import { WorkflowPage } from './pages/workflow.js';
import { WorkflowsPage } from './pages/workflows.js';
import { aroundOf, queryOf, visitor, Visits } from './visit.js';

@ApiExcludeController()
@Controller('procesplannen')
export class WorkflowPagesController {
  constructor(private readonly visits: Visits) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const around = aroundOf(await visitor(request, this.visits), this.visits);
    return sendPage(reply, <WorkflowsPage around={around} plans={this.visits.shelf.newest()} />);
  }

  @Get(':workflow')
  async one(@Param('workflow') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const around = aroundOf(await visitor(request, this.visits), this.visits);
    const plan = this.planOf(id, request);
    const versions = this.visits.shelf.versions(id).map(({ workflow }) => workflow.version);
    return sendPage(reply, <WorkflowPage around={around} plan={plan} versions={versions} />);
  }

  @Get(':workflow/diagram.:format')
  async file(
    @Param() place: { workflow: string; format: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await visitor(request, this.visits);
    const plan = this.planOf(place.workflow, request);
    if (!isFormat(place.format)) throw new Refusal('unknown-path');
    const { type, write } = formats[place.format];
    return reply
      .type(`${type}; charset=utf-8`)
      .header('Cache-Control', 'private, no-cache')
      .header('Content-Disposition', `attachment; filename="${fileName(plan, place.format)}"`)
      .send(write(plan));
  }

  /** @throws Refusal unknown-workflow; validation for a version that there is not */
  private planOf(id: string, request: FastifyRequest): Plan {
    const { versie } = queryOf(request);
    this.visits.shelf.get(id, undefined, '?versie'); // whether there is such a plan comes before its version
    const asked = shapeQuery(WorkflowQuery, versie === undefined ? {} : { version: versie });
    if ('errors' in asked) throw invalid(asked.errors);
    const { version } = asked.payload;
    return this.visits.shelf.get(id, version === undefined ? undefined : Number(version), '?versie');
  }
}
