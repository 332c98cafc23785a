// Whatever was thrown while answering, as a refusal; null for a defect of our own.
import { HttpException } from '@nestjs/common';
import { Refusal, refused, type RefusalCode } from '../domain/refusal.js';

/** What a framework or a plugin says by its status. */
const codes: Partial<Record<number, RefusalCode>> = {
  400: 'invalid-json',
  404: 'unknown-path',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  413: 'too-large',
  414: 'unknown-path',
  415: 'unsupported-media-type',
  429: 'too-many',
  503: 'busy',
};

/** Any other way in which a request can be wrong is in what it says of itself, in its headers. */
const codeOf = (status: number): RefusalCode | undefined =>
  codes[status] ?? (status >= 400 && status < 500 ? 'bad-header' : undefined);

/** @param ofForm whether a form was sent: what is too large is then said in the words of one */
export function refusalFrom(thrown: unknown, ofForm: boolean): Refusal | null {
  const code = thrown instanceof Refusal ? thrown.code : codeOf(httpStatusOf(thrown) ?? 500);
  if (code === 'too-large' && ofForm) return refused(code, { form: true });
  if (thrown instanceof Refusal) return thrown;
  return code ? new Refusal(code) : null;
}

function httpStatusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const { statusCode, code } = (thrown ?? {}) as { statusCode?: unknown; code?: unknown }; // errors of Fastify carry both
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') return 400;
  return typeof statusCode === 'number' ? statusCode : undefined;
}
