// Whatever was thrown while answering, as a refusal; null for a defect of our own.
import { HttpException } from '@nestjs/common';
import { Refusal, type RefusalCode } from '../domain/refusal.js';

const codes: Partial<Record<number, RefusalCode>> = {
  400: 'invalid-json',
  404: 'unknown-path',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  413: 'too-large',
  414: 'unknown-path',
  415: 'unsupported-media-type',
};

/** @param ofForm whether a form was sent: what is too large is then said in the words of one */
export function refusalFrom(thrown: unknown, ofForm: boolean): Refusal | null {
  const code = thrown instanceof Refusal ? thrown.code : codes[statusOf(thrown) ?? 500];
  if (code === 'too-large' && ofForm) return new Refusal(code, {}, [], { form: 'yes' });
  if (thrown instanceof Refusal) return thrown;
  return code ? new Refusal(code) : null;
}

function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const { statusCode, code } = (thrown ?? {}) as { statusCode?: unknown; code?: unknown }; // errors of Fastify carry both
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') return 400;
  return typeof statusCode === 'number' ? statusCode : undefined;
}
