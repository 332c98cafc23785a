// Between a route of pages and its answer: an element is written as a page of HTML.
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { ReactElement } from 'react';
import { map, type Observable } from 'rxjs';
import { Answer } from '../answer.js';
import { wordingAsked } from '../language.js';
import { shown } from './answer.js';

/** What a route of pages gives: an element, or an answer that is no page with status 200. */
export type Page = ReactElement | Answer;

@Injectable()
export class PageInterceptor implements NestInterceptor<Page, Answer> {
  intercept(_: ExecutionContext, next: CallHandler<Page>): Observable<Answer> {
    return next.handle().pipe(map((page) => (page instanceof Answer ? page : shown(page, wordingAsked()))));
  }
}
