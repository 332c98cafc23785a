// A gate and a plan in words, as pages, API and reports show them: the views of the domain give figures.
import type { Explanation } from '../../domain/rule.js';
import { isAssumed } from '../../domain/rules/assumed.js';
import { sourcesIn } from '../../domain/rules/weighted.js';
import type { SentenceFigures } from '../../domain/sentence-figures.js';
import type { Asks, Day, Slug } from '../../domain/vocabulary.js';
import type { AmendmentFigures } from '../../domain/views/amendment-view.js';
import { gateFigures, type GateFigures } from '../../domain/views/gate-view.js';
import { drawnSign, type DrawnSign, type StandFigures } from '../../domain/views/stand-view.js';
import type { Reading } from '../../domain/views/viewer.js';
import {
  gateTerms,
  workflowFigures,
  type GateTerms,
  type RuleShown,
  type WorkflowFigures,
} from '../../domain/views/workflow-view.js';
import type { Plan } from '../../domain/workflow/plan.js';
import type { Workflow, Gate } from '../../domain/workflow/workflow.js';
import { headlineOf } from './headline.js';
import { checkView, type CheckView } from './plan-faults.js';
import { clauseOf, ruleWords } from './rules.js';
import { sentenceOf, sentenceParts, type SentencePart } from './sentence.js';
import { wordOf, wordParts, type WordPart } from './stand.js';

export interface ExplanationView extends Omit<Explanation, 'figures' | 'told' | 'parts'> {
  /** One Dutch clause with the figures, without a capital or a full stop. */
  text: string;
  parts: ExplanationView[];
}

export interface GateTermsView extends Omit<GateTerms, 'rule'> {
  rule: {
    text: string;
    assumed: string | null;
    /** Where its weights stand, and of which day they are. */
    sources: { title: string; url: string | null; on: Day }[];
  };
}

export interface AmendmentView extends Omit<AmendmentFigures, 'rule' | 'former'> {
  rule: string;
  /** The rule whose place it took; null where the record does not say. */
  former: string | null;
}

/** The stand of one body, with its word. */
export interface StandView extends Omit<StandFigures, 'said'> {
  word: string;
}

export interface GateView
  extends Omit<GateFigures, 'rule' | 'explanation' | 'sentence' | 'stands' | 'amendments'>, GateTermsView {
  stands: StandView[];
  explanation: ExplanationView | null;
  sentence: string | null;
  /** Rules that took the place of that of the plan. */
  amendments: AmendmentView[];
}

/** As pages show it: its word in pieces, those that answer one of several questions apart. */
export interface StandOnPage extends StandView {
  parts: WordPart[];
  /** The sign on a page, which tells a zienswijze from an agreement. */
  drawn: DrawnSign;
}

/** As pages show it: its sentence in pieces, those that name a body apart. */
export interface GateOnPage extends GateView {
  stands: StandOnPage[];
  /** The sentence in a few words; null while it is not put. */
  headline: string | null;
  sentenceParts: SentencePart[];
}

export interface WorkflowView extends Omit<WorkflowFigures, 'gates' | 'checks'> {
  checks: CheckView[];
  gates: (GateTermsView & Pick<WorkflowFigures['gates'][number], 'id' | 'title' | 'phase'>)[];
}

/** What each reading was shown already: a page asks several times for a gate, and a reading never changes. */
const shown = new WeakMap<Reading, Map<string, GateOnPage>>();

/**
 * The gate in the round that it is in, or in a former one.
 * @throws Refusal validation for a round that there was not
 */
export function gateShown(reading: Reading, id: Slug, asked?: number): GateOnPage {
  const views = shown.get(reading) ?? new Map<string, GateOnPage>();
  const name = `${id} ${asked ?? reading.dossier.phases[id]?.round}`; // the round that it is in has two names
  const view = views.get(name) ?? worded(gateFigures(reading, id, asked));
  shown.set(reading, views.set(name, view));
  return view;
}

/** The same as the API tells it. */
export function gateView(reading: Reading, id: Slug, asked?: number): GateView {
  const { sentenceParts: _pages, headline: _largest, stands, ...view } = gateShown(reading, id, asked);
  return { ...view, stands: stands.map(({ parts: _parts, drawn: _drawn, ...stand }) => stand) };
}

function worded({ sentence, ...gate }: GateFigures): GateOnPage {
  return {
    ...gate,
    rule: ruleView(gate.rule, gate.asks),
    explanation: sentence && explanationView(sentence.explanation, sentence),
    sentence: sentence && sentenceOf(sentence),
    headline: sentence && headlineOf(sentence),
    sentenceParts: sentence ? sentenceParts(sentence) : [],
    stands: gate.stands.map(standOnPage),
    amendments: gate.amendments.map((one) => ({
      ...one,
      rule: ruleView(one.rule, gate.asks).text,
      former: one.former && ruleView(one.former, gate.asks).text,
    })),
  };
}

export function standOnPage({ said, ...stand }: StandFigures): StandOnPage {
  const parts = wordParts({ ...stand, said });
  return { ...stand, parts, word: wordOf(parts), drawn: drawnSign({ ...stand, said }) };
}

export function workflowView(plan: Plan, versions: number[]): WorkflowView {
  const { gates, checks, ...workflow } = workflowFigures(plan, versions);
  return {
    ...workflow,
    gates: gates.map((gate) => ({ ...gate, rule: ruleView(gate.rule, gate.asks) })),
    checks: checks.map(checkView),
  };
}

/** The terms of a gate as its plan has them. */
export function gateTermsView(plan: Plan, of: { gate: Gate } & Pick<Workflow, 'groups'>): GateTermsView {
  const terms = gateTerms(plan, of);
  return { ...terms, rule: ruleView(terms.rule, terms.asks) };
}

/** How is spoken of the gate that is explained. */
type Spoken = Pick<SentenceFigures, 'nouns' | 'asks'>;

export const explanationView = ({ figures, told, ...node }: Explanation, spoken: Spoken): ExplanationView => ({
  ...node,
  text: clauseOf({ figures, told, ...node }, spoken.nouns, spoken.asks),
  parts: node.parts.map((part) => explanationView(part, spoken)),
});

/** As it was told when it was put or amended, else in words that fit who decide. */
function ruleView({ rule, told, over, parties }: RuleShown, asked: Asks): GateTermsView['rule'] {
  const text = told ?? ruleWords(rule, over, asked);
  return {
    text: parties === undefined ? text : `bij ${parties} gemeenten: ${text}`,
    assumed: isAssumed(rule) ? rule.why : null,
    sources: sourcesIn(rule).map(({ title, url = null, on }) => ({ title, url, on })),
  };
}
