// What a body of a story says when it decides: of any kind that its gate takes, with what belongs to it and sometimes
// with what is special.
import { daysAfter } from '../../src/domain/calendar.js';
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import {
  kindOfDecision,
  kindsBeside,
  type BodyId,
  type Day,
  type DecisionKind,
  type Slug,
} from '../../src/domain/vocabulary.js';
import type { Gate } from '../../src/domain/workflow/workflow.js';
import type { Chance } from '../support/random-history.js';
import { first, second, type StandPlan } from './plans.js';

export type Said = Partial<RecordDecision>;

/** Who says it, where and when. */
export interface Saying {
  gate: Slug;
  body: BodyId;
  on: Day;
}

export const pick = <T>(chance: Chance, all: readonly T[]): T => all[chance(all.length)] as T; // none is empty

export function content(plan: StandPlan, saying: Saying, chance: Chance): Said {
  const terms = plan.plan.gates.get(saying.gate);
  if (!terms) throw new Error(`the plan has no gate ${saying.gate}`);
  const isBound = chance(3) === 0 && terms.kinds.includes('agree-with-conditions');
  const kinds = chance(6) === 0 ? [...terms.kinds, ...besides(plan, terms, saying.body)] : terms.kinds;
  const decision = isBound ? 'agree-with-conditions' : pick(chance, kinds);
  const answers = otherAnswers(terms, chance);
  const given = new Set<DecisionKind>([decision, ...Object.values(answers)]);
  return {
    decision,
    ...(given.size > 1 ? { answers } : {}),
    ...Object.assign({}, ...[...given].map((kind) => company[kind]?.(plan, saying, chance))),
    ...(terms.poll && terms.kinds.includes(decision) && kindOfDecision(decision).side === 'for'
      ? { option: pick(chance, terms.options).id }
      : {}),
    ...special(plan, saying, chance),
  };
}

/** What the plan does not name; a reservation is said by the plans that know of it alone. */
const besides = ({ plan }: StandPlan, { kinds }: Gate, body: BodyId): DecisionKind[] =>
  kindsBeside(kinds, plan.bodies.get(body)?.kind).filter((kind) => kind !== 'agree-subject-to');

/** Half of the time one of several questions is answered otherwise. */
function otherAnswers({ questions, kinds }: Gate, chance: Chance): Record<Slug, DecisionKind> {
  if (questions.length < 2 || chance(2) === 0) return {};
  return { [pick(chance, questions).id]: pick(chance, kinds) };
}

const company: Partial<Record<DecisionKind, (plan: StandPlan, saying: Saying, chance: Chance) => Said>> = {
  'agree-with-remarks': () => ({ remarks: ['Let op de kosten.'] }),
  'agree-with-conditions': (_plan, _saying, chance) => ({ conditions: conditions(chance) }),
  'consent-withheld': () => ({ ground: 'conflict-with-law' }),
  'agree-subject-to': (plan, saying, chance) => ({ subjectTo: reservation(plan, saying, chance) }),
  deferred: (_plan, { on }, chance) => (chance(2) === 0 ? { nextDate: daysAfter(on, 1 + chance(20)) } : {}),
};

const special = ({ plan }: StandPlan, { body }: Saying, chance: Chance): Said => ({
  ...(chance(12) === 0 ? { form: 'announcement' } : {}),
  ...(chance(6) === 0 ? { conform: chance(2) === 0 } : {}),
  ...(plan.bodies.get(body)?.kind === 'council' && chance(10) === 0 ? { amendments: ['Met een wijziging.'] } : {}),
  ...(chance(4) === 0 ? { reason: 'Zo besloten.' } : {}),
});

const conditions = (chance: Chance): NonNullable<Said['conditions']> =>
  ['Eerst de kosten.', 'Daarna de scholen.']
    .slice(0, 1 + chance(2))
    .map((text) => ({ text, effect: pick(chance, ['elaboration', 'suspensive'] as const) }));

/** On a body that stands after it among those of the story, so that nobody waits for himself through others. */
function reservation({ bodies }: StandPlan, { body }: Saying, chance: Chance): NonNullable<Said['subjectTo']> {
  const later = bodies.slice(bodies.indexOf(body) + 1);
  if (later.length === 0) return { gate: second, body }; // at the second gate itself that is refused
  return { gate: pick(chance, [first, second]), body: pick(chance, later) };
}

/** Kept to the body itself, for good or until a day. */
export const closure = (on: Day, chance: Chance): Said => ({
  release: {
    ground: 'Gemeentewet art. 86',
    ...(chance(2) === 0 ? { scope: 'own' } : { scope: 'region', from: daysAfter(on, 1 + chance(30)) }),
  },
});
