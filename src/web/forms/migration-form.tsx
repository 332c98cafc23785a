// Taking a dossier over to another plan: which plan, and where phases go that it does not have under their own name.
// What that will do is shown before it is confirmed.
import type { Rehearsal } from '../../domain/commands/commands.js';
import { migrationTarget } from '../../domain/commands/migration-target.js';
import { migrationView } from '../../domain/views/migration-view.js';
import type { Slug } from '../../domain/vocabulary.js';
import type { Plan } from '../../domain/workflow/plan.js';
import type { Phase } from '../../domain/workflow/workflow.js';
import { Paragraph } from '../../http/page/basics.js';
import type { Field } from '../../http/page/fields.js';
import { MigrationReport } from '../pages/plans/migration.js';
import { statusOf } from '../../domain/dossier/state.js';
import type { FormSection, Values } from './form.js';
import { defineForm, type FormContext } from './form-kind.js';
import { rowsOf } from './fields-of.js';
import { meetingFields, short } from './short-forms.js';

/** Under the name of what it stands for in the request, so that what is wrong with that finds it. */
const planField = 'toVersion/plan';

/** The plans that this dossier could go to: of its own region, the newest version of its own workflow first. */
export function plansFor({ dossier, plans }: Rehearsal): Plan[] {
  const { workflow: own, region, named } = dossier.plan;
  const isOwn = ({ workflow }: Plan) => workflow.id === own.id;
  const all = plans.ids().flatMap((id) => plans.versions(id));
  return all
    .filter((plan) => !(isOwn(plan) && plan.workflow.version === own.version))
    .map((plan) => (plan.workflow.open && named ? plans.planFor(plan, named) : plan))
    .filter((plan) => plan.region === region && !plan.workflow.open)
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}

export const migrateDossier = defineForm<'migrate-dossier'>({
  command: 'migrate-dossier',
  without: ['dryRun'],
  place: () => ({}),
  confirmed: ({ form }) => form.confirmTitle,
  form: (context, values) => {
    const to = chosenPlan(context, values);
    return {
      ...short(context.wording, 'migrate-dossier', context.reading.dossier.title ?? '', context.at.now.dossier, [
        planSection(context),
        ...(to ? phaseSections(context, to) : []),
        {
          fields: [
            ...rowsOf('migrate-dossier', ['on', 'reason'], context.wording),
            ...meetingFields('migrate-dossier', false, context.wording),
          ],
        },
      ]),
      before: <Paragraph>{context.wording.migration.before}</Paragraph>,
      ...(to
        ? { adds: { workflow: to.workflow.id, toVersion: to.workflow.version }, will: reportOf(context, to, values) }
        : {}),
    };
  },
  after: ({ at }) => at.now.dossier,
  instead: ({ occasion, at }) => (plansFor(occasion).length === 0 ? at.now.dossier : null),
});

const valueOf = ({ workflow: { id, version } }: Plan): string => `${id}@${version}`;

/** The first until another one is chosen. */
function chosenPlan({ occasion }: FormContext, values: Values): Plan | undefined {
  const plans = plansFor(occasion);
  return plans.find((plan) => valueOf(plan) === values[planField]) ?? plans[0];
}

function planSection({ occasion, wording: { migration: words, capital, planWords } }: FormContext): FormSection {
  const plans = plansFor(occasion);
  const field: Field = {
    name: planField,
    label: words.plan,
    kind: 'select',
    required: true,
    steers: true,
    choices: plans.map((plan) => ({ value: valueOf(plan), label: capital(planWords(plan.workflow)) })),
    value: plans[0] && valueOf(plans[0]),
    ...(plans.length > 1 ? { hint: words.planHint } : {}),
  };
  return { fields: [field], ...(plans.length > 1 ? { more: { list: planField, label: words.showPhases } } : {}) };
}

/** First those without a place under their own name, and behind a summary the others. */
function phaseSections(context: FormContext, to: Plan): FormSection[] {
  const { migration: words } = context.wording;
  const phases = context.reading.dossier.plan.workflow.phases;
  const isMatched = ({ id }: Phase): boolean => to.phases.has(id);
  const unmatched = phases.filter((phase) => !isMatched(phase));
  const fieldsOf = (list: Phase[], otherwise: string) => list.map((phase) => phaseField(context, to, phase, otherwise));
  return [
    ...(unmatched.length > 0
      ? [{ title: words.unmatched, hint: words.unmatchedHint, fields: fieldsOf(unmatched, words.nowhere) }]
      : []),
    { folded: words.others, fields: fieldsOf(phases.filter(isMatched), words.ownName) },
  ];
}

const phaseField = (
  { reading: { dossier }, wording: { capital, phaseWords } }: FormContext,
  to: Plan,
  phase: Phase,
  otherwise: string,
): Field => ({
  name: `map/${phase.id}`,
  label: phase.title,
  kind: 'select',
  hint: capital(phaseWords[statusOf(dossier, phase.id)]),
  choices: [
    { value: '', label: otherwise },
    ...to.workflow.phases.map(({ id, title }) => ({ value: id, label: title })),
  ],
});

/** What it will do, as far as what was filled in makes sense. */
function reportOf({ reading: { dossier }, wording: { ruleWords } }: FormContext, to: Plan, values: Values) {
  const asked = Object.fromEntries(
    [...dossier.plan.phases.keys()].flatMap((id): [Slug, Slug][] => {
      const place = values[`map/${id}`] ?? '';
      return place === '' ? [] : [[id, place]];
    }),
  );
  const { refusals } = migrationTarget(dossier, to, asked);
  return <MigrationReport view={migrationView(dossier, to, asked, refusals, ruleWords)} />;
}
