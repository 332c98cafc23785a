// What every form about people has around it: where it is, by which it is recognised, and who sends it.
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../store/caller.js';
import type { KnownPerson } from '../../domain/people.js';
import { senderOf } from '../../http/sender.js';
import type { Surroundings } from '../../http/page/frame.js';
import { digestOf } from '../visit/again.js';
import { keyOf, type Form, type Values } from '../forms/form.js';
import type { FormPageProps } from '../forms/form-page.js';
import { peoplePath } from '../forms/person-forms.js';
import { rolesPath } from '../pages/people/roles.js';

export const hereInPeople = (around: Surroundings): Surroundings => ({ ...around, here: rolesPath });

interface AskedOfPeople {
  form: Form;
  action: string;
  values: Values;
  /** Whom it is about; null where that is nobody yet. */
  about: { href: string; label: string } | null;
  shownAt: string | null;
}

export function propsOf(around: Surroundings, { about, ...asked }: AskedOfPeople): FormPageProps {
  const trail = [{ href: peoplePath, label: around.wording.peoplePages.title }, ...(about ? [about] : [])];
  const formKey = 'sleutel' in asked.values ? keyOf(asked.values) : randomUUID();
  return {
    ...asked,
    around: hereInPeople(around),
    trail,
    formKey,
    errors: [],
    refused: null,
    draft: { place: asked.action },
  };
}

export const callerOf = (
  request: FastifyRequest,
  person: KnownPerson,
  { formKey, values }: Pick<FormPageProps, 'formKey' | 'values'>,
): Caller => ({
  person,
  key: { value: formKey, request: digestOf(request, values) },
  ifMatch: null,
  sender: senderOf(request),
});
