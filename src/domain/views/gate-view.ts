// A gate as it is shown: in short in its dossier, and whole.
import { erased } from '../facts/shown.js';
import { plannedOn } from '../dossier/agenda.js';
import { electorateAt } from '../dossier/electorate.js';
import { decisionsIn } from '../dossier/acts.js';
import { standing } from '../stand/at-gate.js';
import { lateTerm, type LateTerm } from '../stand/lateness.js';
import { sentenceFigures } from '../stand/sentence.js';
import {
  currentRound,
  phaseState,
  statusOf,
  type ElectorateChange,
  type Reopening,
  type Round,
  type Split,
  type Variant,
  type Withdrawal,
} from '../dossier/state.js';
import type { AsSubmitted } from '../dossier/decided.js';
import type { Tally } from '../dossier/events.js';
import { dueForAll, dueOn } from '../stand/term.js';
import { termsView, type TermsView } from './term-view.js';
import { invalid, type Missing } from '../refusal.js';
import type { SentenceFigures } from '../sentence-figures.js';
import type { AgendaStage, BodyId, Day, Instant, Outcome, Slug } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import { asksOf } from '../workflow/asks.js';
import { scopeAt } from '../workflow/scope.js';
import { questionsOf, type Gate } from '../workflow/workflow.js';
import { canSee, canSeeCondition } from './visibility.js';
import {
  conditionView,
  decisionView,
  rulingView,
  type ConditionView,
  type DecisionView,
  type RulingView,
} from './decision-view.js';
import { amendmentFigures, type AmendmentFigures } from './amendment-view.js';
import { currentText, proposalViews, type CurrentText, type ProposalView } from './proposal-view.js';
import { standsOf, type StandFigures } from './stand-view.js';
import { documentViews, requirementViews, type DocumentView, type RequirementView } from './requirement-view.js';
import type { Reading } from './viewer.js';
import { withinText } from './within-weight.js';
import { gateTerms, type GateTerms, type RuleShown } from './workflow-view.js';

export interface GateSummaryView {
  id: Slug;
  title: string;
  phase: Slug;
  round: number;
  status: 'planned' | 'open' | 'passed' | 'refused';
  submittedOn: Day | null;
  replyBy: Day | null;
  /** The day that holds for all: promised, or extended for all; null where each has its own alone. */
  dueOn: Day | null;
  /** Whose term is over, since the first that ended; null where none is. */
  late: LateTerm | null;
  outcome: Outcome | null;
  certain: boolean;
  tally: Tally;
  missing: Missing[];
  ruling: RulingView | null;
}

export interface GateFigures extends GateSummaryView, GateTerms, TermsView {
  asOf: Day | null;
  knownAt: Instant | null;
  proposal: CurrentText | null;
  /** How it stands and why; null while it is not put. */
  sentence: SentenceFigures | null;
  /** The stand of everyone who decides. */
  stands: StandFigures[];
  decisions: DecisionView[];
  /** How many that were superseded are not among them: the oldest, where an answer would become too long. */
  decisionsLeftOut: number;
  conditions: ConditionView[];
  carriedHere: ConditionView[];
  rulings: RulingView[];
  /** When it was opened again after a conclusion, and why where somebody did so. */
  reopenings: Omit<Reopening, 'sequence'>[];
  /** Every version that was put, with who decided on it: whether all decided on the same text. */
  proposals: ProposalView[];
  /** Texts that some of the bodies were put in place of the one for all. */
  variants: readonly Variant[];
  /** The papers that came with it, beside the proposal. */
  documents: DocumentView[];
  /** The papers and criteria that the plan asks here, as they stand. */
  requirements: RequirementView[];
  receipts: { body: BodyId; on: Day; dueOn: Day | null }[];
  agendas: { body: BodyId; meetingOn: Day; stage: AgendaStage }[];
  electorateChanges: Omit<ElectorateChange, 'sequence'>[];
  /** How it stands over those to whom it was put; null where nobody left or joined since. */
  asSubmitted: AsSubmitted | null;
  withdrawn: Withdrawal | null;
  /** Rules that took the place of that of the plan. */
  amendments: AmendmentFigures[];
  /** In which parts it ended: who goes on together with which option. */
  split: Omit<Split, 'sequence'> | null;
  rounds: { round: number; submittedOn: Day; ruling: RulingView | null }[];
}

