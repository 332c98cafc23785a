// What can move a dossier on, as this person sees it: their own steps with the form of each, and the steps of others.
import { refusalOf, type Occasion } from '../domain/commands/commands.js';
import { conditionsToAnswer, isForChair, nextOf, type Next } from '../domain/dossier/next.js';
import { isAskedAgain } from '../domain/dossier/position.js';
import { countingDecision, currentRound } from '../domain/dossier/state.js';
import { isValid, speaksFor } from '../domain/permissions.js';
import type { BodyId, Day } from '../domain/vocabulary.js';
import { labels } from '../wording/forms.js';
import { stepWords } from '../wording/pages.js';
import { listWords } from '../wording/words.js';
import type { Sign } from './components/sign.js';
import type { Addresses } from './pages/addresses.js';
import { concludeLabel } from './pages/body-lines.js';
import { titleOf } from '../domain/workflow/plan.js';

interface Step {
  label: string;
  about: string;
  href: string;
  day: Day | null;
  mine: boolean;
  sign: Sign;
}

/** At most so many of those who are waited for are named. */
const namedMax = 5;

interface Onlooker extends Occasion {
  at: Addresses;
}

/** What comes twice to the same form is one step. */
export function stepsOf(onlooker: Onlooker): Step[] {
  const steps = new Map<string, Step>();
  for (const next of nextOf(onlooker.dossier, onlooker.today))
    for (const step of stepOf(next, onlooker)) {
      const key = `${step.href} ${step.label} ${step.mine}`;
      if (!steps.has(key)) steps.set(key, step);
    }
  return [...steps.values()];
}

function stepOf(next: Next, onlooker: Onlooker): Step[] {
  const { dossier, at } = onlooker;
  const title = dossier.plan.phases.get(next.phase)?.title ?? next.phase;
  // Who cannot take a step is shown where it is taken, never its form.
  const shown = next.gate === null ? at.dossier : at.gate(next.gate);
  const step = (label: string, href: string, mine: boolean, sign: Sign = 'waiting'): Step => ({
    label,
    href: mine ? href : shown,
    mine,
    sign,
    about: title,
    day: next.kind === 'start-phase' ? null : next.dueOn,
  });
  const can = (name: 'start-phase' | 'complete-phase' | 'rework-phase' | 'visit-body'): boolean =>
    refusalOf(onlooker, name, { phase: next.phase }) === null;
  const gate = next.gate ?? next.phase;
  const canAt = (name: 'submit-gate' | 'rule-gate'): boolean => refusalOf(onlooker, name, { gate }) === null;
  switch (next.kind) {
    case 'start-phase':
      return [step(labels['start-phase'], at.now.phaseForm(next.phase, 'starten'), can('start-phase'))];
    case 'complete-phase':
      return [step(labels['complete-phase'], at.now.phaseForm(next.phase, 'afronden'), can('complete-phase'))];
    case 'rework-phase':
      return [step(labels['rework-phase'], at.now.phaseForm(next.phase, 'overdoen'), can('rework-phase'))];
    case 'visit':
      return [step(stepWords.visits(next.bodies.length), at.now.phaseForm(next.phase, 'bezoek'), can('visit-body'))];
    case 'submit-gate':
      return [step(labels['submit-gate'], at.now.form(gate, 'voorleggen'), canAt('submit-gate'))];
    case 'rule':
      return [step(concludeLabel(dossier.plan, gate), at.now.form(gate, 'conclusie'), canAt('rule-gate'), 'for')];
    case 'answer-condition':
      return conditions(next, onlooker, step);
    case 'decide':
      return decisions(next, onlooker, step);
  }
}

type MakeStep = (label: string, href: string, mine: boolean, sign?: Sign) => Step;

/** A step for every condition that this person is to answer and can, straight into its form. */
function conditions(next: Next, onlooker: Onlooker, step: MakeStep): Step[] {
  const { dossier, at, today } = onlooker;
  const nameOf = (body: BodyId): string => titleOf(dossier.plan, body);
  if (!isFor(next, onlooker))
    return [step(stepWords.answerBy(listWords(next.bodies.map(nameOf))), at.gate(next.phase), false, 'conditions')];
  return conditionsToAnswer(dossier, next.phase, today)
    .filter((one) => {
      const answer = isForChair(one) ? 'adopted' : 'met';
      return refusalOf(onlooker, 'answer-condition', { gate: one.gate, condition: one.id }, { answer }) === null;
    })
    .map(({ gate, id, body }) =>
      step(stepWords.answerTo(nameOf(body)), at.now.condition(gate, id), true, 'conditions'),
    );
}

/** A step for every body that this person speaks for, and one for all others together. */
function decisions({ bodies, phase }: Next, onlooker: Onlooker, step: MakeStep): Step[] {
  const { dossier, at } = onlooker;
  const own = bodies.filter(
    (body) =>
      speaksFor(onlooker.person, body, onlooker.today) &&
      refusalOf(onlooker, 'record-decision', { gate: phase }, { body }) === null,
  );
  const others = bodies.filter((body) => !own.includes(body));
  const named = others.slice(0, namedMax).map((body) => titleOf(dossier.plan, body));
  const rest = others.length - named.length;
  return [
    ...own.map((body) => {
      const round = currentRound(dossier, phase);
      const known = round && countingDecision(dossier, round, body);
      const title = titleOf(dossier.plan, body);
      if (round && known && isAskedAgain(round, known))
        return step(stepWords.decideAgainFor(title), at.now.decide(phase, { revises: known.id }), true);
      return known?.confirmation === 'unconfirmed'
        ? step(stepWords.confirmFor(title), at.now.confirm(phase, known.id), true)
        : step(stepWords.decideFor(title), at.now.decide(phase, { body }), true);
    }),
    ...(others.length > 0
      ? [
          step(
            stepWords.waitsFor(listWords([...named, ...(rest > 0 ? [stepWords.more(rest)] : [])])),
            at.gate(phase),
            false,
          ),
        ]
      : []),
  ];
}

const isFor = (next: Next, { person, today }: Onlooker): boolean =>
  person.assignments.some(
    (a) =>
      a.body !== null &&
      next.bodies.includes(a.body) &&
      isValid(a, today) &&
      (a.role === next.role || (next.role === 'chair' && a.role === 'deputy-chair')),
  );
