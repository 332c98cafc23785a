// Lets through who is signed in; routes that are marked open, everyone.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Presence } from '../../store/presence.js';
import { Admission } from '../admission.js';
import { signedInOf } from '../authentication.js';
import { greets, isOpen } from '../server.js';

@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly admission: Admission,
    private readonly presence: Presence,
  ) {}

  /** @throws Refusal sign-in-required, token-expired, csrf, too-many */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isOpen(request)) {
      if (greets(request)) await this.admission.greet(request);
      return true;
    }
    await this.admission.admit(request);
    await this.presence.here(signedInOf(request).person.id);
    return true;
  }
}
