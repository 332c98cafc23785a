// A refusal as a page. Whoever must sign in first is asked to, and comes back to what they were doing.
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Configuration } from '../store/process/configuration.js';
import type { Refusal, RefusalCode } from '../domain/refusal.js';
import type { Answer } from '../http/answer.js';
import { personOf } from '../http/authentication.js';
import { RefusalPages } from '../http/refusal-pages.js';
import { seeOther, shown, written } from '../http/page/answer.js';
import { ErrorPage } from './pages/error.js';
import { Around } from '../http/page/asked.js';
import { filledInBy } from '../http/page/filled-in.js';
import { SignInPages } from '../http/page/sign-in-pages.js';

/** What another account may give, or the same one another day. */
const forSomeoneElse = new Set<RefusalCode>(['not-your-body', 'not-your-role', 'assignment-not-valid']);

@Injectable()
export class Refusals implements RefusalPages {
  constructor(
    private readonly around: Around,
    private readonly signIn: SignInPages,
    private readonly configuration: Configuration,
  ) {}

  answer(refusal: Refusal | null, request: FastifyRequest, status: number): Answer {
    const { method, url, id } = request;
    const looks = method === 'GET';
    const filledIn = filledInBy(request, this.configuration.baseUrl);
    if (refusal?.code === 'sign-in-required' || refusal?.code === 'token-expired') {
      if (looks) return seeOther(`/aanmelden?next=${encodeURIComponent(url)}`);
      const page = { next: url, kept: filledIn ?? undefined };
      if (filledIn !== null) return shown(this.signIn.page(this.around.of(null), page), 401);
    }
    const around = this.around.of(personOf(request));
    const fields = refusal && forSomeoneElse.has(refusal.code) ? filledIn : null;
    const kept = fields === null ? null : { fields, action: url };
    const path = url.split('?')[0] ?? '/';
    return shown(<ErrorPage {...{ around, refusal, requestId: id, path, sent: !looks, kept }} />, status);
  }

  render(refusal: Refusal, requestId: string, path: string): string {
    const props = { around: this.around.of(null), refusal, requestId, path, sent: false, kept: null };
    return written(<ErrorPage {...props} />);
  }
}
