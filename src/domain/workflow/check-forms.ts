// Whether what follows a choice of the legal form fits that form: a board and a budget where there is a board, and nowhere else.
// Source: Wet gemeenschappelijke regelingen (Wgr) art. 8, 12 to 14a, 34 and 35.
import type { Warning } from '../plan-faults.js';
import type { LawStep, LegalForm, Option, Phase, Workflow } from './workflow.js';

/** Forms that have a board, and with it a budget of their own. */
const withBoard = new Set<LegalForm>(['public-body', 'operations-organisation']);

const ofBoard = new Set<LawStep>(['board', 'budget-frame', 'budget-view', 'budget-adoption', 'budget-sent']);

export function formWarnings({ phases }: Workflow): Warning[] {
  const choices = phases.flatMap(({ id, gate }) =>
    (gate?.options ?? []).map((option): Chosen => ({ gate: id, option })),
  );
  return choices.flatMap((one): Warning[] => {
    const { form, title } = one.option;
    if (form === undefined) return [];
    const follows = phases.filter((phase) => isOnWay(phase, one) && phase.step && ofBoard.has(phase.step));
    if (!withBoard.has(form))
      return follows.length > 0 ? [{ code: 'form-without-budget', title, phases: follows.map(({ id }) => id) }] : [];
    const hasBudget = follows.some(({ step }) => step === 'budget-adoption');
    return hasBudget ? [] : [{ code: 'no-budget', title }];
  });
}

interface Chosen {
  gate: string;
  option: Option;
}

const isOnWay = ({ branch }: Phase, { gate, option }: Chosen): boolean =>
  branch === undefined || branch.gate !== gate || branch.option === option.id;
