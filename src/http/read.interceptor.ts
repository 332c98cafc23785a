// Answers a read of a dossier with a tag, or with 304 when the reader has it already. A command makes its own answer: an
// interceptor takes a tenth of the time of a decision.
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { normaliseInstant } from '../domain/calendar.js';
import { ReadAnew } from '../store/told-otherwise.js';
import { Answer, answerRead, type ReadResult } from './answer.js';

@Injectable()
export class ReadInterceptor implements NestInterceptor<ReadResult, Answer> {
  constructor(private readonly readAnew: ReadAnew) {}

  intercept(context: ExecutionContext, next: CallHandler<ReadResult>): Observable<Answer> {
    const { headers, query } = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      map((found) => {
        const { status, headers: own, body } = answerRead(found, headers);
        return new Answer(status, { ...own, ...this.readOtherwise(query as { knownAt?: string }) }, body); // the route judged it
      }),
    );
  }

  /** What was known before records were read as they are now, could be answered otherwise then. */
  private readOtherwise({ knownAt }: { knownAt?: string }): Record<string, string> {
    const { since } = this.readAnew;
    const isConcerned = this.readAnew.concerns(knownAt === undefined ? null : normaliseInstant(knownAt));
    return isConcerned && since !== null ? { 'Read-Anew-Since': since } : {};
  }
}
