// What a request for a page says of a dossier, as arguments of a route: the dossier at its moment.
import { Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RequestParam } from '../../http/page/asked.js';
import type { FormContext } from '../forms/form-kind.js';
import { Visits } from './visit.js';

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

/** The dossier of the address at the moment that the address names. */
export const VisitParam = (): ParameterDecorator => RequestParam(VisitPipe);

/** The dossier of the address as it stands now, for what changes it. */
export const VisitNowParam = (): ParameterDecorator => RequestParam(VisitNowPipe);
