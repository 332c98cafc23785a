// Lets through who is signed in; routes that are marked open, everyone.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Admission } from '../admission.js';
import { greets, isOpen } from '../server.js';

@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly admission: Admission) {}

  /** @throws Refusal sign-in-required, token-expired, csrf, too-many */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isOpen(request)) await this.admission.admit(request);
    else if (greets(request)) await this.admission.greet(request);
    return true;
  }
}
