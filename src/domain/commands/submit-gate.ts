// Puts a gate to its electorate. From here on the electorate and the rule are frozen in the event.
import { electorateAt } from '../dossier/electorate.js';
import type { NewEvent } from '../dossier/events.js';
import { outsideFact } from '../dossier/state.js';
import { invalid, type FieldError } from '../refusal.js';
import type { BodyId, Day, Hex, Slug } from '../vocabulary.js';
import { scopeAt } from '../workflow/scope.js';
import { defineCommand } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { sharedFields } from './electorate-fields.js';
import { gateAt, mustBe, mustHavePassed, mustRun, type AtGate } from './places.js';

export interface SubmitGate {
  on: Day;
  replyBy?: Day;
  proposal?: { title: string; url?: string; sha256?: Hex };
  option?: Slug;
  /** Texts for some of the bodies, each in place of the proposal for all. */
  variants?: { title: string; url?: string; sha256?: Hex; bodies: BodyId[] }[];
  /** Asked beside those of the workflow, in this round. */
  questions?: { id: Slug; text: string }[];
}

export const submitGate = defineCommand<{ gate: Slug }, AtGate, SubmitGate>({
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: () => [{ right: 'submit-gate' }],
  fields: (target, { on, replyBy, option, variants = [], questions = [] }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...notBefore('/replyBy', replyBy, on),
    ...optionFields(target, option),
    // A body is put one text: in one variant, or in none and then that for all.
    ...sharedFields('/variants', variants, target, { code: 'in-two-variants' }),
    ...questionFields(target, questions),
  ],
  ready: (target) => {
    mustRun(target.dossier);
    mustBe(target, 'underway');
    mustHavePassed(target.dossier, target.phase.gateAfter, target.phase.gateWaitsFor);
  },
  decide: (target, asked) => {
    const { dossier, phase, state } = target;
    const known = phase.gateWaitsFor?.map((fact) => outsideFact(dossier, fact)?.on) ?? [];
    const passed = phase.gateAfter.map((id) => dossier.phases[id]?.passedOn);
    const changed = (dossier.rounds[phase.id] ?? []).flatMap((round) => round.electorateChanges.map(({ on }) => on));
    follows('/on', asked.on, state.movedOn, ...passed, ...known, ...changed);
    return [submitted(target, asked)];
  },
});

/** On a poll each body names its own option, so the submission names none. */
function optionFields({ gate }: AtGate, option: Slug | undefined): FieldError[] {
  const allowed = gate.poll ? [] : gate.options.map(({ id }) => id);
  if (option === undefined) return allowed.length > 0 ? [{ pointer: '/option', code: 'option-required', allowed }] : [];
  if (allowed.length === 0) return [{ pointer: '/option', code: 'not-allowed-here' }];
  return allowed.includes(option) ? [] : [{ pointer: '/option', code: 'unknown-option', allowed }];
}

function questionFields({ gate }: AtGate, added: readonly { id: Slug }[]): FieldError[] {
  const ids = [...gate.questions, ...added].map(({ id }) => id);
  return added.flatMap(({ id }, i): FieldError[] =>
    ids.indexOf(id) === gate.questions.length + i ? [] : [{ pointer: `/questions/${i}/id`, code: 'not-allowed-here' }],
  );
}

/** @throws Refusal validation when the rule does not fit who decides now */
function submitted({ dossier, phase, gate, state }: AtGate, asked: SubmitGate): NewEvent {
  const electorate = [...electorateAt(dossier, phase.id)];
  const { workflow, rules } = dossier.plan;
  const { on, replyBy, option, proposal, questions, variants = [] } = asked;
  const amended = dossier.amendments[phase.id]?.findLast((one) => one.on <= on);
  const rule = amended?.rule ?? gate.rule;
  const scope = scopeAt(workflow, electorate, rules);
  const faults = scope.faults(rule);
  if (faults.length > 0)
    throw invalid([{ pointer: '', code: 'not-allowed-here', because: { code: 'rule-outgrown', faults } }]);
  return {
    type: 'GateSubmitted',
    on,
    facts: {
      gate: phase.id,
      round: state.round,
      replyBy,
      option,
      sha256: proposal?.sha256,
      electorate,
      rule,
      questions: questions?.map(({ id }) => id),
      variants: variants.length > 0 ? variants.map(({ sha256, bodies }) => ({ sha256, bodies })) : undefined,
    },
    texts: {
      'proposal/title': proposal?.title,
      'proposal/url': proposal?.url,
      ...Object.fromEntries(
        variants.flatMap(({ title, url }, i) => [
          [`variants/${i}/title`, title],
          [`variants/${i}/url`, url],
        ]),
      ),
      ...Object.fromEntries((questions ?? []).map(({ id, text }) => [`questions/${id}`, text])),
    },
  };
}
