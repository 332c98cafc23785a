// Every form of a dossier, for who is signed in; also where they came by a link from a mail.
import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PersonalLinks } from '../../app/personal-links.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { VisitNowParam } from '../visit/asked.js';
import type { FormContext, FormKind } from '../forms/form-kind.js';
import { formAt, formRoutes } from '../forms/register.js';
import { Giving } from './giving.js';
import { Visits } from '../visit/visit.js';

const paths = formRoutes.map((route) => route.slice(1));

@PageController()
export class FormsController {
  constructor(
    private readonly giving: Giving,
    private readonly visits: Visits,
    private readonly links: PersonalLinks,
  ) {}

  @Get(paths)
  async show(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    return this.giving.show(await this.at(request, context, around));
  }

  @Post(paths)
  async take(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    return this.giving.take(await this.at(request, context, around));
  }

  private async at(request: FastifyRequest, context: FormContext, around: Surroundings) {
    const { query, person, place } = context;
    const { dossier, gate } = place;
    const link = await this.links.use(query.link, { person: person.id, dossier, gate, body: query.orgaan ?? '' });
    return { kind: kindAt(request), request, context, around, link, anew: () => this.visits.now(request) };
  }
}

function kindAt({ routeOptions }: FastifyRequest): FormKind {
  const kind = formAt(routeOptions.url ?? '');
  if (!kind) throw new Error(`${routeOptions.url} was routed here and is the address of no form`);
  return kind;
}
