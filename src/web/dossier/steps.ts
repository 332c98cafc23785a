// What can move a dossier on, as this person sees it: their own steps with the form of each, and the steps of others.
import { visibilityOf, type Asker } from '../../domain/commands/commands.js';
import { currentRound } from '../../domain/dossier/state.js';
import { awaitsReceipt } from '../../domain/stand/term.js';
import { signOfStand } from '../../domain/views/stand-view.js';
import type { Chairless } from '../../domain/views/chairless.js';
import { isValid, partyOf } from '../../domain/permissions.js';
import { isDeciding, mostUrgentFirst, type Turn, type TurnKind } from '../../domain/turns/turn.js';
import { turnsOf } from '../../domain/turns/turns.js';
import { addedFor, isTurnOf } from '../../domain/turns/turn-holders.js';
import type { BodyId, Day, Slug } from '../../domain/vocabulary.js';
import { titleOfRequirement } from '../../domain/workflow/requirements.js';
import { titleOf, type Plan } from '../../domain/workflow/plan.js';
import type { Wording } from '../../wording/wording.js';
import type { AddedStep } from '../../http/places.js';
import type { Sign, StandOf } from '../../http/page/sign.js';
import type { Addresses } from '../pages/addresses.js';
import { concludeLabel } from '../pages/body-lines.js';
import type { WaitedFor } from '../pages/lists/waiting.js';
import { standAt, waitedFor, type Looking } from './waited-for.js';

interface Step {
  label: string;
  /** Whom who looks waits for; null for their own step. */
  waits: WaitedFor | null;
  /** What the button says where the label stands beside it; null for a step of another. */
  verb: string | null;
  about: string;
  href: string;
  day: Day | null;
  sign: Sign;
  /** How the body stands that is to do it, at a gate. */
  of: StandOf | null;
  /** All that come to it; none for what is no turn of the core. */
  turns: Turn[];
}

export interface Onlooker extends Asker {
  wording: Wording;
  at: Addresses;
  /** What capabilities ask of them. */
  added: readonly AddedStep[];
  /** Who is still to conclude and cannot, where the process lead is to be told. */
  chairless: readonly Chairless[];
}

/** How a turn is shown to whose it is, and where it is taken. */
interface Shown {
  label: (turn: Turn, plan: Plan, wording: Wording) => string;
  href: (turn: Turn, now: Addresses['now']) => string;
  sign: Sign;
}

const gateOf = ({ gate, phase }: Turn): string => gate ?? phase;
const titleOfPhase = ({ phase }: Pick<Turn, 'phase'>, plan: Plan): string => plan.phases.get(phase)?.title ?? phase;
const titleFor = ({ body }: Turn, plan: Plan): string => titleOf(plan, body ?? '');
const titlesOf = (turn: Turn, plan: Plan): string[] =>
  turn.requirements.map((id) => titleOfRequirement(plan.gates.get(gateOf(turn)), id));
/** TurnHolder condition it is: of another, or their own. */
const madeBy = ({ bodies, body }: Turn): BodyId => bodies[0] ?? body ?? '';

