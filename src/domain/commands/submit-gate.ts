// Puts a gate to its electorate. From here on the electorate and the rule are frozen in the event.
import { electorateAt } from '../dossier/electorate.js';
import type { EventContent, NewEventOf } from '../dossier/events.js';
import { withPhase } from '../dossier/folds.js';
import { plannedRule } from '../dossier/planned-rule.js';
import { outsideFact, type Round, type RoundTerms } from '../dossier/state.js';
import type { Payload } from '../facts/fact.js';
import { keep, read } from '../facts/keeping.js';
import { submissionFacts } from '../facts/of-gates.js';
import { invalid, type FieldError } from '../refusal.js';
import type { Day, Slug } from '../vocabulary.js';
import { questionFaults } from '../workflow/check-rules.js';
import { scopeAt } from '../workflow/scope.js';
import { defineCommand, type Context } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { sharedFields } from './electorate-fields.js';
import { gateAt, mustBe, mustHavePassed, mustRun, type GateTarget } from './targets.js';

export const submitGate = defineCommand<{ gate: Slug }, GateTarget, typeof submissionFacts, 'GateSubmitted'>({
  says: submissionFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: () => [{ right: 'submit-gate' }],
  fields: (target, { on, replyBy, option, variants = [], questions = [], documents = [] }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...notBefore('/replyBy', replyBy, on),
    ...optionFields(target, option),
    // A body is put one text: in one variant, or in none and then that for all.
    ...sharedFields('/variants', variants, target, { code: 'in-two-variants' }),
    ...questionFields(target, questions),
    ...documentFields(target, documents),
  ],
  ready: (target) => {
    mustRun(target.dossier);
    mustBe(target, 'underway');
    mustHavePassed(target.dossier, target.phase.gateAfter, target.phase.gateWaitsFor);
  },
  decide: (target, asked, context) => {
    submissionFollows(target, asked);
    return [submitted(target, asked, context)];
  },
  fact: {
    type: 'GateSubmitted',
    asked: askedOf,
    follows: submissionFollows,
    takes: ({ dossier, phase }, { on }) => ({ rule: plannedRule(dossier, phase.id, on) }),
    byChair: true,
  },
  folds: {
    GateSubmitted: (dossier, event, _, place) => {
      const { gate: id } = event.facts;
      const gate = dossier.plan.gates.get(id);
      if (!gate) throw new Error(`dossier ${dossier.id} has no gate ${id}`);
      const round = roundFrom(event, { gate, groups: dossier.plan.workflow.groups }, place);
      const rounds = { ...dossier.rounds, [id]: [...(dossier.rounds[id] ?? []), round] };
      return withPhase({ ...dossier, rounds }, id, { movedOn: event.on });
    },
  },
});

/** The mark of the text and the questions, which the event keeps beside what was said of them. */
function askedOf({ facts, texts }: EventContent<'GateSubmitted'>): Partial<Payload<typeof submissionFacts>> {
  const { sha256, proposal } = facts;
  const file = proposal?.file;
  const title = texts['proposal/title'];
  const url = texts['proposal/url'] ?? undefined;
  const questions = facts.questions?.flatMap((id) => {
    const text = texts[`questions/${id}`];
    return text ? [{ id, text }] : [];
  });
  return {
    ...(title
      ? { proposal: { title, ...(url ? { url } : {}), ...(sha256 ? { sha256 } : {}), ...(file ? { file } : {}) } }
      : {}),
    ...(questions ? { questions } : {}),
  };
}

function submissionFollows({ dossier, phase, state }: GateTarget, { on: day }: { on: Day }): void {
  const known = phase.gateWaitsFor?.map((fact) => outsideFact(dossier, fact)?.on) ?? [];
  const passed = phase.gateAfter.map((id) => dossier.phases[id]?.passedOn);
  const changed = (dossier.rounds[phase.id] ?? []).flatMap((round) => round.electorateChanges.map(({ on }) => on));
  const merged = dossier.mergers.map(({ on }) => on);
  follows('/on', day, state.movedOn, ...passed, ...known, ...changed, ...merged);
}

