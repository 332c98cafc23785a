// A decision as it would have been filled in: what a correction begins with. Its reason is asked anew: it says what was
// wrong.
import type { Decision, Dossier } from '../../domain/dossier/state.js';
import type { Values } from './form.js';

export function valuesOfDecision({ conditions }: Dossier, decision: Decision): Values {
  const { kind, decidedOn, reference, nextDate, option, remarks, evidence, answers } = decision;
  const values: Record<string, string> = {
    decision: kind,
    decidedOn,
    reference: reference ?? '',
    nextDate: nextDate ?? '',
    option: option ?? '',
  };
  remarks.forEach((text, i) => {
    values[`remarks/${i}`] = text ?? '';
  });
  decision.conditions.forEach((id, i) => {
    const condition = conditions[id];
    values[`conditions/${i}/text`] = condition?.text ?? '';
    values[`conditions/${i}/owner`] = condition?.owner ?? '';
    values[`conditions/${i}/effect`] = condition?.effect ?? '';
    values[`conditions/${i}/dueOn`] = condition?.dueOn ?? '';
  });
  evidence.forEach(({ title, url }, i) => {
    values[`evidence/${i}/title`] = title ?? '';
    values[`evidence/${i}/url`] = url ?? '';
  });
  for (const [question, answer] of Object.entries(answers)) if (answer !== kind) values[`answers/${question}`] = answer;
  return values;
}
