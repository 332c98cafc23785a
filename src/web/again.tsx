// A form that was refused, with everything that was filled in. What has no form to return to is a page of its own.
import { hash, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Values } from './forms/form.js';
import { Refusal } from '../domain/refusal.js';
import { form as words } from '../wording/forms.js';
import { statusOfCode, wordRefusal } from '../wording/problems.js';
import { sendPage } from './answer.js';
import { FormPage, type FormPageProps } from './forms/form-page.js';

export function again(error: unknown, reply: FastifyReply, props: FormPageProps): FastifyReply {
  if (!(error instanceof Refusal) || [401, 403, 404].includes(statusOfCode(error.code))) throw error;
  const sentAlready = error.code === 'idempotency-key-reused';
  if (error.facts.retryAfter !== undefined) void reply.header('Retry-After', String(error.facts.retryAfter));
  const page = (
    <FormPage
      {...props}
      formKey={sentAlready ? randomUUID() : props.formKey}
      errors={error.errors}
      refused={told(error)}
    />
  );
  return sendPage(reply, page, statusOfCode(error.code));
}

/** A refusal in the words of a form, where those of a program would not do. */
function told(refusal: Refusal): string {
  if (refusal.code === 'idempotency-key-reused') return words.sentAlready;
  return refusal.code === 'decision-exists' ? words.decidedMeanwhile : wordRefusal(refusal);
}

/** By which the same form is recognised when it comes again. */
export const digestOf = ({ method, url }: FastifyRequest, values: Values): string =>
  hash('sha256', JSON.stringify([method, url, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]));
