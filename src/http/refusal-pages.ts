// How a refusal is answered to people. What makes pages provides it: this folder knows none.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../domain/refusal.js';

export abstract class RefusalPages {
  /** Answers with a page; `null` is a defect of our own, of which nothing is told. */
  abstract answer(refusal: Refusal | null, request: FastifyRequest, reply: FastifyReply): void;

  /** The page for a message of which nothing could be read: nobody is known to have sent it. */
  abstract render(refusal: Refusal, requestId: string, path: string): string;
}