/** On a poll each body names its own option, so the submission names none. */
function optionFields({ gate }: GateTarget, option: Slug | undefined): FieldError[] {
  const allowed = gate.poll ? [] : gate.options.map(({ id }) => id);
  if (option === undefined) return allowed.length > 0 ? [{ pointer: '/option', code: 'option-required', allowed }] : [];
  if (allowed.length === 0) return [{ pointer: '/option', code: 'not-allowed-here' }];
  return allowed.includes(option) ? [] : [{ pointer: '/option', code: 'unknown-option', allowed }];
}

function questionFields({ gate }: GateTarget, added: readonly { id: Slug }[]): FieldError[] {
  const ids = [...gate.questions, ...added].map(({ id }) => id);
  return added.flatMap(({ id }, i): FieldError[] =>
    ids.indexOf(id) === gate.questions.length + i ? [] : [{ pointer: `/questions/${i}/id`, code: 'not-allowed-here' }],
  );
}

/** A document may be one of the papers that the plan asks; two of them are not the same one. */
function documentFields({ gate }: GateTarget, documents: readonly { paper?: Slug | undefined }[]): FieldError[] {
  const allowed = (gate.papers ?? []).map(({ id }) => id);
  return documents.flatMap(({ paper }, i): FieldError[] => {
    if (paper === undefined) return [];
    const pointer = `/documents/${i}/paper`;
    if (!allowed.includes(paper)) return [{ pointer, code: 'unknown-option', allowed }];
    const isTwice = documents.findIndex((one) => one.paper === paper) < i;
    return isTwice ? [{ pointer, code: 'not-allowed-here', because: { code: 'paper-twice' } }] : [];
  });
}

/** @throws Refusal validation when the rule does not fit who decides now, or what is asked of them */
function submitted(
  target: GateTarget,
  asked: Payload<typeof submissionFacts>,
  { former }: Context,
): NewEventOf<'GateSubmitted'> {
  const { dossier, phase, gate, state } = target;
  // Who were asked, were asked, whatever was wrongly recorded of it.
  const first = former?.readings[0];
  const asIs = first?.type === 'GateSubmitted' ? first.facts.electorate : null;
  const electorate = [...(asIs ?? electorateAt(dossier, phase.id))];
  const { workflow, rules } = dossier.plan;
  const { on, proposal, questions, variants = [], documents = [] } = asked;
  const rule = plannedRule(dossier, phase.id, on);
  const put = [...gate.questions, ...(questions ?? [])];
  const faults = [...scopeAt(workflow, electorate, rules).faults(rule), ...questionFaults(put, rule)];
  if (faults.length > 0)
    throw invalid([{ pointer: '', code: 'not-allowed-here', because: { code: 'rule-outgrown', faults } }]);
  // No variants are none: an empty list leaves the event as one that never named them.
  const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
  const kept = keep(submissionFacts, { ...asked, variants: some(variants), documents: some(documents) });
  return {
    type: 'GateSubmitted',
    on,
    facts: {
      ...kept.facts,
      gate: phase.id,
      round: state.round,
      sha256: proposal?.sha256,
      electorate,
      rule,
      questions: questions?.map(({ id }) => id),
    },
    texts: { ...kept.texts, ...Object.fromEntries((questions ?? []).map(({ id, text }) => [`questions/${id}`, text])) },
  };
}

function roundFrom({ facts, texts, on }: EventContent<'GateSubmitted'>, terms: RoundTerms, sequence: number): Round {
  const said = read(submissionFacts, facts, texts);
  const first = said.proposal && {
    ...said.proposal,
    on,
    sha256: facts.sha256 ?? null,
    version: 1,
    sequence,
    textualMandate: [],
  };
  return {
    ...said,
    number: facts.round,
    terms,
    submittedOn: on,
    proposals: first ? [first] : [],
    added: (facts.questions ?? []).map((id) => ({ id, text: texts[`questions/${id}`] ?? null })),
    electorate: [...new Set(facts.electorate)],
    submittedTo: [...new Set(facts.electorate)],
    electorateChanges: [],
    receipts: {},
    extensions: [],
    reopenings: [],
    agendas: {},
    withdrawn: null,
    rule: facts.rule,
    submittedRule: facts.rule,
    ruleTold: facts.ruleText ?? texts['said/rule'] ?? null,
    rulings: [],
    split: null,
    settled: null,
  };
}
