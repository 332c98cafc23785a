// A refusal as a page. Whoever must sign in first is asked to, and comes back to what they were doing.
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal, RefusalCode } from '../domain/refusal.js';
import { personOf } from '../http/authentication.js';
import { RefusalPages } from '../http/refusal-pages.js';
import { sendPage, written } from './answer.js';
import { ErrorPage } from './pages/error.js';
import { filledInBy, signInPage } from './signed-out.js';
import { aroundOf, Visits } from './visit.js';

/** What another account may give, or the same one another day. */
const forSomeoneElse = new Set<RefusalCode>(['not-your-body', 'not-your-role', 'assignment-not-valid']);

@Injectable()
export class Refusals implements RefusalPages {
  constructor(private readonly visits: Visits) {}

  answer(refusal: Refusal | null, request: FastifyRequest, reply: FastifyReply): void {
    const path = request.url.split('?')[0] ?? '/';
    const looks = request.method === 'GET';
    if (refusal?.code === 'sign-in-required' || refusal?.code === 'token-expired') {
      const kept = filledInBy(request, this.visits);
      if (looks) return void reply.redirect(`/aanmelden?next=${encodeURIComponent(request.url)}`, 303);
      if (kept !== null) return void sendPage(reply, signInPage(this.visits, { next: request.url, kept }), 401);
    }
    const around = aroundOf(personOf(request), this.visits);
    const fields = refusal && forSomeoneElse.has(refusal.code) ? filledInBy(request, this.visits) : null;
    const kept = fields === null ? null : { fields, action: request.url };
    const props = { around, refusal, requestId: request.id, path, sent: !looks, kept };
    sendPage(reply, <ErrorPage {...props} />, reply.statusCode);
  }

  render(refusal: Refusal, requestId: string, path: string): string {
    const props = { around: aroundOf(null, this.visits), refusal, requestId, path, sent: false, kept: null };
    return written(<ErrorPage {...props} />);
  }
}
