// Puts a gate to its electorate. From here on the electorate and the rule are frozen in the event.
import type { NewEvent } from '../dossier/events.js';
import { outsideFact } from '../dossier/state.js';
import type { FieldError } from '../refusal.js';
import type { Day, Hex, Slug } from '../vocabulary.js';
import { scopeAt } from '../workflow/scope.js';
import { defineCommand } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { gateAt, mustBe, mustHavePassed, mustRun, type AtGate } from './places.js';

export interface SubmitGate {
  on: Day;
  replyBy?: Day;
  proposal?: { title: string; url?: string; sha256?: Hex };
  option?: Slug;
  /** Asked beside those of the workflow, in this round. */
  questions?: { id: Slug; text: string }[];
}

export const submitGate = defineCommand<{ gate: Slug }, AtGate, SubmitGate>({
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: () => [{ right: 'submit-gate' }],
  fields: (target, { on, replyBy, option, questions = [] }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...notBefore('/replyBy', replyBy, on),
    ...optionFields(target, option),
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
    follows('/on', asked.on, state.movedOn, ...phase.gateAfter.map((id) => dossier.phases[id]?.passedOn), ...known);
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

function submitted({ dossier, phase, gate, state }: AtGate, asked: SubmitGate): NewEvent {
  const { workflow, rules } = dossier.plan;
  const { on, replyBy, option, proposal, questions } = asked;
  const amended = dossier.amendments[phase.id]?.findLast((one) => one.on <= on);
  const rule = amended?.rule ?? gate.rule;
  return {
    type: 'GateSubmitted',
    on,
    facts: {
      gate: phase.id,
      round: state.round,
      replyBy,
      option,
      sha256: proposal?.sha256,
      electorate: gate.electorate,
      rule,
      ruleText: scopeAt(workflow, gate.electorate, rules).words(rule),
      questions: questions?.map(({ id }) => id),
    },
    texts: {
      'proposal/title': proposal?.title,
      'proposal/url': proposal?.url,
      ...Object.fromEntries((questions ?? []).map(({ id, text }) => [`questions/${id}`, text])),
    },
  };
}
