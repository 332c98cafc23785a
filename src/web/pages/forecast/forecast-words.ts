// How bodies and the answer of a forecast are called, wherever a part of it is shown.
import type { Forecast } from '../../../domain/forecast/forecast.js';
import type { BodyId } from '../../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { useWording } from '../../../http/page/wording.js';

export const titlesIn = (plan: Plan, bodies: readonly BodyId[]): string[] => bodies.map((body) => titleOf(plan, body));

export function useVerdictTitle({ finishOn, goal, slack }: Forecast): string {
  const { forecastWords: words } = useWording();
  if (finishOn === null) return words.unknown;
  if (goal === null || slack === null) return words.noGoal(finishOn);
  return slack < 0 ? words.cannotBeMet(goal) : words.canBeMet(goal);
}
