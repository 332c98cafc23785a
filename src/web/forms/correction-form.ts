// The form by which a fact was recorded, filled in as it was, to be corrected. Every field can be changed, and a reason is
// asked. What a form offers for today it offers here beside what was recorded.
import type { DossierEvent } from '../../domain/dossier/events.js';
import { commands } from '../../domain/commands/commands.js';
import { correctionTo, isSame } from '../../domain/facts/correcting.js';
import type { Facts } from '../../domain/facts/fact.js';
import type { FactKind } from '../../domain/fold/fact-kinds.js';
import type { Wording } from '../../wording/wording.js';
import type { Field } from '../../http/page/fields.js';
import { seesText } from '../../domain/views/visibility.js';
import { fieldsOf } from './fields-of.js';
import { saidValue } from '../pages/said-value.js';
import { payloadOf, type Form, type FormSection, type Values } from './form.js';
import type { FormContext } from './form-kind.js';
import { forms } from './register.js';

type Said = Readonly<Record<string, unknown>>;

/** What was recorded, as somebody sees it, and under which names it is not for them: that stays as it is. */
export interface SeenFact {
  former: Said;
  closed: ReadonlySet<string>;
}

/** The findings of a visit are not for everyone, and neither is each paper. */
export function seenOf({ reading: { viewer } }: FormContext, kind: FactKind, event: DossierEvent): SeenFact {
  const said = kind.askedOf(event) as Said;
  const isClosed = (name: string, value: unknown): boolean =>
    (name === 'findings' && event.type === 'BodyVisited' && !viewer.seesFindingsOf(event.facts.body)) ||
    (Array.isArray(value) && value.some((_, i) => !seesText(viewer, event, `${name}/${i}/title`)));
  const closed = new Set(Object.keys(said).filter((name) => isClosed(name, said[name])));
  return { closed, former: Object.fromEntries(Object.entries(said).filter(([name]) => !closed.has(name))) };
}

