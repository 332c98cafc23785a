// What goes with one kind of answer, and what may be said of any decision: the parts of the form below the question, made
// of the table of decisions. Only what depends on the plan is said here.
import type { Dossier } from '../../domain/dossier/state.js';
import { decisionFacts } from '../../domain/facts/of-decisions.js';
import { neededBy } from '../../domain/facts/company.js';
import type { Facts } from '../../domain/facts/fact.js';
import { partyOf } from '../../domain/permissions.js';
import {
  kindOfDecision,
  kindsBeside,
  worksAs,
  conditionEffects,
  decisionForms,
  type BodyId,
  type BodyKind,
  type DecisionForm,
  type DecisionKind,
} from '../../domain/vocabulary.js';
import type { AskedGate } from '../../domain/views/gate-view.js';
import type { Wording } from '../../wording/wording.js';
import type { Choice, Field } from '../../http/page/fields.js';
import { choicesOf, fieldsOf, moreOf, type More } from './fields-of.js';
import type { FormSection, Values } from './form.js';
import { titleOf } from '../../domain/workflow/plan.js';

/** Whose decision it is, where, and what was filled in. */
export interface Filling {
  wording: Wording;
  dossier: Dossier;
  gate: AskedGate;
  body: BodyId | null;
  values: Values;
}

const rows = (): [string, Facts[string]][] => Object.entries<Facts[string]>(decisionFacts);

const named = new Set<DecisionForm>(['college-decision', 'council-decision']);

/** A form that is named after a kind of body is offered to that kind alone. */
const isFormOf = (form: DecisionForm, kind: BodyKind | undefined): boolean =>
  kind === undefined || !named.has(form) || form === `${kind}-decision`;

/** What the rows do not know: what the plan offers here. */
function moreIn({ dossier, gate, body, values, wording }: Filling): More {
  const { wordsOfFact } = wording;
  const { plan } = dossier;
  const kind = kindOf(dossier, body);
  const gates = [...plan.gates].filter(([id]) => id !== gate.id);
  const bodies = [...new Set(gates.flatMap(([, { electorate }]) => electorate))];
  // The own council comes first: most reservations wait for it.
  const isOwn = (one: BodyId) => body !== null && one !== body && partyOf(one) === partyOf(body);
  const ordered = [...bodies.filter(isOwn), ...bodies.filter((one) => !isOwn(one))];
  const forms = decisionForms.filter((form) => isFormOf(form, kind));
  return {
    'conditions.effect': {
      required: true,
      value: 'elaboration',
      choices: choicesOf(conditionEffects.toReversed(), wordsOfFact('conditions.effect')?.among ?? {}),
    },
    'subjectTo.gate': { kind: 'select', choices: gates.map(([value, { title }]) => ({ value, label: title })) },
    'subjectTo.body': {
      kind: 'select',
      choices: ordered.map((value) => ({ value, label: titleOf(plan, value) })),
      value: ordered.find(isOwn),
    },
    form: { choices: choicesOf(forms, wordsOfFact('form')?.among ?? {}) },
    proposalVersion: {
      kind: 'select',
      choices: gate.proposals.map(({ version, title }) => ({
        value: String(version),
        label: `${version}${title === null ? '' : `: ${title}`}`,
      })),
    },
    'release.scope': { choices: scopesIn(values, wording) },
    'release.ground': { sometimes: true },
    'secrecy.object': { sometimes: true },
    'secrecy.interest': { sometimes: true },
    'secrecy.sharedWith': {
      kind: 'select',
      choices: [...plan.bodies.values()]
        .filter((one) => worksAs(one.kind) === 'council')
        .map(({ id: value }) => ({ value, label: titleOf(plan, value) })),
    },
  };
}

/** Nothing is public yet: who said so elsewhere can leave it so. */
const scopesIn = (values: Values, { decisionForm: { scopes } }: Wording): Choice[] =>
  choicesOf(['region', 'own', ...(values['release/scope'] === 'public' ? ['public' as const] : [])], scopes);

const kindOf = ({ plan }: Dossier, body: BodyId | null) => (body === null ? undefined : plan.bodies.get(body)?.kind);

/** Every kind that this body may say here: those that the plan names, and those beside them, which count for nothing. */
export const kindsIn = ({ dossier, gate, body }: Filling): { named: DecisionKind[]; beside: DecisionKind[] } => {
  return { named: [...gate.kinds], beside: kindsBeside(gate.kinds, kindOf(dossier, body ?? anyAsked(dossier, gate))) };
};

/** While nobody is chosen: all who are asked at a gate are most often of one kind. */
const anyAsked = ({ plan }: Dossier, { id }: AskedGate): BodyId | null => plan.gates.get(id)?.electorate[0] ?? null;

/** Remarks stand beside these too: "geen zienswijze, wel kanttekeningen". */
const remarked: readonly DecisionKind[] = ['agree-with-remarks', 'no-view', 'consent', 'adopt'];

/** Those that go with a kind that this body may say. */
export function companionSections(filling: Filling): FormSection[] {
  const { sections, remarks } = filling.wording.decisionForm;
  const kinds = Object.values(kindsIn(filling)).flat();
  const withRemarks = kinds.filter((kind) => remarked.includes(kind)).join(' ');
  const [one, title] = kinds.includes('agree-with-remarks') ? [sections['agree-with-remarks']] : [undefined, remarks];
  return [
    ...(withRemarks === ''
      ? []
      : sectionFor('agree-with-remarks', filling, { when: withRemarks, title: one ?? title })),
    ...kinds
      .filter((kind) => !remarked.includes(kind))
      .flatMap((when) => sectionFor(when, filling, { when, title: sections[when] })),
  ];
}

