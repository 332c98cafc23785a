// Amends the rule of a gate in a running dossier: in force from its next submission, or at once when every body that
// decides agrees; and shown ever after.
import type { Amendment } from '../dossier/amendment.js';
import { electorateAt } from '../dossier/electorate.js';
import { plannedRule } from '../dossier/planned-rule.js';
import type { EventContent } from '../dossier/events.js';
import { withRound } from '../dossier/folds.js';
import type { Round } from '../dossier/state.js';
import type { Payload } from '../facts/fact.js';
import { isSame } from '../facts/correcting.js';
import { keep, read } from '../facts/keeping.js';
import { ruleAmendmentFacts } from '../facts/of-gates.js';
import type { Reason } from '../reasons.js';
import type { FieldError } from '../refusal.js';
import type { Rule } from '../rule.js';
import type { Day, Slug } from '../vocabulary.js';
import { reachFaults } from '../workflow/check-rules.js';
import { polled } from '../workflow/define.js';
import { questionsOf, type Gate } from '../workflow/workflow.js';
import { defineCommand } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { mustBeNew } from './once.js';
import { electorateFields } from './electorate-fields.js';
import { gateAt, mustBeOpen, mustRun, type GateTarget } from './targets.js';

type AmendRule = Payload<typeof ruleAmendmentFacts>;

export const amendRule = defineCommand<{ gate: Slug }, GateTarget, typeof ruleAmendmentFacts, 'RuleAmended'>({
  says: ruleAmendmentFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ gate }) => [{ right: 'amend-rule', body: gate.ruledBy }],
  fields: (target, asked, { today }) => [
    ...happened('/on', asked.on, today, target.dossier),
    ...ruleFields(target, asked),
    ...(asked.meeting === undefined ? [{ pointer: '/meeting', code: 'meeting-required' } satisfies FieldError] : []),
    ...noticeFields(target, asked, today),
    ...agreedFields(target, asked),
  ],
  ready: ({ dossier }) => mustRun(dossier),
  decide: (target, asked) => {
    const { dossier, phase, gate } = target;
    const round = amendmentFollows(target, asked);
    mustBeNew(isAmended(target, asked, round) ? {} : null);
    const kept = keep(ruleAmendmentFacts, asked);
    const facts = {
      ...kept.facts,
      gate: phase.id,
      rule: ruleFor(gate, asked.rule),
      former: formerRule(target, round),
      electorate: [...(round?.electorate ?? electorateAt(dossier, phase.id))],
      atOnce: round ? { round: round.number, agreedBy: [...round.electorate] } : undefined,
    };
    return [{ type: 'RuleAmended', on: asked.on, facts, texts: kept.texts }];
  },
  fact: {
    type: 'RuleAmended',
    asked: ({ facts: { atOnce } }) => (atOnce ? { agreedBy: atOnce.agreedBy } : {}),
    follows: amendmentFollows,
    takes: (target, { facts: { former, atOnce } }) =>
      former ? { former: formerRule(target, atOnce ? target.round : null) } : {},
  },
  folds: {
    RuleAmended: (dossier, event, _, sequence) => {
      const { gate, rule, atOnce } = event.facts;
      const amendment = amendmentFrom(event, sequence);
      const ruleTold = amendment.told.rule;
      const amendments = [...(dossier.amendments[gate] ?? []), amendment];
      const after = { ...dossier, amendments: { ...dossier.amendments, [gate]: amendments } };
      return atOnce
        ? withRound(after, { gate, round: atOnce.round }, (round) => ({
            ...round,
            rule,
            submittedRule: rule,
            ruleTold,
          }))
        : after;
    },
  },
});

/** @returns the round in which it is in force at once @throws Refusal */
function amendmentFollows(target: GateTarget, { on, agreedBy }: Pick<AmendRule, 'on' | 'agreedBy'>): Round | null {
  const { dossier, phase, state } = target;
  const round = agreedBy === undefined ? null : mustBeOpen(target);
  follows('/on', on, dossier.amendments[phase.id]?.at(-1)?.on, round && state.movedOn);
  return round;
}

/** The rule whose place it takes. */
const formerRule = ({ dossier, phase }: GateTarget, round: Round | null): Rule =>
  round?.rule ?? plannedRule(dossier, phase.id);

function amendmentFrom({ on, facts, texts }: EventContent<'RuleAmended'>, sequence: number): Amendment {
  const { rule, former = null, electorate = [], atOnce = null } = facts;
  const { ruleText = texts['said/rule'] ?? null, formerText = texts['said/former'] ?? null } = facts; // format 1 hashed them
  const told = { rule: ruleText, former: formerText };
  return { ...read(ruleAmendmentFacts, facts, texts), on, sequence, rule, former, electorate, told, atOnce };
}

/** On a poll a rule is about the options, whether it says so or not. */
/** The last amendment says it already, in as many words. */
function isAmended(
  { dossier, phase, gate }: GateTarget,
  { on, rule, reason }: AmendRule,
  atOnce: Round | null,
): boolean {
  const last = dossier.amendments[phase.id]?.at(-1);
  if (!last || last.on !== on || last.reason !== reason || (last.atOnce === null) !== (atOnce === null)) return false;
  return isSame(last.rule, ruleFor(gate, rule));
}

export const ruleFor = (gate: Gate, rule: Rule): Rule => (gate.poll ? polled(rule, gate.options) : rule);

/** It must make sense for those whom the plan asks, and for those who would be bound by it at once. */
function ruleFields(target: GateTarget, { rule, agreedBy }: AmendRule): FieldError[] {
  const { dossier, phase, gate } = target;
  const { plan } = dossier;
  const bound = agreedBy ? target.round : null;
  const known = [...plan.rules.keys()];
  if (!plan.rules.has(rule.rule)) return [{ pointer: '/rule/rule', code: 'unknown-option', allowed: known }];
  const planned = electorateAt(dossier, phase.id);
  const electorates = bound ? [planned, bound.electorate] : [planned];
  const asked = { ...gate, questions: questionsOf(gate, bound) };
  const faults = electorates.flatMap((electorate) =>
    reachFaults(plan.workflow, electorate, plan.rules, ruleFor(gate, rule), asked),
  );
  const because: Reason = { code: 'rule-does-not-fit', faults };
  return faults.length === 0 ? [] : [{ pointer: '/rule', code: 'not-allowed-here', because }];
}

const noticeFields = ({ dossier }: GateTarget, { on, notifiedOn }: AmendRule, today: Day): FieldError[] =>
  notifiedOn === undefined
    ? []
    : [...happened('/notifiedOn', notifiedOn, today, dossier), ...notBefore('/notifiedOn', notifiedOn, on)].slice(0, 1);

/** All of them, or it waits for the next submission. */
function agreedFields(target: GateTarget, { agreedBy }: AmendRule): FieldError[] {
  if (agreedBy === undefined) return [];
  const strangers = electorateFields('/agreedBy', agreedBy, target);
  const lacking = (target.round?.electorate ?? []).filter((body) => !agreedBy.includes(body));
  if (strangers.length > 0 || lacking.length === 0) return strangers;
  const because: Reason = { code: 'not-all-agreed', lacking };
  return [{ pointer: '/agreedBy', code: 'not-allowed-here', allowed: lacking, because }];
}
