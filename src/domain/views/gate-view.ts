// A gate as it is shown: in short in its dossier, and whole.
import { erased } from '../facts/shown.js';
import { electorateAt } from '../dossier/electorate.js';
import type { Amendment } from '../dossier/amendment.js';
import { standing } from '../dossier/standing.js';
import { sentenceFigures } from '../dossier/sentence.js';
import { currentRound, phaseState, statusOf, type Round } from '../dossier/state.js';
import type { Merger, Tally } from '../dossier/events.js';
import { dueOn } from '../dossier/term.js';
import { invalid, type Missing } from '../refusal.js';
import type { SentenceFigures } from '../sentence-figures.js';
import type { AgendaStage, BodyId, Day, Hex, Instant, MeetingForm, Outcome, Slug } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import { scopeAt } from '../workflow/scope.js';
import { questionsOf, type Gate } from '../workflow/workflow.js';
import { sees, seesCondition } from './closed.js';
import {
  conditionView,
  decisionView,
  rulingView,
  type ConditionView,
  type DecisionView,
  type RulingView,
} from './decision-view.js';
import { currentText, proposalViews, type CurrentText, type ProposalView } from './proposal-view.js';
import type { Reading } from './viewer.js';
import { gateTerms, type GateTerms, type RuleShown } from './workflow-view.js';

export interface GateSummaryView {
  id: Slug;
  title: string;
  phase: Slug;
  round: number;
  status: 'planned' | 'open' | 'passed' | 'refused';
  submittedOn: Day | null;
  replyBy: Day | null;
  outcome: Outcome | null;
  certain: boolean;
  tally: Tally;
  missing: Missing[];
  ruling: RulingView | null;
}

export interface GateFigures extends GateSummaryView, GateTerms {
  asOf: Day | null;
  knownAt: Instant | null;
  proposal: CurrentText | null;
  /** How it stands and why; null while it is not put. */
  sentence: SentenceFigures | null;
  decisions: DecisionView[];
  conditions: ConditionView[];
  carriedHere: ConditionView[];
  rulings: RulingView[];
  /** Every version that was put, with who decided on it: whether all decided on the same text. */
  proposals: ProposalView[];
  /** Texts that some of the bodies were put in place of the one for all. */
  variants: { title: string | null; url: string | null; sha256: Hex | null; bodies: BodyId[] }[];
  receipts: { body: BodyId; on: Day; dueOn: Day | null }[];
  agendas: { body: BodyId; meetingOn: Day; stage: AgendaStage }[];
  electorateChanges: { on: Day; reason: string | null; joins: BodyId[]; leaves: BodyId[]; merges: Merger[] }[];
  withdrawn: { on: Day; reason: string | null } | null;
  /** Rules that took the place of that of the plan. */
  amendments: AmendmentFigures[];
  /** In which parts it ended: who goes on together with which option. */
  split: { on: Day; reason: string | null; parts: { option: Slug; bodies: BodyId[] }[] } | null;
  rounds: { round: number; submittedOn: Day; ruling: RulingView | null }[];
}

export interface AmendmentFigures {
  on: Day;
  reason: string | null;
  rule: RuleShown;
  /** The rule whose place it took; null where the record does not say. */
  former: RuleShown | null;
  /** From the day itself, as all agreed, or from the submission after it. */
  inForce: 'now' | 'next-submission';
  agreedBy: BodyId[];
  meeting: { form: MeetingForm; reference: string | null } | null;
  notifiedOn: Day | null;
  /** `not-notified`: not every body was told by the day that is asked about. */
  flags: Slug[];
}

export function gateSummaryView(reading: Reading, id: Slug): GateSummaryView {
  return summaryOf(reading, id, gateOf(reading, id), currentRound(reading.dossier, id));
}

/**
 * The gate in the round that it is in, or in a former one.
 * @throws Refusal validation for a round that there was not
 */
export function gateFigures(reading: Reading, id: Slug, asked?: number): GateFigures {
  const { dossier, moment, viewer } = reading;
  const gate = gateOf(reading, id);
  const round = roundAsked(reading, id, asked);
  const { plan } = dossier;
  return {
    ...gateTerms(plan, round?.terms ?? { gate, groups: plan.workflow.groups }, electorateAt(dossier, id)),
    ...summaryOf(reading, id, gate, round),
    ...moment,
    ...(round ? putView(reading, id, round) : notPut),
    amendments: (dossier.amendments[id] ?? []).map((one) => amendmentFigures(plan, one, reading.day)),
    rounds: (dossier.rounds[id] ?? []).map(({ number, submittedOn, rulings }) => {
      const last = rulings.at(-1);
      return { round: number, submittedOn, ruling: last ? rulingView(last, viewer) : null };
    }),
  };
}

type WhenPut = Pick<
  GateFigures,
  | 'proposal'
  | 'sentence'
  | 'decisions'
  | 'conditions'
  | 'carriedHere'
  | 'rulings'
  | 'proposals'
  | 'receipts'
  | 'agendas'
  | 'electorateChanges'
  | 'withdrawn'
  | 'split'
  | 'variants'
>;

/** What there is to see before the gate was put. */
const notPut: WhenPut = {
  proposal: null,
  sentence: null,
  decisions: [],
  conditions: [],
  carriedHere: [],
  rulings: [],
  proposals: [],
  receipts: [],
  agendas: [],
  electorateChanges: [],
  withdrawn: null,
  split: null,
  variants: [],
};

