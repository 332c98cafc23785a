// Bringing a paper that a gate asks, and stating whether a criterion is met.
import { refusalOf } from '../../domain/commands/commands.js';
import { criterionFacts } from '../../domain/facts/of-gates.js';
import { requirementsOf, type Requirement } from '../../domain/stand/requirements.js';
import type { Slug } from '../../domain/vocabulary.js';
import type { Choice, Field } from '../../http/page/fields.js';
import { moreOf, rowsOf } from './fields-of.js';
import type { FormContext } from './form-kind.js';
import { about, gate } from './short-forms.js';

/** What this person may bring or state here, in the order of the plan. */
function allowed(context: FormContext, kind: Requirement['kind']): Requirement[] {
  const { occasion, place, today } = context;
  const may = ({ id }: Requirement): boolean =>
    kind === 'paper'
      ? refusalOf(occasion, 'lay-paper', { gate: place.gate }, { paper: id }) === null
      : refusalOf(occasion, 'state-criterion', { gate: place.gate }, { criterion: id }) === null;
  return requirementsOf(occasion.dossier, place.gate, today).filter((one) => one.kind === kind && may(one));
}

export const bringableAt = (context: FormContext): ReadonlySet<Slug> =>
  new Set([...allowed(context, 'paper'), ...allowed(context, 'criterion')].map(({ id }) => id));

/** Each with how it stands; the one that the address asks for chosen, else the first that is not there. */
function choiceOf(context: FormContext, all: readonly Requirement[]): Partial<Field> {
  const { requirementPage: words, stateOfRequirement } = context.wording;
  const choices = all.map((one): Choice => ({
    value: one.id,
    label: words.choice(one.title, words.weights[one.weight], stateOfRequirement(one)),
  }));
  const asked = all.find(({ id }) => id === context.query.wat) ?? all.find(({ state }) => state !== 'met');
  return { kind: 'select', choices, value: asked?.id };
}

export const layPaper = about(
  gate,
  'lay-paper',
  (context) => {
    const { wording } = context;
    const paper = choiceOf(context, allowed(context, 'paper'));
    return [{ fields: rowsOf('lay-paper', ['paper', 'title', 'url', 'file', 'scope', 'on'], wording, { paper }) }];
  },
  {
    without: ['sha256'],
    instead: (context) => (allowed(context, 'paper').length > 0 ? null : context.at.now.gate(context.place.gate)),
  },
);

export const stateCriterion = about(
  gate,
  'state-criterion',
  (context, values) => {
    const { wording } = context;
    const criterion = choiceOf(context, allowed(context, 'criterion'));
    const state: Partial<Field> = { kind: 'radio' };
    return [
      { fields: rowsOf('state-criterion', ['criterion', 'state', 'on', 'text'], wording, { criterion, state }) },
      {
        title: wording.requirementPage.evidence,
        fields: rowsOf('state-criterion', ['evidence'], wording, {}, values),
        ...moreOf('evidence', criterionFacts.evidence, wording),
      },
    ];
  },
  {
    instead: (context) => (allowed(context, 'criterion').length > 0 ? null : context.at.now.gate(context.place.gate)),
  },
);
