// Lets through who is signed in; routes that are marked open, everyone.
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Directory } from '../../store/directory.js';
import { Configuration } from '../../store/process/configuration.js';
import { authenticate } from '../authentication.js';
import { isOpen } from '../server.js';

@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly directory: Directory,
    private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal sign-in-required, token-expired, csrf */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isOpen(request)) await authenticate(request, this.directory, this.configuration.baseUrl);
    return true;
  }
}