export function gateSummaryView(reading: Reading, id: Slug): GateSummaryView {
  return summaryOf(reading, id, gateOf(reading, id), currentRound(reading.dossier, id));
}

/** What a gate asks in the round that it is in, without anything that was said: all that must be known to decide. */
export interface AskedGate extends GateTerms, Pick<GateFigures, 'id' | 'title' | 'proposals'> {}

export function askedGate(reading: Reading, id: Slug): AskedGate {
  const round = currentRound(reading.dossier, id);
  const { title } = gateOf(reading, id);
  return { id, title, ...termsIn(reading, id, round), proposals: round ? proposalViews(reading, id, round) : [] };
}

/**
 * The gate in the round that it is in, or in a former one.
 * @throws Refusal validation for a round that there was not
 */
export function gateFigures(reading: Reading, id: Slug, asked?: number): GateFigures {
  const { dossier, moment } = reading;
  const gate = gateOf(reading, id);
  const round = roundAsked(reading, id, asked);
  const { plan } = dossier;
  const decisions = decisionsIn(dossier, id, round?.number ?? phaseState(dossier, id).round)
    .filter((decision) => canSee(reading, decision))
    .map((decision) => decisionView(reading, id, decision));
  const shown = round ? roundView(reading, id, round) : beforeSubmission;
  return {
    ...termsIn(reading, id, round),
    ...summaryOf(reading, id, gate, round),
    ...moment,
    ...shown,
    ...withinText({ decisions, conditions: shown.conditions }),
    documents: documentViews(round, reading.viewer),
    requirements: requirementViews(reading, id, round?.terms.gate ?? gate, round),
    amendments: (dossier.amendments[id] ?? []).map((one) => amendmentFigures(plan, one, reading.day)),
    rounds: (dossier.rounds[id] ?? []).map(({ number, submittedOn, rulings }) => {
      const last = rulings.at(-1);
      return { round: number, submittedOn, ruling: last ? rulingView(reading, id, last) : null };
    }),
  };
}

/** As the plan says; once it was put electorate and rule are those of the submission. */
function termsIn(reading: Reading, id: Slug, round: Round | null): GateTerms {
  const { plan } = reading.dossier;
  const electorate = electorateAt(reading.dossier, id);
  if (!round) return gateTerms(plan, { gate: gateOf(reading, id), groups: plan.workflow.groups }, electorate);
  return {
    ...gateTerms(plan, round.terms, electorate),
    electorate: [...round.electorate],
    questions: questionsOf(round.terms.gate, round).map(({ id: name, text }) => ({ id: name, text: text ?? erased })),
    rule: ruleShown(plan, round),
    asks: asksOf(round.terms.gate, round.rule, plan.rules),
  };
}

/** What there is to see before the gate was put. */
const beforeSubmission = {
  proposal: null,
  sentence: null,
  stands: [],
  conditions: [],
  carriedHere: [],
  rulings: [],
  reopenings: [],
  proposals: [],
  receipts: [],
  terms: [],
  extensions: [],
  agendas: [],
  electorateChanges: [],
  asSubmitted: null,
  withdrawn: null,
  split: null,
  variants: [],
} satisfies Partial<GateFigures>;

type RoundFigures = Pick<GateFigures, keyof typeof beforeSubmission>;

