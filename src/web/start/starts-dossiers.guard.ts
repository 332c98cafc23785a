// Lets through who may start a dossier in some region; in which, is judged with the plan that is asked.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../store/process/clock.js';
import { Refusal } from '../../domain/refusal.js';
import { signedInOf } from '../../http/authentication.js';
import { mayStart } from '../visit/visit.js';

@Injectable()
export class StartsDossiersGuard implements CanActivate {
  constructor(private readonly clock: Clock) {}

  /** @throws Refusal not-your-role */
  canActivate(context: ExecutionContext): boolean {
    const { person } = signedInOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (!mayStart(person, this.clock.today())) throw new Refusal('not-your-role');
    return true;
  }
}
