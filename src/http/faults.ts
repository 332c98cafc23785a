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

export function refusalFrom(thrown: unknown): Refusal | null {
  if (thrown instanceof Refusal) return thrown;
  const code = codes[statusOf(thrown) ?? 500];
  return code ? new Refusal(code) : null;
}

function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const { statusCode, code } = (thrown ?? {}) as { statusCode?: unknown; code?: unknown }; // errors of Fastify carry both
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') return 400;
  return typeof statusCode === 'number' ? statusCode : undefined;
}