/** What there is to see once it was: electorate and rule are those of the submission. */
function putView(reading: Reading, id: Slug, round: Round): Partial<GateFigures> & WhenPut {
  const { dossier, viewer, day } = reading;
  const { terms } = round;
  const stand = standing(dossier, id, round, day);
  const conditions = Object.values(dossier.conditions).filter((c) => c.gate === id && c.round === round.number);
  return {
    electorate: [...round.electorate],
    questions: questionsOf(terms.gate, round).map((question) => ({ id: question.id, text: question.text ?? erased })),
    rule: ruleShown(dossier.plan, round),
    proposal: currentText(round),
    sentence: round.withdrawn ? null : sentenceFigures(dossier, round, stand),
    decisions: round.decisions
      .filter((decision) => sees(reading, decision))
      .map((decision) => decisionView(reading, id, round, decision)),
    conditions: conditions.filter((c) => seesCondition(reading, c)).map((c) => conditionView(dossier, c)),
    carriedHere: stand.carried.map((c) => conditionView(dossier, c)),
    rulings: round.rulings.map((ruling) => rulingView(ruling, viewer)),
    proposals: proposalViews(reading, round),
    ...openView(reading, id, round),
  };
}

/** As it was submitted; where others came to decide since, in words that fit who decide now. */
const ruleShown = ({ rules }: Plan, { electorate, electorateChanges, terms, rule, ruleTold }: Round): RuleShown => ({
  rule,
  over: scopeAt(terms, electorate, rules),
  told: electorateChanges.length === 0 ? ruleTold : null,
});

function amendmentFigures(plan: Plan, { atOnce, ...amendment }: Amendment, day: Day): AmendmentFigures {
  const { on, reason, rule, former, electorate, told, meeting } = amendment;
  const notifiedOn = amendment.notifiedOn !== null && amendment.notifiedOn <= day ? amendment.notifiedOn : null;
  const over = scopeAt(plan.workflow, electorate, plan.rules);
  return {
    on,
    reason,
    rule: { rule, over, told: told.rule },
    former: former || told.former !== null ? { rule: former ?? rule, over, told: told.former } : null,
    meeting,
    notifiedOn,
    inForce: atOnce ? 'now' : 'next-submission',
    agreedBy: [...(atOnce?.agreedBy ?? [])],
    flags: notifiedOn === null ? ['not-notified'] : [],
  };
}

/** Who decides stays as it was changed, also in later rounds: each shows the changes of those before it. */
const openView = (reading: Reading, id: Slug, round: Round) => ({
  receipts: Object.entries(round.receipts).map(([body, on]) => ({
    body,
    on,
    dueOn: dueOn(round.terms.gate, round, body),
  })),
  agendas: Object.entries(round.agendas).map(([body, item]) => ({ body, ...item })),
  electorateChanges: (reading.dossier.rounds[id] ?? [])
    .filter(({ number }) => number <= round.number)
    .flatMap(({ electorateChanges }) => electorateChanges)
    .map(({ on, reason, joins, leaves, merges }) => ({
      on,
      reason,
      joins: [...joins],
      leaves: [...leaves],
      merges: [...merges],
    })),
  withdrawn: round.withdrawn,
  variants: round.variants.map((variant) => ({ ...variant, bodies: [...variant.bodies] })),
  split: round.split && {
    on: round.split.on,
    reason: round.split.reason,
    parts: round.split.parts.map(({ option, bodies }) => ({ option, bodies: [...bodies] })),
  },
});

function gateOf({ dossier }: Reading, id: Slug): Gate {
  const gate = dossier.plan.gates.get(id);
  if (!gate) throw new Error(`dossier ${dossier.id} has no gate ${id}`);
  return gate;
}

function roundAsked({ dossier }: Reading, id: Slug, asked: number | undefined): Round | null {
  const current = phaseState(dossier, id).round;
  if (asked === undefined || asked === current) return currentRound(dossier, id);
  const former = dossier.rounds[id]?.find((round) => round.number === asked);
  const allowed = Array.from({ length: current }, (_, i) => String(i + 1));
  if (!former) throw invalid([{ pointer: '?round', code: 'unknown-option', allowed }]);
  return former;
}

function summaryOf({ dossier, viewer, day }: Reading, id: Slug, gate: Gate, round: Round | null): GateSummaryView {
  if (!round) {
    const size = electorateAt(dossier, id).length;
    const tally = { electorate: size, for: 0, against: 0, undecided: 0, silent: size, decided: 0, options: {} };
    return {
      id,
      title: gate.title,
      phase: id,
      round: phaseState(dossier, id).round,
      status: 'planned',
      submittedOn: null,
      replyBy: null,
      outcome: null,
      certain: false,
      tally,
      missing: [],
      ruling: null,
    };
  }
  const { outcome, certain, tally, missing } = standing(dossier, id, round, day);
  const isPut = round.withdrawn === null;
  const last = round.rulings.at(-1);
  return {
    id,
    title: gate.title,
    phase: id,
    round: round.number,
    status: statusIn(round, statusOf(dossier, id) === 'passed'),
    submittedOn: round.submittedOn,
    replyBy: round.replyBy,
    outcome: isPut ? outcome : null,
    certain: isPut && certain,
    tally,
    missing: isPut ? [...missing] : [],
    ruling: last ? rulingView(last, viewer) : null,
  };
}

const statusIn = (round: Round, passed: boolean): GateSummaryView['status'] => {
  if (round.withdrawn) return 'planned'; // it is not put any more
  if (!round.settled) return 'open';
  return passed && (round.split !== null || round.rulings.at(-1)?.ruling !== 'no-go') ? 'passed' : 'refused';
};
