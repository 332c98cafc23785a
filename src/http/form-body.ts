// Reads the body of a form into its pairs, within limits; what they mean is for the form.
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../domain/refusal.js';

/** More than the longest form of ours holds when it is filled in by people. */
export const formMax = 64 * 1024;
export const fieldsMax = 500;
/** Signing in again carries along the form that was filled in; there every character may take three. */
export const carriedMax = 3 * formMax + 4096;

export const formType = 'application/x-www-form-urlencoded';

/** Whether a form was sent, or what says that it is one. */
export const isForm = ({ headers }: FastifyRequest): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(headers['content-type'] ?? '');

/**
 * @param carries whether it carries another form along
 * @throws Refusal too-large; unsupported-media-type for what is no UTF-8
 */
export function parseForm(text: string, { carries }: { carries: boolean }): URLSearchParams {
  if (Buffer.byteLength(text) > (carries ? carriedMax : formMax)) throw new Refusal('too-large');
  let fields = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) fields++;
  if (fields > fieldsMax) throw new Refusal('too-large');
  const pairs = new URLSearchParams(text);
  if (!writtenMark.test(text) && String(pairs).includes(mark)) throw new Refusal('unsupported-media-type');
  return pairs;
}

/** What decoding puts in the place of bytes that are no UTF-8; a sender may also have written it. */
const mark = '%EF%BF%BD';
const writtenMark = /%EF%BF%BD|\uFFFD/i;