const shown: Record<TurnKind, Shown> = {
  'start-phase': {
    label: (_turn, _plan, { labels }) => labels['start-phase'],
    href: ({ phase }, now) => now.phaseForm(phase, 'starten'),
    sign: 'none',
  },
  'complete-phase': {
    label: (_turn, _plan, { labels }) => labels['complete-phase'],
    href: ({ phase }, now) => now.phaseForm(phase, 'afronden'),
    sign: 'none',
  },
  'rework-phase': {
    label: (_turn, _plan, { labels }) => labels['rework-phase'],
    href: ({ phase }, now) => now.phaseForm(phase, 'overdoen'),
    sign: 'none',
  },
  visit: {
    label: ({ bodies, body }, plan, { stepWords }) =>
      body === null ? stepWords.visits(bodies.length) : stepWords.informed(titleOf(plan, bodies[0] ?? '')),
    href: ({ phase }, now) => now.phaseForm(phase, 'bezoek'),
    sign: 'none',
  },
  'submit-gate': {
    label: (_turn, _plan, { labels }) => labels['submit-gate'],
    href: (turn, now) => now.form(gateOf(turn), 'voorleggen'),
    sign: 'none',
  },
  'lay-paper': {
    label: (turn, plan, { requirementSteps }) => requirementSteps.papers(titlesOf(turn, plan)),
    href: (turn, now) => now.form(gateOf(turn), 'stuk'),
    sign: 'none',
  },
  'state-criterion': {
    label: (turn, plan, { requirementSteps }) => requirementSteps.criteria(titlesOf(turn, plan)),
    href: (turn, now) => now.form(gateOf(turn), 'criterium'),
    sign: 'none',
  },
  decide: {
    label: (turn, plan, { stepWords }) => stepWords.decideFor(titleFor(turn, plan)),
    href: (turn, now) => now.decide(gateOf(turn), { body: turn.body ?? '' }),
    sign: 'none',
  },
  'decide-again': {
    label: (turn, plan, { stepWords }) => stepWords.decideAgainFor(titleFor(turn, plan), turn.missing?.why ?? 'stale'),
    href: (turn, now) => now.decide(gateOf(turn), { revises: turn.decision ?? '' }),
    sign: 'none',
  },
  confirm: {
    label: (turn, plan, { stepWords }) => stepWords.confirmFor(titleFor(turn, plan)),
    href: (turn, now) => now.confirm(gateOf(turn), turn.decision ?? ''),
    sign: 'none',
  },
  'correct-disputed': {
    label: ({ bodies }, plan, { stepWords }) => stepWords.correctDisputed(titleOf(plan, bodies[0] ?? '')),
    href: (turn, now) => now.decide(gateOf(turn), { corrects: turn.decision ?? '' }),
    sign: 'against',
  },
  'adopt-list': {
    label: (turn, plan, { stepWords }) => stepWords.adoptListOf(titleFor(turn, plan)),
    href: (turn, now) => now.decisionForm(gateOf(turn), turn.decision ?? '', 'lijst'),
    sign: 'for',
  },
  publish: {
    label: (turn, plan, { stepWords }) =>
      turn.body === null ? stepWords.publishTogether : stepWords.publishOf(titleFor(turn, plan)),
    href: ({ phase, body }, now) => now.publication(phase, body),
    sign: 'none',
  },
  'confirm-mandate': {
    label: (turn, plan, { stepWords }) => stepWords.confirmMandateOf(titleFor(turn, plan)),
    href: ({ mandate }, now) => now.mandateForm('mandaat-bevestigen', mandate ?? ''),
    sign: 'none',
  },
  'weigh-change': {
    label: (_turn, _plan, { stepWords }) => stepWords.weighChange,
    href: (turn, now) => now.form(gateOf(turn), 'heropenen'),
    sign: 'waits',
  },
  'answer-condition': {
    label: (turn, plan, { stepWords }) => stepWords.answerTo(titleOf(plan, madeBy(turn))),
    href: (turn, now) => now.condition(gateOf(turn), turn.condition ?? ''),
    sign: 'conditions',
  },
  rule: {
    label: (turn, plan, wording) => concludeLabel(plan, gateOf(turn), wording),
    href: (turn, now) => now.form(gateOf(turn), 'conclusie'),
    sign: 'none',
  },
};

/** What a turn asks, in the words of whose turn it is. */
export const labelOfTurn = (turn: Turn, plan: Plan, wording: Wording): string =>
  shown[turn.what].label(turn, plan, wording);

/** What comes twice to the same place is one step; what capabilities ask comes last. */
export function stepsOf(onlooker: Onlooker & Looking): Step[] {
  const turns = openTurns(onlooker);
  const mine = new Set(turns.filter((turn) => isTurnOf(onlooker, turn)));
  const ofCore = mostUrgentFirst(turns, ({ until }) => until).flatMap((turn) =>
    mine.has(turn) ? ownStepsAt(turn, onlooker) : [stepOfOther(turn, onlooker)],
  );
  return eachOnce([...ofCore, ...toFindChair(onlooker), ...addedSteps(onlooker)]);
}

/** Those alone that this person can take. */
export function ownStepsOf(onlooker: Onlooker): Step[] {
  const mine = openTurns(onlooker).filter((turn) => isTurnOf(onlooker, turn));
  const ofCore = mostUrgentFirst(mine, ({ until }) => until).flatMap((turn) => ownStepsAt(turn, onlooker));
  return eachOnce([...ofCore, ...toFindChair(onlooker), ...addedSteps(onlooker)]);
}

const openTurns = (onlooker: Onlooker): Turn[] =>
  turnsOf(onlooker.dossier, onlooker.today, visibilityOf(onlooker)).filter(({ blocks }) => blocks === null);

