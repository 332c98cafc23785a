// What is asked of somebody and their roles, as forms: each row of its table, in the words of people.
import type { Facts } from '../../domain/facts/fact.js';
import {
  assignmentEndFacts,
  assignmentFacts,
  erasureFacts,
  personCorrectionFacts,
  personFacts,
} from '../../domain/facts/of-people.js';
import type { NamedBody } from '../../domain/known-bodies.js';
import type { PersonOnRecord } from '../../domain/people.js';
import type { Day } from '../../domain/vocabulary.js';
import type { Wording } from '../../wording/wording.js';
import type { Field } from '../../http/page/fields.js';
import { fieldsOf, type More } from './fields-of.js';
import type { SaidBy } from './typed.js';
import type { Form } from './form.js';

export const peoplePath = '/mensen';

export const addressOf = (person: string): string => `${peoplePath}/${encodeURIComponent(person)}`;

/** The last step of the address of each form. */
export type PersonFormName = 'rol' | 'einde' | 'correctie' | 'wissen';

export const personTables = {
  rol: assignmentFacts,
  einde: assignmentEndFacts,
  correctie: personCorrectionFacts,
  wissen: erasureFacts,
} as const satisfies Record<PersonFormName, Facts>;

/** Under which its fields are called as they are on these forms. */
const table = 'person';

/** What can be said at an address: by the last step of it that is the name of a form. */
export function saidOfPersonAt(path: string): SaidBy | null {
  const [, below, first = '', second = ''] = (path.split('?')[0] ?? '').split('/');
  if (`/${below}` !== peoplePath) return null;
  if (first === 'nieuw') return { command: table, says: personFacts };
  return Object.hasOwn(personTables, second) ? { command: table, says: personTables[second as PersonFormName] } : null;
}

const rows = (facts: Facts, wording: Wording, more: More = {}): Field[] =>
  Object.entries(facts).flatMap(([name, row]) => fieldsOf(name, row, { wording, values: {}, table, more }));

export const newPersonForm = (wording: Wording): Form => ({
  title: wording.peoplePages.add,
  submit: wording.peoplePages.add,
  cancel: peoplePath,
  sections: [{ fields: rows(personFacts, wording) }],
});

export interface PersonFormAsked {
  person: PersonOnRecord;
  /** The role that is ended, where it is one. */
  role: string | null;
  bodies: readonly NamedBody[];
  today: Day;
}

/** One of the forms about somebody. */
export function personForm(name: PersonFormName, asked: PersonFormAsked, wording: Wording): Form {
  const { person, role, bodies, today } = asked;
  const { peoplePages: words } = wording;
  const form = (title: string, fields: Field[], hint?: string): Form => ({
    title,
    submit: title,
    kicker: person.name ?? words.erasedPerson,
    cancel: addressOf(person.id),
    sections: [hint === undefined ? { fields } : { hint, fields }],
  });
  switch (name) {
    case 'rol': {
      const choices = [
        { value: '', label: words.noBody },
        ...bodies.map(({ id, title }) => ({ value: id, label: title })),
      ];
      const body: Partial<Field> = {
        kind: 'select',
        label: words.body,
        hint: words.bodyHint,
        choices,
        sometimes: true,
      };
      return form(
        words.give,
        rows(assignmentFacts, wording, {
          body,
          from: { label: words.firstDay, value: today },
          until: { label: words.lastDay, hint: words.lastDayHint },
        }),
      );
    }
    case 'einde':
      return {
        ...form(words.end, rows(assignmentEndFacts, wording, { until: { label: words.lastDay, value: today } })),
        about: [[words.role, role ?? '']],
      };
    case 'correctie': {
      const now = { name: { value: person.name ?? '' }, email: { value: person.email ?? '' } };
      return form(words.correct, rows(personCorrectionFacts, wording, now));
    }
    case 'wissen':
      return form(
        words.erase,
        rows(erasureFacts, wording, { on: { label: words.erasedAt, value: today } }),
        words.eraseWill,
      );
  }
}
