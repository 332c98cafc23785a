// Between a read of a dossier and its answer: the tag of what was found, or 304 when the reader has it already. A command
// makes its own answer: an interceptor costs a tenth of what a decision does.
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { answerRead, type Answer, type Found } from './answer.js';

@Injectable()
export class ReadInterceptor implements NestInterceptor<Found, Answer> {
  intercept(context: ExecutionContext, next: CallHandler<Found>): Observable<Answer> {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(map((found) => answerRead(found, headers)));
  }
}
