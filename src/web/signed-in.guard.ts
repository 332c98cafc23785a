// Lets through who is signed in; routes that are marked open, everyone.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Accounts } from '../app/accounts.js';
import { Configuration } from '../app/configuration.js';
import { authenticate } from '../http/authentication.js';
import { isOpen } from '../http/server.js';

@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly accounts: Accounts,
    private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal sign-in-required, token-expired, csrf */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isOpen(request)) await authenticate(request, this.accounts, this.configuration.baseUrl);
    return true;
  }
}
