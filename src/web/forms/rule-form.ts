// Amending the rule of a gate: a few rules over those who decide there, each in its own words, and whether it is in force
// at once because all agree. Any other rule is for the API.
import { ruleFor } from '../../domain/commands/amend-rule.js';
import { electorateAt } from '../../domain/dossier/electorate.js';
import { currentRound, statusOf, type Dossier } from '../../domain/dossier/state.js';
import type { Rule } from '../../domain/rule.js';
import { majority } from '../../domain/rules/majority.js';
import { share } from '../../domain/rules/share.js';
import { threshold } from '../../domain/rules/threshold.js';
import { unanimity } from '../../domain/rules/unanimity.js';
import type { Among } from '../../domain/votes-cast.js';
import type { BodyId, Slug } from '../../domain/vocabulary.js';
import { askedAt } from '../../domain/workflow/asks.js';
import { scopeAt } from '../../domain/workflow/scope.js';
import type { Wording } from '../../wording/wording.js';
import type { Field } from '../../http/page/fields.js';
import type { FormSection, Values } from './form.js';
import type { FormContext } from './form-kind.js';
import { rowsOf } from './fields-of.js';
import { about, gate, meetingFields } from './short-forms.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const amendRule = about(gate, 'amend-rule', sections, {
  confirmed: ({ form }) => form.confirmTitle,
  instead: ({ reading: { dossier }, place, at }) =>
    groupAsked(dossier, place.gate) === null ? at.now.gate(place.gate) : null,
});

/** That all were told afterwards. */
export const notifyAmendment = about(gate, 'notify-amendment', ['on'], {
  rests: ({ reading: { dossier }, place }) => dossier.amendments[place.gate]?.length,
});

/** Who decides in the round that lies open: for them it can be at once. */
const deciding = (dossier: Dossier, gateId: Slug): readonly BodyId[] =>
  (statusOf(dossier, gateId) === 'at-gate' ? currentRound(dossier, gateId)?.electorate : null) ?? [];

/** The smallest group of the plan that holds all who decide there; null where none does. */
export function groupAsked(dossier: Dossier, gateId: Slug): Slug | null {
  const bodies = [...deciding(dossier, gateId), ...electorateAt(dossier, gateId)];
  const holding = Object.entries(dossier.plan.workflow.groups).filter(([, group]) =>
    bodies.every((b) => group.bodies.includes(b)),
  );
  return holding.sort(([, a], [, b]) => a.bodies.length - b.bodies.length)[0]?.[0] ?? null;
}

function sections(context: FormContext, values: Values): FormSection[] {
  const { reading, place } = context;
  const { dossier } = reading;
  const of = groupAsked(dossier, place.gate) ?? '';
  return [
    {
      hint: context.wording.ruleForm.now(context.wording.gateView(reading, place.gate).rule.text),
      fields: [ruleField(context, of, values)],
    },
    ...parameters(of, electorateAt(dossier, place.gate).length, context.wording),
    {
      fields: [
        ...rowsOf('amend-rule', ['on', 'reason'], context.wording, { on: { meets: true } }),
        ...meetingFields('amend-rule', true, context.wording),
        ...rowsOf('amend-rule', ['notifiedOn'], context.wording),
      ],
    },
    ...(deciding(dossier, place.gate).length > 0 ? inForce(context) : []),
  ];
}

/** Opened by the rules that are about a part: of everyone, or of the votes that are cast. */
const aPart = 'part';

/** Each rule in the words that everyone will read, over those whom it is for. */
function ruleField(
  { reading: { dossier }, place, wording: { capital, ruleWords, ruleForm: words } }: FormContext,
  of: Slug,
  values: Values,
): Field {
  const { workflow, rules, gates } = dossier.plan;
  const gatePlan = gates.get(place.gate);
  const bodies = values.ingang === 'at-once' ? deciding(dossier, place.gate) : electorateAt(dossier, place.gate);
  const said = (rule: Rule): string => {
    const held = gatePlan ? ruleFor(gatePlan, rule) : rule;
    return capital(ruleWords(held, scopeAt(workflow, bodies, rules), askedAt(dossier.plan, place.gate, held)));
  };
  const needed = /^[1-9]\d{0,3}$/.exec(values['rule/needed'] ?? '')?.[0];
  const among: Among = values['rule/among'] === 'decided' ? 'decided' : 'all';
  const some = words.threshold(bodies.length, workflow.groups[of]?.noun.many ?? of);
  return {
    name: 'rule/rule',
    label: words.rule,
    kind: 'radio',
    required: true,
    choices: [
      { value: 'unanimity', label: said(unanimity(of)) },
      { value: 'majority', label: said(majority(of, among)), opens: aPart },
      { value: 'share', label: said(share(2, 3, of, { among })), opens: aPart },
      { value: 'threshold', label: needed === undefined ? some : said(threshold(Number(needed), of)) },
    ],
  };
}

/** What goes with the rule that is chosen, and with no other. */
function parameters(of: Slug, size: number, { ruleForm: words }: Wording): FormSection[] {
  const fixed = (name: string, value: string, whole = false): Field => ({
    name: `rule/${name}`,
    label: words.rule,
    kind: 'hidden',
    value,
    whole,
  });
  const numbers = Array.from({ length: size }, (_, i) => String(i + 1));
  const needed: Field = {
    name: 'rule/needed',
    label: words.needed,
    kind: 'select',
    whole: true,
    required: true,
    choices: numbers.map((value) => ({ value, label: value })),
    value: String(Math.floor(size / 2) + 1),
  };
  const among: Field = {
    name: 'rule/among',
    label: words.among,
    kind: 'select',
    required: true,
    choices: [
      { value: 'all', label: words.all },
      { value: 'decided', label: words.decided },
    ],
    value: 'all',
  };
  return [
    { fields: [fixed('of', of)] },
    { when: aPart, fields: [among] },
    { when: 'share', fields: [fixed('numerator', '2', true), fixed('denominator', '3', true)] },
    { when: 'threshold', fields: [needed] },
  ];
}

/** From the next submission, or at once: then all who decide are named. */
function inForce({ reading: { dossier }, place, wording: { listWords, ruleForm: words } }: FormContext): FormSection[] {
  const bodies = deciding(dossier, place.gate);
  const names = listWords(bodies.map((body) => titleOf(dossier.plan, body)));
  const choices = [
    { value: 'later', label: words.later, hint: words.laterHint },
    { value: 'at-once', label: words.atOnce, hint: words.atOnceHint(names) },
  ];
  return [
    { fields: [{ name: 'ingang', label: words.from, kind: 'radio', required: true, steers: true, choices }] },
    {
      when: 'at-once',
      fields: bodies.map((value, i) => ({ name: `agreedBy/${i}`, label: words.atOnce, kind: 'hidden', value })),
    },
  ];
}
