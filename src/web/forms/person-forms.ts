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
import { roles, type BodyId, type Day, type Role } from '../../domain/vocabulary.js';
import type { Wording } from '../../wording/wording.js';
import type { Field } from '../../http/page/fields.js';
import { rolesPath } from '../pages/people/roles.js';
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
  if (first === 'nieuw') return { command: table, says: letInFacts };
  return Object.hasOwn(personTables, second) ? { command: table, says: personTables[second as PersonFormName] } : null;
}

const rows = (facts: Facts, wording: Wording, more: More = {}): Field[] =>
  Object.entries(facts).flatMap(([name, row]) => fieldsOf(name, row, { wording, values: {}, table, more }));

/** Who is let in, and the role that they get. */
export const letInFacts = { ...personFacts, ...assignmentFacts } as const;

export interface LetInAsked {
  bodies: readonly NamedBody[];
  today: Day;
  /** The place in which somebody is added; null where it was not said. */
  place: { role: Role; body: BodyId | null; title: string | null; held: readonly string[]; replaces: boolean } | null;
}

export function letInForm({ bodies, today, place }: LetInAsked, wording: Wording): Form {
  const { letInWords: words, peoplePages, roleWords, capital } = wording;
  const choices = [
    { value: '', label: words.noRole },
    ...roles.map((role) => ({ value: role, label: capital(roleWords[role]) })),
  ];
  const role = { kind: 'select', choices, required: false, sometimes: true, hint: words.roleHint } as const;
  const about: [string, string][] = place
    ? [
        [words.role, wording.roleIn(place.role, place.title)],
        ...(place.held.length > 0 ? [nowHeld(place, wording)] : []),
      ]
    : [];
  return {
    title: place?.replaces ? words.replaceTitle : words.title,
    submit: place?.replaces ? words.replaceTitle : words.title,
    cancel: place ? rolesPath : peoplePath,
    about,
    sections: [
      { title: words.person, fields: rows(personFacts, wording, { email: { hint: words.emailHint } }) },
      {
        title: words.roleTitle,
        ...(place?.replaces && { hint: words.replaceHint }),
        fields: rows(assignmentFacts, wording, {
          role: { ...role, value: place?.role },
          body: { ...bodyField(bodies, wording), value: place?.body ?? '' },
          from: { label: peoplePages.firstDay, value: today },
          until: { label: peoplePages.lastDay, hint: peoplePages.lastDayHint },
        }),
      },
    ],
  };
}

const nowHeld = ({ held }: NonNullable<LetInAsked['place']>, { letInWords, listWords }: Wording): [string, string] => [
  letInWords.now,
  listWords(held),
];

const bodyField = (bodies: readonly NamedBody[], { peoplePages: words }: Wording): Partial<Field> => ({
  kind: 'select',
  label: words.body,
  hint: words.bodyHint,
  choices: [{ value: '', label: words.noBody }, ...bodies.map(({ id, title }) => ({ value: id, label: title }))],
  sometimes: true,
});

export interface PersonFormAsked {
  person: PersonOnRecord;
  /** The role that is ended, where it is one. */
  role: string | null;
  bodies: readonly NamedBody[];
  today: Day;
  /** The body that is left without anybody in the role that is ended; null where it is none. */
  leaves: string | null;
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
    case 'rol':
      return form(
        words.give,
        rows(assignmentFacts, wording, {
          body: bodyField(bodies, wording),
          from: { label: words.firstDay, value: today },
          until: { label: words.lastDay, hint: words.lastDayHint },
        }),
      );
    case 'einde': {
      const { endingWords } = wording;
      const ends = [endingWords.will(person.name ?? words.erasedPerson, role ?? '')];
      if (asked.leaves !== null) ends.push(endingWords.leaves(role ?? '', asked.leaves));
      return {
        ...form(words.end, rows(assignmentEndFacts, wording, { until: { label: words.lastDay, value: today } })),
        about: [[words.role, role ?? '']],
        will: ends.join(' '),
      };
    }
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