/** What there is to see once it was. */
function roundView(reading: Reading, id: Slug, round: Round): RoundFigures {
  const { dossier, day } = reading;
  const stand = standing(dossier, id, round, day);
  const conditions = Object.values(dossier.conditions).filter((c) => c.gate === id && c.round === round.number);
  return {
    proposal: currentText(round),
    sentence: round.withdrawn ? null : sentenceFigures({ dossier, id, gate: round.terms.gate, round, day }, stand),
    stands: standsOf(reading, id, round),
    conditions: conditions.filter((c) => canSeeCondition(reading, c)).map((c) => conditionView(reading, c)),
    carriedHere: stand.carried.map((c) => conditionView(reading, c)),
    rulings: round.rulings.map((ruling) => rulingView(reading, id, ruling)),
    reopenings: round.reopenings.map(({ on, reason }) => ({ on, reason })),
    proposals: proposalViews(reading, id, round),
    asSubmitted: stand.asSubmitted,
    ...openView(reading, id, round),
  };
}

/** The rule as it was submitted; when the electorate changed since, in words that fit those who decide now. */
const ruleShown = ({ rules }: Plan, { electorate, electorateChanges, terms, rule, ruleTold }: Round): RuleShown => ({
  rule,
  over: scopeAt(terms, electorate, rules),
  told: electorateChanges.length === 0 ? ruleTold : null,
});

/** A change of the electorate lasts into later rounds, so each round also shows the changes of those before it. */
const openView = (reading: Reading, id: Slug, round: Round) => ({
  receipts: Object.entries(round.receipts).map(([body, { on }]) => ({
    body,
    on,
    dueOn: dueOn(round, body, reading.day),
  })),
  ...termsView(round, reading.day),
  agendas: plannedOn(round, reading.day).map(([body, { meetingOn, stage }]) => ({ body, meetingOn, stage })),
  electorateChanges: (reading.dossier.rounds[id] ?? [])
    .filter(({ number }) => number <= round.number)
    .flatMap(({ electorateChanges }) => electorateChanges)
    .map(({ sequence: _place, ...change }) => change),
  withdrawn: round.withdrawn,
  variants: round.variants,
  split: round.split && { on: round.split.on, reason: round.split.reason, parts: round.split.parts },
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

function summaryOf(reading: Reading, id: Slug, gate: Gate, round: Round | null): GateSummaryView {
  const { dossier } = reading;
  const last = round?.rulings.at(-1);
  return {
    id,
    title: gate.title,
    phase: id,
    round: round?.number ?? phaseState(dossier, id).round,
    status: round ? statusIn(round, statusOf(dossier, id) === 'passed') : 'planned',
    submittedOn: round?.submittedOn ?? null,
    replyBy: round?.replyBy ?? null,
    dueOn: round && dueForAll(round, reading.day),
    late: round && lateTerm(dossier, id, round, reading.day),
    ...outcomeOf(reading, id, round),
    ruling: last ? rulingView(reading, id, last) : null,
  };
}

/** A round that is not there, or was withdrawn, has no outcome and waits for nobody. */
function outcomeOf(
  { dossier, day }: Reading,
  id: Slug,
  round: Round | null,
): Pick<GateSummaryView, 'outcome' | 'certain' | 'tally' | 'missing'> {
  const { outcome, certain, tally, missing } = round
    ? standing(dossier, id, round, day)
    : { ...none, tally: silence(electorateAt(dossier, id).length) };
  return round?.withdrawn === null ? { outcome, certain, tally, missing: [...missing] } : { ...none, tally };
}

const none = { outcome: null, certain: false, missing: [] };

const silence = (size: number): Tally => {
  return { electorate: size, for: 0, against: 0, abstained: 0, undecided: 0, silent: size, decided: 0, options: {} };
};

const statusIn = (round: Round, passed: boolean): GateSummaryView['status'] => {
  if (round.withdrawn) return 'planned'; // it is not put any more
  if (!round.settled) return 'open';
  return passed && (round.split !== null || round.rulings.at(-1)?.ruling !== 'no-go') ? 'passed' : 'refused';
};
