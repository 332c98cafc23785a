// Every field of every form: what is said when it was left empty is a sentence. A label is the name of a thing, or a
// question with its mark; then both "… ontbreekt" and "Geef antwoord op de vraag …" are right. And every form speaks the
// language that it is given.
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { window } from '../../src/domain/calendar.js';
import { refusalOf } from '../../src/domain/commands/commands.js';
import { noCalendars } from '../../src/domain/calendars/body-calendar.js';
import { decisionsAt } from '../../src/domain/dossier/acts.js';
import { Municipalities } from '../../src/domain/municipalities.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import type { Role } from '../../src/domain/vocabulary.js';
import { phase } from '../../src/domain/workflow/define.js';
import type { KnownPerson } from '../../src/domain/people.js';
import type { Field } from '../../src/http/page/fields.js';
import { createElement } from 'react';
import { written } from '../../src/http/page/answer.js';
import type { Form } from '../../src/web/forms/form.js';
import type { FormContext, FormKind, Place } from '../../src/web/forms/form-kind.js';
import { ConfirmPage, FormPage } from '../../src/web/forms/form-page.js';
import { forms } from '../../src/web/forms/register.js';
import { addressesOf } from '../../src/web/pages/addresses.js';
import { wordFieldOn } from '../../src/wording/refusals/fields.js';
import { languages } from '../../src/wording/wording.js';
import { pseudo, textsIn, unmarkedWith } from '../support/pseudo-language.js';
import {
  asking,
  begin,
  colleges,
  councils,
  evidence,
  lead,
  own,
  planOf,
  ruledBy,
  Staged,
  today,
} from '../support/staged-play.js';

const options = [
  { id: 'een', title: 'Eén' },
  { id: 'twee', title: 'Twee' },
];
const recurs = { every: { months: 2 }, goals: [{ id: 'wachttijd', title: 'Wachttijd', unit: 'weken' }] };
const phases = {
  alles: asking(),
  raad: asking({ electorate: 'councils', weeksFromReceipt: 8, rule: unanimity('councils') }),
  keuze: asking({ polls: options, splits: true, rule: unanimity('colleges') }),
  vorm: asking({ proposes: options }),
  klaar: asking(),
  geweigerd: asking(),
  ronde: phase('Ronde', window('2024'), { source: 'test', visits: 'colleges' }),
  bekend: phase('Bekend', window('2024'), { source: 'test', step: 'publication' }),
  overleg: phase('Overleg', window('2024'), { source: 'test', recurs }),
  straks: asking(),
  stukken: asking({
    papers: [{ id: 'begroting', title: 'Begroting', weight: 'must' }],
    criteria: [{ id: 'omvang', text: 'Groot genoeg', weight: 'should', statedBy: 'process-lead' }],
  }),
  later: phase('Later', window('2024'), { source: 'test', waitsFor: ['wet'] }),
  deel: phase('Deel', window('2024'), {
    source: 'test',
    startsAfter: ['keuze'],
    branch: { gate: 'keuze', option: 'een' },
  }),
};
const outside = { wet: { title: 'De wet treedt in werking', source: 'test' } };
const plan = planOf(phases, { outside });
const next = planOf(phases, { outside, version: 2 });

/** A dossier with something for every form. */
function everything(): Staged {
  const staged = new Staged(plan, begin, [next]);
  staged.put('alles').put('raad').put('keuze').put('geweigerd').pass('klaar', colleges);
  for (const id of ['vorm', 'ronde', 'overleg']) staged.start(id);
  const [oost = '', west = '', eiland = ''] = colleges;
  const conditions = (['elaboration', 'suspensive'] as const).map((effect) => ({ text: 'De kosten.', effect }));
  staged.decide('alles', oost, 'agree-with-conditions', begin, { conditions });
  staged.decide('alles', west, 'agree', begin, { evidence, secrecy: [{ object: 'Bijlage', interest: '2b' }] }, lead);
  staged.give('schedule-item', { gate: 'alles' }, { body: eiland, meetingOn: today, stage: 'college' });
  const meeting = { form: 'session' } as const;
  const rule = { rule: 'unanimity', of: 'colleges' } as const;
  const chair = { role: 'chair', body: ruledBy } as const;
  staged.give('amend-rule', { gate: 'alles' }, { on: begin, reason: 'Zo.', meeting, rule }, chair);
  staged.decide('raad', councils[0] ?? '', 'view', begin, { points: ['Evalueer.'] });
  staged.decide('raad', councils[1] ?? '', 'agree-with-remarks', begin, { remarks: ['Let op.'] });
  staged.decide('raad', councils[2] ?? '', 'no-view', begin, { release: { scope: 'own', ground: 'art. 87' } });
  colleges.forEach((body, i) => staged.decide('keuze', body, 'agree', begin, { option: i === 0 ? 'een' : 'twee' }));
  staged.give('record-mandate', {}, { body: oost, holder: 'Directeur', from: begin, source: 'besluit' }, lead);
  staged.all('geweigerd', colleges, 'disagree').rule('geweigerd', 'no-go');
  return staged;
}

