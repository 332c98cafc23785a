// Between a route of pages and its answer: an element is written as a page of HTML, and a form that is kept for who fills it in
// holds what was filled in before.
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { createElement, type ReactElement } from 'react';
import { lastValueFrom, map, of, type Observable } from 'rxjs';
import type { Id } from '../../domain/vocabulary.js';
import type { Draft } from '../../store/drafts.js';
import { Answer } from '../answer.js';
import { personOf } from '../authentication.js';
import { wordingAsked } from '../language.js';
import { Places, type DraftSource } from '../places.js';
import { scriptPolicy } from '../security-headers.js';
import { seeOther, shown } from './answer.js';
import { DraftsOfPage } from './keeping.js';
import { fieldsSent, keepsForms, type AddressOfForm } from './kept-forms.js';

/** What a route of pages gives: an element, or an answer that is no page with status 200. */
export type Page = ReactElement | Answer;

@Injectable()
export class PageInterceptor implements NestInterceptor<Page, Answer> {
  constructor(
    private readonly reflector: Reflector,
    private readonly places: Places,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler<Page>): Promise<Observable<Answer>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const placeOf = this.reflector.getAllAndOverride<AddressOfForm | undefined>(keepsForms, [
      context.getHandler(),
      context.getClass(),
    ]);
    const person = personOf(request);
    const { drafts } = this.places;
    if (!placeOf || person === null || drafts === null) return next.handle().pipe(map((page) => writtenOf(page)));
    const answer = request.method === 'GET' ? filledIn : sent;
    const handle = () => lastValueFrom(next.handle());
    return of(await answer({ drafts, person: person.id, request, placeOf, handle }));
  }
}

interface AtKeptForm {
  drafts: DraftSource;
  person: Id;
  request: FastifyRequest;
  placeOf: AddressOfForm;
  handle: () => Promise<Page>;
}

/** A page with what is kept of its forms. */
async function filledIn({ drafts, person, request, handle }: AtKeptForm): Promise<Answer> {
  const [path = ''] = request.url.split('?');
  return writtenOf(await handle(), scriptPolicy, await drafts.below(person, path));
}

/** What waited until somebody signed in, or is to be changed, goes back into its form, at an address that sends nothing. */
async function sent({ drafts, person, request, placeOf, handle }: AtKeptForm): Promise<Answer> {
  const fields = fieldsSent(request);
  const place = placeOf(request.url, fields ?? new URLSearchParams());
  if (fields?.has('wijzigen')) {
    await drafts.keep(person, place, fields);
    return seeOther(place);
  }
  const answer = writtenOf(await handle(), scriptPolicy);
  const isAccepted = answer.status < 400 && !String(answer.headers.location ?? '').includes('controle=');
  if (isAccepted) await drafts.accepted(person, place, fields?.get('sleutel') ?? null);
  return answer;
}

function writtenOf(page: Page, headers: Answer['headers'] = {}, kept?: ReadonlyMap<string, Draft>): Answer {
  if (page instanceof Answer) return new Answer(page.status, { ...headers, ...page.headers }, page.body);
  const element = kept ? createElement(DraftsOfPage, { value: kept }, page) : page;
  return shown(element, wordingAsked(), 200, headers);
}