function sectionFor(
  kind: DecisionKind,
  filling: Filling,
  { when, title }: { when: string; title: string | undefined },
): FormSection[] {
  const own = rows().filter(([name, row]) => goesWith(name, row, kind));
  const fields = own.flatMap(([name, row]) => fieldsIn(name, row, filling));
  const more = own.map(([name, row]) => moreOf(name, row, filling.wording)).find((one) => one.more);
  return fields.length > 0 ? [{ when, fields, ...more, ...(title === undefined ? {} : { title }) }] : [];
}

const goesWith = (name: string, { with: only }: Facts[string], kind: DecisionKind): boolean =>
  only === kind || neededBy(name).includes(kind);

const fieldsIn = (name: string, row: Facts[string], filling: Filling): Field[] =>
  fieldsOf(
    name,
    row,
    { ...filling, table: 'record-decision', more: moreIn(filling) },
    row.needed || neededBy(name).length > 0,
  );

/** What stands elsewhere in the form: beside the day, or in a part of its own. */
const elsewhere = new Set([
  'reference',
  'reason',
  'option',
  'release',
  'secrecy',
  'evidence',
  'noDecision',
  'belongsTo',
]);

/** A list of which more can be asked has a part of its own. */
const isList = (name: string, row: Facts[string], { wording }: Filling): boolean =>
  moreOf(name, row, wording).more !== undefined;

/** What may be said of any decision, behind summaries: nobody needs it to record one. */
export function detailSections(filling: Filling): FormSection[] {
  const { wording } = filling;
  const { decisionForm: words } = wording;
  const kind = kindOf(filling.dossier, filling.body ?? anyAsked(filling.dossier, filling.gate));
  const isHeld = (name: string) => Object.keys(filling.values).some((one) => one.split('/')[0] === name);
  const isDetail = ([name, row]: [string, Facts[string]]) =>
    row.keeps !== 'said' &&
    !elsewhere.has(name) &&
    row.with === undefined &&
    neededBy(name).length === 0 &&
    (row.by === undefined || row.by === kind) &&
    (name !== 'proposalVersion' || filling.gate.proposals.length > 1) &&
    (row.former === undefined || isHeld(name));
  const details = rows().filter(isDetail);
  const lists = details.filter(([name, row]) => isList(name, row, filling));
  return [
    ...lists.map(([name, row]): FormSection => {
      const { many = name, listHint } = wording.wordsOfFact(name) ?? {};
      const hint = listHint === undefined ? {} : { hint: listHint };
      return { folded: many, fields: fieldsIn(name, row, filling), ...hint, ...moreOf(name, row, wording) };
    }),
    {
      folded: words.details,
      fields: details.filter((one) => !lists.includes(one)).flatMap(([name, row]) => fieldsIn(name, row, filling)),
    },
    {
      folded: words.release,
      hint: words.releaseHint,
      fields: fieldsIn('release', decisionFacts.release, filling),
    },
    {
      folded: filling.wording.secrecyWords.title,
      hint: filling.wording.secrecyWords.hint,
      fields: fieldsIn('secrecy', decisionFacts.secrecy, filling),
      ...moreOf('secrecy', decisionFacts.secrecy, filling.wording),
    },
  ];
}

/** From what a decision appears: the region needs it, a body may add it. */
export function evidenceSection(filling: Filling, isOwn: boolean): FormSection {
  const { wording } = filling;
  const { decisionForm: words } = wording;
  const fields = fieldsOf('evidence', decisionFacts.evidence, filling).map((field) =>
    !isOwn && field.name.startsWith('evidence/0/') ? { ...field, sometimes: true } : field,
  );
  return {
    hint: words.evidenceHint,
    fields,
    ...moreOf('evidence', decisionFacts.evidence, wording),
    ...(isOwn ? { folded: `${words.evidence} ${words.optional}` } : { title: words.evidence }),
  };
}

const choosing = 'option';

/** On a poll every decision that counts for names its choice. */
export const openedBy = ({ poll, kinds }: AskedGate, kind: DecisionKind): string | undefined =>
  poll && kinds.includes(kind) && kindOfDecision(kind).side === 'for' ? choosing : undefined;

/** Where the plan knows several options: on a poll the choice itself, elsewhere a preference that is not counted. */
export const optionSection = ({ options, poll }: AskedGate, wording: Wording): FormSection[] => {
  const { capital, decisionForm: words } = wording;
  if (options.length === 0) return [];
  const choices = options.map(({ id, title, consequence }): Choice => {
    return { value: id, label: title, hint: consequence === null ? undefined : capital(consequence) };
  });
  const more: More = {
    option: poll ? { kind: 'radio', label: words.choice, required: true, choices } : { kind: 'select', choices },
  };
  const fields = fieldsOf('option', decisionFacts.option, { wording, values: {}, more });
  return [poll ? { when: choosing, fields } : { fields }];
};

/** Where it answers more than one question, each may be answered otherwise. */
export function perQuestion(
  questions: { id: string; text: string }[],
  kinds: Choice[],
  { decisionForm: words }: Wording,
): FormSection[] {
  if (questions.length < 2) return [];
  const choices = [{ value: '', label: words.same }, ...kinds];
  return [
    {
      folded: words.perQuestion,
      hint: words.perQuestionHint,
      fields: questions.map(({ id, text }) => ({ name: `answers/${id}`, label: text, kind: 'select', choices })),
    },
  ];
}
