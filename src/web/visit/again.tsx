// A form that was refused, with everything that was filled in. What has no form to return to is a page of its own.
import { hash, randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Values } from '../forms/form.js';
import { Refusal } from '../../domain/refusal.js';
import type { Answer } from '../../http/answer.js';
import type { Wording } from '../../wording/wording.js';
import { statusOfCode } from '../../http/statuses.js';
import { scriptPolicy } from '../../http/security-headers.js';
import { laterIn, shown } from '../../http/page/answer.js';
import { FormPage, type FormPageProps } from '../forms/form-page.js';

/** @throws what has no form to return to */
export function again(error: unknown, props: FormPageProps): Answer {
  const { wording } = props.around;
  if (!(error instanceof Refusal) || [401, 403, 404].includes(statusOfCode(error.code))) throw error;
  const sentAlready = error.code === 'idempotency-key-reused';
  const page = (
    <FormPage
      {...props}
      {...(props.draft && { draft: { ...props.draft, kept: null } })}
      formKey={sentAlready ? randomUUID() : props.formKey}
      errors={error.errors}
      refused={{ title: wording.titleOfCode(error.code), why: told(error, wording) }}
    />
  );
  return shown(page, wording, statusOfCode(error.code), { ...laterIn(error), ...policyOf(props) });
}

/** A form that is kept while it is filled in has our script. */
export const policyOf = ({ draft }: FormPageProps): Readonly<Record<string, string>> => (draft ? scriptPolicy : {});

/** A refusal in the words of a form, where those of a program would not do. */
function told(refusal: Refusal, { form: words, wordRefusal }: Wording): string {
  if (refusal.code === 'idempotency-key-reused') return words.sentAlready;
  return refusal.code === 'decision-exists' ? words.decidedMeanwhile : wordRefusal(refusal);
}

/** By which the same form is recognised when it comes again. */
export const digestOf = ({ method, url }: FastifyRequest, values: Values): string =>
  hash('sha256', JSON.stringify([method, url, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]));