export function correctionForm(
  context: FormContext,
  kind: FactKind,
  { former, closed }: SeenFact,
  values: Values,
): Form {
  const { correctionForm: words, labels } = context.wording;
  const title = labels[kind.name];
  const sections = sectionsOf(context, kind, values);
  const hidden = new Set([...closed, ...unsayable(sections, former, kind)]);
  return {
    title: `${words.title}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    submit: words.title,
    cancel: context.at.now.log,
    sections: [
      ...sections.map((section, i) => ({
        ...section,
        ...(i === 0 ? { hint: words.hint } : {}),
        fields: section.fields
          .filter(({ name }) => !hidden.has(name.split('/', 1)[0] ?? ''))
          .map((field) => mending(field, former, (value) => shownAs(context, kind, field, value), context.wording)),
      })),
      {
        fields: [
          { name: 'never', label: words.never, hint: words.neverHint, kind: 'check' },
          { name: 'reason', label: words.why, kind: 'lines', required: true, max: 4000 },
        ],
      },
    ],
  };
}

/** Those of the form of its command; where less can be corrected than was said, or no form is in the dossier, of its table. */
function sectionsOf(context: FormContext, { name, says }: FactKind, values: Values): FormSection[] {
  const known = Object.values(forms).find(({ command }) => command === name && commands[command].says === says);
  if (known) return known.form(context, values).sections;
  return [
    {
      fields: Object.entries(says).flatMap(([one, row]) =>
        fieldsOf(one, row, { wording: context.wording, values, table: name }, false),
      ),
    },
  ];
}

/** What the form does not show beside that: what cannot be another, and what it could not say again. */
function unsayable(sections: FormSection[], former: Said, { says, fact: { beside } }: FactKind): Set<string> {
  const form = { title: '', submit: '', cancel: '', sections };
  const again = payloadOf(form, filledIn(form, former)) as Said;
  return new Set([
    ...('findings' in says && former.findings === undefined ? ['findings'] : []),
    ...(beside === undefined ? [] : ['confirmed']),
    ...('rule' in says && !isSame(again.rule, former.rule) ? ['rule'] : []),
  ]);
}

/** What was recorded, where it can no longer be chosen, as it would have been offered. */
const shownAs = ({ reading, place, wording }: FormContext, { name: table }: FactKind, { name }: Field, value: string) =>
  wording.capital(saidValue(name, value, { plan: reading.dossier.plan, gate: place.gate, table, wording }));

/** What could not be left out can be: it stays. And what was recorded can be chosen whatever can be chosen now. */
function mending(field: Field, former: Said, shown: (value: string) => string, { wordsOfFact }: Wording): Field {
  if (field.kind === 'hidden') return { ...field, value: flattened(former, '')[field.name] ?? field.value };

  const own =
    field.name === 'reason' ? { name: 'ownReason', label: wordsOfFact('ownReason')?.name ?? field.label } : {};
  const recorded = former[field.name];
  const isOffered = (field.choices ?? []).some(({ value }) => value === recorded);
  const choices = [
    ...(field.choices ?? []).map((choice) => ({ ...choice, why: undefined })),
    ...(field.choices && typeof recorded === 'string' && !isOffered
      ? [{ value: recorded, label: shown(recorded) }]
      : []),
  ];
  const free = field.required ? { required: false, sometimes: true } : {};
  return { ...field, ...own, ...free, ...(field.choices ? { choices } : {}) };
}

/** What was recorded, as it would have been filled in. */
export function filledIn(form: Form, former: Said): Values {
  const flat = flattened({ ...former, ownReason: former.reason }, '');
  const filled: Record<string, string> = {};
  for (const { when, fields } of form.sections)
    for (const field of fields) {
      const value = valueIn(field, former, flat);
      if (field.kind !== 'check' && field.kind !== 'checks' && !field.steers) filled[field.name] = value ?? '';
      else if (value !== undefined) filled[field.kind === 'checks' ? `${field.name}/${value}` : field.name] = value;
      if (when !== undefined && value !== undefined && value !== '') steer(form, when, filled);
    }
  return { ...filled, reason: '' };
}

/** The answer under which a section is asked. */
function steer({ sections }: Form, when: string, filled: Record<string, string>): void {
  const steering = sections
    .flatMap(({ fields }) => fields)
    .find(({ choices = [], steers }) => steers && choices.some(({ value }) => value === when));
  if (steering) filled[steering.name] = when;
}

function valueIn({ name, kind, value, yesNo }: Field, former: Said, flat: Values): string | undefined {
  const list = former[name.split('/', 1)[0] ?? ''];
  if (kind === 'check' && value !== undefined) return Array.isArray(list) && list.includes(value) ? value : undefined;
  if (kind === 'hidden') return flat[name];
  return yesNo && flat[name] === undefined ? '' : flat[name];
}

/** Plain values under their JSON pointers without the first slash. */
function flattened(value: unknown, at: string): Values {
  if (typeof value === 'boolean') return { [at]: value ? 'ja' : 'nee' };
  if (typeof value === 'string' || typeof value === 'number') return { [at]: String(value) };
  const before = at === '' ? '' : `${at}/`;
  const inner = Object.entries(value ?? {}).map(([name, one]) => Object.entries(flattened(one, before + name)));
  return Object.fromEntries(inner.flat());
}

/** What the correction says: of the fields that were shown, those that are other now. */
export function correctionAsked(form: Form, former: Said, values: Values, says: Facts): Said {
  const { reason, never, ownReason, ...filled } = payloadOf(form, values) as Said;
  if (never === true) return { never, reason };
  const right = { ...filled, ...(ownReason === undefined ? {} : { reason: ownReason }) };
  const shown = new Set(form.sections.flatMap(({ fields }) => fields.map(({ name }) => name.split('/', 1)[0] ?? '')));
  const names = Object.keys(says).filter((name) => shown.has(name === 'reason' ? 'ownReason' : name));
  return { ...correctionTo(former, right, names), ...(reason === undefined ? {} : { reason }) };
}
