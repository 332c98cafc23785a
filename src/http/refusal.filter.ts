// Turns whatever was thrown into an answer: problem+json for programs, a page for people.
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../domain/refusal.js';
import { Log } from '../store/process/log.js';
import { tellDefect } from '../store/process/server-told.js';
import { statusOfCode } from './statuses.js';
import { Answer, send } from './answer.js';
import { refusalFrom } from './faults.js';
import { isForm } from './form-body.js';
import { wordingAsked } from './language.js';
import { routeOf } from './route.js';
import { internalProblem, isPage, problemOf, problemType } from './problem.js';
import { RefusalPages } from './refusal-pages.js';
import { noteRefusal } from './request-trace.js';

@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(
    private readonly pages: RefusalPages,
    private readonly log: Log,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for what Fastify refuses before a route is reached. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = refusalFrom(thrown, isForm(request));
    if (refusal) noteRefusal(request, refusal.code);
    else tellDefect(this.log, request.id, thrown);
    const status = refusal ? statusOfCode(refusal.code) : 500;
    const retryAfter = refusal?.facts.retryAfter;
    if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
    if (status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    const answer = isPage(routeOf(request), request.headers.accept ?? '')
      ? this.pages.answer(refusal, request, status)
      : this.problem(refusal, request, status);
    send(reply, answer);
  }

  private problem(refusal: Refusal | null, { id }: FastifyRequest, status: number): Answer {
    const wording = wordingAsked();
    const problem = refusal ? problemOf(refusal, wording) : internalProblem(id, wording);
    return new Answer(status, { 'content-type': problemType }, JSON.stringify(problem));
  }
}
