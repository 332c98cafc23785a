// A refusal as a page. Whoever must sign in first is asked to, and comes back to what they were doing.
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Configuration } from '../store/process/configuration.js';
import type { Refusal } from '../domain/refusal.js';
import type { Answer } from '../http/answer.js';
import { personOf } from '../http/authentication.js';
import { RefusalPages } from '../http/refusal-pages.js';
import { seeOther, shown, written } from '../http/page/answer.js';
import { saidOfPersonAt } from './forms/person-forms.js';
import { saidAt } from './forms/register.js';
import { typedIn } from './forms/typed.js';
import { ErrorPage, type ErrorPageProps } from './pages/error.js';
import type { Wording } from '../wording/wording.js';
import { Around } from '../http/page/asked.js';
import { factorPath } from '../http/page/top-bar.js';
import { filledInBy } from '../http/page/filled-in.js';
import { SignInPages } from '../http/page/sign-in-pages.js';

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
      const nobody = this.around.of(null);
      if (filledIn !== null) return shown(this.signIn.page(nobody, page), nobody.wording, 401);
    }
    if (refusal?.code === 'second-factor-required' && looks)
      return seeOther(`${factorPath}?next=${encodeURIComponent(url)}`);
    const around = this.around.of(personOf(request));
    const kept = filledIn === null ? null : keptOf(filledIn, request, around.wording);
    const path = url.split('?')[0] ?? '/';
    return shown(
      <ErrorPage {...{ around, refusal, requestId: id, path, sent: !looks, kept }} />,
      around.wording,
      status,
    );
  }

  render(refusal: Refusal, requestId: string, path: string): string {
    const around = this.around.of(null);
    const props = { around, refusal, requestId, path, sent: false, kept: null };
    return written(<ErrorPage {...props} />, around.wording);
  }
}

/** The form that was filled in: where it goes, and what was typed in it by its own names. */
function keptOf(fields: string, { url, routeOptions }: FastifyRequest, wording: Wording): ErrorPageProps['kept'] {
  const said = saidAt(routeOptions.url ?? '') ?? saidOfPersonAt(url);
  return { fields, action: url, typed: said ? typedIn(new URLSearchParams(fields), said, wording) : [] };
}