function eachOnce(all: readonly Step[]): Step[] {
  const steps = new Map<string, Step>();
  for (const step of all) {
    const key = `${step.href} ${step.label} ${step.waits?.who}`;
    if (steps.has(key)) steps.get(key)?.turns.push(...step.turns);
    else steps.set(key, step);
  }
  return [...steps.values()];
}

/** The turns of this person at one gate, each with its step. */
export function ownTurnsAt(onlooker: Onlooker, gate: Slug): { turn: Turn; step: Step; about: BodyId | null }[] {
  return openTurns(onlooker)
    .filter((turn) => gateOf(turn) === gate && isTurnOf(onlooker, turn))
    .map((turn) => ({ turn, step: ownStep(turn, onlooker), about: turn.bodies[0] ?? turn.body }));
}

/** The process lead asks an administrator for one; nobody else can do anything about it. */
function toFindChair({ dossier: { plan }, person, today, chairless, wording, at }: Onlooker): Step[] {
  if (!leadsIn(person, plan.region, today)) return [];
  return chairless.map(({ body, gate }) => ({
    label: wording.chairWords.toFind(titleOf(plan, body)),
    verb: wording.stepVerbs.look,
    about: titleOfPhase({ phase: gate }, plan),
    href: at.gate(gate),
    day: null,
    sign: 'against',
    waits: null,
    of: null,
    turns: [],
  }));
}

const leadsIn = ({ assignments }: Onlooker['person'], region: Slug, today: Day): boolean =>
  assignments.some((a) => a.role === 'process-lead' && partyOf(a.body ?? '') === region && isValid(a, today));

const addedSteps = (onlooker: Onlooker): Step[] =>
  addedFor(onlooker, onlooker.added).map((one) => addedStep(one, onlooker));

const addedStep = ({ turn, label, href }: AddedStep, { dossier, wording }: Onlooker): Step => ({
  label,
  verb: wording.stepVerbs.look,
  about: titleOfPhase(turn, dossier.plan),
  href,
  day: turn.until,
  waits: null,
  sign: 'none',
  of: null,
  turns: [],
});

const ownStep = (turn: Turn, onlooker: Onlooker): Step => ({
  ...stepFor(turn, onlooker),
  label: labelOfTurn(turn, onlooker.dossier.plan, onlooker.wording),
  verb: onlooker.wording.stepVerbs[turn.what],
  href: shown[turn.what].href(turn, onlooker.at.now),
  waits: null,
});

const ownStepsAt = (turn: Turn, onlooker: Onlooker): Step[] => [
  ...receiptStep(turn, onlooker),
  ownStep(turn, onlooker),
];

/** Before a council decides somebody says when it received the draft, or its weeks do not run. */
function receiptStep(turn: Turn, onlooker: Onlooker): Step[] {
  const { dossier, today, at } = onlooker;
  const { stepWords, stepVerbs } = onlooker.wording;
  const round = turn.gate === null ? null : currentRound(dossier, turn.gate);
  if (turn.what !== 'decide' || !round || !awaitsReceipt(round, turn.body ?? '', today)) return [];
  const label = stepWords.receiptOf(titleFor(turn, dossier.plan));
  return [{ ...ownStep(turn, onlooker), label, verb: stepVerbs.receipt, href: at.now.form(gateOf(turn), 'ontvangst') }];
}

/** Who cannot take a step is shown where it is taken, never its form. */
function stepOfOther(turn: Turn, looking: Onlooker & Looking): Step {
  const { at, dossier, today, wording } = looking;
  const waits = waitedFor(turn, () => labelOfTurn(turn, dossier.plan, wording), looking);
  const href = turn.gate === null ? at.dossier : at.gate(turn.gate);
  const stand = isDeciding(turn) ? standAt(dossier, turn.gate, turn.body, today) : null;
  const step = stepFor(turn, looking);
  return { ...step, label: waits.what, waits, verb: null, href, sign: stand ? signOfStand(stand) : step.sign };
}

const stepFor = (turn: Turn, { dossier, today }: Onlooker): Pick<Step, 'about' | 'day' | 'sign' | 'of' | 'turns'> => {
  const { what, phase, until, gate, body } = turn;
  const stand = standAt(dossier, gate, body, today);
  return {
    about: titleOfPhase({ phase }, dossier.plan),
    // The day on which a phase is planned to start is no term.
    day: what === 'start-phase' ? null : until,
    sign: shown[what].sign,
    of: stand && { body: stand.body, side: stand.side, why: stand.why },
    turns: [turn],
  };
};
