// What can move a dossier on, as this person sees it: their own steps with the form of each, and the steps of others.
import { sightOf, type Occasion } from '../domain/commands/commands.js';
import { isDeciding, mostUrgentFirst, type Turn, type TurnKind } from '../domain/turns/turn.js';
import { turnsOf } from '../domain/turns/turns.js';
import { isTurnOf } from '../domain/turns/whose.js';
import type { BodyId, Day } from '../domain/vocabulary.js';
import { titleOf, type Plan } from '../domain/workflow/plan.js';
import { labels } from '../wording/forms.js';
import { stepWords } from '../wording/pages.js';
import { listWords } from '../wording/words.js';
import type { Sign } from '../http/page/sign.js';
import type { Addresses } from './pages/addresses.js';
import { concludeLabel } from './pages/body-lines.js';

interface Step {
  label: string;
  about: string;
  href: string;
  day: Day | null;
  mine: boolean;
  sign: Sign;
}

interface Onlooker extends Occasion {
  at: Addresses;
}

/** How a turn is shown to whose it is, and where it is taken. */
interface Shown {
  label: (turn: Turn, plan: Plan) => string;
  href: (turn: Turn, now: Addresses['now']) => string;
  sign: Sign;
}

const gateOf = ({ gate, phase }: Turn): string => gate ?? phase;
const titleFor = ({ body }: Turn, plan: Plan): string => titleOf(plan, body ?? '');
/** Whose condition it is: of another, or their own. */
const madeBy = ({ bodies, body }: Turn): BodyId => bodies[0] ?? body ?? '';

const shown: Record<TurnKind, Shown> = {
  'start-phase': {
    label: () => labels['start-phase'],
    href: ({ phase }, now) => now.phaseForm(phase, 'starten'),
    sign: 'waiting',
  },
  'complete-phase': {
    label: () => labels['complete-phase'],
    href: ({ phase }, now) => now.phaseForm(phase, 'afronden'),
    sign: 'waiting',
  },
  'rework-phase': {
    label: () => labels['rework-phase'],
    href: ({ phase }, now) => now.phaseForm(phase, 'overdoen'),
    sign: 'waiting',
  },
  visit: {
    label: ({ bodies }) => stepWords.visits(bodies.length),
    href: ({ phase }, now) => now.phaseForm(phase, 'bezoek'),
    sign: 'waiting',
  },
  'submit-gate': {
    label: () => labels['submit-gate'],
    href: (turn, now) => now.form(gateOf(turn), 'voorleggen'),
    sign: 'waiting',
  },
  decide: {
    label: (turn, plan) => stepWords.decideFor(titleFor(turn, plan)),
    href: (turn, now) => now.decide(gateOf(turn), { body: turn.body ?? '' }),
    sign: 'waiting',
  },
  'decide-again': {
    label: (turn, plan) => stepWords.decideAgainFor(titleFor(turn, plan)),
    href: (turn, now) => now.decide(gateOf(turn), { revises: turn.decision ?? '' }),
    sign: 'waiting',
  },
  confirm: {
    label: (turn, plan) => stepWords.confirmFor(titleFor(turn, plan)),
    href: (turn, now) => now.confirm(gateOf(turn), turn.decision ?? ''),
    sign: 'waiting',
  },
  'answer-condition': {
    label: (turn, plan) => stepWords.answerTo(titleOf(plan, madeBy(turn))),
    href: (turn, now) => now.condition(gateOf(turn), turn.condition ?? ''),
    sign: 'conditions',
  },
  rule: {
    label: (turn, plan) => concludeLabel(plan, gateOf(turn)),
    href: (turn, now) => now.form(gateOf(turn), 'conclusie'),
    sign: 'for',
  },
};

/** What comes twice to the same place is one step. */
export function stepsOf(onlooker: Onlooker): Step[] {
  const { dossier, today } = onlooker;
  const turns = turnsOf(dossier, today, sightOf(onlooker)).filter(({ blocks }) => blocks === null);
  const others = turns.filter((turn) => isDeciding(turn) && !isTurnOf(onlooker, turn));
  const steps = new Map<string, Step>();
  for (const turn of mostUrgentFirst(turns, ({ until }) => until)) {
    const mine = isTurnOf(onlooker, turn);
    const step = mine ? ownStep(turn, onlooker) : stepOfOther(turn, others, onlooker);
    const key = `${step.href} ${step.label} ${mine}`;
    if (!steps.has(key)) steps.set(key, step);
  }
  return [...steps.values()];
}

const ownStep = (turn: Turn, onlooker: Onlooker): Step => ({
  ...stepFor(turn, onlooker),
  label: shown[turn.what].label(turn, onlooker.dossier.plan),
  href: shown[turn.what].href(turn, onlooker.at.now),
  mine: true,
});

/** Who cannot take a step is shown where it is taken, never its form; all that are to decide are one step. */
function stepOfOther(turn: Turn, others: readonly Turn[], onlooker: Onlooker): Step {
  const { at, dossier } = onlooker;
  const href = turn.gate === null ? at.dossier : at.gate(turn.gate);
  return { ...stepFor(turn, onlooker), label: labelForOther(turn, others, dossier.plan), href, mine: false };
}

function labelForOther(turn: Turn, others: readonly Turn[], plan: Plan): string {
  const together = others.filter(({ phase }) => phase === turn.phase);
  if (isDeciding(turn)) return stepWords.waitsFor(named(together, plan));
  if (turn.what === 'answer-condition') return stepWords.answerBy(titleFor(turn, plan));
  return shown[turn.what].label(turn, plan);
}

const stepFor = ({ what, phase, until }: Turn, { dossier }: Onlooker): Pick<Step, 'about' | 'day' | 'sign'> => ({
  about: dossier.plan.phases.get(phase)?.title ?? phase,
  // The day on which a phase is planned to start is no term.
  day: what === 'start-phase' ? null : until,
  sign: shown[what].sign,
});

/** At most so many of those who are waited for are named. */
const namedMax = 5;

function named(waited: readonly Turn[], plan: Plan): string {
  const titles = waited.map((turn) => titleFor(turn, plan));
  const rest = titles.length - namedMax;
  return listWords([...titles.slice(0, namedMax), ...(rest > 0 ? [stepWords.more(rest)] : [])]);
}
