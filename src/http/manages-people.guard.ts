// Lets through who may keep people and their roles.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../store/process/clock.js';
import { mustManagePeople } from '../domain/permissions.js';
import { signedInOf } from './authentication.js';

@Injectable()
export class ManagesPeople implements CanActivate {
  constructor(private readonly clock: Clock) {}

  /** @throws Refusal 403 */
  canActivate(context: ExecutionContext): boolean {
    const { person } = signedInOf(context.switchToHttp().getRequest<FastifyRequest>());
    mustManagePeople(person, this.clock.today());
    return true;
  }
}
