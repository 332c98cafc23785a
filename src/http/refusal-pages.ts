// How a refusal is answered to people. What makes pages provides it: this folder knows none.
import type { FastifyRequest } from 'fastify';
import type { Refusal } from '../domain/refusal.js';
import type { Answer } from './answer.js';

export abstract class RefusalPages {
  /** The answer with a page, in place of the one with this status; `null` is a defect of ours, of which nothing is told. */
  abstract answer(refusal: Refusal | null, request: FastifyRequest, status: number): Answer;

  /** The page for a message of which nothing could be read: nobody is known to have sent it. */
  abstract render(refusal: Refusal, requestId: string, path: string): string;
}
