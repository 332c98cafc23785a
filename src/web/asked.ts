// What a request for a page says, as arguments of a route: a dossier at its moment, and what stands around the page.
import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { personOf } from '../http/authentication.js';
import type { Surroundings } from './components/frame.js';
import type { FormContext } from './forms/form-kind.js';
import { queryOf, Visits } from './visit.js';

const RequestParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

/** What is asked behind the address, by name. */
export const QueryParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  queryOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

@Injectable()
class AroundPipe implements PipeTransform<FastifyRequest, Surroundings> {
  constructor(private readonly visits: Visits) {}

  transform(request: FastifyRequest): Surroundings {
    return this.visits.around(personOf(request));
  }
}

@Injectable()
class VisitPipe implements PipeTransform<FastifyRequest, Promise<FormContext>> {
  constructor(private readonly visits: Visits) {}

  transform(request: FastifyRequest): Promise<FormContext> {
    return this.visits.asked(request);
  }
}

@Injectable()
class VisitNowPipe implements PipeTransform<FastifyRequest, Promise<FormContext>> {
  constructor(private readonly visits: Visits) {}

  transform(request: FastifyRequest): Promise<FormContext> {
    return this.visits.now(request);
  }
}

/** What stands around the page: who looks, and where they are. */
export const AroundParam = (): ParameterDecorator => RequestParam(AroundPipe);

/** The dossier of the address at the moment that the address names. */
export const VisitParam = (): ParameterDecorator => RequestParam(VisitPipe);

/** The dossier of the address as it stands now, for what changes it. */
export const VisitNowParam = (): ParameterDecorator => RequestParam(VisitNowPipe);
