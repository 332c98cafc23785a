// The chair records that a poll ended in a partition: every body goes on with the option that it chose itself, in its
// own part. Nobody is put where it did not choose to be, and nobody is left behind unseen.
import { isFromDocuments, namedMissing, spokenAt } from '../stand/sentence.js';
import { electorateAt } from '../dossier/electorate.js';
import { plannedRule } from '../dossier/planned-rule.js';
import type { GateOnDay } from '../stand/course.js';
import type { PartFacts } from '../dossier/events.js';
import { withPhase, withRound } from '../dossier/folds.js';
import { stoodOn, type Standing } from '../stand/at-gate.js';
import { keep } from '../facts/keeping.js';
import { splitFacts } from '../facts/of-gates.js';
import type { Reason } from '../reasons.js';
import { invalid, type FieldError, refused } from '../refusal.js';
import type { RuleFault } from '../rule-faults.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { scopeAt } from '../workflow/scope.js';
import { defineCommand } from './command.js';
import { mustComeAfter, mustKeepBranches, prerequisites, settledFrom, stoodThen } from './conclusion.js';
import { happened } from './dates.js';
import { sharedFields } from './electorate-fields.js';
import { gateAt, gateOn, mustBeOpen, mustHavePassed, notOpen, type GateTarget } from './targets.js';

export const splitGate = defineCommand<{ gate: Slug }, GateTarget, typeof splitFacts, 'GateSplit'>({
  says: splitFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ gate }) => [{ right: 'split-gate', body: gate.ruledBy }],
  fields: (target, { on, parts }, { today }) =>
    target.gate.splits
      ? [...happened('/on', on, today, target.dossier), ...partFields(target, parts)]
      : [{ pointer: '', code: 'not-offered-here', because: { code: 'no-split' } }],
  ready: (target) => {
    mustBeOpen(target);
    if (!target.gate.splits) throw notOpen(target);
  },
  decide: (target, asked, context) => {
    const { on, parts } = asked;
    const { dossier, phase } = target;
    mustBeOpen(target);
    mustHavePassed(dossier, prerequisites(target));
    const { target: then, round, stand, stored, told } = stoodThen(target, on, context);
    mustHaveChosen(gateOn(then, round, on), stand);
    const faults = [...choiceFields(stand, parts), ...parts.flatMap((part, i) => branchFields(target, part, i))];
    if (faults.length > 0) throw invalid(faults);
    mustKeepBranches(
      target,
      parts.map(({ option }) => option),
    );
    splitFollows(target, asked);
    const { facts, texts } = keep(splitFacts, asked);
    const came = { gate: phase.id, round: round.number, ...stored };
    return [{ type: 'GateSplit', on, facts: { ...facts, ...came }, texts: { ...texts, ...told } }];
  },
  fact: { type: 'GateSplit', follows: splitFollows },
  folds: {
    GateSplit: (dossier, event, _, sequence) => {
      const { on, facts, texts } = event;
      const split = { sequence, on, reason: texts.reason ?? null, parts: facts.parts };
      const after = withRound(dossier, facts, (round) => ({
        ...round,
        split,
        settled: { ...settledFrom(event), stood: stoodOn(dossier, facts.gate, round, event.on) },
      }));
      return withPhase(after, facts.gate, { movedOn: on, passedOn: on });
    },
  },
});

function splitFollows(target: GateTarget, { on }: { on: Day }): void {
  mustComeAfter(target, '/on', on, true);
}

function partFields(target: GateTarget, parts: readonly PartFacts[]): FieldError[] {
  const options = target.gate.options.map(({ id }) => id);
  const named = parts.map(({ option }) => option);
  return [
    ...(parts.length < 2
      ? [{ pointer: '/parts', code: 'required', because: { code: 'few-parts' } } satisfies FieldError]
      : []),
    ...named.flatMap((option, i): FieldError[] => {
      const pointer = `/parts/${i}/option`;
      if (!options.includes(option)) return [{ pointer, code: 'unknown-option', allowed: options }];
      return named.indexOf(option) < i ? [{ pointer, code: 'not-allowed-here', because: { code: 'part-twice' } }] : [];
    }),
    ...sharedFields('/parts', parts, target, { code: 'in-two-parts' }),
  ];
}

/** @throws Refusal outcome-not-go while a body has not chosen an option, abstains, or is against all of them */
function mustHaveChosen(at: GateOnDay, { missing, explanation, bodies }: Standing): void {
  const { dossier, round } = at;
  const without = bodies.flatMap(({ body, side }) =>
    side === 'against' || side === 'abstained' ? [{ body, why: side }] : [],
  );
  const lacking = [...without, ...missing];
  if (lacking.length === 0) return;
  throw refused(
    'outcome-not-go',
    {
      because: 'not-chosen',
      missing: lacking.map((one) => namedMissing(at, one)),
      fromDocuments: isFromDocuments(dossier),
      ...spokenAt(dossier.plan, round),
    },
    { missing: [...missing], explanation },
  );
}

/** Every body stands in the part of its own choice. */
function choiceFields({ bodies: stands }: Standing, parts: readonly PartFacts[]): FieldError[] {
  const choices = new Map<BodyId, Slug | null>(stands.map(({ body, option }) => [body, option]));
  const placed = new Set(parts.flatMap(({ bodies }) => bodies));
  const left = [...choices.keys()].filter((body) => !placed.has(body));
  return [
    ...(left.length > 0
      ? [{ pointer: '/parts', code: 'required', because: { code: 'parts-lack', bodies: left } } satisfies FieldError]
      : []),
    ...parts.flatMap(({ option, bodies }, i) =>
      bodies.flatMap((body, j): FieldError[] =>
        choices.get(body) === option
          ? []
          : [
              {
                pointer: `/parts/${i}/bodies/${j}`,
                code: 'not-allowed-here',
                because: { code: 'chose-otherwise', option: choices.get(body) },
              },
            ],
      ),
    ),
  ];
}

/** The gates of a branch must make sense for who goes that way. */
function branchFields({ dossier, phase }: GateTarget, part: PartFacts, i: number): FieldError[] {
  const { plan } = dossier;
  return plan.workflow.phases.flatMap(({ id, gate, branch }): FieldError[] => {
    if (!gate || branch?.gate !== phase.id || branch.option !== part.option) return [];
    const asked = electorateAt(dossier, id, part);
    const rule = plannedRule(dossier, id);
    const nobody: RuleFault[] = [{ code: 'nobody-decides' }];
    const faults = asked.length === 0 ? nobody : scopeAt(plan.workflow, asked, plan.rules).faults(rule);
    const because: Reason = { code: 'branch-rule-does-not-fit', gate: gate.title, faults };
    return faults.length === 0 ? [] : [{ pointer: `/parts/${i}/bodies`, code: 'not-allowed-here', because }];
  });
}