const { dossier } = everything();
/** An invented register, in which two of the parties go on as one. */
const municipality = (id: string, code: string, name: string) => ({ id, code, name, province: 'PV22' });
const gone = { until: begin, successors: ['zuid'] };
const register = new Municipalities([
  { ...municipality('oost', 'GM0001', 'Oost'), ...gone },
  { ...municipality('west', 'GM0002', 'West'), ...gone },
  { ...municipality('zuid', 'GM0003', 'Zuid'), from: begin },
]);
const plans = new PlanCatalogue([plan, next], [], [], register);
const roles: [Role, string][] = [
  ['process-lead', ruledBy],
  ['chair', ruledBy],
  ...[...colleges, ...councils].map((body): [Role, string] => [own(body).role, body]),
];

/** Everything that a form may be about. */
function placesOf(path: string): Place[] {
  const nowhere = { dossier: dossier.id, gate: '', phase: '', decision: '', condition: '' };
  const decisions = Object.keys(dossier.acts).flatMap((gate) =>
    decisionsAt(dossier, gate).map(({ id }) => ({ ...nowhere, gate, decision: id })),
  );
  if (path.includes(':decision')) return decisions;
  if (path.includes(':condition'))
    return Object.values(dossier.conditions).map(({ id, gate }) => ({ ...nowhere, gate, condition: id }));
  if (path.includes(':gate')) return [...plan.gates.keys()].map((gate) => ({ ...nowhere, gate }));
  return path.includes(':phase') ? [...plan.phases.keys()].map((id) => ({ ...nowhere, phase: id })) : [nowhere];
}

const moment = { asOf: null, knownAt: null };
function contextOf(place: Place, role: Role, body: string): FormContext {
  const assignments = [{ id: 'rol', role, body, from: '2020-01-01', until: null }];
  const person: KnownPerson = { id: 'iemand', name: 'Iemand', email: 'iemand@test.example', assignments };
  const viewer = { nameOf: () => null, seesFindingsOf: () => true, seesClosedOf: () => true };
  const reading = { dossier, moment, day: today, viewer };
  return {
    wording: languages.nl,
    reading,
    person,
    query: {},
    others: [],
    calendars: noCalendars,
    today,
    recorded: null,
    occasion: { dossier, person, today, plans },
    at: addressesOf(dossier.id, moment),
    place,
  };
}

function kindAt(path: string): FormKind {
  const kind = forms[path];
  if (!kind) throw new Error(`there is no form ${path}`);
  return kind;
}

/** The form as everyone is shown it who can fill it in, about everything that it may be about. */
function shownAt(path: string, wording = languages.nl): Form[] {
  const kind = kindAt(path);
  return placesOf(path).flatMap((place) =>
    roles.flatMap(([role, body]) => {
      const context = { ...contextOf(place, role, body), wording };
      const refused = refusalOf(context.occasion, kind.command, kind.place(place), kind.said?.(context));
      return refused || kind.instead?.(context) ? [] : [kind.form(context, {})];
    }),
  );
}

/** The fields that anyone is shown on this form, in this dossier. */
const fieldsOf = (path: string): Field[] =>
  shownAt(path).flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));

const isAsked = ({ kind }: Field): boolean => kind !== 'hidden' && kind !== 'check';

describe('a field that was left empty', () => {
  it.each(Object.keys(forms))('of %s is named in a sentence', (path) => {
    const fields = fieldsOf(path);
    expect(fields.length).toBeGreaterThan(0);
    const labels = [...new Set(fields.filter(isAsked).map(({ label }) => label))];
    const questions = /^(wie|wat|welke?|waar|hoe|naar|bij|van|vanaf|met)\b/i;
    const loose = /\b(op|aan|naar|van|vanaf|tot|door|in|uit)$/i;
    expect(labels.filter((label) => !label.endsWith('?') && (questions.test(label) || loose.test(label)))).toEqual([]);
    for (const label of labels) {
      const required = wordFieldOn({ pointer: '/x', code: 'required' }, label);
      const late = wordFieldOn({ pointer: '/x', code: 'date-too-early', limit: '2024-01-06' }, label);
      const [name] = label.endsWith('?') ? [`Het antwoord op "${label}"`] : [label];
      expect(late).toBe(`${name} is te vroeg; kies 6 januari 2024 of later.`);
      expect(required).toBe(
        label.endsWith('?') ? `Geef antwoord op de vraag "${label}".` : `${label} ontbreekt; vul dit veld in.`,
      );
    }
  });
});

describe('in another language', () => {
  const around = {
    wording: pseudo,
    person: null,
    demonstration: false,
    today: '2024-05-16',
    present: null,
    readAnew: null,
    menu: [],
    here: null,
    papers: new Map(),
    house: null,
  };
  const unmarkedOn = unmarkedWith(
    textsIn([plan.workflow, dossier.rounds, dossier.acts, dossier.conditions, dossier.title]),
  );

  it.each(Object.keys(forms))('%s asks, and asks once more, in no other', (path) => {
    const submit = pseudo.labels[kindAt(path).command];
    const title = kindAt(path).confirmed?.(pseudo) ?? submit;
    const props = {
      around,
      trail: [],
      action: '',
      formKey: '',
      shownAt: null,
      values: {},
      refused: null,
      doubts: [today],
      submit,
      title,
    };
    const errors = [{ pointer: '/on', code: 'required' as const }];
    const pages = shownAt(path, pseudo).flatMap((form) =>
      [FormPage, ConfirmPage].map((Page) => written(createElement(Page, { ...props, form, errors }), pseudo)),
    );
    expect([...new Set(pages.flatMap(unmarkedOn))]).toEqual([]);
  });
});
